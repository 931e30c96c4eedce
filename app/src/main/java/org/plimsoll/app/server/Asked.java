package org.plimsoll.app.server;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;

/**
 * What a request asks of its route, read and looked at.
 *
 * @param values of parameters by name, those of the path too
 * @param query as it was sent
 * @param body as it was sent; empty if there is none
 * @param lastEvent number of the last event that a stream of news has shown; 0 if it is new
 * @param offset at which a piece of an upload begins; 0 if the body is none
 * @param who asks, if that is known
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Asked(
    SortedMap<String, String> values,
    String query,
    byte[] body,
    long lastEvent,
    long offset,
    Optional<Tokens.Token> who) {
  private static final long LARGEST_BODY = 4 << 20;

  /** Media types of a body, which the document itself tells apart. */
  private static final List<String> DOCUMENTS =
      List.of("application/yaml", "application/json", "text/plain");

  private static final List<String> PIECES =
      List.of("application/offset+octet-stream", "application/octet-stream");
  private static final String NUMBER = "[0-9]{1,15}";

  Asked {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /**
   * Reads what a request asks.
   *
   * @throws Refusal if its route does not take a parameter or its value
   * @throws IOException if its body cannot be read
   */
  static Asked of(Request request, Route route, Optional<Tokens.Token> who) throws IOException {
    TreeMap<String, String> values = new TreeMap<>();
    if (!(route.says() instanceof Route.Says.OfState)) {
      readParameters(request.query(), route, values);
    }
    route
        .match(request.path().substring(Api.ROOT.length()))
        .ifPresent(inPath -> inPath.forEach(values::put));
    byte[] body =
        switch (route.body()) {
          case NONE -> new byte[0];
          case DOCUMENT -> document(request, route);
          case PIECE -> body(request, route, PIECES);
        };
    long lastEvent =
        request
            .header("Last-Event-ID")
            .filter(number -> number.matches(NUMBER))
            .map(Long::valueOf)
            .orElse(0L);
    long offset = route.body() == Route.Body.PIECE ? offset(request) : 0;
    return new Asked(values, request.query(), body, lastEvent, offset, who);
  }

  /** What was asked before, read and looked at then. */
  static Asked of(SortedMap<String, String> values) {
    return new Asked(values, "", new byte[0], 0, 0, Optional.empty());
  }

  private static long offset(Request request) {
    return request
        .header("Upload-Offset")
        .filter(number -> number.matches(NUMBER))
        .map(Long::valueOf)
        .orElseThrow(
            () -> Refusal.of("there is no header Upload-Offset", "send the place where it begins"));
  }

  private static void readParameters(String query, Route route, Map<String, String> values) {
    for (String part : query.split("&", -1)) {
      if (!part.isEmpty()) {
        int at = part.indexOf('=');
        String name = decoded(at < 0 ? part : part.substring(0, at));
        String value = at < 0 ? "" : decoded(part.substring(at + 1));
        param(route, name).require(value);
        if (values.put(name, value) != null) {
          throw Refusal.of(name + " is given twice", "give it once");
        }
      }
    }
  }

  private static Param param(Route route, String name) {
    List<Param> known = route.allParams();
    return known.stream()
        .filter(param -> param.name().equals(name))
        .findFirst()
        .orElseThrow(() -> {
          List<String> names = known.stream().map(Param::name).toList();
          return Refusal.of(
              "there is no parameter '" + name + "'",
              Nearest.wayOut(name, names, "one of " + String.join(", ", names)));
        });
  }

  private static byte[] document(Request request, Route route) throws IOException {
    byte[] body = body(request, route, DOCUMENTS);
    if (body.length == 0) {
      throw Refusal.of("the body is empty", "send the document in it");
    }
    return body;
  }

  private static byte[] body(Request request, Route route, List<String> types) throws IOException {
    String type =
        request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).replaceAll(";.*", "");
    if (!types.contains(type.strip())) {
      throw new Api.ProblemFound(
          Problem.of(
              415,
              "wrong-media-type",
              "The body is of a type that is not taken",
              route.path() + " takes no '" + type + "'",
              "send Content-Type: %s, or %s".formatted(types.getFirst(), types.get(1))));
    }
    return request.body(LARGEST_BODY);
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw Refusal.of("'" + text + "' is not encoded as addresses are", "write % as %25");
    }
  }

  Optional<String> word(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A value of the path, which every request of the route has. */
  String inPath(String name) {
    return word(name).orElseThrow();
  }

  List<String> words(String name) {
    return word(name).map(all -> List.of(all.split(",", -1))).orElse(List.of());
  }

  Optional<LocalDate> day(String name) {
    return word(name).map(LocalDate::parse);
  }

  Optional<Integer> count(String name) {
    return word(name).map(Integer::valueOf);
  }

  boolean flag(String name) {
    return word(name).map(value -> !value.equals("false")).orElse(false);
  }

  /** The body as a text. */
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
