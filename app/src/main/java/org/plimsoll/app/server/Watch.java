package org.plimsoll.app.server;

import java.time.Duration;
import java.util.Optional;

/** Hears of each request when it is answered: the log, the audit, the metrics. */
interface Watch {
  void answered(Answered done);

  /**
   * A request that is answered. It never has the query or the body, which may say what is nobody's
   * business, nor a token.
   *
   * @param request number of the request
   * @param route as the list of routes has it; {@code none} if it has none
   * @param work lane that it went by
   * @param who name and role of the token; empty if it came without one, or only read
   */
  record Answered(
      String request,
      String method,
      String route,
      Work work,
      int status,
      Duration took,
      Optional<Tokens.Token> who) {}
}
