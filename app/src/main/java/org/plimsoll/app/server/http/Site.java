package org.plimsoll.app.server.http;

import java.util.Optional;

/** What answers requests. Each is answered on a thread of its own, which may wait. */
public interface Site {
  /**
   * The answer to a request.
   *
   * @throws java.io.IOException if the client is gone or sends its body too slowly
   */
  Reply reply(Request request) throws java.io.IOException;

  /**
   * The lane that a request goes by, known before it is answered.
   *
   * @return one of the lanes that the listener was started with
   */
  Lane lane(Request request);

  /**
   * Whose requests count together: forty a second, eighty at once, and one more is refused with
   * 429. Empty if nobody counts them.
   */
  Optional<String> client(Request request);

  /** The answer to a request that is not let in: its lane is full, or its client asks too often. */
  Reply turnAway(Request request, int status, String problem);

  /** The body of a fault that the listener finds by itself: a request that cannot be read. */
  Reply fault(int status, String problem, String wayOut);
}
