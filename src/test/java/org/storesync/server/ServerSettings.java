package org.storesync.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Settings of a server under test, as {@code storesync.x} names. Immutable.
 *
 * @param values by name
 */
public record ServerSettings(Map<String, String> values) {

  /** The password of the user {@code admin} on every server of the tests. */
  public static final String ADMIN_PASSWORD = "correct-horse-battery";

  /** The token with all roles on every server of the tests. */
  public static final String API_TOKEN = "token-of-the-tests";

  /** What opens the control of the simulated marketplace on every server of the tests. */
  public static final String DEMO_CONTROL_KEY = "test";

  public ServerSettings {
    values = Map.copyOf(values);
  }

  public static ServerSettings none() {
    return new ServerSettings(Map.of());
  }

  /** A demo server on its own H2 file, in a folder below {@code target/homes} made for it now. */
  public static ServerSettings demo(String name) {
    return none()
        .with("storesync.home", newHome(name).toString())
        .with("storesync.demo", "true")
        .with("storesync.demo.control.key", DEMO_CONTROL_KEY)
        .with("storesync.admin.password", ADMIN_PASSWORD)
        .with("storesync.api.token", API_TOKEN);
  }

  public ServerSettings with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new ServerSettings(more);
  }

  public ServerSettings with(ServerSettings others) {
    Map<String, String> more = new LinkedHashMap<>(values);
    more.putAll(others.values);
    return new ServerSettings(more);
  }

  public ServerSettings without(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(values);
    fewer.remove(name);
    return new ServerSettings(fewer);
  }

  /** With a simulated marketplace whose quota no test uses up. */
  public ServerSettings withAmpleQuota() {
    return with("storesync.demo.quota.factor", "1000");
  }

  /** With a new random key for secrets. */
  public ServerSettings withNewSecretKey() {
    byte[] key = new byte[32];
    new SecureRandom().nextBytes(key);
    return with("storesync.secret.key", Base64.getEncoder().encodeToString(key));
  }

  public Path home() {
    return Path.of(values.get("storesync.home"));
  }

  /** As options of a Java command line, with the temporary files where the tests have theirs. */
  public List<String> options() {
    return Stream.concat(
            Stream.of("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir")),
            values.entrySet().stream()
                .map(setting -> "-D" + setting.getKey() + "=" + setting.getValue())
                .sorted())
        .toList();
  }

  private static Path newHome(String name) {
    try {
      Path homes = Files.createDirectories(Path.of("target", "homes").toAbsolutePath());
      return Files.createTempDirectory(homes, name + "-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
