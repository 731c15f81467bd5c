package org.storesync.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.storesync.server.FormVisitor;
import org.storesync.server.RunningServer;
import org.storesync.server.ServerSettings;

/**
 * {@code java -jar payara-micro.jar --deploy storesync.war --contextroot / --port N --nocluster}:
 * without the boot commands the server listens everywhere and tells what it is; the application
 * makes up for it.
 */
@Tag("servers")
class PlainStartServerIT {

  private static final String LISTENS = "0A";

  private static RunningServer server;

  @BeforeAll
  static void start() {
    server = RunningServer.startPlainly("plain-start", ServerSettings.demo("plain-start"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** The server as another machine sees it. */
  private static FormVisitor outsider() throws IOException {
    String address =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(found -> found instanceof Inet4Address && !found.isLoopbackAddress())
            .findFirst()
            .map(found -> found.getHostAddress())
            .orElse("");
    Assumptions.assumeFalse(address.isEmpty(), "This machine has no address but the loopback one");
    return new FormVisitor(URI.create("http://" + address + ":" + server.port() + "/"));
  }

  @Test
  void on_this_machine_everything_works() {
    FormVisitor visitor = new FormVisitor(server.address()).signedIn();

    assertThat(visitor.get("index.xhtml").statusCode()).isEqualTo(200);
  }

  @Test
  void metrics_are_told_on_this_machine_but_not_through_a_proxy_on_it() {
    FormVisitor visitor = new FormVisitor(server.address());

    assertThat(visitor.get("metrics").body()).contains("storesync_nodes");
    assertThat(visitor.get("metrics", "X-Forwarded-For", "127.0.0.1").statusCode()).isEqualTo(403);
  }

  @Test
  void another_machine_gets_nothing_without_tls_but_is_told_why() throws IOException {
    for (String path : List.of("login.xhtml", "simulator/orders", "metrics", "openapi")) {
      HttpResponse<String> answer = outsider().get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      assertThat(answer.body()).as(path).contains("STORESYNC_TRUSTED_PROXIES");
    }
  }

  @Test
  void a_program_on_another_machine_is_told_why_in_a_problem_document() throws IOException {
    HttpResponse<String> answer =
        outsider().get("api/stores", "Authorization", "Bearer " + ServerSettings.API_TOKEN);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("STORESYNC_TRUSTED_PROXIES");
  }

  @Test
  void behind_tls_it_sends_no_cookie_because_none_would_be_secure() {
    FormVisitor visitor = new FormVisitor(server.address());

    HttpResponse<String> answer = visitor.get("login.xhtml", "X-Forwarded-Proto", "https");

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("--prebootcommandfile");
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    assertThat(visitor.get("health/ready", "X-Forwarded-Proto", "https").statusCode())
        .isEqualTo(200);
  }

  /** The sign-in stands before the refusal: it sends to the sign-in page, which is refused. */
  @Test
  void another_machine_without_a_session_gets_no_page_and_no_data() throws IOException {
    for (String path : List.of("", "index.xhtml", "api/stores", "nothing")) {
      assertThat(outsider().get(path).statusCode()).as(path).isIn(302, 401);
    }
  }

  @Test
  void a_session_of_this_machine_opens_nothing_to_another() throws IOException {
    FormVisitor here = new FormVisitor(server.address()).signedIn();

    assertThat(outsider().get("index.xhtml", "Cookie", "JSESSIONID=" + here.session()).statusCode())
        .isEqualTo(403);
  }

  @Test
  void nobody_gets_in_by_saying_that_he_came_by_tls_or_from_this_machine() throws IOException {
    assertThat(outsider().get("login.xhtml", "X-Forwarded-Proto", "https").statusCode())
        .isEqualTo(403);
    assertThat(outsider().get("login.xhtml", "X-Forwarded-For", "127.0.0.1").statusCode())
        .isEqualTo(403);
  }

  @Test
  void supervisors_see_from_outside_whether_it_is_well_and_nothing_else() throws IOException {
    HttpResponse<String> answer = outsider().get("health/ready");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("UP").doesNotContain("jdbc", "Exception", "/");
  }

  @Test
  void no_answer_tells_what_the_server_is() throws IOException {
    FormVisitor visitor = new FormVisitor(server.address());
    for (HttpResponse<String> answer :
        List.of(
            visitor.get("login.xhtml"),
            visitor.get("nothing"),
            visitor.get("health"),
            outsider().get("login.xhtml"))) {
      assertThat(answer.headers().map().toString() + answer.body())
          .doesNotContainPattern("(?i)payara|glassfish|grizzly|servlet/");
    }
  }

  @Test
  void it_listens_at_its_port_and_at_no_other() throws IOException {
    assertThat(listeningPorts()).containsExactly(server.port());
  }

  /** The ports of this process, as Linux tells them. */
  private static Set<Integer> listeningPorts() throws IOException {
    Path process = Path.of("/proc", Long.toString(server.pid()));
    Assumptions.assumeTrue(Files.isDirectory(process), "Only Linux tells the ports of a process");
    Set<String> sockets = new TreeSet<>();
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      for (Path file : files.toList()) {
        String target = Files.isSymbolicLink(file) ? Files.readSymbolicLink(file).toString() : "";
        if (target.startsWith("socket:[")) {
          sockets.add(target.substring("socket:[".length(), target.length() - 1));
        }
      }
    }
    Set<Integer> ports = new TreeSet<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : Files.readAllLines(process.resolve("net").resolve(table))) {
        String[] columns = line.strip().split("\\s+");
        if (columns[3].equals(LISTENS) && sockets.contains(columns[9])) {
          ports.add(Integer.parseInt(columns[1].replaceFirst(".*:", ""), 16));
        }
      }
    }
    return ports;
  }
}
