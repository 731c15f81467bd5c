package org.storesync.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.storesync.audit.AuditAction;
import org.storesync.audit.AuditReader;
import org.storesync.audit.AuditRow;
import org.storesync.audit.AuditSubject;
import org.storesync.platform.time.TestClock;

@ArquillianTest
class SignInsIT {

  private static final String RIGHT = "four words of mara";
  private static final String WRONG = "four words of eve";

  @Inject private SignIns signIns;
  @Inject private SignInWaits waits;
  @Inject private PasswordHashing hashing;
  @Inject private AuditReader audit;
  @Inject private TestClock clock;
  @Resource private UserTransaction transaction;
  @Resource private ManagedExecutorService executor;
  @PersistenceContext private EntityManager entities;

  private final String mark = UUID.randomUUID().toString();
  private final String name = "mara-" + mark;
  private final String address = "address " + mark;

  @BeforeEach
  void a_user() throws Exception {
    transaction.begin();
    entities.persist(new User(name, hashing.hash(RIGHT), Role.VIEWER, clock.instant()));
    transaction.commit();
    clock.setTo(Instant.parse("2030-03-01T10:00:00Z"));
  }

  @AfterEach
  void the_clock_goes_on() {
    clock.reset();
  }

  private SignInSource stranger(String typed) {
    return new SignInSource(typed, Optional.of(UUID.randomUUID().toString()), Optional.empty());
  }

  private Optional<UserAccess> tryAs(String typed, String password) {
    return signIns.signIn(stranger(typed), password);
  }

  private void fail(String typed, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(tryAs(typed, WRONG)).isEmpty();
    }
  }

  @Test
  void the_right_password_signs_in_and_leaves_a_line() {
    assertThat(tryAs(name.toUpperCase(), RIGHT)).map(UserAccess::name).contains(name);
    assertThat(audit.about(name)).extracting(AuditRow::action).contains(AuditAction.SIGNED_IN);
  }

  @Test
  void names_of_users_and_of_nobody_wait_alike() {
    String nobody = "nobody-" + mark;
    fail(name, 4);
    fail(nobody, 4);
    assertThat(signIns.waitBefore(stranger(name))).isEmpty();
    assertThat(signIns.waitBefore(stranger(nobody))).isEmpty();

    fail(name, 1);
    fail(nobody, 1);

    assertThat(signIns.waitBefore(stranger(name))).contains(Duration.ofSeconds(10));
    assertThat(signIns.waitBefore(stranger(nobody))).contains(Duration.ofSeconds(10));
  }

  @Test
  void during_the_wait_the_right_password_is_refused_too_and_afterwards_it_is_not() {
    fail(name, 5);
    assertThat(tryAs(name, RIGHT)).isEmpty();

    clock.advance(Duration.ofSeconds(11));

    assertThat(tryAs(name, RIGHT)).isPresent();
    assertThat(signIns.waitBefore(stranger(name))).isEmpty();
  }

  @Test
  void a_success_ends_the_count() {
    fail(name, 4);
    assertThat(tryAs(name, RIGHT)).isPresent();
    fail(name, 4);

    assertThat(signIns.waitBefore(stranger(name))).isEmpty();
  }

  @Test
  void strangers_can_t_keep_a_user_from_a_browser_that_is_known() {
    fail(name, 8);

    SignInSource known = new SignInSource(name, Optional.of(address), Optional.of(mark));

    assertThat(signIns.signIn(known, RIGHT)).isPresent();
    assertThat(signIns.waitBefore(stranger(name))).isPresent();
  }

  @Test
  void a_known_browser_is_no_way_around_the_wait() {
    SignInSource known = new SignInSource(name, Optional.of(address), Optional.of(mark));
    for (int i = 0; i < 5; i++) {
      signIns.signIn(known, WRONG);
    }

    assertThat(signIns.signIn(known, RIGHT)).isEmpty();
  }

  @Test
  void an_address_that_tries_one_name_after_the_other_waits() {
    for (int i = 0; i < 21; i++) {
      signIns.signIn(
          new SignInSource("nobody-" + i + mark, Optional.of(address), Optional.empty()), WRONG);
    }

    assertThat(
            signIns.signIn(new SignInSource(name, Optional.of(address), Optional.empty()), RIGHT))
        .isEmpty();
    assertThat(tryAs(name, RIGHT)).isPresent();
  }

  @Test
  void guesses_at_the_same_moment_are_all_counted() throws Exception {
    List<Future<?>> guesses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      guesses.add(executor.submit(() -> tryAs(name, WRONG)));
    }
    for (Future<?> guess : guesses) {
      guess.get(60, TimeUnit.SECONDS);
    }

    assertThat(signIns.waitBefore(stranger(name))).isPresent();
    // Five were looked at; the others met the wait, which therefore did not grow.
    assertThat(signIns.waitBefore(stranger(name)).orElseThrow())
        .isLessThanOrEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void a_wait_is_written_down_but_never_the_name_of_nobody() {
    String typed = "a password by mistake " + mark;
    fail(typed, 5);
    fail(name, 5);

    assertThat(audit.about(typed)).isEmpty();
    assertThat(audit.about(name))
        .filteredOn(line -> line.subjectKind() == AuditSubject.Kind.USER)
        .extracting(AuditRow::action)
        .containsExactly(AuditAction.SIGN_IN_DELAYED);
  }

  @Test
  void failures_are_forgotten_a_day_later() {
    fail(name, 7);
    clock.advance(Duration.ofHours(25));

    waits.removeForgotten();
    fail(name, 4);

    assertThat(signIns.waitBefore(stranger(name))).isEmpty();
  }
}
