package org.storesync.benchmark;

import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.storesync.benchmark.memory.BenchmarkDoor;
import org.storesync.server.ExtendedWar;

/** The WAR with a marketplace in memory, and with doors that are open to the benchmarks. */
final class BenchmarkWar {

  private BenchmarkWar() {}

  static Path write() {
    return ExtendedWar.write("benchmarks", BenchmarkDoor.class, openDoors());
  }

  private static JavaArchive openDoors() {
    return ShrinkWrap.create(JavaArchive.class, "benchmark-doors.jar")
        .addAsManifestResource(
            new StringAsset(
                """
                <web-fragment xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                  <name>benchmark-doors</name>
                  <security-constraint>
                    <web-resource-collection>
                      <web-resource-name>benchmarks</web-resource-name>
                      <url-pattern>/benchmark/*</url-pattern>
                    </web-resource-collection>
                  </security-constraint>
                </web-fragment>
                """),
            "web-fragment.xml");
  }
}
