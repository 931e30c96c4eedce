package org.plimsoll.app.server;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.plimsoll.app.json.CanonicalJson;

/**
 * A line of JSON for each request, and one for each write in the audit.
 *
 * @param clock of the lines
 * @param log takes a line for every request
 * @param audit takes a line for every write: who did what, and what came of it
 */
record RequestLog(Clock clock, Consumer<String> log, Consumer<String> audit) implements Watch {
  @Override
  public void answered(Answered done) {
    Map<String, Object> line = new TreeMap<>();
    line.put("at", Instant.now(clock).truncatedTo(ChronoUnit.MILLIS).toString());
    line.put("request", done.request());
    line.put("method", done.method());
    line.put("route", done.route());
    line.put("status", done.status());
    line.put("milliseconds", done.took().toMillis());
    done.who()
        .ifPresent(token -> {
          line.put("name", token.name());
          line.put("role", token.roleWord());
        });
    String text = CanonicalJson.write(new CanonicalJson.InLine(line)).strip();
    log.accept(text);
    if (!done.method().equals("GET") && !done.method().equals("HEAD")) {
      audit.accept(text);
    }
  }
}
