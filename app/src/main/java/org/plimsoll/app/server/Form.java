package org.plimsoll.app.server;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.session.Refusal;

/** The fields of a form that a page sends. */
final class Form {
  private static final String TYPE = "application/x-www-form-urlencoded";

  private Form() {}

  /**
   * Reads a form.
   *
   * @param largest bytes that it may have
   * @param fields that it may have
   * @param instead where a program asks the same
   * @throws Refusal if it has another field
   */
  static Map<String, String> read(
      Request request, long largest, List<String> fields, String instead) throws IOException {
    String type =
        request.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).replaceAll(";.*", "");
    if (!type.strip().equals(TYPE)) {
      throw new Api.ProblemFound(
          Problem.of(
              415,
              ProblemType.WRONG_MEDIA_TYPE,
              "a form is not '" + type + "'",
              "send Content-Type: " + TYPE + ", or ask " + instead));
    }
    Map<String, String> values = pairs(new String(request.body(largest), StandardCharsets.UTF_8));
    values.keySet().stream()
        .filter(key -> !fields.contains(key))
        .findFirst()
        .ifPresent(key -> {
          throw Refusal.of("the form has no field '" + key + "'", String.join(" or ", fields));
        });
    return values;
  }

  /** Keys and values of a query or a form. */
  static Map<String, String> pairs(String text) {
    Map<String, String> values = new TreeMap<>();
    for (String part : text.split("&", -1)) {
      int at = part.indexOf('=');
      if (at > 0) {
        values.put(decoded(part.substring(0, at)), decoded(part.substring(at + 1)));
      }
    }
    return values;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
