package org.storesync.node;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.storesync.platform.config.Node;
import org.storesync.platform.database.DatabaseResource;

@ArquillianTest
class NodesIT {

  private static final String OTHER = "other node of NodesIT";

  @Inject private Nodes nodes;
  @Inject private Node thisNode;
  @Inject private UserTransaction transaction;

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource database;

  @AfterEach
  void forgetTheOther() throws SQLException {
    execute("delete from server_node where name = '" + OTHER + "'");
  }

  @Test
  void a_server_that_has_started_lives() {
    assertThat(stateOf(thisNode.name())).isEqualTo(NodeState.ALIVE);
  }

  @Test
  void a_node_that_tells_nothing_is_silent() throws SQLException {
    heard("interval '1' minute");

    assertThat(stateOf(OTHER)).isEqualTo(NodeState.SILENT);
  }

  @Test
  void a_node_that_may_have_missed_a_beat_lives() throws SQLException {
    heard("interval '10' second");

    assertThat(stateOf(OTHER)).isEqualTo(NodeState.ALIVE);
  }

  @Test
  void a_node_that_went_down_in_order_has_left_and_lives_again_when_it_tells() throws Exception {
    // No beat of this node comes between.
    transaction.begin();
    nodes.leave();
    NodeState left = stateOf(thisNode.name());
    transaction.commit();
    assertThat(left).isEqualTo(NodeState.LEFT);

    nodes.beat();
    assertThat(stateOf(thisNode.name())).isEqualTo(NodeState.ALIVE);
  }

  @Test
  void a_node_of_days_ago_is_forgotten() throws SQLException {
    heard("interval '2' day");

    nodes.beat();

    assertThat(nodes.all()).extracting(NodeRow::name).doesNotContain(OTHER);
  }

  private NodeState stateOf(String name) {
    return nodes.all().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private void heard(String ago) throws SQLException {
    execute(
        "insert into server_node (name, version, started_at, seen_at) values ('"
            + OTHER
            + "', '1', current_timestamp, current_timestamp - "
            + ago
            + ")");
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }
}
