package org.storesync.unattended;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.time.Clock;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is shipped, as it was built. */
@Tag("servers")
class ShippedClockServerIT {

  @Test
  void the_only_clock_that_is_shipped_is_that_of_the_server() throws IOException {
    try (JarFile war = new JarFile(System.getProperty("storesync.test.war"))) {
      assertThat(new ClassFileImporter().importJar(war))
          .filteredOn(found -> found.isAssignableTo(Clock.class))
          .extracting(JavaClass::getName)
          .containsExactly("org.storesync.platform.time.ServerClock");
    }
  }
}
