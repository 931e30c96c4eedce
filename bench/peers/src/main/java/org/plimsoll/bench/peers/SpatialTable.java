package org.plimsoll.bench.peers;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;

/** The table of a run, as Markdown, row by row. */
final class SpatialTable {
  private final PrintStream out;
  private final SpatialProblem problem;
  private final Timed ours;
  private final Optional<Verdict> reference;

  /**
   * @param ours the market without measures, to which all others are compared
   * @param reference PDLP's answer, if it has one
   */
  SpatialTable(PrintStream out, SpatialProblem problem, Timed ours, Optional<Verdict> reference) {
    this.out = out;
    this.problem = problem;
    this.ours = ours;
    this.reference = reference;
  }

  static void printHead(PrintStream out) {
    out.println(
        "| routes | what | runs | ms by the clock: median (least to most) | times ours, clock"
            + " | processor ms | times ours, processor | objective off PDLP's"
            + " | imbalance of trade | gain left of price | remark |");
    out.println("|---|---|---|---|---|---|---|---|---|---|---|");
  }

  /** A row of the market without measures. */
  void print(String what, Timed timed) {
    switch (timed.last()) {
      case Attempt.None(String why) -> print(what, timed, " | | ", why);
      case Attempt.Found(Plan plan, String remark) -> {
        Verdict verdict = Verdict.of(problem, plan);
        String off =
            reference
                .map(r -> "%.1e".formatted(verdict.objective() / r.objective() - 1))
                .orElse("");
        print(
            what,
            timed,
            "%s | %.1e | %.1e".formatted(off, verdict.imbalance(), verdict.gainLeft()),
            remark);
      }
    }
  }

  /** A row of the market under measures, which is no quadratic program. */
  void printUnderMeasures(String what, Timed timed) {
    switch (timed.last()) {
      case Attempt.None(String why) -> print(what, timed, " | | ", why);
      case Attempt.Found(Plan plan, String remark) ->
          print(what, timed, " | %.1e | ".formatted(Verdict.of(problem, plan).imbalance()), remark);
    }
  }

  private void print(String what, Timed timed, String verdict, String remark) {
    out.printf(
        Locale.ROOT,
        "| %,d | %s | %d | %,.0f (%,.0f to %,.0f) | %.2f | %,.0f | %.2f | %s | %s |%n",
        problem.routes(),
        what,
        timed.runs().size(),
        timed.clock(),
        timed.least(),
        timed.most(),
        timed.clock() / ours.clock(),
        timed.processor(),
        timed.processor() / ours.processor(),
        verdict,
        remark);
  }

  /** A row of a remark alone. */
  void print(String what, String remark) {
    out.printf(Locale.ROOT, "| %,d | %s | | | | | | | | | %s |%n", problem.routes(), what, remark);
  }
}
