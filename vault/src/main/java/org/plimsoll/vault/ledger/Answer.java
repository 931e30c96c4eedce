package org.plimsoll.vault.ledger;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of an event.
 *
 * @param id the event's
 * @param status the first that applies
 * @param postedAt when it was posted, now or before
 * @param hash of its row of the journal
 */
public record Answer(String id, Status status, Optional<Instant> postedAt, Optional<String> hash) {
  static Answer refused(String id, Status status) {
    return new Answer(id, status, Optional.empty(), Optional.empty());
  }

  static Answer of(Posted posted, Status status) {
    return new Answer(
        posted.event().id(), status, Optional.of(posted.at()), Optional.of(posted.hash()));
  }

  /** A line that could not be read. */
  public static Answer unreadable(String id) {
    return refused(id, Status.UNREADABLE);
  }
}
