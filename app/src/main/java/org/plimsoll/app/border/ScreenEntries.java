package org.plimsoll.app.border;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Grid;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.input.EntryLines;
import org.plimsoll.border.files.screen.GeneratedFiles;
import org.plimsoll.border.levy.ScheduleBook;
import org.plimsoll.border.screening.Catalogue;
import org.plimsoll.border.screening.CircumventionKind;
import org.plimsoll.border.screening.EntryScreen;
import org.plimsoll.border.screening.Finding;
import org.plimsoll.border.screening.PrecisionAt;
import org.plimsoll.border.screening.Ranked;
import org.plimsoll.border.screening.Screening;
import org.plimsoll.border.screening.Stakes;
import org.plimsoll.border.screening.Suspicion;
import org.plimsoll.border.screening.WilsonInterval;
import org.plimsoll.model.evidence.Evidence;

/**
 * Which entries to look at first, with a control sample.
 *
 * @param since first day of a measure; without it no origin is looked for that grows as others fall
 * @param top lines to show
 * @param control lines of the control sample
 * @param seed of the control sample
 * @param truth what was planted, or what inspections found
 */
public record ScreenEntries(
    Optional<LocalDate> since, int top, int control, long seed, Optional<Path> truth) {
  /** Said with every answer. */
  static final String NO_VERDICT =
      "Evidence in order, no verdict: a flag asks for proof, it does not replace a declared value.";

  private static final List<Integer> KS = List.of(10, 50, 100, 500, 1000, 5000);

  public ScreenEntries {
    if (top < 1 || control < 1) {
      throw Refusal.of(
          "--top is %d and --control %d, but both must be 1 or more".formatted(top, control),
          "leave them out; a screening without a control sample cannot be judged");
    }
  }

  /**
   * What came of it.
   *
   * @param ranked lines to show
   */
  public record Screened(Answer answer, List<Ranked> ranked) {
    public Screened {
      ranked = List.copyOf(ranked);
    }

    /** The lines as CSV. */
    public String csv() {
      return Grid.of(RankedLines.table(ranked)).csv();
    }

    /** A page with a strip for each price. */
    public Page page() {
      return RankedLines.page(answer, ranked);
    }
  }

  /** The same with the lines. */
  public Screened screened(EntryInput input, Evidence evidence, Optional<ScheduleBook> schedule)
      throws IOException {
    return screened(input, evidence, schedule, lines -> {});
  }

  /**
   * The same while somebody looks on.
   *
   * @param watcher is told behind every line how many were taken; what it throws ends the work
   */
  public Screened screened(
      EntryInput input, Evidence evidence, Optional<ScheduleBook> schedule, LongConsumer watcher)
      throws IOException {
    EntryScreen screen = new EntryScreen(new Catalogue(evidence), since, schedule.map(Stakes::new));
    Optional<SortedMap<String, CircumventionKind>> known = Optional.empty();
    if (truth.isPresent()) {
      known = Optional.of(GeneratedFiles.readTruth(truth.get()));
    }
    AtomicLong taken = new AtomicLong();
    EntryLines.Count count =
        EntryLines.read(
            input,
            line -> {
              screen.add(line);
              watcher.accept(taken.incrementAndGet());
            });
    Screening screening =
        screen.rank(known.isPresent() ? Math.max(top, KS.getLast()) : top, control, seed);
    List<Ranked> shown = screening.ranked().stream().limit(top).toList();
    Answer answer =
        Incomplete.mark(Answer.of("Screening of entries"), input.name(), count.brokenAfter())
            .fact("read", count.read())
            .fact("refused", count.refused())
            .fact("seed", seed)
            .with(
                schedule.isPresent() ? RankedLines.table(shown) : ranked(screening),
                tests(screening))
            .remark(
                NO_VERDICT,
                "%,d lines read, %,d refused (the rejects of plimsoll assess say why)."
                    .formatted(count.read(), count.refused()),
                "Control sample, seed %d: %s."
                    .formatted(seed, String.join(", ", screening.control())));
    if (schedule.isPresent()) {
      answer = answer.remark(RankedLines.AT_STAKE);
    }
    Answer plain = answer;
    return new Screened(
        known
            .map(kinds ->
                plain
                    .with(precision(screening, kinds), recall(screening, kinds))
                    .with(marks(screening, kinds))
                    .remark(controlRate(screening, kinds)))
            .orElse(plain),
        shown);
  }

  private record Found(int rank, String entry, Finding finding) {}

  private Table<Found> ranked(Screening screening) {
    List<Found> rows = new ArrayList<>();
    int shown = Math.min(top, screening.ranked().size());
    for (int i = 0; i < shown; i++) {
      Ranked line = screening.ranked().get(i);
      for (Finding finding : line.findings()) {
        rows.add(new Found(i + 1, line.key(), finding));
      }
    }
    return Table.of("ranked", "To look at first", rows)
        .count("rank", "rank", Found::rank)
        .words("entry", "entry", Found::entry)
        .share("share", "not explained", f -> f.finding().share())
        .words("test", "test", f -> f.finding().suspicion().word())
        .words("figures", "figures", f -> f.finding().figures())
        .words("innocent", "", f -> f.finding().suspicion().innocent());
  }

  private static Table<Suspicion> tests(Screening screening) {
    return Table.of(
            "tests", "Tests, and what else may explain a finding", screening.judged().keySet())
        .words("test", "test", Suspicion::word)
        .count("judged", "judged", t -> screening.judged().getOrDefault(t, 0))
        .count("found", "with a finding", t -> screening.found().getOrDefault(t, 0))
        .count("madeUpTried", "made-up lines tried", Suspicion::tried)
        .words("madeUpPrecision", "of them true, 95%", ScreenEntries::words)
        .words("innocent", "innocent explanation", Suspicion::innocent);
  }

  /** How good a mark is on the made-up entries of the page, with its interval. */
  static String words(Suspicion mark) {
    return mark.precision().map(ScreenEntries::words).orElse("not known");
  }

  private static String words(WilsonInterval at) {
    return "%.0f%% (%.0f to %.0f%%)".formatted(100 * at.share(), 100 * at.low(), 100 * at.high());
  }

  /** Each test by itself: of the first lines that it suspects, those in the truth. */
  private static Table<Suspicion> marks(
      Screening screening, SortedMap<String, CircumventionKind> kinds) {
    return Table.of("marks", "Of the first of each test alone", screening.first().keySet())
        .words("test", "test", Suspicion::word)
        .count("tried", "tried", t -> first(screening, t).size())
        .count(
            "hits",
            "hits",
            t -> first(screening, t).stream().filter(key -> kinds.containsKey(key)).count())
        .words(
            "precision",
            "precision, 95%",
            t ->
                first(screening, t).isEmpty()
                    ? "not known"
                    : words(
                        WilsonInterval.of(
                            first(screening, t).stream()
                                .filter(key -> kinds.containsKey(key))
                                .count(),
                            first(screening, t).size())));
  }

  private static List<String> first(Screening screening, Suspicion test) {
    return screening.first().getOrDefault(test, List.of());
  }

  private static List<String> keys(Screening screening) {
    return screening.ranked().stream().map(Ranked::key).toList();
  }

  private static Table<PrecisionAt> precision(
      Screening screening, SortedMap<String, CircumventionKind> kinds) {
    return Table.of(
            "precision",
            "Of the first k, those in the truth",
            PrecisionAt.of(keys(screening), kinds.keySet(), KS))
        .year("k", "k", PrecisionAt::k)
        .count("hits", "hits", PrecisionAt::hits)
        .share("precision", "precision", at -> at.precision().share())
        .share("low", "95% from", at -> at.precision().low())
        .share("high", "to", at -> at.precision().high())
        .share("recall", "recall", PrecisionAt::recall);
  }

  private static Table<CircumventionKind> recall(
      Screening screening, SortedMap<String, CircumventionKind> kinds) {
    List<String> keys = keys(screening);
    return Table.of(
            "recall",
            "Of each kind, those among the first k",
            Arrays.stream(CircumventionKind.values())
                .filter(kind -> kinds.containsValue(kind))
                .toList())
        .words("kind", "kind", CircumventionKind::word)
        .count("planted", "planted", k -> kinds.values().stream().filter(k::equals).count())
        .count("first100", "k = 100", k -> within(keys, kinds, k, 100))
        .count("first1000", "k = 1000", k -> within(keys, kinds, k, 1000))
        .count("first5000", "k = 5000", k -> within(keys, kinds, k, 5000));
  }

  private static long within(
      List<String> keys,
      SortedMap<String, CircumventionKind> kinds,
      CircumventionKind kind,
      int k) {
    return keys.stream().limit(k).filter(key -> kind.equals(kinds.get(key))).count();
  }

  private static String controlRate(
      Screening screening, SortedMap<String, CircumventionKind> kinds) {
    long hits = screening.control().stream().filter(key -> kinds.containsKey(key)).count();
    WilsonInterval rate = WilsonInterval.of(hits, screening.control().size());
    return "Of the control sample %d of %d are in the truth: %.1f%% (95%%: %.1f%% to %.1f%%)."
        .formatted(
            hits,
            screening.control().size(),
            100 * rate.share(),
            100 * rate.low(),
            100 * rate.high());
  }
}
