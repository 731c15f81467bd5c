package org.storesync.unattended;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;
import org.storesync.server.TokenUser;

/** Two servers on one database. One that was killed starts again while the other goes on. */
final class TwoNodes implements AutoCloseable {

  static final List<String> NAMES = List.of("one", "two");

  private final String name;
  private final Path war;
  private final Function<String, ServerSettings> settings;
  private final Map<String, CompletableFuture<RunningServer>> servers = new HashMap<>();
  private final StringBuilder logsOfTheKilled = new StringBuilder();
  private int starts;

  /**
   * @param name of their logs
   * @param settings of the node of this name
   */
  TwoNodes(String name, Path war, Function<String, ServerSettings> settings) {
    this.name = name;
    this.war = war;
    this.settings = settings;
    NAMES.forEach(this::start);
    NAMES.forEach(this::server);
  }

  private void start(String node) {
    starts++;
    String log = name + "-" + node + "-" + starts;
    servers.put(
        node,
        CompletableFuture.supplyAsync(
            () ->
                RunningServer.start(log, war, settings.apply(node).with("storesync.node", node))));
  }

  private RunningServer server(String node) {
    return servers.get(node).join();
  }

  /** Of one that is there. */
  TokenUser user() {
    return new TokenUser(
        server(NAMES.stream().filter(servers::containsKey).findFirst().orElseThrow()));
  }

  /** As kill -9 does it; it is started again. */
  void kill(String node) {
    lose(node);
    start(node);
  }

  /** As kill -9 does it; the other one is alone. */
  void lose(String node) {
    server(node).kill();
    logsOfTheKilled.append(server(node).log());
    servers.remove(node);
  }

  void awaitBoth() {
    NAMES.forEach(this::server);
  }

  /** What all of them have printed so far. */
  String log() {
    return logsOfTheKilled
        + servers.keySet().stream().map(node -> server(node).log()).collect(Collectors.joining());
  }

  @Override
  public void close() {
    // One that did not come up has closed itself.
    servers.values().stream()
        .filter(server -> !server.isCompletedExceptionally())
        .forEach(server -> server.thenAccept(RunningServer::close).join());
  }
}
