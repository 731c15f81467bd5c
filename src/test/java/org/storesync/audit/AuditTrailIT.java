package org.storesync.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.storesync.platform.database.DatabaseResource;
import org.storesync.platform.database.DatabaseVendor;
import org.storesync.platform.time.TestClock;

@ArquillianTest
class AuditTrailIT {

  private static final AuditChanges NOTHING = AuditChanges.none();

  @Inject private AuditTrail trail;
  @Inject private AuditDesk desk;
  @Inject private AuditReader reader;
  @Inject private AuditRetention retention;
  @Inject private TestClock clock;
  @Inject private DatabaseVendor vendor;
  @Resource private UserTransaction transaction;
  @Resource private ManagedExecutorService executor;

  @Resource(lookup = DatabaseResource.NAME)
  private DataSource database;

  private final String name = "subject " + UUID.randomUUID();

  @AfterEach
  void the_clock_goes_on() {
    clock.reset();
  }

  private AuditSubject subject() {
    return AuditSubject.of(AuditSubject.Kind.ITEM, name);
  }

  @Test
  void a_deed_leaves_one_line_with_what_was_and_what_is() {
    trail.record(
        AuditAction.ITEM_CHANGED, subject(), AuditChanges.none().field("active", true, false));

    AuditRow line = onlyLine();
    assertThat(line.action()).isEqualTo(AuditAction.ITEM_CHANGED);
    assertThat(line.actorKind()).isEqualTo(AuditActor.Kind.SYSTEM);
    assertThat(line.address()).isEqualTo("127.0.0.1");
    assertThat(line.changes()).containsExactly(new FieldChange("active", "true", "false", false));
  }

  @Test
  void a_deed_that_is_rolled_back_leaves_no_line() throws Exception {
    transaction.begin();
    trail.record(AuditAction.ITEM_CHANGED, subject(), NOTHING);
    transaction.rollback();

    assertThat(reader.about(name)).isEmpty();
  }

  @Test
  void a_deed_that_changed_nothing_leaves_no_line() {
    trail.recordIfChanged(
        AuditAction.ITEM_CHANGED, subject(), AuditChanges.none().field("active", true, true));

    assertThat(reader.about(name)).isEmpty();
  }

  @Test
  void what_the_server_does_without_a_request_has_no_address() throws Exception {
    executor
        .submit(() -> trail.record(AuditAction.ITEM_CHANGED, subject(), NOTHING))
        .get(30, TimeUnit.SECONDS);

    assertThat(onlyLine().address()).isNull();
  }

  @Test
  void a_schedule_is_named_although_nobody_is_signed_in() {
    trail.recordFor(
        AuditActor.schedule("every night"), AuditAction.PREPARATION_STARTED, subject(), NOTHING);

    assertThat(onlyLine().actorKind()).isEqualTo(AuditActor.Kind.SCHEDULE);
    assertThat(onlyLine().actorName()).isEqualTo("every night");
  }

  @Test
  void names_and_values_longer_than_their_place_are_cut() {
    String endless = "x".repeat(10_000);
    trail.recordFor(
        AuditActor.user(endless),
        AuditAction.ITEM_CHANGED,
        AuditSubject.of(AuditSubject.Kind.ITEM, name + endless),
        AuditChanges.none().given("description", endless));

    assertThat(onlyLine().subjectName()).startsWith(name).hasSize(250);
    assertThat(onlyLine().changes().get(0).after()).hasSizeLessThan(600);
  }

  @Test
  void nobody_but_an_administrator_reads_it() {
    assertThatThrownBy(() -> desk.page(AuditFilter.all(), 0, 1))
        .isInstanceOf(EJBAccessException.class);
  }

  @Test
  void lines_are_found_by_who_what_whom_and_when() {
    Instant noon = Instant.parse("2031-05-01T12:00:00Z");
    clock.setTo(noon);
    trail.recordFor(AuditActor.user("Ada." + name), AuditAction.ITEM_CREATED, subject(), NOTHING);
    clock.setTo(noon.plus(Duration.ofDays(1)));
    trail.recordFor(AuditActor.user("bob"), AuditAction.ITEM_CHANGED, subject(), NOTHING);
    AuditFilter here = AuditFilter.all().withSubject(name.toUpperCase());

    assertThat(actions(here)).containsExactly(AuditAction.ITEM_CHANGED, AuditAction.ITEM_CREATED);
    assertThat(actions(here.withWho("ADA"))).containsExactly(AuditAction.ITEM_CREATED);
    assertThat(actions(here.withAction(AuditAction.ITEM_CHANGED)))
        .containsExactly(AuditAction.ITEM_CHANGED);
    assertThat(actions(here.withTime(noon.plusSeconds(1), null)))
        .containsExactly(AuditAction.ITEM_CHANGED);
    assertThat(actions(here.withTime(null, noon.plusSeconds(1))))
        .containsExactly(AuditAction.ITEM_CREATED);
    assertThat(actions(here.withWho("a%"))).isEmpty();
    assertThat(actions(here.withSubject("' or 1=1 --"))).isEmpty();
  }

  @Test
  void lines_go_when_they_are_older_than_they_are_kept_and_no_sooner() {
    Instant now = clock.instant();
    clock.setTo(now.minus(Duration.ofDays(740)));
    trail.record(AuditAction.ITEM_CREATED, subject(), NOTHING);
    clock.setTo(now.minus(Duration.ofDays(720)));
    trail.record(AuditAction.ITEM_CHANGED, subject(), NOTHING);
    clock.reset();

    retention.removeOld();

    assertThat(onlyLine().action()).isEqualTo(AuditAction.ITEM_CHANGED);
  }

  @Test
  void the_file_has_every_line_once_and_no_formula() {
    String formula = "=cmd|' /C calc'!A0 " + name;
    for (int i = 0; i < 1005; i++) {
      trail.record(
          AuditAction.ITEM_CHANGED, AuditSubject.of(AuditSubject.Kind.ITEM, i, formula), NOTHING);
    }

    List<String> file = reader.csv(AuditFilter.all().withSubject(name)).lines().toList();

    assertThat(file).hasSize(1006).doesNotHaveDuplicates();
    assertThat(file.get(0)).startsWith("time,actor_kind,actor,");
    assertThat(file.subList(1, file.size())).allMatch(line -> line.contains(",'=cmd"));
  }

  @Test
  void postgresql_refuses_whoever_wants_to_change_a_line() throws Exception {
    if (vendor != DatabaseVendor.POSTGRESQL) {
      return;
    }
    trail.record(AuditAction.ITEM_CHANGED, subject(), NOTHING);

    try (Connection connection = database.getConnection();
        Statement update = connection.createStatement()) {
      assertThatThrownBy(() -> update.executeUpdate("update audit_line set actor_name = 'eve'"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("never changed");
    }
  }

  private AuditRow onlyLine() {
    List<AuditRow> found = reader.about(name);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private List<AuditAction> actions(AuditFilter filter) {
    return reader.page(filter).stream().map(AuditRow::action).toList();
  }
}
