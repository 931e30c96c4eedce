package org.plimsoll.app.server;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.model.provenance.Sha256;

/**
 * Who may ask what. A request names one of the hosts that are ours, so that no other name can be
 * pointed at this machine; a write comes from our own pages or from no page at all; and beyond the
 * loopback everything needs a token. Programs and our scripts send it as {@code Bearer}; a browser
 * that opens a page is asked for it and sends it as {@code Basic}, the token in the password's
 * place, whatever the name.
 *
 * @param hosts names that are ours, without port
 * @param tokens that are known
 * @param isLoopback whether only this machine can ask
 */
record Gate(List<String> hosts, Tokens tokens, boolean isLoopback) {
  private static final String BEARER = "Bearer";
  private static final String BASIC = "Basic";

  Gate {
    hosts = List.copyOf(hosts);
  }

  void requireHost(Request request) {
    String host = request.header("Host").orElse("").toLowerCase(Locale.ROOT);
    String name = host.replaceAll(":[0-9]+$", "");
    if (!hosts.contains(name)) {
      throw new Api.ProblemFound(
          Problem.of(
              421,
              ProblemType.WRONG_HOST,
              "the host '%s' is not one of ours".formatted(name),
              "ask one of " + String.join(", ", hosts) + ", or start with --host " + name));
    }
  }

  /** The same for what a route needs. */
  Optional<Tokens.Token> requireRole(Request request, Route route) {
    return requireRole(request, route.method(), route.role());
  }

  /**
   * Refuses a request without the token that it needs, and a write that a page of another site
   * sent.
   *
   * @param method of the route
   * @param role that a token needs
   * @return the token that it came with
   */
  Optional<Tokens.Token> requireRole(Request request, String method, Role role) {
    if (!method.equals("GET")) {
      requireOwnPage(request);
    }
    Optional<Tokens.Token> token = presented(request);
    if (token.isEmpty()) {
      if (!role.isOpen(isLoopback)) {
        throw unauthorized(request, "no token", role);
      }
      return token;
    }
    if (!token.get().role().covers(role)) {
      throw new Api.ProblemFound(
          Problem.of(
              403,
              ProblemType.WRONG_ROLE,
              "the token of %s is of %s".formatted(token.get().name(), token.get().roleWord()),
              "use one of the role " + String.join(" or ", role.given())));
    }
    return token;
  }

  /** The token that a request carries, if it is a known one. */
  Optional<Tokens.Token> find(Request request) {
    return secret(request).flatMap(tokens::find);
  }

  /** Whose requests count together: a token's, or an address's beyond the loopback. */
  Optional<String> client(Request request) {
    String address = request.remoteAddress();
    boolean isFar = !address.startsWith("127.") && !address.equals("::1");
    return secret(request).map(Sha256::of).or(() -> Optional.of(address).filter(a -> isFar));
  }

  private static Optional<String> secret(Request request) {
    String said = request.header("Authorization").orElse("").strip();
    int blank = said.indexOf(' ');
    String scheme = said.substring(0, Math.max(0, blank));
    String rest = said.substring(blank + 1).strip();
    if (scheme.equalsIgnoreCase(BEARER)) {
      return Optional.of(rest);
    }
    return scheme.equalsIgnoreCase(BASIC) ? password(rest) : Optional.empty();
  }

  private static Optional<String> password(String encoded) {
    try {
      String both = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return Optional.of(both.substring(both.indexOf(':') + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The token that a request carries; a wrong one is refused even where none is needed. */
  private Optional<Tokens.Token> presented(Request request) {
    if (request.header("Authorization").isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        find(request)
            .orElseThrow(() -> unauthorized(request, "a token that is not known", Role.READER)));
  }

  private static Api.ProblemFound unauthorized(Request request, String what, Role needed) {
    return new Api.ProblemFound(
        Problem.of(
            401,
            ProblemType.NO_TOKEN,
            "the request has " + what,
            "make one: plimsoll token add NAME --role " + String.join(" or ", needed.given())),
        Map.of(
            "WWW-Authenticate",
            isOpened(request) ? BASIC + " realm=\"Plimsoll: the token is the password\"" : BEARER));
  }

  /**
   * Whether a browser opens a page, and may ask whoever sits before it; older and plain ones too.
   */
  private static boolean isOpened(Request request) {
    return request
        .header("Sec-Fetch-Mode")
        .map("navigate"::equals)
        .orElseGet(() -> request.header("Accept").orElse("").contains("text/html"));
  }

  private void requireOwnPage(Request request) {
    String site = request.header("Sec-Fetch-Site").orElse("none");
    Optional<String> origin = request.header("Origin").map(o -> o.replaceAll("^https?://", ""));
    boolean isOwn =
        (site.equals("none") || site.equals("same-origin"))
            && origin.map(o -> o.equals(request.header("Host").orElse(""))).orElse(true);
    if (!isOwn) {
      throw new Api.ProblemFound(
          Problem.of(
              403,
              ProblemType.FOREIGN_PAGE,
              "writes are taken from our own pages and from programs alone",
              ""));
    }
  }
}
