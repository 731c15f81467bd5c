package org.storesync.server;

import com.icegreen.greenmail.util.GreenMail;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.hamcrest.Matcher;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.FileAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What all container tests share: the WAR as it was built, with the test classes put into it, is
 * deployed once for each run of the tests.
 *
 * <p>Everything of {@code org.storesync} in the test tree goes in, so that a test may bring beans
 * of its own, except what runs outside of the server: the packages {@code architecture}, {@code
 * benchmark}, {@code browser}, {@code faults}, {@code server} and {@code unattended}, and classes
 * whose names end in {@code Test} (plain tests), {@code ClientIT} (talk to this server by HTTP),
 * {@code BrowserIT} and {@code ServerIT}.
 */
public final class Deployments {

  private static final Path TEST_CLASSES = locationOf(Deployments.class);
  private static final List<String> OUTSIDE_PACKAGES =
      List.of(
          "org/storesync/architecture",
          "org/storesync/benchmark",
          "org/storesync/browser",
          "org/storesync/faults",
          "org/storesync/server",
          "org/storesync/unattended");
  private static final List<String> OUTSIDE_NAMES =
      List.of("Test", "ClientIT", "BrowserIT", "ServerIT");
  private static final List<Class<?>> LIBRARIES =
      List.of(Assertions.class, ByteBuddy.class, Awaitility.class, Matcher.class, GreenMail.class);

  private Deployments() {}

  @Deployment
  public static WebArchive storesync() {
    WebArchive archive =
        ShrinkWrap.create(ZipImporter.class, "storesync.war")
            .importFrom(new File(System.getProperty("storesync.test.war")))
            .as(WebArchive.class);
    LIBRARIES.forEach(library -> archive.addAsLibrary(locationOf(library).toFile()));
    archive.addAsLibrary(openDoor());
    try (Stream<Path> files = Files.walk(TEST_CLASSES.resolve("org/storesync"))) {
      files
          .filter(Files::isRegularFile)
          .map(TEST_CLASSES::relativize)
          .filter(file -> belongsInside(file.toString().replace(File.separatorChar, '/')))
          .forEach(
              file ->
                  archive.addAsWebInfResource(
                      new FileAsset(TEST_CLASSES.resolve(file).toFile()), "classes/" + file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return archive;
  }

  /** Arquillian calls its servlet inside the server without signing in. */
  private static JavaArchive openDoor() {
    return ShrinkWrap.create(JavaArchive.class, "open-door.jar")
        .addAsManifestResource(
            new StringAsset(
                """
                <web-fragment xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <name>open-door</name>
                  <security-constraint>
                    <web-resource-collection>
                      <web-resource-name>tests</web-resource-name>
                      <url-pattern>/ArquillianServletRunnerEE9</url-pattern>
                    </web-resource-collection>
                  </security-constraint>
                </web-fragment>
                """),
            "web-fragment.xml");
  }

  /**
   * @param file path below the test classes, with slashes
   */
  static boolean belongsInside(String file) {
    if (OUTSIDE_PACKAGES.stream().anyMatch(room -> file.startsWith(room + "/"))) {
      return false;
    }
    String outermost = file.replaceAll("^.*/", "").replaceAll("([$].*)?[.]class$", "");
    return OUTSIDE_NAMES.stream().noneMatch(outermost::endsWith);
  }

  private static Path locationOf(Class<?> member) {
    try {
      return Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
