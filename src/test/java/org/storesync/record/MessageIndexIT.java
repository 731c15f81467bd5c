package org.storesync.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.storesync.extension.coupon.CouponFixture.aCoupon;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.storesync.extension.ExtensionStore;
import org.storesync.extension.ExtensionStores;
import org.storesync.kind.PrepareMode;
import org.storesync.platform.database.DatabaseResource;
import org.storesync.platform.database.DatabaseVendor;

/** What stands anywhere within a message, found along an index. */
@ArquillianTest
class MessageIndexIT {

  private static final String ON_POSTGRESQL = "storesync.test.database";
  private static final String MIGRATION =
      "db/migration/postgresql/V173__messages_are_found_by_what_is_in_them.sql";

  private static final Instant NOW = Instant.parse("2026-11-01T10:00:00Z");
  private static final RecordEntity SOME_ENTITY = new RecordEntity(1, 1, "PAPER", 1, true);

  @Inject private ExtensionStores stores;
  @Inject private MessageIndex index;
  @Inject private DatabaseVendor vendor;

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource dataSource;

  @Test
  void postgresql_has_it() {
    assertThat(index.isThere()).isEqualTo(vendor == DatabaseVendor.POSTGRESQL);
  }

  @Test
  void it_serves_what_few_messages_have_and_has_a_trigram() throws Exception {
    ExtensionStore store = stores.withLedger();
    List.of("C-1", "C-2", "C-3").forEach(id -> store.stall().put(aCoupon(id, NOW)));
    store.prepare(PrepareMode.INCREMENTAL, ExtensionStore.PAPER);
    store.sql(
        "update sync_record set last_message = 'Ümläuted a--z rarity' where store_entity_id = "
            + store.entity(ExtensionStore.PAPER).id());
    boolean onPostgresql = vendor == DatabaseVendor.POSTGRESQL;

    assertThat(index.finds("RARITY", 4)).isEqualTo(onPostgresql);
    assertThat(index.finds("nowhere to be found", 4)).isEqualTo(onPostgresql);
    assertThat(index.finds("rarity", 3)).isFalse();
    assertThat(Stream.of("a--z", "...", "%%%", "ra", "äöü")).noneMatch(p -> index.finds(p, 4));
  }

  @Test
  @EnabledIfSystemProperty(named = ON_POSTGRESQL, matches = "postgresql")
  void the_condition_for_messages_is_one_that_it_serves() throws SQLException {
    RecordFilter filter = RecordFilter.all().withTexts(null, null, null, "SKU-97");
    RecordWalk.Statement asked =
        new RecordWalks(filter, List.of(SOME_ENTITY), true).unsorted().orElseThrow().count(10);

    try (Connection connection = dataSource.getConnection();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      // A small table is read from its begin to its end, whatever indexes it has.
      sql.execute("set local enable_seqscan = off");
      sql.execute("set local enable_indexscan = off");
      sql.execute("drop index sync_record_message");
      assertThat(lines(sql, "explain " + asked.sql().replace("?1", "'%sku-97%'")))
          .contains("sync_record_message_text", "Index Cond: (lower(last_message)");
      connection.rollback();
    }
  }

  @Test
  @EnabledIfSystemProperty(named = ON_POSTGRESQL, matches = "postgresql")
  void a_database_whose_user_may_not_make_it_does_without() throws SQLException, IOException {
    try (Connection connection = dataSource.getConnection();
        Statement sql = connection.createStatement()) {
      connection.setAutoCommit(false);
      // In the order in which queries lock, or one that looks just now could be a deadlock.
      sql.execute("lock table sync_record in access exclusive mode");
      sql.execute("drop extension pg_trgm cascade");
      sql.execute("create role confined");
      sql.execute("grant usage, create on schema public to confined");
      sql.execute("alter table sync_record owner to confined");
      sql.execute("set local role confined");

      sql.execute(migration());

      assertThat(lines(sql, "select indexname from pg_indexes where tablename = 'sync_record'"))
          .contains("sync_record_pkey")
          .doesNotContain("sync_record_message_text");
      sql.execute("reset role");
      sql.execute(migration());
      assertThat(lines(sql, "select indexname from pg_indexes where tablename = 'sync_record'"))
          .contains("sync_record_message_text");
      connection.rollback();
    }
  }

  private static String migration() throws IOException {
    try (InputStream file = MessageIndex.class.getClassLoader().getResourceAsStream(MIGRATION)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String lines(Statement sql, String query) throws SQLException {
    StringJoiner lines = new StringJoiner("\n");
    try (ResultSet rows = sql.executeQuery(query)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines.toString();
  }
}
