package org.plimsoll.app.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.model.policy.ControlEvent.Effect;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.backtest.Backtest;
import org.plimsoll.planner.backtest.Fit;
import org.plimsoll.planner.backtest.LicensedShare;
import org.plimsoll.planner.backtest.Score;

/** A back-test as tables. */
public final class BacktestTables {
  private static final int DIGITS = 2;

  /** Combinations shown from the top. */
  private static final int BEST = 5;

  private BacktestTables() {}

  public static List<Table> of(Backtest backtest) {
    return List.of(
        shares(backtest.shares()),
        scores(
            "conditional",
            "Given theta: the model's central case (10th to 90th percentile of the draws)",
            backtest.conditional()),
        scores(
            "unconditional",
            "Without knowing theta: median (10th to 90th percentile over theta and parameters)",
            backtest.unconditional()),
        errors(backtest));
  }

  private static Table shares(List<LicensedShare> shares) {
    Answer.Builder table =
        Table.of(
            "theta",
            "Theta, the share of base trade still licensed",
            new Column("control", "control"),
            new Column("importer", "importer"),
            new Column("months", "months"),
            new Column("theta", "theta"),
            new Column("basis", "basis"),
            new Column("source", "source"));
    for (LicensedShare share : shares) {
      table.row(
          Cell.words(share.control()),
          Cell.words(share.importer()),
          Cell.words(share.months().toString()),
          Cell.range(share.share(), DIGITS),
          Cell.words(
              switch (share.basis()) {
                case EVIDENCE -> "evidence";
                case OBSERVED -> "the fall of the origin's volume, not scored";
                case OTHER_IMPORTERS -> "assumed: as at other importers";
              }),
          Cell.words(share.source()));
    }
    return table.build();
  }

  private static Table scores(String key, String title, List<Score> scores) {
    Answer.Builder table =
        Table.of(
            key,
            title,
            new Column("control", "control"),
            new Column("minerals", "minerals"),
            new Column("importer", "importer"),
            new Column("effect", "effect"),
            new Column("months", "months"),
            new Column("observedChange", "observed"),
            new Column("predictedChange", "model"),
            new Column("errorLog", "error ln"),
            new Column("noChangeErrorLog", "no change ln"),
            new Column("isCovered", "in range"),
            new Column("use", "use"),
            new Column("atCeilingShare", "at ceiling"),
            Column.hidden("observedLog"),
            Column.hidden("standardErrorLog"),
            Column.hidden("predictedLog"),
            Column.hidden("draws"));
    for (Score score : scores) {
      ControlEvent event = score.event();
      table.row(
          Cell.words(event.control()),
          Cell.words(event.minerals()),
          Cell.words(event.importer()),
          Cell.words(word(event.effect())),
          Cell.words(event.months().toString()),
          new Cell.Share(Math.expm1(event.logEffect()), Cell.DIGITS),
          Cell.shareRange(change(score.predicted()), DIGITS),
          new Cell.Figure(score.error(), DIGITS),
          new Cell.Figure(score.noChangeError(), DIGITS),
          Cell.words(score.isCovered() ? "yes" : "no"),
          Cell.words(score.isFitted() ? "fit" : "held out"),
          new Cell.Share(score.atCeilingShare(), DIGITS),
          new Cell.Figure(event.logEffect(), Cell.DIGITS),
          Cell.figure(event.standardError(), Cell.DIGITS),
          Cell.range(score.predicted(), Cell.DIGITS),
          new Cell.Whole(score.draws()));
    }
    return table.build();
  }

  private static Interval change(Interval log) {
    return new Interval(Math.expm1(log.low()), Math.expm1(log.central()), Math.expm1(log.high()));
  }

  private static String word(Effect effect) {
    return switch (effect) {
      case ORIGIN_VOLUME -> "volume from the origin";
      case VOLUME -> "volume, all origins";
      case UNIT_VALUE -> "unit value";
    };
  }

  private static Table errors(Backtest backtest) {
    Answer.Builder table =
        Table.of(
            "errors",
            "Root mean square error, ln",
            new Column("table", "table"),
            new Column("use", "use"),
            new Column("effect", "effect"),
            new Column("rows", "rows"),
            new Column("errorLog", "model"),
            new Column("noChangeErrorLog", "no change"),
            new Column("coveredShare", "in range"));
    addErrors(table, "conditional", backtest.conditional());
    addErrors(table, "unconditional", backtest.unconditional());
    return table.build();
  }

  private static void addErrors(Answer.Builder table, String key, List<Score> scores) {
    for (boolean isFitted : new boolean[] {true, false}) {
      for (Effect effect : Effect.values()) {
        Predicate<Score> belongs = s -> s.isFitted() == isFitted && s.event().effect() == effect;
        List<Score> rows = scores.stream().filter(belongs).toList();
        if (!rows.isEmpty()) {
          double covered = rows.stream().filter(Score::isCovered).count();
          table.row(
              Cell.words(key),
              Cell.words(isFitted ? "fit" : "held out"),
              Cell.words(word(effect)),
              new Cell.Whole(rows.size()),
              new Cell.Figure(Score.rootMeanSquare(rows, Score::error), DIGITS),
              new Cell.Figure(Score.rootMeanSquare(rows, Score::noChangeError), DIGITS),
              new Cell.Share(covered / rows.size(), DIGITS));
        }
      }
    }
  }

  /** The best combinations, and the world's own. */
  public static Answer of(Fit fit) {
    List<Column> columns = new ArrayList<>();
    columns.add(new Column("rank", "rank"));
    Fit.PARAMETERS.forEach(name -> columns.add(new Column(name, name)));
    columns.add(new Column("volumeErrorLog", "volume ln"));
    columns.add(new Column("unitValueErrorLog", "unit value ln"));
    columns.add(new Column("errorLog", "both ln"));
    columns.add(new Column("values", "values"));
    Answer.Builder table =
        Table.of(
            "fit",
            "Root mean square error over the events that may be fitted, of %d combinations"
                .formatted(fit.trials().size()),
            columns.toArray(Column[]::new));
    for (int rank = 1; rank <= fit.trials().size(); rank++) {
      Fit.Trial trial = fit.trials().get(rank - 1);
      if (rank <= BEST || rank == fit.trials().size() || trial.isShipped()) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell.Whole(rank));
        Fit.PARAMETERS.forEach(name ->
            cells.add(new Cell.Figure(trial.parameters().getOrDefault(name, 0.0), Cell.DIGITS)));
        cells.add(new Cell.Figure(trial.volumeError(), DIGITS));
        cells.add(new Cell.Figure(trial.unitValueError(), DIGITS));
        cells.add(new Cell.Figure(trial.error(), DIGITS));
        cells.add(Cell.words(trial.isShipped() ? "the world's own" : ""));
        table.row(cells.toArray(Cell[]::new));
      }
    }
    return new Answer(
        new TreeMap<>(),
        List.of(table.build()),
        List.of("Nothing is changed by this: the world keeps its own values."));
  }

  public static List<String> remarks(Backtest backtest) {
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "Errors are model less observed in ln; 'no change' is the error of saying that nothing"
            + " happens. In range: the model's range meets the 95% interval of the measurement."
            + " Held out: never used for fitting.");
    int unknown = backtest.unconditional().size() - backtest.conditional().size();
    if (unknown > 0) {
      remarks.add(
          unknown
              + " rows stand in the second table alone: no theta is known, or the central case"
              + " has no solution.");
    }
    if (!backtest.unsolved().isEmpty()) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "%d cases have no solution and are left out, first: %s.",
              backtest.unsolved().size(),
              backtest.unsolved().getFirst()));
    }
    remarks.add("Definitions, limits, and what explains the misses: docs/method/backtests.md");
    return remarks;
  }
}
