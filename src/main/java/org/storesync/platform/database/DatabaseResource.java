package org.storesync.platform.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** The pooled data source {@code java:app/jdbc/storesync}, over {@link ConfiguredDataSource}. */
@DataSourceDefinition(
    name = DatabaseResource.NAME,
    className = "org.storesync.platform.database.ConfiguredDataSource",
    initialPoolSize = 2,
    minPoolSize = 2,
    maxPoolSize = 32,
    properties = {
      "fish.payara.is-connection-validation-required=true",
      "fish.payara.connection-validation-method=custom-validation",
      "fish.payara.validation-classname="
          + "org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation",
      // One that is broken tells of all: H2, once its file refused a write, opens anew only when no
      // connection from before is left.
      "fish.payara.fail-all-connections=true",
      // A round trip for each transaction would be a good part of a chunk.
      "fish.payara.validate-atmost-once-period-in-seconds=1",
      "fish.payara.max-wait-time-in-millis=10000"
    })
@ApplicationScoped
public class DatabaseResource {

  public static final String NAME = "java:app/jdbc/storesync";

  /** The database that this server runs on, for the few statements that differ. */
  @Produces
  @Singleton
  DatabaseVendor vendor() {
    return DatabaseSettings.of(ConfigProvider.getConfig()).vendor();
  }
}
