package org.plimsoll.app.market;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.backtest.ShockBacktest;
import org.plimsoll.planner.backtest.ShockFit;
import org.plimsoll.planner.backtest.ShockScore;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.pack.StampedWorld;

/**
 * Fits the market's parameters to past shocks. What is solved is kept at once, so that a fit that
 * was stopped goes on.
 *
 * @param draws of the priors
 * @param seed of the draws
 * @param out where the fit is kept; the world's own folder if empty
 */
public record FitShocks(int draws, long seed, Optional<Path> out) {
  /** Draws that the posterior is given out as. */
  private static final int POSTERIOR = 200;

  /** Parameters that the posterior is printed for, those that hold for all products. */
  private static final List<String> SHOWN =
      List.of(
          "private-stock-days",
          "private-stock-elasticity",
          "precautionary-buying",
          "leak-share",
          "restrictor-output-cut",
          "qualification-months",
          "capacity-headroom",
          "new-route-premium",
          "new-route-slope",
          "sourcing-elasticity",
          "margin-elasticity",
          "choke-price-multiple",
          "model-error");

  public FitShocks {
    if (draws < POSTERIOR) {
      throw Refusal.of("--draws is " + draws, "write 1000, at least " + POSTERIOR);
    }
  }

  /**
   * The fit.
   *
   * @param folder of the pack
   */
  public Answer answer(StampedWorld world, Path folder, Workers workers) {
    Evidence evidence = world.evidence();
    List<ShockOutcome> known =
        BacktestWorld.shocks(folder.resolve(BacktestWorld.SHOCKS), evidence).stream()
            .filter(ShockOutcome::isFitted)
            .toList();
    List<ShockOutcome> outcomes = ShockFit.fitted(known);
    Path into = out.orElse(folder.resolve(PosteriorFolder.OF_WORLD));
    PosteriorFolder kept = new PosteriorFolder(into);
    kept.open(PosteriorFolder.Basis.of(PosteriorFolder.hash(world), seed, outcomes));
    Map<Integer, Optional<ShockFit.Draw>> solved = kept.solved(outcomes.size());
    int before = solved.size();
    List<Integer> open =
        IntStream.range(0, draws).filter(n -> !solved.containsKey(n)).boxed().toList();
    List<Optional<ShockFit.Draw>> found =
        workers.map(
            "draws",
            open,
            number -> {
              Optional<ShockFit.Draw> draw = ShockFit.solve(evidence, outcomes, seed, number);
              kept.keep(number, draw);
              return draw;
            });
    for (int i = 0; i < open.size(); i++) {
      solved.put(open.get(i), found.get(i));
    }
    List<ShockFit.Draw> draw = new ArrayList<>();
    List<String> unsolved = new ArrayList<>();
    solved.forEach(
        (number, its) -> its.ifPresentOrElse(draw::add, () -> unsolved.add("draw " + number)));
    ShockFit fit = new ShockFit(outcomes, draw, unsolved);
    Map<String, ShockScore.Foretold> left = fit.leaveOneOut();
    kept.write(fit.resample(POSTERIOR), left);
    ShockBacktest backtest = ShockBacktest.of(evidence, known, outcomes, new TreeMap<>(), left);
    return Answer.of("Fit of the market to past shocks")
        .fact("draws", draw.size())
        .fact("found", before)
        .fact("unsolved", unsolved.size())
        .fact("effectiveDraws", Math.round(ShockFit.effectiveDraws(fit.weights())))
        .fact("folder", into.toString())
        .with(parameters(evidence, fit))
        .with(ShockTables.of(backtest))
        .remark(ShockTables.remarks(backtest));
  }

  private record Moved(String name, Interval prior, Interval posterior) {}

  private Table<Moved> parameters(Evidence evidence, ShockFit fit) {
    List<Moved> rows = new ArrayList<>();
    double[] weights = fit.weights();
    for (String name : SHOWN) {
      evidence.parameters().stream()
          .filter(row -> row.name().equals(name) && row.scope().equals("*"))
          .findFirst()
          .ifPresent(row -> {
            double[] values =
                fit.draws().stream()
                    .mapToDouble(
                        d -> ParameterDraw.of(seed, d.number()).value(name, "*", row.value()))
                    .toArray();
            double[] even = new double[values.length];
            Arrays.fill(even, 1.0 / values.length);
            rows.add(new Moved(name, range(values, even), range(values, weights)));
          });
    }
    return Table.of("posterior", "Parameters, 10th, 50th and 90th percentile", rows)
        .digits(r -> 2)
        .words("parameter", "parameter", Moved::name)
        .range("prior", "prior", Moved::prior)
        .range("posterior", "posterior", Moved::posterior);
  }

  private static Interval range(double[] values, double[] weights) {
    List<Integer> order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .toList();
    double[] at = {0.1, 0.5, 0.9};
    double[] found = new double[at.length];
    double reached = 0;
    int next = 0;
    for (int i : order) {
      reached += weights[i];
      while (next < at.length && reached >= at[next]) {
        found[next++] = values[i];
      }
    }
    return new Interval(found[0], found[1], found[2]);
  }
}
