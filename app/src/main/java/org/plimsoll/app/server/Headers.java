package org.plimsoll.app.server;

import java.util.Map;
import java.util.TreeMap;
import org.plimsoll.app.report.markup.Look;
import org.plimsoll.app.server.http.Reply;

/** Headers that every reply has: what a browser may do with it. */
final class Headers {
  private static final Map<String, String> ALL =
      new TreeMap<>(
          Map.of(
              "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:;"
                  + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors"
                  + " 'none'; require-trusted-types-for 'script'",
              "X-Content-Type-Options",
              "nosniff",
              "Referrer-Policy",
              "no-referrer",
              "Cross-Origin-Opener-Policy",
              "same-origin",
              "Cross-Origin-Resource-Policy",
              "same-origin"));

  private Headers() {}

  /** What a page that stands alone says of itself, which a browser is then told as well. */
  static Reply onPageAlone(Reply reply) {
    return reply.with("Content-Security-Policy", Look.policy());
  }

  /** The same of a picture. */
  static Reply onPictureAlone(Reply reply) {
    return reply.with("Content-Security-Policy", Look.policyOfPicture());
  }

  static Reply onAll(Reply reply) {
    Reply all = reply;
    for (Map.Entry<String, String> header : ALL.entrySet()) {
      if (!reply.headers().containsKey(header.getKey())) {
        all = all.with(header.getKey(), header.getValue());
      }
    }
    return all;
  }
}
