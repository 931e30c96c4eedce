package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.border.MirrorTables;
import org.plimsoll.app.border.ShiftTables;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.border.files.EntryInput;
import org.plimsoll.border.files.EntryLines;
import org.plimsoll.border.files.GeneratedFiles;
import org.plimsoll.border.files.MirrorFile;
import org.plimsoll.border.files.TradeFile;
import org.plimsoll.border.screening.Catalogue;
import org.plimsoll.border.screening.CircumventionKind;
import org.plimsoll.border.screening.EntryScreen;
import org.plimsoll.border.screening.Finding;
import org.plimsoll.border.screening.PrecisionAt;
import org.plimsoll.border.screening.Ranked;
import org.plimsoll.border.screening.Screening;
import org.plimsoll.border.screening.Suspicion;
import org.plimsoll.border.screening.TradeRow;
import org.plimsoll.border.screening.TradeScreen;
import org.plimsoll.border.screening.WilsonInterval;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll screen}. */
@Command(
    name = "screen",
    description = {
      "Which entries to look at first, with the figures behind it and what else may explain them.",
      "Evidence, never a verdict: a flag asks for proof, it does not replace a declared value. A",
      "control sample is drawn at random, so that what inspections find can be compared."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll screen entries.csv --since 2027-07-01",
      "  plimsoll screen out/entries.csv --since 2027-07-01 --truth out/entries.csv.truth.csv",
      "  plimsoll screen --trade examples/border/trade-antimony.csv --restricted CHN --since 2025",
      "  plimsoll screen --mirror mirror.csv",
      "",
      "Method: docs/method/screening.md. Memory grows with the lines."
    })
final class ScreenVerb implements Callable<Integer> {
  /** Said with every answer. */
  private static final String NO_VERDICT =
      "Evidence in order, no verdict: a flag asks for proof, it does not replace a declared value.";

  private static final List<Integer> KS = List.of(10, 50, 100, 500, 1000, 5000);

  @Parameters(
      arity = "0..1",
      paramLabel = "ENTRIES",
      description = "CSV, JSON lines or Parquet, packed with gzip or not; - is standard input.")
  private String entries = "";

  @Option(
      names = "--trade",
      paramLabel = "FILE",
      description = "A table of trade in place of entries; needs --restricted and --since.")
  private Optional<Path> trade = Optional.empty();

  @Option(
      names = "--mirror",
      paramLabel = "FILE",
      description = {
        "A table of what both sides declare, in place of entries: whether goods go missing as",
        "duty rises."
      })
  private Optional<Path> mirror = Optional.empty();

  @Option(
      names = "--restricted",
      paramLabel = "CODE",
      description = "With --trade: the exporter that the measure is about.")
  private Optional<String> restricted = Optional.empty();

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = {
        "First day of a measure: looks for origins that grow as others fall. With --trade the",
        "first period, as the table writes it."
      })
  private Optional<String> since = Optional.empty();

  @Option(names = "--top", paramLabel = "N", description = "Lines to show; default: 20.")
  private int top = 20;

  @Option(
      names = "--control",
      paramLabel = "N",
      description = "Lines of the control sample; default: 20.")
  private int control = 20;

  @Option(names = "--seed", paramLabel = "N", description = "Of the control sample; default: 1.")
  private long seed = 1;

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "What was planted, or what inspections found: precision and recall at k.")
  private Optional<Path> truth = Optional.empty();

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Console console;

  ScreenVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    if (top < 1 || control < 1) {
      throw Refusal.of(
          "--top is %d and --control %d, but both must be 1 or more".formatted(top, control),
          "leave them out; a screening without a control sample cannot be judged");
    }
    int inputs =
        (entries.isEmpty() ? 0 : 1) + (trade.isPresent() ? 1 : 0) + (mirror.isPresent() ? 1 : 0);
    if (inputs != 1) {
      throw Refusal.of(
          "screen needs a file of entries, or --trade or --mirror with a table",
          "name one of them");
    }
    Refusal.requireUse(
        "--restricted", restricted.isEmpty() || trade.isPresent(), "without --trade");
    Refusal.requireUse("--since", since.isEmpty() || mirror.isEmpty(), "beside --mirror");
    Refusal.requireUse("--truth", truth.isEmpty() || !entries.isEmpty(), "without entries");
    if (trade.isPresent()) {
      return screenTrade(trade.get());
    }
    if (mirror.isPresent()) {
      return screenMirror(mirror.get());
    }
    EntryScreen screen =
        new EntryScreen(
            new Catalogue(console.session().readWorld(options.world())),
            since.map(text -> OptionWords.day("--since", text)));
    EntryInput input =
        entries.equals("-") ? EntryInput.of("-", System.in) : EntryInput.of(Path.of(entries));
    Optional<SortedMap<String, CircumventionKind>> known = Optional.empty();
    if (truth.isPresent()) {
      known = Optional.of(GeneratedFiles.readTruth(truth.get()));
    }
    EntryLines.Count count = EntryLines.read(input, screen::add);
    int most = known.isPresent() ? Math.max(top, KS.getLast()) : top;
    return console.print(answer(screen.rank(most, control, seed), count, known), options.asJson());
  }

  private int screenTrade(Path file) throws IOException {
    if (restricted.isEmpty() || since.isEmpty()) {
      throw Refusal.of(
          "--trade needs the exporter and the first period of the measure",
          "add --restricted CHN --since 2025");
    }
    List<TradeRow> rows = TradeFile.read(file);
    SortedSet<String> exporters = new TreeSet<>();
    rows.forEach(row -> exporters.add(row.exporter()));
    String origin = restricted.get();
    if (!exporters.contains(origin)) {
      String near = Nearest.wayOut(origin, exporters);
      throw Refusal.of(
          "the table %s has no exporter '%s'".formatted(file, origin),
          near.isEmpty() ? "one of " + String.join(", ", exporters) : near);
    }
    SortedSet<String> periods = new TreeSet<>();
    rows.forEach(row -> periods.add(row.period()));
    if (periods.headSet(since.get()).isEmpty() || periods.tailSet(since.get()).isEmpty()) {
      throw Refusal.of(
          "--since is '%s', but the periods of %s are from %s to %s"
              .formatted(since.get(), file, periods.first(), periods.last()),
          "name one of them behind the first");
    }
    Answer answer =
        ShiftTables.answer(
            rows,
            new TradeScreen(origin, since.get()),
            new Catalogue(console.session().readWorld(options.world())),
            NO_VERDICT);
    return console.print(answer, options.asJson());
  }

  private int screenMirror(Path file) throws IOException {
    return console.print(
        MirrorTables.answer(MirrorFile.read(file), top, NO_VERDICT), options.asJson());
  }

  private Answer answer(
      Screening screening,
      EntryLines.Count count,
      Optional<SortedMap<String, CircumventionKind>> known) {
    List<Table> tables = new ArrayList<>();
    List<Ranked> shown = screening.ranked().subList(0, Math.min(top, screening.ranked().size()));
    tables.add(ranked(shown));
    tables.add(tests(screening));
    known.ifPresent(kinds -> {
      tables.add(precision(screening, kinds));
      tables.add(recall(screening, kinds));
    });
    List<String> remarks = new ArrayList<>();
    remarks.add(NO_VERDICT);
    remarks.add(
        "%,d lines read, %,d refused (the rejects of plimsoll assess say why)."
            .formatted(count.read(), count.refused()));
    remarks.add(
        "Control sample, seed %d: %s.".formatted(seed, String.join(", ", screening.control())));
    known.ifPresent(kinds -> remarks.add(controlRate(screening, kinds)));
    return new Answer(
        new TreeMap<>(Map.of("read", Long.toString(count.read()), "seed", Long.toString(seed))),
        tables,
        remarks);
  }

  private static Table ranked(List<Ranked> shown) {
    Answer.Builder table =
        Table.of(
            "ranked",
            "To look at first",
            new Column("rank", "rank"),
            new Column("entry", "entry"),
            new Column("share", "not explained"),
            new Column("test", "test"),
            new Column("figures", "figures"),
            Column.hidden("innocent"));
    for (int i = 0; i < shown.size(); i++) {
      Ranked line = shown.get(i);
      for (Finding finding : line.findings()) {
        boolean isFirst = finding.equals(line.findings().getFirst());
        table.row(
            isFirst ? new Cell.Whole(i + 1) : new Cell.Nothing(),
            Cell.words(isFirst ? line.key() : ""),
            new Cell.Share(finding.share(), 3),
            Cell.words(finding.suspicion().word()),
            Cell.words(finding.figures()),
            Cell.words(finding.suspicion().innocent()));
      }
    }
    return table.build();
  }

  private static Table tests(Screening screening) {
    Answer.Builder table =
        Table.of(
            "tests",
            "Tests, and what else may explain a finding",
            new Column("test", "test"),
            new Column("judged", "judged"),
            new Column("found", "with a finding"),
            new Column("innocent", "innocent explanation"));
    for (Suspicion test : screening.judged().keySet()) {
      table.row(
          Cell.words(test.word()),
          new Cell.Amount("%,d".formatted(screening.judged().getOrDefault(test, 0))),
          new Cell.Amount("%,d".formatted(screening.found().getOrDefault(test, 0))),
          Cell.words(test.innocent()));
    }
    return table.build();
  }

  private static List<String> keys(Screening screening) {
    return screening.ranked().stream().map(Ranked::key).toList();
  }

  private static Table precision(Screening screening, SortedMap<String, CircumventionKind> kinds) {
    Answer.Builder table =
        Table.of(
            "precision",
            "Of the first k, those in the truth",
            new Column("k", "k"),
            new Column("hits", "hits"),
            new Column("precision", "precision"),
            new Column("low", "95% from"),
            new Column("high", "to"),
            new Column("recall", "recall"));
    for (PrecisionAt at : PrecisionAt.of(keys(screening), kinds.keySet(), KS)) {
      table.row(
          new Cell.Amount(Integer.toString(at.k())),
          new Cell.Amount(Integer.toString(at.hits())),
          new Cell.Share(at.precision().share(), 3),
          new Cell.Share(at.precision().low(), 3),
          new Cell.Share(at.precision().high(), 3),
          new Cell.Share(at.recall(), 3));
    }
    return table.build();
  }

  private static Table recall(Screening screening, SortedMap<String, CircumventionKind> kinds) {
    Answer.Builder table =
        Table.of(
            "recall",
            "Of each kind, those among the first k",
            new Column("kind", "kind"),
            new Column("planted", "planted"),
            new Column("first100", "k = 100"),
            new Column("first1000", "k = 1000"),
            new Column("first5000", "k = 5000"));
    List<String> keys = keys(screening);
    for (CircumventionKind kind : CircumventionKind.values()) {
      long planted = kinds.values().stream().filter(kind::equals).count();
      if (planted > 0) {
        table.row(
            Cell.words(kind.word()),
            new Cell.Amount(Long.toString(planted)),
            new Cell.Amount(Long.toString(within(keys, kinds, kind, 100))),
            new Cell.Amount(Long.toString(within(keys, kinds, kind, 1000))),
            new Cell.Amount(Long.toString(within(keys, kinds, kind, 5000))));
      }
    }
    return table.build();
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
