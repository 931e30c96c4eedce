package org.plimsoll.app.vault;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.statement.DueDate;
import org.plimsoll.vault.statement.Holdings;

/** What is due, as a table and as a calendar. */
public final class VaultDue {
  private final String title;
  private final Head head;
  private final List<DueDate> dates;
  private final LocalDate today;
  private final Optional<LocalDate> until;

  private VaultDue(
      String title, Head head, List<DueDate> dates, LocalDate today, Optional<LocalDate> until) {
    this.title = title;
    this.head = head;
    this.dates = dates;
    this.today = today;
    this.until = until;
  }

  /**
   * What is due until a day: what is overdue and what has no day are in it.
   *
   * @param participant whose; otherwise everybody's and the vault's own
   * @param until last day; otherwise all days
   */
  public static VaultDue of(
      Optional<String> participant, Holdings holdings, LocalDate today, Optional<LocalDate> until) {
    return new VaultDue(
        "Due dates of " + participant.orElse("the vault"),
        holdings.head(),
        holdings.due().stream()
            .filter(due -> until.isEmpty() || due.day().filter(until.get()::isBefore).isEmpty())
            .toList(),
        today,
        until);
  }

  /** The table. */
  public Answer answer() {
    Answer answer = Answer.of(title).fact("asOf", today);
    return until
        .map(day -> answer.fact("until", day))
        .orElse(answer)
        .fact("journalRow", head.number())
        .fact("journalHash", head.hash())
        .with(
            Table.of("due", "Due", dates)
                .cell("day", "day", Kind.DATE, due -> day(due.day(), "no day set"))
                .words("standing", "standing", this::standing)
                .words("what", "what", due -> due.kind().words())
                .words("id", "id", DueDate::id)
                .words("whose", "whose", VaultDue::whose)
                .words("participant", "", DueDate::participant)
                .words("material", "of", DueDate::material)
                .exact("amountKilograms", "kg", due -> VaultStock.kilograms(due.grams()))
                .words("where", "contract or site", VaultDue::where)
                .words("contract", "", DueDate::contract)
                .words("place", "", DueDate::place)
                .cell(
                    "defaultFrom", "default from", Kind.DATE, due -> day(due.defaultFrom(), "none"))
                .words("hash", "", DueDate::hash))
        .remark("Default from: the first day on which a default can be declared.");
  }

  private static Cell day(Optional<LocalDate> day, String reason) {
    return day.<Cell>map(Cell.Day::new).orElseGet(() -> new Cell.Missing(reason));
  }

  private String standing(DueDate due) {
    if (due.day().isEmpty()) {
      return "no day set";
    }
    if (!due.day().get().isBefore(today)) {
      return "to come";
    }
    return switch (due.kind()) {
      case REPLENISH -> "overdue";
      case RESERVATION -> "run out";
      case SHELF -> "past its day";
    };
  }

  private static String whose(DueDate due) {
    return due.participant().isEmpty() ? "the vault" : due.participant();
  }

  private static String where(DueDate due) {
    return Stream.of(due.contract(), due.place())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** The same as a page. */
  public Page page() {
    return VaultPage.of(
        answer(),
        "Draws to be replenished, reservations, and last days of lots",
        head,
        today,
        List.of());
  }

  /** The same as iCalendar; equal journals give equal bytes. */
  public String calendar() {
    return DueCalendar.of(title, head, dates);
  }
}
