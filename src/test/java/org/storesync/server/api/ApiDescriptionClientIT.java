package org.storesync.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.storesync.server.api.ApiRoutes.Route;

/** The document that the server gives is what was promised by hand. */
@ArquillianTest
@RunAsClient
class ApiDescriptionClientIT {

  @ArquillianResource private URL server;

  @Test
  void the_served_description_is_the_promised_one() {
    String served =
        new ApiCaller(server, null).sendUnchecked("GET", "/openapi", Map.of(), null).body();

    assertThat(essence(ApiPromise.resolved(served))).isEqualTo(essence(ApiPromise.document()));
  }

  /** Paths, methods, parameters, statuses and schemas, without words. */
  private static SortedMap<String, String> essence(OpenAPI document) {
    SortedMap<String, String> essence = new TreeMap<>();
    for (Route route : ApiRoutes.of(document)) {
      essence.put(route.toString(), "there");
      if (route.operation().getParameters() != null) {
        route
            .operation()
            .getParameters()
            .forEach(parameter -> essence.put(route + " " + parameter.getName(), said(parameter)));
      }
      if (route.takesBody()) {
        essence.put(route + " body", said(route.operation().getRequestBody().getContent()));
      }
      route
          .operation()
          .getResponses()
          .forEach(
              (status, response) -> essence.put(route + " " + status, said(response.getContent())));
    }
    return essence;
  }

  private static String said(Parameter parameter) {
    return parameter.getIn()
        + (Boolean.TRUE.equals(parameter.getRequired()) ? " required " : " ")
        + said(parameter.getSchema());
  }

  private static String said(Content content) {
    return content.entrySet().stream()
        .map(entry -> entry.getKey() + " " + said(entry.getValue().getSchema()))
        .collect(Collectors.joining("; "));
  }

  private static String said(Schema<?> schema) {
    SortedMap<String, String> said = new TreeMap<>();
    said.put("type", schema.getType());
    put(said, "format", schema.getFormat());
    put(said, "minimum", schema.getMinimum());
    put(said, "maximum", schema.getMaximum());
    put(said, "default", schema.getDefault());
    if (schema.getEnum() != null) {
      said.put(
          "enum", schema.getEnum().stream().map(Object::toString).sorted().toList().toString());
    }
    if (schema.getItems() != null) {
      said.put("items", said(schema.getItems()));
    }
    if (schema.getRequired() != null) {
      said.put("required", new TreeSet<>(schema.getRequired()).toString());
    }
    if (schema.getAdditionalProperties() instanceof Schema<?> others) {
      said.put("others", said(others));
    } else {
      put(said, "others", schema.getAdditionalProperties());
    }
    if (schema.getProperties() != null) {
      schema.getProperties().forEach((name, property) -> said.put("." + name, said(property)));
    }
    return said.toString();
  }

  private static void put(Map<String, String> said, String name, Object value) {
    if (value != null) {
      said.put(name, Objects.toString(value));
    }
  }

  @Test
  void the_served_description_leads_to_where_it_was_read_whoever_asked_first() {
    String served =
        new ApiCaller(server, null).sendUnchecked("GET", "/openapi", Map.of(), null).body();

    assertThat(ApiPromise.resolved(served).getServers())
        .extracting(io.swagger.v3.oas.models.servers.Server::getUrl)
        .containsExactly("/");
  }

  @Test
  void each_route_that_was_promised_has_its_operation_id() {
    List<String> ids =
        ApiRoutes.of(ApiPromise.document()).stream()
            .map(route -> route.operation().getOperationId())
            .toList();

    assertThat(ids).doesNotContainNull().doesNotHaveDuplicates();
  }
}
