package org.storesync.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/**
 * Where an administrator reads the audit trail: {@link AuditLines} and {@link AuditFile} behind the
 * role. No transaction of its own, since a file may take long.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed("administrator")
public class AuditDesk {

  @Inject private AuditLines lines;
  @Inject private AuditFile file;

  /** See {@link AuditLines#page}. */
  public List<AuditRow> page(AuditFilter filter, int first, int atMost) {
    return lines.page(filter, first, atMost);
  }

  public long count(AuditFilter filter) {
    return lines.count(filter);
  }

  public Optional<AuditRow> find(long id) {
    return lines.find(id);
  }

  /** See {@link AuditFile#write}. */
  public void write(AuditFilter filter, Writer writer) throws IOException {
    file.write(filter, writer);
  }
}
