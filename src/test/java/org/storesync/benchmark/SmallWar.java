package org.storesync.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.storesync.benchmark.small.SmallApi;

/**
 * An application of one page, one bean, one timer, one entity and one resource, with the libraries
 * of StoreSync and what it tells the server about them.
 */
final class SmallWar {

  private static final String PERSISTENCE =
      """
      <persistence xmlns="https://jakarta.ee/xml/ns/persistence" version="3.0">
        <persistence-unit name="small" transaction-type="JTA">
          <jta-data-source>java:comp/DefaultDataSource</jta-data-source>
          <exclude-unlisted-classes>false</exclude-unlisted-classes>
        </persistence-unit>
      </persistence>
      """;

  private static final String WEB =
      """
      <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
        <servlet>
          <servlet-name>faces</servlet-name>
          <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class>
          <load-on-startup>1</load-on-startup>
        </servlet>
        <servlet-mapping>
          <servlet-name>faces</servlet-name>
          <url-pattern>*.xhtml</url-pattern>
        </servlet-mapping>
      </web-app>
      """;

  private static final String PAGE =
      """
      <html xmlns="http://www.w3.org/1999/xhtml" xmlns:h="jakarta.faces.html" xmlns:p="primefaces">
        <h:head><title>Small</title></h:head>
        <h:body><p:dataTable value="#{smallPage.rows}" var="row"><p:column>#{row.name}</p:column></p:dataTable></h:body>
      </html>
      """;

  private SmallWar() {}

  static Path make() {
    Path war = Path.of("target", "benchmarks", "small.war");
    try {
      Files.createDirectories(war.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    WebArchive storesync =
        ShrinkWrap.create(ZipImporter.class, "storesync.war")
            .importFrom(new File(System.getProperty("storesync.test.war")))
            .as(WebArchive.class);
    ShrinkWrap.create(WebArchive.class, "small.war")
        .merge(storesync, Filters.include("/WEB-INF/(lib/.*|beans.xml|glassfish-web.xml)"))
        .addPackage(SmallApi.class.getPackage())
        .addAsResource(new StringAsset(PERSISTENCE), "META-INF/persistence.xml")
        .addAsWebResource(new StringAsset(PAGE), "index.xhtml")
        .setWebXML(new StringAsset(WEB))
        .as(ZipExporter.class)
        .exportTo(war.toFile(), true);
    return war;
  }
}
