package org.storesync.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.FileAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * The WAR as it was built, with a package of test classes put into it, for {@link RunningServer}.
 */
public final class ExtendedWar {

  private ExtendedWar() {}

  /**
   * Writes it to {@code target/<folder>/storesync.war}.
   *
   * @param member a class of the package that goes in as a whole
   */
  public static Path write(String folder, Class<?> member, JavaArchive... libraries) {
    Path war = Path.of("target", folder, "storesync.war");
    WebArchive archive =
        ShrinkWrap.create(ZipImporter.class, "storesync.war")
            .importFrom(new File(System.getProperty("storesync.test.war")))
            .as(WebArchive.class);
    archive.addAsLibraries(libraries);
    String room = member.getPackageName().replace('.', '/');
    try (Stream<Path> files = Files.list(testClasses().resolve(room))) {
      files.forEach(
          file ->
              archive.addAsWebInfResource(
                  new FileAsset(file.toFile()), "classes/" + room + "/" + file.getFileName()));
      Files.createDirectories(war.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    archive.as(ZipExporter.class).exportTo(war.toFile(), true);
    return war;
  }

  private static Path testClasses() {
    try {
      return Path.of(ExtendedWar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
