package org.plimsoll.vault.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Judges events and books them. Pure: the books, terms among them, and the time are arguments, and
 * the same journal gives the same books on any machine.
 */
public final class Ledger {
  private Ledger() {}

  /**
   * Books one event, or says why not; refused, nothing changes.
   *
   * @param now when, if the event does not say so itself, and the latest that it may say; a clock
   *     that went backwards is taken for the time of the last row
   */
  public static Answer post(Books books, Actor actor, Event event, Instant now) {
    return post(books, actor, event, now, Catalogue.OPEN);
  }

  /**
   * The same, where products and countries of origin are known.
   *
   * @param catalogue what the world has
   */
  public static Answer post(
      Books books, Actor actor, Event event, Instant now, Catalogue catalogue) {
    return judge(books, actor, event, now, Optional.of(catalogue));
  }

  /**
   * Books a row that stands, as when a journal is verified or restored. The rules of what may come
   * in are for new events: they grow, and a row that was taken before they did stays right.
   */
  public static Answer stand(Books books, Actor actor, Event event, Instant at) {
    return judge(books, actor, event, at, Optional.empty());
  }

  private static Answer judge(
      Books books, Actor actor, Event event, Instant now, Optional<Catalogue> intake) {
    Optional<Posted> earlier = books.findPosted(event.id());
    if (earlier.isPresent()) {
      return again(earlier.get(), actor, event);
    }
    Head head = books.head();
    Instant clock = now.truncatedTo(ChronoUnit.MICROS);
    Instant latest = clock.isBefore(head.at()) ? head.at() : clock;
    Instant at = event.at().orElse(latest);
    Case asked = new Case(books, actor, event, at, intake.isPresent());
    boolean isHeld = event.has(Field.HOLD_UNTIL);
    Trial trial = new Trial(books);
    checkForm(asked);
    intake.ifPresent(catalogue -> Intake.check(asked, catalogue));
    // Whatever came afterwards would have to be later still.
    asked.findIf(at.isAfter(latest), Status.AHEAD_OF_CLOCK);
    if (asked.first().isEmpty()) {
      Rulings.judge(asked);
      // Whatever was found: the balances may find something that stands earlier in the list.
      books.move(trial, event, isHeld, asked.transfers()).ifPresent(asked::find);
      asked.findIf(!trial.isCovered(), Status.UNCOVERED);
    }
    if (asked.first().isPresent()) {
      return Answer.refused(event.id(), asked.first().get());
    }
    Posted row =
        new Posted(
            head.number() + 1,
            at,
            actor,
            event,
            isHeld,
            asked.transfers(),
            asked.newLot(),
            asked.closes(),
            Chain.hash(head, at, actor, event, isHeld, asked.transfers()));
    books.take(trial, row);
    return Answer.of(row, isHeld ? Status.RESERVED : Status.POSTED);
  }

  private static Answer again(Posted earlier, Actor actor, Event event) {
    boolean isSame = earlier.event().equals(event) && earlier.actor().equals(actor);
    return isSame ? Answer.of(earlier, Status.EXISTS) : Answer.refused(event.id(), Status.ID_TAKEN);
  }

  /** What can be said without looking at the books' accounts. */
  private static void checkForm(Case asked) {
    Event event = asked.event();
    asked.findIf(!isAllowed(asked.actor(), event), Status.NOT_ALLOWED);
    FieldSet given = FieldSet.of(event.fields().keySet());
    asked.findIf(event.verb().lacks(given), Status.FIELD_MISSING);
    for (Field field : event.fields().keySet()) {
      asked.findIf(
          !event.verb().allows(field),
          field == Field.HOLD_UNTIL ? Status.HOLD_IMPOSSIBLE : Status.FIELD_IDLE);
      if (field.isGrams()) {
        asked.findIf(event.grams(field) <= 0, Status.AMOUNT_NOT_POSITIVE);
        asked.findIf(event.grams(field) > Due.MOST, Status.AMOUNT_TOO_LARGE);
      }
    }
    asked.findIf(asked.at().isBefore(asked.books().head().at()), Status.BEFORE_LAST);
    asked.findIf(
        event.day(Field.HOLD_UNTIL).filter(last -> last.isBefore(asked.day())).isPresent(),
        Status.HOLD_IMPOSSIBLE);
  }

  /** A participant acts for itself; who belongs to a reservation is seen when it is looked up. */
  private static boolean isAllowed(Actor actor, Event event) {
    return switch (actor.role()) {
      case OPERATOR -> true;
      case AUDITOR -> false;
      case PARTICIPANT ->
          event.verb().isOpenToParticipants()
              && event.find(Field.PARTICIPANT).filter(actor.name()::equals).isPresent();
    };
  }
}
