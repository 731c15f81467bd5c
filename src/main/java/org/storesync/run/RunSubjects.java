package org.storesync.run;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.storesync.audit.AuditSubject;
import org.storesync.kind.StoreEntities;
import org.storesync.kind.StoreEntity;
import org.storesync.store.Store;
import org.storesync.store.Stores;

/** Runs as the audit trail names them: by store and entity. */
@ApplicationScoped
public class RunSubjects {

  @Inject private Stores stores;
  @Inject private StoreEntities storeEntities;

  AuditSubject of(Run run) {
    String store = stores.find(run.storeId()).map(Store::name).orElse("");
    String entity =
        run.storeEntityId()
            .flatMap(storeEntities::find)
            .map(StoreEntity::kind)
            .map(kind -> " / " + kind)
            .orElse("");
    return AuditSubject.of(AuditSubject.Kind.RUN, run.id(), store + entity);
  }
}
