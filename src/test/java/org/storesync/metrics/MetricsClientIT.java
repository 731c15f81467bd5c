package org.storesync.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.storesync.server.FormVisitor;

/** Who gets in without any setting. */
@ArquillianTest
@RunAsClient
class MetricsClientIT {

  @ArquillianResource private URL server;

  @Test
  void on_this_machine_the_metrics_are_told() {
    HttpResponse<String> answer = visitor().get("metrics");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body())
        .contains("# TYPE storesync_runs_active gauge", "storesync_database_up");
  }

  @ParameterizedTest
  @CsvSource({
    "X-Forwarded-For, 127.0.0.1",
    "X-Forwarded-Proto, https",
    "Forwarded, for=127.0.0.1",
    "Via, 1.1 proxy"
  })
  void who_comes_through_a_proxy_is_told_nothing(String header, String value) {
    for (String path : new String[] {"metrics", "metrics/", "metrics/base", "metrics;x=1"}) {
      HttpResponse<String> answer = visitor().get(path, header, value);

      assertThat(answer.statusCode()).as(path).isEqualTo(403);
      assertThat(answer.body()).as(path).doesNotContain("storesync_", "memory");
    }
  }

  private FormVisitor visitor() {
    return new FormVisitor(URI.create(server.toString()));
  }
}
