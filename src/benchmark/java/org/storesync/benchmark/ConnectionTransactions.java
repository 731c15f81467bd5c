package org.storesync.benchmark;

import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The transactions of the one connection that a data source keeps. For one thread. */
final class ConnectionTransactions implements TransactionManager {

  private final DataSource dataSource;
  private int status = Status.STATUS_NO_TRANSACTION;

  private interface Deed {

    void on(Connection connection) throws SQLException;
  }

  ConnectionTransactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  private void perform(Deed deed, int after) throws SystemException {
    try (Connection connection = dataSource.getConnection()) {
      deed.on(connection);
      status = after;
    } catch (SQLException e) {
      SystemException failure = new SystemException(e.getMessage());
      failure.initCause(e);
      throw failure;
    }
  }

  @Override
  public void begin() throws SystemException {
    perform(connection -> connection.setAutoCommit(false), Status.STATUS_ACTIVE);
  }

  @Override
  public void commit() throws SystemException {
    perform(ConnectionTransactions::commit, Status.STATUS_NO_TRANSACTION);
  }

  private static void commit(Connection connection) throws SQLException {
    connection.commit();
    connection.setAutoCommit(true);
  }

  @Override
  public void rollback() throws SystemException {
    perform(ConnectionTransactions::rollback, Status.STATUS_NO_TRANSACTION);
  }

  private static void rollback(Connection connection) throws SQLException {
    connection.rollback();
    connection.setAutoCommit(true);
  }

  @Override
  public void setRollbackOnly() {
    status = Status.STATUS_MARKED_ROLLBACK;
  }

  @Override
  public int getStatus() {
    return status;
  }

  @Override
  public Transaction getTransaction() {
    return null;
  }

  @Override
  public void setTransactionTimeout(int seconds) {
    // The connection knows none.
  }

  @Override
  public Transaction suspend() {
    return null;
  }

  @Override
  public void resume(Transaction transaction) {
    // Nothing was suspended.
  }
}
