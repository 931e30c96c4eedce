package org.plimsoll.app.registers;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.CommitmentEvent;
import org.plimsoll.model.provenance.Words;
import org.plimsoll.planner.commitments.CommitmentCalendar;
import org.plimsoll.planner.commitments.CommitmentCalendar.Entry;
import org.plimsoll.planner.commitments.KeyDate;
import org.plimsoll.planner.commitments.PromiseState;

/**
 * What was promised, by when, what became of it, and which plants hang on it.
 *
 * @param asOf the day asked about; the world's own if empty
 * @param only words of standings; all if empty
 */
public record CommitmentList(Optional<LocalDate> asOf, List<String> only) {
  /** Every word under which a standing is counted. */
  public static final List<String> WORDS =
      Arrays.stream(PromiseState.values()).map(PromiseState::word).toList();

  public CommitmentList {
    only = List.copyOf(only);
  }

  /** How many promises stand how, by word. */
  public SortedMap<String, Integer> counts(Evidence evidence) {
    return calendar(evidence).countByWord();
  }

  /** When they fall due, are reviewed and expire, as iCalendar. */
  public String dates(Evidence evidence) {
    return CommitmentDates.of(evidence.asOf(), wanted(calendar(evidence)));
  }

  private CommitmentCalendar calendar(Evidence evidence) {
    return CommitmentCalendar.of(evidence, asOf.orElse(evidence.asOf()));
  }

  private List<Entry> wanted(CommitmentCalendar calendar) {
    return calendar.entries().stream()
        .filter(entry -> only.isEmpty() || only.contains(entry.standing().word()))
        .toList();
  }

  public Answer answer(Evidence evidence) {
    LocalDate day = asOf.orElse(evidence.asOf());
    CommitmentCalendar calendar = calendar(evidence);
    List<Entry> wanted = wanted(calendar);
    List<String> ids = wanted.stream().map(entry -> entry.commitment().id()).toList();
    return Answer.of("Commitments")
        .fact("asOf", day)
        .with(
            Table.of("commitments", "Commitments as of " + day, wanted)
                .words("id", "id", e -> e.commitment().id())
                .cell("due", "due", Kind.WORDS, CommitmentList::due)
                .words("kind", "", e -> e.due().map(date -> Words.of(date.kind())))
                .words("word", "", e -> e.standing().word())
                .words("standing", "standing", e -> e.standing().describe())
                .names("restsOn", "", e -> e.events().stream().map(CommitmentList::said).toList())
                .names("dates", "", e -> e.dates().stream().map(CommitmentList::said).toList())
                .words("parties", "parties", e -> e.commitment().parties())
                .words("instrument", "", e -> e.commitment().instrument())
                .words("binding", "", e -> e.commitment().binding())
                .words("made", "", e -> e.commitment().made())
                .words("deadlineBasis", "", e -> e.due().map(KeyDate::basis))
                .words("state", "", e -> e.commitment().state())
                .words("stateDate", "", e -> e.commitment().stateDate())
                .words("url", "", e -> e.commitment().url())
                .words("verification", "", e -> e.commitment().verification())
                .knownQuietly(e -> e.commitment().provenance())
                .words("promise", "promise", e -> e.commitment().promise()))
        .with(only.isEmpty() ? events(wanted).forPrograms() : events(wanted).ifAny())
        .with(Traces.table(Traces.of(evidence, calendar, tie -> ids.contains(tie.commitment()))))
        .remark(ControlList.registerEnd(evidence, day))
        .remark(
            OptionWords.tally(calendar.countByWord()),
            "What a standing rests on: --only or --json. The source of each row and its mark of"
                + " verification: --json. The dates as a calendar: --ics.");
  }

  private static Table<CommitmentEvent> events(List<Entry> entries) {
    return Table.of(
            "events",
            "What their standings rest on",
            entries.stream().flatMap(entry -> entry.events().stream()).toList())
        .words("id", "id", CommitmentEvent::commitment)
        .words("date", "date", CommitmentEvent::date)
        .words("kind", "event", event -> Words.of(event.kind()))
        .words("until", "to", CommitmentEvent::until)
        .flag("disputed", "", CommitmentEvent::isDisputed)
        .words("url", "", CommitmentEvent::url)
        .known(CommitmentEvent::provenance)
        .words("note", "", event -> event.provenance().note())
        .words("what", "what", CommitmentEvent::what);
  }

  /** A day, or the month or year that the promise names. */
  private static Cell due(Entry entry) {
    return entry
        .due()
        .map(KeyDate::on)
        .<Cell>map(date -> date.isDay() ? new Cell.Day(date.first()) : Cell.words(date.toString()))
        .orElseGet(() -> new Cell.Missing("none"));
  }

  private static String said(CommitmentEvent event) {
    return "%s %s: %s%s"
        .formatted(
            event.date(),
            Words.of(event.kind()),
            event.what(),
            event.isDisputed() ? " (disputed)" : "");
  }

  private static String said(KeyDate date) {
    return "%s %s: %s".formatted(Words.of(date.kind()), date.on(), date.basis());
  }
}
