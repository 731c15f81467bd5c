package org.storesync.store;

import jakarta.persistence.EntityManager;

class QueryingPage {
  private static class Rows {
    EntityManager entities;
  }
}
