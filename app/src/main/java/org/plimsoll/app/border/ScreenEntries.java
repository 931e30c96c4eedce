package org.plimsoll.app.border;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.input.EntryLines;
import org.plimsoll.border.files.screen.GeneratedFiles;
import org.plimsoll.border.screening.Catalogue;
import org.plimsoll.border.screening.CircumventionKind;
import org.plimsoll.border.screening.EntryScreen;
import org.plimsoll.border.screening.Finding;
import org.plimsoll.border.screening.PrecisionAt;
import org.plimsoll.border.screening.Ranked;
import org.plimsoll.border.screening.Screening;
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

  /** Screens them. */
  public Answer answer(EntryInput input, Evidence evidence) throws IOException {
    EntryScreen screen = new EntryScreen(new Catalogue(evidence), since);
    Optional<SortedMap<String, CircumventionKind>> known = Optional.empty();
    if (truth.isPresent()) {
      known = Optional.of(GeneratedFiles.readTruth(truth.get()));
    }
    EntryLines.Count count = EntryLines.read(input, screen::add);
    Screening screening =
        screen.rank(known.isPresent() ? Math.max(top, KS.getLast()) : top, control, seed);
    Answer answer =
        Incomplete.mark(Answer.of("Screening of entries"), input.name(), count.brokenAfter())
            .fact("read", count.read())
            .fact("refused", count.refused())
            .fact("seed", seed)
            .with(ranked(screening), tests(screening))
            .remark(
                NO_VERDICT,
                "%,d lines read, %,d refused (the rejects of plimsoll assess say why)."
                    .formatted(count.read(), count.refused()),
                "Control sample, seed %d: %s."
                    .formatted(seed, String.join(", ", screening.control())));
    return known
        .map(kinds ->
            answer
                .with(precision(screening, kinds), recall(screening, kinds))
                .remark(controlRate(screening, kinds)))
        .orElse(answer);
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
        .words("innocent", "innocent explanation", Suspicion::innocent);
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
