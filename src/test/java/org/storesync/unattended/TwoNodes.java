package org.storesync.unattended;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;
import org.storesync.server.TokenUser;

/** Two servers on one database. One that was killed starts again while the other goes on. */
final class TwoNodes implements AutoCloseable {

  static final List<String> NAMES = List.of("one", "two");

  private final Path war;
  private final ServerSettings settings;
  private final Map<String, CompletableFuture<RunningServer>> servers = new HashMap<>();
  private final StringBuilder logsOfTheKilled = new StringBuilder();
  private int starts;

  TwoNodes(Path war, ServerSettings settings) {
    this.war = war;
    this.settings = settings;
    NAMES.forEach(this::start);
    NAMES.forEach(this::server);
  }

  private void start(String name) {
    starts++;
    String log = "unattended-" + name + "-" + starts;
    servers.put(
        name,
        CompletableFuture.supplyAsync(
            () -> RunningServer.start(log, war, settings.with("storesync.node", name))));
  }

  private RunningServer server(String name) {
    return servers.get(name).join();
  }

  TokenUser user() {
    return new TokenUser(server(NAMES.get(0)));
  }

  /** As kill -9 does it. */
  void kill(String name) {
    server(name).kill();
    logsOfTheKilled.append(server(name).log());
    start(name);
  }

  void awaitBoth() {
    NAMES.forEach(this::server);
  }

  /** What all of them have printed so far. */
  String log() {
    return logsOfTheKilled + server(NAMES.get(0)).log() + server(NAMES.get(1)).log();
  }

  @Override
  public void close() {
    // One that did not come up has closed itself.
    servers.values().stream()
        .filter(server -> !server.isCompletedExceptionally())
        .forEach(server -> server.thenAccept(RunningServer::close).join());
  }
}
