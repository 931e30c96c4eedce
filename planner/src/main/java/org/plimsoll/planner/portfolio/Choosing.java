package org.plimsoll.planner.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.plan.StatusQuo;
import org.plimsoll.planner.study.Bloc;
import org.plimsoll.planner.study.Inquiry;
import org.plimsoll.planner.study.Quantity.Account;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Series;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Study;
import org.plimsoll.planner.study.Workers;

/**
 * Chooses actions against a stop of one chain. Singles, pairs and bundles are solved; sets that
 * look best by those are solved whole, until none is left that looks better; those are held against
 * one another in every draw.
 */
public final class Choosing {
  /** Sets that are solved whole at a time. */
  private static final int BEST = 20;

  /** At most so often. */
  private static final int ROUNDS = 8;

  /** Pairs that are told, of those that differ from the sum by a dollar or more. */
  private static final int PAIRS = 10;

  private static final int BUDGETS = 12;

  /** A bundle that gains this share of what everything gains is kept whole. */
  private static final double ENOUGH = 0.99;

  private final Inquiry inquiry;
  private final String vintage;
  private final Bloc bloc;
  private final Stop stop;
  private final double chance;
  private final Budgets budgets;
  private final List<ProductId> chain;

  private Choosing(
      Inquiry inquiry,
      String vintage,
      Bloc bloc,
      Stop stop,
      double chance,
      Map<String, Double> budgets) {
    this.inquiry = inquiry;
    this.vintage = vintage;
    this.bloc = bloc;
    this.stop = stop;
    this.chance = chance;
    this.budgets = new Budgets(bloc, base(), stop.product(), new TreeMap<>(budgets));
    chain = inquiry.listProducts(vintage);
  }

  /**
   * Chooses.
   *
   * @param stop of products of one chain
   * @param chance of the stop in a year
   * @param budgets capital by member, USD; members that are not named have no limit
   * @throws IllegalArgumentException if the scenario names what the world does not have
   * @throws IllegalStateException if the stop has no solution
   */
  public static Portfolio choose(
      Evidence evidence,
      Scenario scenario,
      Stop stop,
      double chance,
      Map<String, Double> budgets,
      Settings settings,
      Workers workers) {
    StatusQuo today = Planner.inForce(evidence, scenario, settings.limits(), workers);
    Scenario inForce = today.scenario().withMeasures(today.standing());
    ProductId product = stop.products().getLast();
    Inquiry inquiry = Inquiry.ofChain(evidence, inForce, settings, workers, product);
    String vintage = inForce.priceVintage();
    Bloc bloc = Bloc.of(evidence, scenario);
    Choosing choosing = new Choosing(inquiry, vintage, bloc, stop, chance, budgets);
    return choosing.choose(
        new Candidates(evidence, inquiry, vintage, bloc, product)
            .list(choosing.chain, stop.exporter()));
  }

  private Equilibrium base() {
    return inquiry.ask(Question.statusQuo(vintage)).get().base();
  }

  private Portfolio choose(List<Candidate> all) {
    SolvedSets every = new SolvedSets(inquiry, vintage, bloc, stop, all);
    every.effects("actions", singles(all.size()));
    double loss = number(every.loss(Account.TOTAL), "the stop");
    NarrowLinks narrow = new NarrowLinks(every, bloc, base());
    long plants = mask(all, Candidate.Kind.PLANT);
    List<NarrowLinks.Bundle> bundles = plants == 0 ? List.of() : narrow.bundles(plants);
    List<NarrowLinks.Link> links = narrow.links(plants, chain, loss);
    List<ProductId> orphans =
        links.stream().filter(link -> !link.hasCandidate()).map(NarrowLinks.Link::product).toList();
    List<Integer> kept = kept(every, bundles);
    List<Candidate> few = kept.stream().map(all::get).toList();
    SolvedSets sets = new SolvedSets(inquiry, vintage, bloc, stop, few);
    Surrogate surrogate = surrogate(sets, narrowed(bundles, kept));
    double error = solveBest(sets, surrogate);
    List<Long> best =
        surrogate.best(BEST, set -> budgets.allow(sets.members(set)) && surrogate.isExact(set));
    Set<Long> drawn = new LinkedHashSet<>(best);
    drawn.add(0L);
    Study study = sets.study("choices", List.copyOf(drawn));
    List<Portfolio.Choice> choices = choices(sets, study, List.copyOf(drawn));
    Portfolio.Choice recommended = least(choices, r -> r.largestRegret());
    Portfolio.Choice bestMean = least(choices, r -> -r.mean());
    Study alone = every.study("actions", singles(all.size()));
    return new Portfolio(
        stop,
        chain,
        chance,
        new Portfolio.Loss(every.membersLoss(alone), every.loss(Account.USERS)),
        every.unserved(alone, 0),
        actions(every, alone),
        pairs(sets),
        bundles.stream()
            .map(b -> new Portfolio.Bundle(every.members(b.set()), b.beta(), b.dropped()))
            .toList(),
        links,
        orphans.isEmpty() ? 0 : narrow.gainTogether(plants, orphans),
        choices,
        recommended,
        bestMean,
        frontier(sets, surrogate),
        Ordering.of(sets, recommended.actions(), chance),
        error,
        new Portfolio.Count(
            every.count() + sets.count(), every.countUnsolved() + sets.countUnsolved()));
  }

  private static List<Long> singles(int count) {
    return IntStream.range(0, count).mapToObj(i -> 1L << i).toList();
  }

  private static long mask(List<Candidate> all, Candidate.Kind kind) {
    return IntStream.range(0, all.size())
        .filter(i -> all.get(i).kind() == kind)
        .mapToLong(i -> 1L << i)
        .sum();
  }

  private static double number(Reading reading, String what) {
    return switch (reading) {
      case Reading.Known known -> known.value();
      case Reading.Missing missing ->
          throw new IllegalStateException(
              what
                  + " has no solution: "
                  + missing.why()
                  + "\nMaybe another stop, or a milder one");
    };
  }

  /**
   * Candidates that are chosen among: those of the smallest bundle that gains nearly all, then
   * those worth most alone, as many as can be gone through, of those that may be chosen and have a
   * solution.
   */
  private List<Integer> kept(SolvedSets every, List<NarrowLinks.Bundle> bundles) {
    List<Candidate> all = every.candidates();
    double most = bundles.stream().mapToDouble(NarrowLinks.Bundle::beta).max().orElse(0);
    long core =
        bundles.stream()
            .filter(bundle -> bundle.beta() >= ENOUGH * most)
            .reduce((larger, smaller) -> smaller)
            .map(NarrowLinks.Bundle::set)
            .orElse(0L);
    Comparator<Integer> byCore = Comparator.comparing((Integer i) -> (core & 1L << i) == 0);
    return IntStream.range(0, all.size())
        .boxed()
        .filter(i -> all.get(i).isChoosable())
        .filter(i -> every.effect(1L << i) instanceof Effect.Result.Solved)
        .sorted(
            byCore
                .thenComparingDouble(i -> -every.worth(1L << i, chance))
                .thenComparing(Comparator.naturalOrder()))
        .limit(Surrogate.MOST)
        .sorted()
        .toList();
  }

  /** Bundles as sets of the candidates that were kept, the smallest first. */
  private static List<Long> narrowed(List<NarrowLinks.Bundle> bundles, List<Integer> kept) {
    Set<Long> sets = new LinkedHashSet<>();
    for (NarrowLinks.Bundle bundle : bundles.reversed()) {
      long set = 0;
      for (int i = 0; i < kept.size(); i++) {
        set |= (bundle.set() & 1L << kept.get(i)) != 0 ? 1L << i : 0;
      }
      if (Long.bitCount(set) > 2) {
        sets.add(set);
      }
    }
    return List.copyOf(sets);
  }

  private Surrogate surrogate(SolvedSets sets, List<Long> bundles) {
    int count = sets.candidates().size();
    List<Long> parts = new ArrayList<>(singles(count));
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        parts.add(1L << i | 1L << j);
      }
    }
    parts.addAll(bundles);
    sets.effects("pairs and bundles", parts);
    Surrogate surrogate = new Surrogate(count);
    surrogate.addPart(0, 0);
    for (long part : parts) {
      if (Double.isFinite(sets.worth(part, chance))) {
        surrogate.addPart(part, sets.worth(part, chance));
      } else {
        surrogate.set(part, sets.worth(part, chance));
      }
    }
    return surrogate;
  }

  /** Solves what looks best until nothing unsolved looks better; the largest error met. */
  private double solveBest(SolvedSets sets, Surrogate surrogate) {
    double error = 0;
    for (int round = 0; round < ROUNDS; round++) {
      List<Long> best = surrogate.best(BEST, set -> budgets.allow(sets.members(set)));
      List<Long> open =
          LongStream.concat(best.stream().mapToLong(set -> set), swaps(sets, best.getFirst()))
              .distinct()
              .filter(set -> !surrogate.isExact(set))
              .boxed()
              .toList();
      if (open.isEmpty()) {
        return error;
      }
      sets.effects("sets", open);
      for (long set : open) {
        double exact = sets.worth(set, chance);
        if (Double.isFinite(exact)) {
          error = Math.max(error, Math.abs(exact - surrogate.value(set)));
        }
        surrogate.set(set, exact);
      }
    }
    return error;
  }

  /** A set with one action more, one less, or one in the place of another. */
  private LongStream swaps(SolvedSets sets, long set) {
    int count = sets.candidates().size();
    LongStream.Builder swaps = LongStream.builder();
    for (int i = 0; i < count; i++) {
      swaps.add(set ^ 1L << i);
      for (int j = 0; j < count; j++) {
        if ((set & 1L << i) != 0 && (set & 1L << j) == 0) {
          swaps.add(set ^ 1L << i ^ 1L << j);
        }
      }
    }
    return swaps.build().filter(swap -> budgets.allow(sets.members(swap)));
  }

  private List<Portfolio.Choice> choices(SolvedSets sets, Study study, List<Long> drawn) {
    List<List<double[]>> values = new ArrayList<>();
    for (double each : Portfolio.CHANCES) {
      values.add(drawn.stream().map(set -> values(sets, study, set, each)).toList());
    }
    List<Portfolio.Choice> choices = new ArrayList<>();
    for (int s = 0; s < drawn.size(); s++) {
      List<Portfolio.Regret> regrets = new ArrayList<>();
      for (int p = 0; p < Portfolio.CHANCES.size(); p++) {
        regrets.add(Regrets.of(Portfolio.CHANCES.get(p), values.get(p), s));
      }
      List<Candidate> actions = sets.members(drawn.get(s));
      if (sets.effect(drawn.get(s)) instanceof Effect.Result.Solved solved) {
        choices.add(
            new Portfolio.Choice(actions, solved.effect(), SolvedSets.costUsd(actions), regrets));
      }
    }
    return choices;
  }

  /** Value of a set in every draw; NaN where it has none. Without draws, in the central case. */
  private double[] values(SolvedSets sets, Study study, long set, double at) {
    Series beta = sets.beta(study, set);
    Series kappa = sets.kappa(study, set);
    double cost = SolvedSets.costUsd(sets.members(set));
    if (beta.draws().isEmpty()) {
      return new double[] {value(beta.central(), kappa.central(), at, cost)};
    }
    return IntStream.range(0, beta.draws().size())
        .mapToDouble(d -> value(beta.draws().get(d), kappa.draws().get(d), at, cost))
        .toArray();
  }

  private static double value(Reading beta, Reading kappa, double at, double cost) {
    return beta instanceof Reading.Known gain && kappa instanceof Reading.Known calm
        ? at * gain.value() - (1 - at) * calm.value() - cost
        : Double.NaN;
  }

  private interface Measured {
    double of(Portfolio.Regret regret);
  }

  private Portfolio.Choice least(List<Portfolio.Choice> choices, Measured measured) {
    int at =
        IntStream.range(0, Portfolio.CHANCES.size())
            .boxed()
            .min(Comparator.comparingDouble(i -> Math.abs(Portfolio.CHANCES.get(i) - chance)))
            .orElseThrow();
    return choices.stream()
        .min(Comparator.comparingDouble((Portfolio.Choice c) -> measured.of(c.regrets().get(at))))
        .orElseThrow();
  }

  private List<Portfolio.Action> actions(SolvedSets every, Study study) {
    List<Portfolio.Action> actions = new ArrayList<>();
    for (int i = 0; i < every.candidates().size(); i++) {
      long set = 1L << i;
      actions.add(
          new Portfolio.Action(
              every.candidates().get(i),
              every.effect(set),
              every.beta(study, set),
              every.betaUsers(study, set),
              every.kappa(study, set),
              every.unserved(study, set)));
    }
    actions.sort(
        Comparator.comparingDouble((Portfolio.Action a) -> -gain(a.effect()))
            .thenComparing(a -> a.candidate().id()));
    return actions;
  }

  private static double gain(Effect.Result result) {
    return result instanceof Effect.Result.Solved solved
        ? solved.effect().beta()
        : Double.NEGATIVE_INFINITY;
  }

  private List<Portfolio.Pair> pairs(SolvedSets sets) {
    List<Portfolio.Pair> pairs = new ArrayList<>();
    int count = sets.candidates().size();
    for (int i = 0; i < count; i++) {
      for (int j = i + 1; j < count; j++) {
        double both = gain(sets.effect(1L << i | 1L << j));
        double more = both - gain(sets.effect(1L << i)) - gain(sets.effect(1L << j));
        if (Math.abs(more) >= 1 && Double.isFinite(more)) {
          pairs.add(
              new Portfolio.Pair(sets.candidates().get(i), sets.candidates().get(j), both, more));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble((Portfolio.Pair p) -> -Math.abs(p.more())));
    return pairs.stream().limit(PAIRS).toList();
  }

  /** The best set at each budget of capital, from nothing to all, where it changes. */
  private List<Portfolio.Point> frontier(SolvedSets sets, Surrogate surrogate) {
    List<Candidate> candidates = sets.candidates();
    double all = candidates.stream().mapToDouble(Budgets::capitalUsd).sum();
    List<Portfolio.Point> points = new ArrayList<>();
    for (int b = 0; b <= BUDGETS; b++) {
      double budget = all * b / BUDGETS;
      Optional<Long> best =
          surrogate
              .best(
                  1,
                  set ->
                      budgets.allow(sets.members(set))
                          && sets.members(set).stream().mapToDouble(Budgets::capitalUsd).sum()
                              <= budget * (1 + 1e-9))
              .stream()
              .findFirst();
      if (best.isPresent() && sets.effect(best.get()) instanceof Effect.Result.Solved solved) {
        List<Candidate> actions = sets.members(best.get());
        if (points.isEmpty() || !points.getLast().actions().equals(actions)) {
          points.add(
              new Portfolio.Point(
                  budget, actions, SolvedSets.costUsd(actions), solved.effect().beta()));
        }
      }
    }
    return points;
  }
}
