package org.plimsoll.app.server;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plimsoll.app.language.Language;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.session.Refusal;

/**
 * The language of a page in its addresses. A page is written as if no address named a language;
 * here, at the one place where pages leave, {@code lang=} is added to what a page that was asked
 * for in a language leads to, whoever wrote the link.
 */
final class LanguageLinks {
  private static final String HTML = "text/html";
  private static final String LOCATION = "Location";

  /** Where a page writes addresses, and where a form ends. */
  private static final Pattern PLACES =
      Pattern.compile("</form>| (?<name>href|action|method|data-state)=\"(?<value>[^\"]*)\"");

  /** What answers alike in every language. */
  private static final Pattern ALIKE = Pattern.compile("/(?:api|site)/.*");

  private static final String TO_OTHERS = "?" + Language.PARAMETER + "=";

  private final String query;
  private final Optional<Language> asked;
  private final Language preferred;

  private LanguageLinks(String query, Optional<Language> asked, Language preferred) {
    this.query = query;
    this.asked = asked;
    this.preferred = preferred;
  }

  /** The language of a request; one that is asked for and unknown counts for nothing. */
  static LanguageLinks of(Request request) {
    return new LanguageLinks(
        parts(request.query(), part -> !isLanguage(part)),
        code(request).flatMap(Language::find),
        Language.preferred(request.header("Accept-Language").orElse("")));
  }

  /**
   * @throws Refusal if the request asks for a language that pages are not in
   */
  static void check(Request request) {
    Optional<String> code = code(request);
    if (code.isPresent() && code.flatMap(Language::find).isEmpty()) {
      throw Refusal.of(
          "there is no language '" + code.get() + "'",
          Language.PARAMETER
              + "="
              + Arrays.stream(Language.values())
                  .map(Language::code)
                  .collect(Collectors.joining(" or ")));
    }
  }

  private static Optional<String> code(Request request) {
    return Arrays.stream(request.query().split("&", -1))
        .filter(LanguageLinks::isLanguage)
        .map(part -> part.substring(part.indexOf('=') + 1))
        .findFirst();
  }

  private static boolean isLanguage(String part) {
    return part.startsWith(Language.PARAMETER + "=");
  }

  private static String parts(String query, Predicate<String> kept) {
    return Arrays.stream(query.split("&", -1)).filter(kept).collect(Collectors.joining("&"));
  }

  Language language() {
    return asked.orElse(preferred);
  }

  /** The request as a page reads it: without its language. */
  Request without(Request request) {
    return new Bare(request, query);
  }

  /** The reply whose links keep the language that was asked for. */
  Reply on(Reply reply) {
    String location = reply.headers().get(LOCATION);
    if (location != null) {
      return reply.with(LOCATION, keeping(location, "&"));
    }
    if (!reply.headers().getOrDefault("Content-Type", "").startsWith(HTML)) {
      return reply;
    }
    return switch (reply.body()) {
      case Reply.Body.Streamed _ -> reply;
      case Reply.Body.Whole(byte[] html) ->
          new Reply(
              reply.status(),
              reply.headers(),
              new Reply.Body.Whole(
                  on(new String(html, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));
    };
  }

  private String on(String html) {
    StringBuilder all = new StringBuilder(html.length() + 1024);
    Matcher places = PLACES.matcher(html);
    boolean isAsking = false;
    while (places.find()) {
      String name = places.group("name");
      String value = places.group("value");
      String written;
      if (name == null || value == null) {
        written = (isAsking ? field() : "") + places.group();
        isAsking = false;
      } else {
        isAsking = name.equals("method") ? value.equals("get") : isAsking;
        written = " %s=\"%s\"".formatted(name, written(name, value));
      }
      places.appendReplacement(all, Matcher.quoteReplacement(written));
    }
    return places.appendTail(all).toString();
  }

  /** A form that asks has its fields in the address in the place of what was there. */
  private String field() {
    return asked
        .map(language ->
            Tag.of("input")
                .key(Language.PARAMETER)
                .with("type", "hidden")
                .with("name", Language.PARAMETER)
                .with("value", language.code())
                .markup()
                .toString())
        .orElse("");
  }

  private String written(String name, String value) {
    return switch (name) {
      case "data-state" -> asked.map(language -> value + "&amp;" + pair(language)).orElse(value);
      case "method" -> value;
      default ->
          value.startsWith(TO_OTHERS) && !query.isEmpty()
              ? "?" + Markup.escape(query) + "&amp;" + value.substring(1)
              : keeping(value, "&amp;");
    };
  }

  /** An address of a page of ours with the language that was asked for. */
  private String keeping(String address, String and) {
    if (asked.isEmpty() || !address.startsWith("/") || ALIKE.matcher(address).matches()) {
      return address;
    }
    int hash = address.indexOf('#');
    String page = hash < 0 ? address : address.substring(0, hash);
    return page
        + (page.contains("?") ? and : "?")
        + pair(asked.get())
        + address.substring(page.length());
  }

  private static String pair(Language language) {
    return Language.PARAMETER + "=" + language.code();
  }

  /** A request without its language. */
  private record Bare(Request whole, String query) implements Request {
    @Override
    public String method() {
      return whole.method();
    }

    @Override
    public String path() {
      return whole.path();
    }

    @Override
    public Optional<String> header(String name) {
      return whole.header(name);
    }

    @Override
    public String remoteAddress() {
      return whole.remoteAddress();
    }

    @Override
    public InputStream body() {
      return whole.body();
    }
  }
}
