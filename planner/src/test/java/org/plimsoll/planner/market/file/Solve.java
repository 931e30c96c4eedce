package org.plimsoll.planner.market.file;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.rows.Regime;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;

/** Market files solved, for tests. */
final class Solve {
  private Solve() {}

  static Outcome outcome(MarketCase file) {
    return Answers.once(FileMarket.of(file));
  }

  /** The answer; empty if there is none. */
  static Optional<FileAnswer> find(MarketCase file) {
    return find(FileMarket.of(file), new Answers(Answers.USUAL_BYTES));
  }

  static Optional<FileAnswer> find(Market market, Answers answers) {
    return answers.solve(market) instanceof Outcome.Converged solved
        ? Optional.of(FileAnswer.of(market, solved, answers, SolverLimits.USUAL))
        : Optional.empty();
  }

  static FileAnswer answer(MarketCase file) {
    return find(file).orElseThrow(() -> new AssertionError(outcome(file)));
  }

  static FileMarket ground(MarketCase file) {
    return FileMarket.of(file, ParameterDraw.central());
  }

  /** The market without measures as a search finds it. */
  static Optional<FileMarket.Found> free(MarketCase file) {
    FileMarket ground = ground(file);
    return ground.search(ground.without(), Optional.empty(), SolverLimits.USUAL);
  }

  /** The rows of a file under its measures. */
  static Regime measured(MarketCase file, FileMarket.Found free) {
    return ground(file).with(List.copyOf(file.measures()), free.tally());
  }
}
