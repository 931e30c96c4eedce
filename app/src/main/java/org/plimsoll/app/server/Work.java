package org.plimsoll.app.server;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plimsoll.app.server.http.Lane;

/** What a request takes from the machine. Each kind has a lane of its own. */
enum Work {
  /** A table of the world, a solved market: milliseconds to a second. */
  QUESTION(2, 64, 10, 30),
  /** Hundreds of solved markets. */
  STUDY(1, 8, 120, 120),
  /** Draws of the parameters, one after another, while somebody looks. */
  DRAWS(1, 32, 30, 60),
  /** A question to the vault or a posting, on its database. */
  VAULT(4, 64, 10, 30),
  /** A piece of an upload, which is held in memory until it is on the disk. */
  UPLOAD(4, 60, 10, 20),
  /** A file, a document, a state: no work. */
  FILE(64, 448, 10, 10);

  private final int running;
  private final int waiting;
  private final long longestWaitSeconds;
  private final long longestSeconds;

  Work(int running, int waiting, long longestWaitSeconds, long longestSeconds) {
    this.running = running;
    this.waiting = waiting;
    this.longestWaitSeconds = longestWaitSeconds;
    this.longestSeconds = longestSeconds;
  }

  Lane lane() {
    return new Lane(
        name().toLowerCase(Locale.ROOT),
        running,
        waiting,
        Duration.ofSeconds(longestWaitSeconds),
        Duration.ofSeconds(longestSeconds));
  }

  /** All lanes. */
  static List<Lane> lanes() {
    return Stream.of(values()).map(Work::lane).toList();
  }
}
