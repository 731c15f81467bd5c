package org.storesync.server;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
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
import org.jboss.shrinkwrap.api.asset.Asset;
import org.jboss.shrinkwrap.api.asset.FileAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What all container tests share: the WAR as it was built, with the test classes put into it, is
 * deployed once for each run of the tests.
 *
 * <p>Everything of {@code org.storesync} in the test tree goes in, so that a test may bring beans
 * of its own, except what runs outside of the server: the packages {@code architecture}, {@code
 * browser} and {@code server}, and classes whose names end in {@code Test} (plain tests), {@code
 * ClientIT} (talk to this server by HTTP), {@code BrowserIT} and {@code ServerIT}.
 */
public final class Deployments {

  private static final Path TEST_CLASSES = locationOf(Deployments.class);
  private static final List<String> OUTSIDE_PACKAGES =
      List.of("org/storesync/architecture", "org/storesync/browser", "org/storesync/server");
  private static final List<String> OUTSIDE_NAMES =
      List.of("Test", "ClientIT", "BrowserIT", "ServerIT");
  private static final List<Class<?>> LIBRARIES =
      List.of(Assertions.class, ByteBuddy.class, Awaitility.class, Matcher.class);

  private static final String WEB_XML = "WEB-INF/web.xml";
  private static final String OPEN_TO_ALL = "<url-pattern>/health/*</url-pattern>";
  private static final String TEST_RUNNER =
      "<url-pattern>/ArquillianServletRunnerEE9/*</url-pattern>";

  private Deployments() {}

  @Deployment
  public static WebArchive storesync() {
    WebArchive archive =
        ShrinkWrap.create(ZipImporter.class, "storesync.war")
            .importFrom(new File(System.getProperty("storesync.test.war")))
            .as(WebArchive.class);
    letTestsIn(archive);
    LIBRARIES.forEach(library -> archive.addAsLibrary(locationOf(library).toFile()));
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

  /** Everything needs a sign-in; the servlet that runs the tests, only there now, has none. */
  private static void letTestsIn(WebArchive archive) {
    String descriptor = read(archive.get(WEB_XML).getAsset());
    if (!descriptor.contains(OPEN_TO_ALL)) {
      throw new IllegalStateException(WEB_XML + " no longer opens " + OPEN_TO_ALL);
    }
    archive.delete(WEB_XML);
    archive.add(
        new StringAsset(descriptor.replace(OPEN_TO_ALL, OPEN_TO_ALL + TEST_RUNNER)), WEB_XML);
  }

  private static String read(Asset asset) {
    try (InputStream content = asset.openStream()) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
