package org.storesync.record;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.storesync.platform.database.DatabaseVendor;

/**
 * The index along which a database finds what stands anywhere within a message. PostgreSQL has it
 * if its extension {@code pg_trgm} could be made.
 */
@Stateless
public class MessageIndex {

  @PersistenceContext private EntityManager entities;
  @Inject private DatabaseVendor vendor;

  public boolean isThere() {
    return vendor == DatabaseVendor.POSTGRESQL
        && (boolean)
            entities
                .createNativeQuery("select to_regclass('sync_record_message_text') is not null")
                .getSingleResult();
  }
}
