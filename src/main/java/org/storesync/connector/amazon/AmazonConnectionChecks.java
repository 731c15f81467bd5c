package org.storesync.connector.amazon;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.storesync.connector.ConnectionCheck;
import org.storesync.connector.StoreAccess;

@ApplicationScoped
class AmazonConnectionChecks {
  List<ConnectionCheck> run(Locale language, StoreAccess store) {
    return List.of();
  }
}
