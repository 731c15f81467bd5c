package org.storesync.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeoutException;
import jakarta.ejb.EJBException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTimeoutException;
import javax.transaction.xa.XAException;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.Test;

class DatabaseTroubleTest {

  @Test
  void a_lock_that_was_not_given_in_time_passes() {
    assertThat(DatabaseTrouble.passes(new SQLTimeoutException("lock", "HYT00"))).isTrue();
  }

  @Test
  void a_lost_connection_a_deadlock_and_a_restart_pass_however_deep_they_are_wrapped() {
    for (String state : new String[] {"08006", "40P01", "57P01"}) {
      Throwable wrapped =
          new IllegalStateException(new RuntimeException(new SQLException("x", state)));
      assertThat(DatabaseTrouble.passes(wrapped)).as(state).isTrue();
    }
  }

  @Test
  void a_full_disk_passes_when_somebody_makes_room() {
    assertThat(DatabaseTrouble.passes(new SQLException("could not extend file", "53100"))).isTrue();
    assertThat(DatabaseTrouble.passes(new SQLException("could not write", "58030"))).isTrue();
    Throwable ofTheFile = new MVStoreException(2, "Writing failed");
    assertThat(DatabaseTrouble.passes(new SQLException("General error", "HY000", ofTheFile)))
        .isTrue();
  }

  @Test
  void a_commit_that_could_not_be_made_is_tried_again() {
    Throwable commit = new SystemException().initCause(new XAException("Writing failed"));
    assertThat(DatabaseTrouble.passes(new EJBException("Unable to complete").initCause(commit)))
        .isTrue();
  }

  @Test
  void the_wait_for_a_bucket_of_quota_that_ends_because_the_clock_was_set_passes() {
    assertThat(DatabaseTrouble.passes(new EJBException(new TimeoutException("late", 11, 10))))
        .isTrue();
  }

  @Test
  void an_embedded_database_that_closed_itself_is_opened_again() {
    assertThat(DatabaseTrouble.passes(new SQLNonTransientConnectionException("closed", "90098")))
        .isTrue();
  }

  @Test
  void a_violated_constraint_and_an_error_of_the_program_would_come_again() {
    assertThat(DatabaseTrouble.passes(new RuntimeException(new SQLException("x", "23505"))))
        .isFalse();
    assertThat(DatabaseTrouble.passes(new NullPointerException())).isFalse();
    assertThat(DatabaseTrouble.passes(new SQLException("no state"))).isFalse();
  }
}
