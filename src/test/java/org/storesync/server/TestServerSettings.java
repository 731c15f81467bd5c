package org.storesync.server;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Decides, before Arquillian reads {@code arquillian.xml}, on which database and with which
 * settings the server of the container tests runs, and starts that database. Each run of the tests
 * has its own empty database and its own home folder.
 */
public final class TestServerSettings implements LauncherSessionListener {

  private static final String DATABASE = "storesync.test.database";

  private TestPostgresql postgresql;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    // Plain tests (Surefire) say no database: they run without a server.
    String database = System.getProperty(DATABASE, "none");
    switch (database) {
      case "none" -> {}
      case "h2" -> publish(ServerSettings.demo("h2").withAmpleQuota());
      case "postgresql" -> {
        postgresql = TestPostgresql.start();
        publish(
            ServerSettings.demo("postgresql")
                .withAmpleQuota()
                .with(postgresql.newDatabase("storesync"))
                .withNewSecretKey());
      }
      default -> throw new IllegalArgumentException(DATABASE + "=" + database);
    }
  }

  private static void publish(ServerSettings settings) {
    ServerSettings all = settings.with(DATABASE, System.getProperty(DATABASE));
    System.setProperty("test.jvm.opts", String.join(" ", all.options()));
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (postgresql != null) {
      postgresql.close();
    }
  }
}
