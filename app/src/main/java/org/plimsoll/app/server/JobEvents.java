package org.plimsoll.app.server;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.app.server.http.Reply;

/** How far a job is, once or as it comes. */
final class JobEvents {
  /** Media type of a stream of events. */
  static final String TYPE = "text/event-stream";

  private static final Duration STREAMED = Duration.ofSeconds(60);
  private static final Duration BEAT = Duration.ofSeconds(15);
  private static final Duration BETWEEN = Duration.ofMillis(200);

  private JobEvents() {}

  /** How far it is now. */
  static Reply latest(Job job) {
    return Reply.of(200, "application/json", CanonicalJson.write(job.latest().parts()))
        .with("Cache-Control", "no-store");
  }

  /** News after that number until it is over, or for a minute; a beat while there is none. */
  static Reply stream(Job job, long last) {
    return Reply.streamed(
        TYPE,
        STREAMED,
        out -> {
          long end = System.nanoTime() + STREAMED.toNanos();
          long seen = last;
          while (System.nanoTime() < end) {
            Job.News news = await(job, seen);
            boolean isNew = news.number() > seen;
            out.write((isNew ? news.event() : ": beat\n\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            if (news.state().isOver()) {
              return;
            }
            seen = news.number();
            LockSupport.parkNanos(BETWEEN.toNanos());
          }
        });
  }

  private static Job.News await(Job job, long seen) throws IOException {
    try {
      return job.after(seen, BEAT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server stops");
    }
  }
}
