package org.storesync.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASModelReader;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * The OpenAPI document at {@code /openapi}, read from the resources as they are: their paths,
 * parameters, and the records that they take and answer. The server's own scanner is switched off:
 * it calls instants objects and allows records no property. What {@link StrictBodies}, {@link
 * StrictParameters} and {@link ProblemAnswers} do for every resource is said for every resource.
 */
public class ApiDescription implements OASModelReader {

  private static final String TOKEN = "token";

  private final Schemas schemas = new Schemas();

  @Override
  public OpenAPI buildModel() {
    OpenAPI document =
        OASFactory.createOpenAPI()
            .openapi("3.0.3")
            .info(
                OASFactory.createInfo()
                    .title("StoreSync")
                    .version("1")
                    .description(
                        "Keeps Amazon seller accounts and a back office in step. Every call needs a"
                            + " token, made on the page Users; refusals are problem documents (RFC"
                            + " 9457)."))
            // Where the description itself was read: this server does not know under which name.
            .addServer(OASFactory.createServer().url("/"))
            .addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN))
            .paths(OASFactory.createPaths());
    Map<String, PathItem> paths = new TreeMap<>();
    resources().forEach(resource -> describe(resource, paths));
    paths.forEach(document.getPaths()::addPathItem);
    return document.components(
        OASFactory.createComponents()
            .schemas(schemas.named())
            .addSecurityScheme(
                TOKEN,
                OASFactory.createSecurityScheme()
                    .type(SecurityScheme.Type.HTTP)
                    .scheme("bearer")
                    .description("A token made on the page Users")));
  }

  private static List<Class<?>> resources() {
    return CDI.current().getBeanManager().getBeans(Object.class, Any.Literal.INSTANCE).stream()
        .<Class<?>>map(Bean::getBeanClass)
        .filter(type -> type.isAnnotationPresent(Path.class))
        .distinct()
        .sorted(Comparator.comparing(Class::getName))
        .toList();
  }

  private void describe(Class<?> resource, Map<String, PathItem> paths) {
    for (Method method : resource.getDeclaredMethods()) {
      verb(method)
          .ifPresent(
              verb ->
                  paths
                      .computeIfAbsent(
                          address(resource, method), any -> OASFactory.createPathItem())
                      .setOperation(PathItem.HttpMethod.valueOf(verb), operation(method)));
    }
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(found -> found != null)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static String address(Class<?> resource, Method method) {
    String address = "/" + RestApi.ROOT + "/" + resource.getAnnotation(Path.class).value();
    Path below = method.getAnnotation(Path.class);
    return below == null ? address : address + "/" + below.value();
  }

  private Operation operation(Method method) {
    var words = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
    Operation operation = OASFactory.createOperation().operationId(method.getName());
    if (words != null) {
      operation.summary(words.summary());
      operation.operationId(words.operationId().isEmpty() ? method.getName() : words.operationId());
    }
    APIResponses responses = OASFactory.createAPIResponses();
    success(method, responses);
    refusal(responses, 401, "The token is missing, wrong, expired or revoked");
    refusal(responses, 406, "Another media type is asked for");
    if (method.isAnnotationPresent(RolesAllowed.class)) {
      refusal(responses, 403, "The token's role is too low");
    }
    for (Parameter parameter : method.getParameters()) {
      describe(parameter, operation, responses);
    }
    if (operation.getParameters() != null || operation.getRequestBody() != null) {
      refusal(responses, 400, "A parameter or field is wrong");
    }
    for (var said :
        method.getAnnotationsByType(
            org.eclipse.microprofile.openapi.annotations.responses.APIResponse.class)) {
      refusal(responses, Integer.parseInt(said.responseCode()), said.description());
    }
    return operation.responses(responses);
  }

  private void success(Method method, APIResponses responses) {
    APIResponseSchema said = method.getAnnotation(APIResponseSchema.class);
    Schema schema = schemas.of(said == null ? method.getGenericReturnType() : said.value());
    String status = said == null || said.responseCode().isEmpty() ? "200" : said.responseCode();
    responses.addAPIResponse(status, response("Done", mediaType(method), schema));
  }

  private static String mediaType(Method method) {
    Produces own = method.getAnnotation(Produces.class);
    return own == null ? MediaType.APPLICATION_JSON : own.value()[0];
  }

  private void refusal(APIResponses responses, int status, String description) {
    responses.addAPIResponse(
        Integer.toString(status),
        response(description, Problem.MEDIA_TYPE, schemas.of(Problem.class)));
  }

  private static APIResponse response(String description, String mediaType, Schema schema) {
    return OASFactory.createAPIResponse()
        .description(description)
        .content(content(mediaType, schema));
  }

  private static Content content(String mediaType, Schema schema) {
    return OASFactory.createContent()
        .addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
  }

  private void describe(Parameter parameter, Operation operation, APIResponses responses) {
    if (parameter.isAnnotationPresent(QueryParam.class)) {
      add(
          operation,
          parameter,
          parameter.getAnnotation(QueryParam.class).value(),
          org.eclipse.microprofile.openapi.models.parameters.Parameter.In.QUERY);
    } else if (parameter.isAnnotationPresent(PathParam.class)) {
      add(
          operation,
          parameter,
          parameter.getAnnotation(PathParam.class).value(),
          org.eclipse.microprofile.openapi.models.parameters.Parameter.In.PATH);
      refusal(responses, 404, "What the address names is not there");
    } else if (parameter.isAnnotationPresent(HeaderParam.class)) {
      add(
          operation,
          parameter,
          parameter.getAnnotation(HeaderParam.class).value(),
          org.eclipse.microprofile.openapi.models.parameters.Parameter.In.HEADER);
      if (parameter.getAnnotation(HeaderParam.class).value().equals(HttpHeaders.IF_MATCH)) {
        refusal(responses, 412, "Somebody was faster");
        refusal(responses, 428, "If-Match is missing");
      }
    } else if (!parameter.isAnnotationPresent(Context.class)) {
      operation.requestBody(
          OASFactory.createRequestBody()
              .required(true)
              .content(content(MediaType.APPLICATION_JSON, schemas.of(parameter.getType()))));
      refusal(responses, 413, "The body is too large");
      refusal(responses, 415, "The body is not JSON");
    }
  }

  private void add(
      Operation operation,
      Parameter parameter,
      String name,
      org.eclipse.microprofile.openapi.models.parameters.Parameter.In in) {
    operation.addParameter(
        OASFactory.createParameter()
            .name(name)
            .in(in)
            // A version is asked for with a status of its own; a place in the address is there.
            .required(in != org.eclipse.microprofile.openapi.models.parameters.Parameter.In.QUERY)
            .schema(schemas.of(parameter.getParameterizedType())));
  }
}
