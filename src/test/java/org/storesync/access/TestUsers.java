package org.storesync.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** Users that a test needs, made without an administrator. */
@Stateless
public class TestUsers {

  @PersistenceContext private EntityManager entities;
  @Inject private PasswordHashing hashing;
  @Inject private Clock clock;

  public void add(String name, String password, Role role) {
    entities.persist(new User(name, hashing.hash(password), role, clock.instant()));
  }

  public void remove(String name) {
    entities
        .createQuery("delete from User u where u.name = :name")
        .setParameter("name", name)
        .executeUpdate();
  }
}
