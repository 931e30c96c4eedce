package org.plimsoll.app.server;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.language.Language;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;

/**
 * What a request asks of its route, read and looked at.
 *
 * @param values of parameters by name, those of the path too
 * @param query as it was sent
 * @param body as it was sent; empty if there is none
 * @param type media type of the body; empty if there is none
 * @param lastEvent number of the last event that a stream of news has shown; 0 if it is new
 * @param offset at which a piece of an upload begins; 0 if the body is none
 * @param accept media types that the reply may have; empty if that is not said
 * @param ifMatch the tag that what is changed must still have, without its quotation marks
 * @param language in which who asks would read a part of a page
 * @param who the token that it came with
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Asked(
    SortedMap<String, String> values,
    String query,
    byte[] body,
    String type,
    long lastEvent,
    long offset,
    String accept,
    Optional<String> ifMatch,
    Language language,
    Optional<Tokens.Token> who) {
  private static final long LARGEST_BODY = 4 << 20;

  private static final String NUMBER = "[0-9]{1,15}";

  Asked {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  /**
   * Reads what a request asks.
   *
   * @param who the token that it came with
   * @throws Refusal if its route does not take a parameter or its value
   * @throws IOException if its body cannot be read
   */
  static Asked of(Request request, Route route, Optional<Tokens.Token> who) throws IOException {
    TreeMap<String, String> values = new TreeMap<>();
    if (!(route.says() instanceof Route.Says.OfState)) {
      values.putAll(parameters(request.query(), route.allParams()));
    }
    route
        .match(request.path().substring(Api.ROOT.length()))
        .ifPresent(inPath -> inPath.forEach(values::put));
    String type = route.body() == Route.Body.NONE ? "" : type(request, route);
    byte[] body = type.isEmpty() ? new byte[0] : body(request, route);
    long lastEvent =
        request
            .header("Last-Event-ID")
            .filter(number -> number.matches(NUMBER))
            .map(Long::valueOf)
            .orElse(0L);
    long offset = route.body() == Route.Body.PIECE ? offset(request) : 0;
    Optional<String> ifMatch =
        request.header("If-Match").map(tag -> tag.strip().replaceAll("^\"|\"$", ""));
    return new Asked(
        values,
        request.query(),
        body,
        type,
        lastEvent,
        offset,
        request.header("Accept").orElse(""),
        ifMatch,
        Language.preferred(request.header("Accept-Language").orElse("")),
        who);
  }

  /** What was asked before, read and looked at then. */
  static Asked of(SortedMap<String, String> values) {
    return new Asked(
        values,
        "",
        new byte[0],
        "",
        0,
        0,
        "",
        Optional.empty(),
        Language.ENGLISH,
        Optional.empty());
  }

  private static long offset(Request request) {
    return request
        .header("Upload-Offset")
        .filter(number -> number.matches(NUMBER))
        .map(Long::valueOf)
        .orElseThrow(
            () -> Refusal.of("there is no header Upload-Offset", "send the place where it begins"));
  }

  /**
   * The parameters of a query by name.
   *
   * @param known those that may be there
   * @throws Refusal if another is, or a value is not what it may be
   */
  static SortedMap<String, String> parameters(String query, List<Param> known) {
    SortedMap<String, String> values = new TreeMap<>();
    for (String part : query.split("&", -1)) {
      if (!part.isEmpty()) {
        int at = part.indexOf('=');
        String name = decoded(at < 0 ? part : part.substring(0, at));
        String value = at < 0 ? "" : decoded(part.substring(at + 1));
        param(known, name).require(value);
        if (values.put(name, value) != null) {
          throw Refusal.of(name + " is given twice", "give it once");
        }
      }
    }
    return values;
  }

  private static Param param(List<Param> known, String name) {
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

  private static String type(Request request, Route route) {
    String said =
        request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).replaceAll(";.*", "");
    String type = said.strip();
    List<String> taken = route.body().types();
    if (!taken.contains(type)) {
      throw new Api.ProblemFound(
          Problem.of(
              415,
              ProblemType.WRONG_MEDIA_TYPE,
              route.path() + " takes no '" + type + "'",
              "send Content-Type: " + String.join(", or ", taken)));
    }
    return type;
  }

  private static byte[] body(Request request, Route route) throws IOException {
    byte[] body = request.body(LARGEST_BODY);
    if (body.length == 0 && route.body() != Route.Body.PIECE) {
      throw Refusal.of("the body is empty", "send the document in it");
    }
    return body;
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
