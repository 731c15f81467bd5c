package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.platform.database.DatabaseResource;

/**
 * The lists of runs and the claims are emptied and filled again and again, so that PostgreSQL knows
 * nothing true of them for up to a minute. What it does then must not cost more.
 */
@ArquillianTest
@EnabledIfSystemProperty(named = "storesync.test.database", matches = "postgresql")
class ClaimPlanIT {

  private static final int LISTED = 5_000;
  private static final int CLAIMED = 100;
  private static final long FIRST = 900_000_000L;
  private static final Pattern STEP = Pattern.compile("actual rows=(\\d+)\\S* loops=(\\d+)");

  @Inject private ExtensionStores stores;

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource dataSource;

  @Test
  void a_claim_reads_no_more_of_a_long_list_than_it_takes_when_the_database_takes_it_for_empty()
      throws Exception {
    ExtensionStore store = stores.withLedger();
    long entity = store.entity(ExtensionStore.PAPER).id();
    String plan;
    try (Connection connection = dataSource.getConnection();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String table : List.of("run_record", "record_claim")) {
        sql.execute("truncate " + table);
        sql.execute("analyze " + table);
      }
      sql.execute(records(entity));
      sql.execute(
          "insert into run_record (run_id, position, record_id) select 1, n, %d + n from"
                  .formatted(FIRST)
              + " generate_series(1, "
              + LISTED
              + ") n");
      plan = plan(sql);
      connection.rollback();
    }

    assertThat(STEP.matcher(plan).results().mapToLong(ClaimPlanIT::rows).max().orElseThrow())
        .as(plan)
        .isEqualTo(CLAIMED);
  }

  private static String records(long entity) {
    return ("insert into sync_record (id, store_entity_id, external_id, status, description,"
            + " content_version, attempts, changed_since_skipped, created_at, changed_at, version)"
            + " select %d + n, %d, 'P-' || n, 'PREPARED', '', 1, 0, false, now(), now(), 1 from"
            + " generate_series(1, %d) n")
        .formatted(FIRST, entity, LISTED);
  }

  private static String plan(Statement sql) throws SQLException {
    String claiming =
        RecordClaims.claimAndTell(CLAIMED, CLAIMED)
            .replace("cast(? as bigint)", "1")
            .replace("?", "'1:tester:0'");
    StringBuilder plan = new StringBuilder();
    try (ResultSet lines = sql.executeQuery("explain (analyze, timing off) " + claiming)) {
      while (lines.next()) {
        plan.append(lines.getString(1)).append('\n');
      }
    }
    return plan.toString();
  }

  /** How many rows a step answered, in all its turns. */
  private static long rows(MatchResult step) {
    return Long.parseLong(step.group(1)) * Long.parseLong(step.group(2));
  }
}
