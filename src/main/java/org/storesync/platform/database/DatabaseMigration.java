package org.storesync.platform.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.storesync.platform.config.HomeFolder;

/**
 * Brings the schema up to date before anything else touches it. Every other start-up bean depends
 * on this one: {@code @DependsOn("DatabaseMigration")}. Flyway's own lock keeps two nodes that
 * start together apart.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class DatabaseMigration {

  private static final Logger LOG = Logger.getLogger(DatabaseMigration.class.getName());

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource dataSource;

  @Inject private DatabaseVendor vendor;
  @Inject private HomeFolder home;

  private String schemaVersion;

  @PostConstruct
  void migrate() {
    LOG.info(() -> "Everything this server writes lies below " + home.path());
    Flyway flyway =
        Flyway.configure(DatabaseMigration.class.getClassLoader())
            .dataSource(dataSource)
            .locations("classpath:db/migration/common", "classpath:db/migration/" + vendor.folder())
            .load();
    MigrateResult result = flyway.migrate();
    schemaVersion = flyway.info().current().getVersion().getVersion();
    LOG.info(
        () ->
            "Database schema is at version %s (%d migrations applied now)."
                .formatted(schemaVersion, result.migrationsExecuted));
  }

  /** The version of the schema that this server needs. */
  public String schemaVersion() {
    return schemaVersion;
  }
}
