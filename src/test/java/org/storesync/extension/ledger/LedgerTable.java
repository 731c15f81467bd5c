package org.storesync.extension.ledger;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.storesync.platform.database.DatabaseResource;

/**
 * Makes the table of the ledger. It refuses the word {@code poison}, which only the database
 * notices.
 */
@Singleton
@Startup
@DependsOn("DatabaseMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class LedgerTable {

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource dataSource;

  @PostConstruct
  void make() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create sequence ledger_seq");
      statement.execute(
          "create table ledger_entry (id varchar(40) primary key, store_id bigint not null,"
              + " subject varchar(40) not null, natural_key varchar(200) not null,"
              + " content varchar(4000) not null check (content not like '%poison%'),"
              + " writes integer not null)");
      statement.execute("create index ledger_entry_key on ledger_entry (store_id, natural_key)");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
