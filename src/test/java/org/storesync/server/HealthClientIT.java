package org.storesync.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ArquillianTest
@RunAsClient
class HealthClientIT {

  @ArquillianResource private URL server;

  @ParameterizedTest
  @ValueSource(strings = {"health/live", "health/ready", "health/started", "health"})
  void a_started_server_says_that_it_is_well_and_nothing_else(String path) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(server + path)).build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(200);
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      JsonObject health = reader.readObject();
      assertThat(health.getString("status")).isEqualTo("UP");
      assertThat(health.getJsonArray("checks").getValuesAs(JsonObject.class))
          .isNotEmpty()
          .allSatisfy(check -> assertThat(check.getJsonObject("data")).isEmpty());
    }
  }
}
