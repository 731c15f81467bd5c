package org.storesync.platform.database;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Locks or claims rows by statements that JPA has no words for. They go by the connection of the
 * transaction: as native queries EclipseLink would send them by another one for as long as nothing
 * was written, and rows that are only looked at always, where a lock ends with its statement.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class RowLocks {

  @PersistenceContext private EntityManager entities;

  /**
   * Locks rows until the transaction ends.
   *
   * @param sql answers the numbers of the rows that it locks or claims
   * @param parameters of the statement
   * @return these numbers
   * @throws PersistenceException if the database refuses it
   */
  public List<Long> lock(String sql, Object... parameters) {
    try (PreparedStatement statement = entities.unwrap(Connection.class).prepareStatement(sql)) {
      for (int place = 0; place < parameters.length; place++) {
        statement.setObject(place + 1, parameters[place]);
      }
      RowReader<Long> numbers = row -> row.getLong(1);
      return numbers.readAll(statement);
    } catch (SQLException refused) {
      throw new PersistenceException(refused);
    }
  }
}
