package org.plimsoll.app.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.policy.ControlEvent.Effect;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.planner.backtest.Backtest;
import org.plimsoll.planner.backtest.LicensedShare;
import org.plimsoll.planner.backtest.Score;

/** A back-test as tables. */
public final class BacktestTables {
  private static final int DIGITS = 2;

  private BacktestTables() {}

  public static List<Table<?>> of(Backtest backtest) {
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

  private static Table<LicensedShare> shares(List<LicensedShare> shares) {
    return Table.of("theta", "Theta, the share of base trade still licensed", shares)
        .digits(s -> DIGITS)
        .words("control", "control", LicensedShare::control)
        .country("importer", "importer", LicensedShare::importer)
        .words("months", "months", LicensedShare::months)
        .range("theta", "theta", LicensedShare::share)
        .words(
            "basis",
            "basis",
            s ->
                switch (s.basis()) {
                  case EVIDENCE -> "evidence";
                  case OBSERVED -> "the fall of the origin's volume, not scored";
                  case OTHER_IMPORTERS -> "assumed: as at other importers";
                  case NOT_NAMED -> "assumed: free, the ban names others";
                })
        .words("source", "source", LicensedShare::source);
  }

  private static Table<Score> scores(String key, String title, List<Score> scores) {
    return Table.of(key, title, scores)
        .words("control", "control", s -> s.event().control())
        .words("minerals", "minerals", s -> s.event().minerals())
        .country("importer", "importer", s -> s.event().importer())
        .words("effect", "effect", s -> word(s.event().effect()))
        .words("months", "months", s -> s.event().months())
        .share("observedChange", "observed", s -> Math.expm1(s.event().logEffect()))
        .digits(s -> DIGITS)
        .shareRange("predictedChange", "model", s -> change(s.predicted()))
        .figure("errorLog", "error ln", Score::error)
        .figure("noChangeErrorLog", "no change ln", Score::noChangeError)
        .flag("isCovered", "in range", Score::isCovered)
        .words("use", "use", s -> use(s.isFitted()))
        .share("atCeilingShare", "at ceiling", Score::atCeilingShare)
        .digits(s -> Cell.DIGITS)
        .figure("observedLog", "", s -> s.event().logEffect())
        .figure("standardErrorLog", "", s -> s.event().standardError(), "not published")
        .range("predictedLog", "", Score::predicted)
        .count("draws", "", Score::draws);
  }

  /** Rows of a file that are not scored, or not by all their minerals. */
  public static Table<Issue> notScored(List<Issue> issues) {
    return Table.of("notScored", "Not scored", issues)
        .count("row", "row", i -> i.place().line())
        .words("why", "why", Issue::problem);
  }

  private static String use(boolean isFitted) {
    return isFitted ? "fit" : "held out";
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

  /** Scores of one table, use and effect. */
  private record Errors(String table, boolean isFitted, Effect effect, List<Score> scores) {
    double coveredShare() {
      return (double) scores.stream().filter(Score::isCovered).count() / scores.size();
    }
  }

  private static Table<Errors> errors(Backtest backtest) {
    List<Errors> rows = new ArrayList<>(errors("conditional", backtest.conditional()));
    rows.addAll(errors("unconditional", backtest.unconditional()));
    return Table.of("errors", "Root mean square error, ln", rows)
        .digits(e -> DIGITS)
        .words("table", "table", Errors::table)
        .words("use", "use", e -> use(e.isFitted()))
        .words("effect", "effect", e -> word(e.effect()))
        .count("rows", "rows", e -> e.scores().size())
        .figure("errorLog", "model", e -> Score.rootMeanSquare(e.scores(), Score::error))
        .figure(
            "noChangeErrorLog",
            "no change",
            e -> Score.rootMeanSquare(e.scores(), Score::noChangeError))
        .share("coveredShare", "in range", Errors::coveredShare);
  }

  private static List<Errors> errors(String table, List<Score> scores) {
    List<Errors> rows = new ArrayList<>();
    for (boolean isFitted : new boolean[] {true, false}) {
      for (Effect effect : Effect.values()) {
        List<Score> its =
            scores.stream()
                .filter(s -> s.isFitted() == isFitted && s.event().effect() == effect)
                .toList();
        if (!its.isEmpty()) {
          rows.add(new Errors(table, isFitted, effect, its));
        }
      }
    }
    return rows;
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
