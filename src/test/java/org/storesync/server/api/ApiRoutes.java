package org.storesync.server.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import java.util.List;

/** The operations of a description, one by one. */
final class ApiRoutes {

  /** One of them. */
  record Route(String method, String path, Operation operation) {

    boolean takesBody() {
      return operation.getRequestBody() != null;
    }

    boolean answers(String status) {
      return operation.getResponses().containsKey(status);
    }

    /** Its address for things that are not there. */
    String withNothing() {
      return path.replace("{store}", "nobody").replace("{entity}", "NOTHING").replace("{id}", "1");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private ApiRoutes() {}

  static List<Route> of(OpenAPI document) {
    return document.getPaths().entrySet().stream()
        .filter(path -> !path.getKey().startsWith("/api/for-tests"))
        .flatMap(
            path ->
                path.getValue().readOperationsMap().entrySet().stream()
                    .map(entry -> route(path.getKey(), entry.getKey(), entry.getValue())))
        .toList();
  }

  private static Route route(String path, PathItem.HttpMethod method, Operation operation) {
    return new Route(method.name(), path, operation);
  }
}
