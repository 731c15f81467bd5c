package org.storesync.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The administrators of the other tests are set aside for the while. */
@ArquillianTest
class AdministratorsIT {

  @Inject private Administrators administrators;
  @Inject private Clock clock;
  @Resource private UserTransaction transaction;
  @Resource private ManagedExecutorService executor;
  @PersistenceContext private EntityManager entities;

  private List<Long> others;
  private long first;
  private long second;

  @BeforeEach
  void two_administrators() throws Exception {
    transaction.begin();
    others = administrators.lock();
    others.forEach(id -> entities.find(User.class, id).setActive(false));
    first = newAdministrator();
    second = newAdministrator();
    transaction.commit();
  }

  private long newAdministrator() {
    User user = new User("ada-" + UUID.randomUUID(), "hash", Role.ADMINISTRATOR, clock.instant());
    entities.persist(user);
    return user.access().id();
  }

  @AfterEach
  void the_others_are_back() throws Exception {
    transaction.begin();
    others.forEach(id -> entities.find(User.class, id).setActive(true));
    entities.find(User.class, first).setActive(false);
    entities.find(User.class, second).setActive(false);
    transaction.commit();
  }

  /** As {@link Users#deactivate} does it, in a transaction of its own. */
  private boolean deactivate(long id) throws Exception {
    transaction.begin();
    try {
      administrators.keepOneBesides(id);
      entities.find(User.class, id).setActive(false);
      transaction.commit();
      return true;
    } catch (UserRefusal refusal) {
      transaction.rollback();
      return false;
    }
  }

  @Test
  void the_last_administrator_can_t_be_deactivated() throws Exception {
    assertThat(deactivate(first)).isTrue();
    assertThat(deactivate(second)).isFalse();
  }

  @Test
  void of_two_who_deactivate_each_other_at_the_same_moment_one_stays() throws Exception {
    CyclicBarrier together = new CyclicBarrier(2);
    Future<Boolean> one = executor.submit(at(together, first));
    Future<Boolean> other = executor.submit(at(together, second));

    assertThat(List.of(one.get(60, TimeUnit.SECONDS), other.get(60, TimeUnit.SECONDS)))
        .containsExactlyInAnyOrder(true, false);
  }

  private Callable<Boolean> at(CyclicBarrier together, long id) {
    return () -> {
      together.await(30, TimeUnit.SECONDS);
      return deactivate(id);
    };
  }
}
