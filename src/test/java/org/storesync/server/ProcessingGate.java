package org.storesync.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Lets each node record one chunk of a processing run and holds the next one until it is opened, so
 * that a test meets the run in the middle of its work however fast that is. A trigger of the log of
 * attempts waits for a lock that this one holds. For PostgreSQL.
 */
public final class ProcessingGate implements AutoCloseable {

  private static final long LOCK = 40_961;

  private static final String WAIT =
      """
      create or replace function wait_at_the_gate() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from sync_attempt a, (select min(id) id, min(node) node,
            min(run_id) run_id from added) n
            where a.run_id = n.run_id and a.node = n.node and a.id < n.id) then
          perform pg_advisory_xact_lock_shared(%d);
        end if;
        return null;
      end $$;
      create or replace trigger gate after insert on sync_attempt referencing new table as added
        for each statement execute function wait_at_the_gate()
      """;

  private final Connection connection;

  private ProcessingGate(Connection connection) {
    this.connection = connection;
  }

  /**
   * Closes one behind the first chunk of each node.
   *
   * @param books of the database of the nodes
   */
  public static ProcessingGate closedIn(TestQueries books) {
    try {
      ProcessingGate gate = new ProcessingGate(books.connection());
      gate.execute(WAIT.formatted(LOCK));
      gate.execute("select pg_advisory_lock(" + LOCK + ")");
      return gate;
    } catch (SQLException e) {
      throw new IllegalStateException("The gate can't be closed", e);
    }
  }

  /** Lets everybody through from now on. */
  public void open() {
    try {
      execute("select pg_advisory_unlock_all()");
    } catch (SQLException e) {
      throw new IllegalStateException("The gate can't be opened", e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException("The gate can't be left", e);
    }
  }
}
