package org.plimsoll.vault.store;

import java.util.List;
import java.util.Optional;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Head;

/**
 * Events that somebody wants posted, and what became of them. Known by what it is, not by what it
 * says: two clients may ask for the same.
 */
final class Errand {
  private final Actor actor;
  private final List<Event> events;
  private final Optional<Head> after;
  private Optional<List<Answer>> answers = Optional.empty();
  private boolean isDone;

  private Errand(Actor actor, List<Event> events, Optional<Head> after) {
    this.actor = actor;
    this.events = List.copyOf(events);
    this.after = after;
  }

  /** Each event by itself. */
  static Errand ofEach(Actor actor, List<Event> events) {
    return new Errand(actor, events, Optional.empty());
  }

  /** All or none, and only if the journal still ends with that row. */
  static Errand ofAll(Actor actor, List<Event> events, Head after) {
    return new Errand(actor, events, Optional.of(after));
  }

  Actor actor() {
    return actor;
  }

  List<Event> events() {
    return events;
  }

  /** The end of the journal on which all of it rests, if it does. */
  Optional<Head> after() {
    return after;
  }

  void done(List<Answer> said) {
    answers = Optional.of(List.copyOf(said));
    isDone = true;
  }

  /** Nothing was posted, since the journal has gone on. */
  void late() {
    answers = Optional.empty();
    isDone = true;
  }

  boolean isDone() {
    return isDone;
  }

  /** One for each event; nothing if the journal had gone on. */
  Optional<List<Answer>> answers() {
    return answers;
  }
}
