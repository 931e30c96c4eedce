package org.plimsoll.app.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plimsoll.app.json.CanonicalJson;

/** The list of routes as an OpenAPI 3.1 document: the same list, the same bytes. */
final class OpenApi {
  private static final String PROBLEM = "#/components/responses/problem";

  private OpenApi() {}

  static String of(List<Route> routes) {
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    for (Route route : routes) {
      paths
          .computeIfAbsent(Api.ROOT + route.path(), path -> new TreeMap<>())
          .put(route.method().toLowerCase(java.util.Locale.ROOT), operation(route));
    }
    return CanonicalJson.write(
        Map.of(
            "openapi",
            "3.1.0",
            "info",
            Map.of(
                "title",
                "Plimsoll",
                "version",
                "1",
                "description",
                "What the command line says, over HTTP. Tables have the keys and units of"
                    + " docs/reference/answers.md."),
            "paths",
            paths,
            "components",
            components()));
  }

  private static Map<String, Object> operation(Route route) {
    Map<String, Object> operation = new TreeMap<>();
    operation.put("summary", route.summary());
    operation.put("operationId", id(route));
    List<Object> parameters = new ArrayList<>();
    for (String name : route.pathParameters()) {
      parameters.add(
          Map.of("name", name, "in", "path", "required", true, "schema", Map.of("type", "string")));
    }
    route.allParams().forEach(param -> parameters.add(parameter(param)));
    if (route.says() instanceof Route.Says.OfState) {
      parameters.add(state());
    }
    if (route.method().equals("PUT")) {
      parameters.add(ifMatch());
    }
    if (route.body() == Route.Body.PIECE) {
      parameters.add(offset());
    }
    operation.put("parameters", parameters);
    if (route.body() != Route.Body.NONE) {
      operation.put(
          "requestBody", Map.of("required", true, "content", content(route.body().types())));
    }
    operation.put("responses", responses(route));
    Map<String, Object> token = Map.of("token", List.of());
    operation.put(
        "security", route.role().isOpen(true) ? List.of(Map.of(), token) : List.of(token));
    operation.put("x-role", route.role().word());
    operation.put("x-lane", route.work().lane().name());
    if (!route.says().verb().isEmpty()) {
      operation.put("x-verb", route.says().verb());
    }
    return operation;
  }

  private static String id(Route route) {
    return route.method().toLowerCase(java.util.Locale.ROOT)
        + route.path().replaceAll("[{}]", "").replace('/', '-');
  }

  private static Map<String, Object> offset() {
    return Map.of(
        "name",
        "Upload-Offset",
        "in",
        "header",
        "required",
        true,
        "description",
        "Where the piece begins: behind the bytes that are there.",
        "schema",
        Map.of("type", "integer", "minimum", 0));
  }

  private static Map<String, Object> parameter(Param param) {
    Map<String, Object> one = new TreeMap<>();
    one.put("name", param.name());
    one.put("in", "query");
    one.put("description", param.description());
    one.put("schema", param.schema());
    if (param.isList()) {
      one.put("style", "form");
      one.put("explode", false);
    } else {
      one.put("example", param.typedExample());
    }
    return one;
  }

  private static Map<String, Object> ifMatch() {
    return Map.of(
        "name",
        "If-Match",
        "in",
        "header",
        "description",
        "The tag of what was read; if that has changed since, nothing is done (412).",
        "schema",
        Map.of("type", "string"));
  }

  /** The keys of a state are those of the Lab, with products and places in them. */
  private static Map<String, Object> state() {
    return Map.of(
        "name",
        "state",
        "in",
        "query",
        "style",
        "form",
        "explode",
        true,
        "description",
        "A state of the Lab: docs/reference/lab-state.md has its keys, units and ranges.",
        "schema",
        Map.of("type", "object", "additionalProperties", Map.of("type", "string")));
  }

  private static Map<String, Object> responses(Route route) {
    Map<String, Object> responses = new TreeMap<>();
    responses.put(
        "200",
        switch (route.says()) {
          case Route.Says.Tables _ ->
              Map.of(
                  "description",
                  "The answer, or one of its tables.",
                  "content",
                  Map.of(
                      "application/json",
                      Map.of("schema", Map.of("$ref", "#/components/schemas/answer")),
                      "text/csv",
                      Map.of("schema", Map.of("type", "string"))));
          case Route.Says.Document document ->
              Map.of("description", "The answer.", "content", content(document.types()));
          case Route.Says.OfState state ->
              Map.of("description", "The answer.", "content", content(List.of(state.type())));
        });
    if (route.method().equals("PUT")) {
      responses.put("201", responses.getOrDefault("200", Map.of()));
    }
    responses.put("default", Map.of("$ref", PROBLEM));
    return responses;
  }

  private static Map<String, Object> content(List<String> types) {
    Map<String, Object> content = new TreeMap<>();
    types.forEach(type -> content.put(type, Map.of()));
    return content;
  }

  private static Map<String, Object> components() {
    Map<String, Object> row = Map.of("type", "object");
    return Map.of(
        "schemas",
        Map.of(
            "answer",
            Map.of(
                "type",
                "object",
                "description",
                "Facts, then a list of rows for each table, then remarks.",
                "required",
                List.of("remarks"),
                "properties",
                Map.of("remarks", Map.of("type", "array", "items", Map.of("type", "string")))),
            "problem",
            Map.of(
                "type",
                "object",
                "required",
                List.of("type", "title", "status", "detail", "instance"),
                "properties",
                Map.of(
                    "type", Map.of("type", "string"),
                    "title", Map.of("type", "string"),
                    "status", Map.of("type", "integer"),
                    "detail", Map.of("type", "string"),
                    "instance", Map.of("type", "string"),
                    "maybe", Map.of("type", "string"),
                    "ledger", Map.of("type", "string"),
                    "errors", Map.of("type", "array", "items", row)))),
        "responses",
        Map.of(
            "problem",
            Map.of(
                "description",
                "Why there is no answer: RFC 9457.",
                "content",
                Map.of(
                    "application/problem+json",
                    Map.of("schema", Map.of("$ref", "#/components/schemas/problem"))))),
        "securitySchemes",
        Map.of("token", Map.of("type", "http", "scheme", "bearer")));
  }
}
