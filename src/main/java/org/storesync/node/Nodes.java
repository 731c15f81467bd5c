package org.storesync.node;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.storesync.platform.config.Node;
import org.storesync.platform.config.ProductVersion;
import org.storesync.platform.database.DatabaseInstant;

/**
 * The nodes of this database. What they tell is timed by the database, so that neither a wrong
 * clock nor a moved one makes a node look dead.
 */
@Stateless
public class Nodes {

  /** A node that was silent for so long does not live; some beats may get lost. */
  static final int SILENT_AFTER_SECONDS = 20;

  private static final String FORGOTTEN_AFTER = "interval '1' day";

  @PersistenceContext private EntityManager entities;
  @Inject private Node node;
  @Inject private ProductVersion version;

  /** This node has just started: what was known under its name is replaced. */
  public void start() {
    entities
        .createNativeQuery("delete from server_node where name = ?1")
        .setParameter(1, node.name())
        .executeUpdate();
    insert();
  }

  /** This node lives. */
  public void beat() {
    int known =
        entities
            .createNativeQuery(
                "update server_node set seen_at = current_timestamp, left_at = null"
                    + " where name = ?1")
            .setParameter(1, node.name())
            .executeUpdate();
    if (known == 0) {
      insert();
    }
    entities
        .createNativeQuery(
            "delete from server_node where seen_at < current_timestamp - " + FORGOTTEN_AFTER)
        .executeUpdate();
  }

  /** This node goes down in order. */
  public void leave() {
    entities
        .createNativeQuery("update server_node set left_at = current_timestamp where name = ?1")
        .setParameter(1, node.name())
        .executeUpdate();
  }

  private void insert() {
    entities
        .createNativeQuery(
            "insert into server_node (name, version, started_at, seen_at)"
                + " values (?1, ?2, current_timestamp, current_timestamp) on conflict do nothing")
        .setParameter(1, node.name())
        .setParameter(2, version.text())
        .executeUpdate();
  }

  /** All nodes of the last day, those that live first. */
  @SuppressWarnings("unchecked")
  public List<NodeRow> all() {
    List<Object[]> rows =
        entities
            .createNativeQuery(
                "select name, version, started_at, seen_at,"
                    + " case when left_at is not null then 'LEFT'"
                    + " when seen_at < current_timestamp - interval '"
                    + SILENT_AFTER_SECONDS
                    + "' second then 'SILENT' else 'ALIVE' end as state"
                    + " from server_node order by state, name")
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new NodeRow(
                    (String) row[0],
                    (String) row[1],
                    DatabaseInstant.read(row[2]),
                    DatabaseInstant.read(row[3]),
                    NodeState.valueOf(((String) row[4]).trim())))
        .toList();
  }
}
