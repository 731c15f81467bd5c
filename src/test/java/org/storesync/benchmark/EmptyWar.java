package org.storesync.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** An application of one page: what is left is the server. */
final class EmptyWar {

  private EmptyWar() {}

  static Path make() {
    Path war = Path.of("target", "benchmarks", "empty.war");
    try {
      Files.createDirectories(war.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ShrinkWrap.create(WebArchive.class, "empty.war")
        .addAsWebResource(new StringAsset("<!DOCTYPE html><title>Empty</title>"), "index.html")
        .as(ZipExporter.class)
        .exportTo(war.toFile(), true);
    return war;
  }
}
