package org.storesync.server.api;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.JsonValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The description of the API that was written by hand, and whether answers keep it. */
final class ApiPromise {

  private static final String TEXT = read();
  private static final OpenApiInteractionValidator VALIDATOR =
      OpenApiInteractionValidator.createForInlineApiSpecification(TEXT).build();

  private ApiPromise() {}

  /** The description with every reference replaced by what it refers to. */
  static OpenAPI document() {
    return resolved(TEXT);
  }

  static OpenAPI resolved(String text) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    options.setResolveFully(true);
    return new OpenAPIV3Parser().readContents(text, List.of(), options).getOpenAPI();
  }

  /**
   * @throws AssertionError if the description does not allow the answer
   */
  static void check(String method, String path, ApiAnswer answer) {
    SimpleResponse.Builder response =
        SimpleResponse.Builder.status(answer.status()).withBody(answer.body());
    answer.headers().firstValue("Content-Type").ifPresent(type -> response.withContentType(type));
    ValidationReport report =
        VALIDATOR.validateResponse(path, Request.Method.valueOf(method), response.build());
    if (report.hasErrors()) {
      throw new AssertionError(
          "%s %s: %s%n%s"
              .formatted(
                  method, path, JsonValidationReportFormat.getInstance().apply(report), answer));
    }
  }

  private static String read() {
    try (InputStream file = ApiPromise.class.getResourceAsStream("api.yaml")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
