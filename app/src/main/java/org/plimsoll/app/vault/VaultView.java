package org.plimsoll.app.vault;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Role;
import org.plimsoll.vault.statement.Holdings;
import org.plimsoll.vault.statement.Period;
import org.plimsoll.vault.statement.Statement;
import org.plimsoll.vault.store.VaultReader;
import org.plimsoll.vault.terms.Terms;
import org.plimsoll.vault.terms.TermsBook;

/**
 * What somebody may see of a vault. Each question that names a participant is about its part alone;
 * a participant that names none asks about itself.
 *
 * @param reader of the vault
 * @param actor who asks
 * @param today lots and draws past it are past their day
 */
public record VaultView(VaultReader reader, Actor actor, LocalDate today) {
  /** What an actor sees at a moment. */
  public static VaultView at(Instant now, VaultReader reader, Actor actor) {
    return new VaultView(reader, actor, now.atZone(ZoneOffset.UTC).toLocalDate());
  }

  /**
   * An answer, and the page that shows it.
   *
   * @param answer for programs and terminals
   * @param drawing makes the page
   */
  public record Shown(Answer answer, Supplier<Page> drawing) {
    public Page page() {
      return drawing.get();
    }
  }

  /**
   * A participant's statement.
   *
   * @param head the end of the journal that it was made from
   */
  public record Stated(Statement statement, DailyUse use, Head head) {
    public String csv() {
      return StatementCsv.of(statement, use);
    }

    public Page page() {
      return StatementPage.of(statement, use, head);
    }
  }

  /** Whose part is asked about: the one that is named, or a participant's own; else all. */
  public Optional<String> whose(Optional<String> named) {
    return named.or(
        () -> actor.role() == Role.PARTICIPANT ? Optional.of(actor.name()) : Optional.empty());
  }

  /**
   * The same, of a participant that the journal knows.
   *
   * @throws Refusal if the journal has nothing of it
   */
  private Optional<String> known(Optional<String> named) {
    Optional<String> one = whose(named);
    if (one.isPresent() && !isKnown(one.get())) {
      throw unknown(one.get());
    }
    return one;
  }

  /** Whether the journal has anything of a participant. */
  public boolean isKnown(String participant) {
    return reader.knows(actor, participant);
  }

  private static Refusal unknown(String participant) {
    return Refusal.of("the journal has nothing of '" + participant + "'", "compare the name");
  }

  /** What is in store and for how long it lasts, or what a participant is entitled to. */
  public Shown stock(Optional<String> participant, PoolCover cover) {
    Optional<String> one = known(participant);
    Holdings holdings = reader.hold(actor, one);
    if (one.isPresent()) {
      return shown(
          VaultHolding.answer(one.get(), holdings, today, cover),
          "What it is entitled to, and how long that lasts",
          holdings::head,
          cover.datasets());
    }
    VaultStock stock = new VaultStock(holdings, today, cover);
    return new Shown(stock.answer(), stock::page);
  }

  /** Every lot, or those that a participant took from or brought. */
  public Shown lots(Optional<String> participant) {
    Answer answer =
        known(participant)
            .map(name -> VaultLots.of(name, reader.journalOf(actor, name), reader::findLot, today))
            .orElseGet(() -> VaultLots.answer(reader.hold(actor, Optional.empty()), today));
    return shown(
        answer,
        "Where they are, what they are, and until when they are fit",
        reader::head,
        List.of());
  }

  /**
   * What is due.
   *
   * @param until last day; otherwise all days
   */
  public VaultDue due(Optional<String> participant, Optional<LocalDate> until) {
    Optional<String> one = known(participant);
    return VaultDue.of(one, reader.hold(actor, one), today, until);
  }

  /**
   * Rows of the journal.
   *
   * @param from first day; otherwise from the beginning
   * @param until last day; otherwise to the end
   */
  public Shown journal(
      Optional<String> participant, Optional<LocalDate> from, Optional<LocalDate> until) {
    Optional<String> one = known(participant);
    Instant begin = start(from.orElse(LocalDate.EPOCH));
    Instant end = start(until.orElse(Terms.LAST_DAY).plusDays(1));
    return shown(
        VaultJournal.answer(one, take -> reader.eachRow(actor, one, begin, end, take)),
        "What was booked, by whom, and when",
        reader::head,
        List.of());
  }

  /**
   * The newest rows of the last days.
   *
   * @param most rows, of which the last are taken
   */
  public Answer newest(Optional<String> participant, int days, int most) {
    Optional<String> one = known(participant);
    Deque<Posted> last = new ArrayDeque<>();
    reader.eachRow(
        actor,
        one,
        start(today.minusDays(days)),
        start(Terms.LAST_DAY),
        row -> {
          last.add(row);
          if (last.size() > most) {
            last.remove();
          }
        });
    return VaultJournal.answer(one, last::forEach);
  }

  /** Everybody who holds or owes anything. */
  public List<String> participants() {
    return reader.hold(actor, Optional.empty()).accounts().keySet().stream()
        .filter(account -> account.book().isOfParticipants())
        .map(AccountId::party)
        .distinct()
        .sorted()
        .toList();
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /**
   * What a participant holds and owes.
   *
   * @param first day; otherwise that of the first terms, before which nothing is
   * @param last day; otherwise today
   * @throws Refusal if the journal has nothing of it
   */
  public Stated statement(
      String participant, Optional<LocalDate> first, Optional<LocalDate> last, DailyUse use) {
    LocalDate begin = first.orElseGet(() -> reader.terms().versions().getFirst().from());
    Period period = new Period(begin, last.orElse(today));
    Statement statement = reader.state(actor, participant, period);
    if (statement.accounts().isEmpty() && !isKnown(participant)) {
      throw unknown(participant);
    }
    return new Stated(statement, use, reader.head());
  }

  /** The terms in force on a day, as they are read again, and which other versions there are. */
  public String terms(Optional<LocalDate> day) {
    LocalDate on = day.orElse(today);
    TermsBook book = reader.terms();
    Terms inForce = book.on(on);
    StringBuilder text = new StringBuilder();
    text.append("# in force on ").append(on).append('\n').append(inForce.toText());
    book.versions().stream()
        .filter(other -> !other.equals(inForce))
        .forEach(other ->
            text.append(
                "# another version: %s from %s\n".formatted(other.version(), other.from())));
    return text.toString();
  }

  private Shown shown(
      Answer answer, String subtitle, Supplier<Head> head, List<Evidence.Dataset> datasets) {
    return new Shown(answer, () -> VaultPage.of(answer, subtitle, head.get(), today, datasets));
  }
}
