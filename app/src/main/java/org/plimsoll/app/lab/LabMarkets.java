package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.market.world.Answers;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.plan.StatusQuo;
import org.plimsoll.planner.study.ChainRows;
import org.plimsoll.planner.study.Workers;

/**
 * Answers the Lab's questions about one world. A scenario is calibrated and solved once for each
 * alliance, horizon, price vintage and set of overrides; questions with levers start from there.
 * The {@value #MOST} scenarios last asked for are kept. Safe for any number of threads.
 */
public final class LabMarkets {
  /** Calibrated scenarios that are kept, some 9 MB each. */
  static final int MOST = 12;

  /** Bytes that solved chains may take. */
  private static final long ANSWERS = 64L << 20;

  /** Sets of a scenario's own measures that levers leave, kept with each scenario. */
  private static final int MOST_RESTS = 8;

  private final LabWords words;
  private final String world;
  private final ForkJoinPool pool;
  private final Answers answers = new Answers(ANSWERS);
  private final Lock lock = new ReentrantLock();
  private final Map<Scenario, CompletableFuture<Ground>> grounds = lastUsed(MOST);

  /**
   * @param world hash of the world, said with each answer; empty if it has none
   * @param pool that solves a scenario when it is first asked for; a question with levers is solved
   *     on the thread that asks
   */
  public LabMarkets(LabWords words, String world, ForkJoinPool pool) {
    this.words = words;
    this.world = world;
    this.pool = pool;
  }

  private static <K, V> Map<K, V> lastUsed(int most) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
      }
    };
  }

  public LabWords words() {
    return words;
  }

  /** Hash of the world. */
  public String world() {
    return world;
  }

  /**
   * A scenario, calibrated and solved.
   *
   * @param today its measures and controls in force
   * @param market of all of them
   * @param outcome of that market
   * @param rows of the world behind each chain
   * @param rests markets under a part of the scenario's own measures, by that part
   */
  record Ground(
      StatusQuo today,
      Market market,
      Outcome outcome,
      ChainRows rows,
      Map<List<Measure>, Market> rests) {}

  /**
   * Answers a state within the usual limits.
   *
   * @throws IllegalArgumentException if the state names what the world does not have
   */
  public LabAnswer ask(LabState state) {
    return ask(state, SolverLimits.USUAL, () -> false);
  }

  /**
   * Answers a state.
   *
   * @param limits of each search with levers; a scenario that is first asked for has the usual ones
   * @param isCancelled asked from time to time; once it is true nobody wants the answer
   * @throws CancellationException if it was cancelled
   * @throws IllegalArgumentException if the state names what the world does not have
   */
  public LabAnswer ask(LabState state, SolverLimits limits, BooleanSupplier isCancelled) {
    LabCase asked = LabCase.of(state, words);
    Ground extended = ground(asked.extended());
    Ground allied = asked.hasPartners() ? ground(asked.allied()) : extended;
    Market market = market(asked, allied);
    Outcome outcome =
        extended.outcome() instanceof Outcome.Converged && !asked.isBare()
            ? answers.solve(market, limits, isCancelled)
            : allied.outcome();
    LabTables tables = new LabTables(words, world, state, asked);
    return switch (extended.outcome()) {
      case Outcome.Failure without -> tables.failed(without, true);
      case Outcome.Converged before ->
          switch (outcome) {
            case Outcome.Failure failure -> tables.failed(failure, false);
            case Outcome.Converged solved ->
                tables.solved(market, before.equilibrium(), solved, allied.rows());
          };
    };
  }

  /**
   * The alliance's price and the members' gain in USD million a year; nothing where there is no
   * market.
   *
   * @throws CancellationException if nobody wants the answer any more
   */
  Map<LabQuantity, Double> read(LabState state, SolverLimits limits) {
    LabQuestion asked = LabQuestion.of(state, this);
    Map<LabQuantity, Double> values = new EnumMap<>(LabQuantity.class);
    if (asked.extended().outcome() instanceof Outcome.Converged before) {
      solve(asked, limits)
          .ifPresent(after -> {
            after
                .deliveredPrice(asked.on(), asked.members())
                .ifPresent(usd -> values.put(LabQuantity.ALLIANCE_PRICE, usd));
            values.put(LabQuantity.MEMBERS_GAIN, asked.gainUsd(after, before.equilibrium()) / 1e6);
          });
    }
    return values;
  }

  /**
   * The market of a question; empty if there is none.
   *
   * @throws CancellationException if nobody wants the answer any more
   */
  Optional<Equilibrium> solve(LabQuestion asked, SolverLimits limits) {
    return answers.solve(asked.market(), limits, limits.isCancelled())
            instanceof Outcome.Converged after
        ? Optional.of(after.equilibrium())
        : Optional.empty();
  }

  /** The central case of a question. */
  Market market(LabCase asked, Ground ground) {
    return asked.isBare()
        ? ground.market()
        : asked.kept().equals(asked.extended().measures())
            ? ground.market().and(asked.levers())
            : rest(asked, ground).and(asked.levers());
  }

  /**
   * The same of another draw.
   *
   * @param drawn what is drawn of the ground
   */
  static Market laid(LabCase asked, Ground ground, Market drawn) {
    return asked.kept().equals(asked.extended().measures())
        ? drawn.and(asked.levers())
        : drawn.with(standing(asked, ground)).and(asked.levers());
  }

  /** What stands beside the levers. */
  private static List<Measure> standing(LabCase asked, Ground ground) {
    List<Measure> all = new ArrayList<>(asked.kept());
    all.addAll(ground.today().shifts());
    all.addAll(ground.today().controls());
    return all;
  }

  /** The scenario without the measures whose place levers take, all else in force. */
  private Market rest(LabCase asked, Ground ground) {
    lock.lock();
    try {
      return ground
          .rests()
          .computeIfAbsent(asked.kept(), rest -> ground.market().with(standing(asked, ground)));
    } finally {
      lock.unlock();
    }
  }

  /** The scenario's ground; the first who asks makes it, others wait. */
  Ground ground(Scenario scenario) {
    CompletableFuture<Ground> mine = new CompletableFuture<>();
    @Nullable CompletableFuture<Ground> known;
    lock.lock();
    try {
      known = grounds.putIfAbsent(scenario, mine);
    } finally {
      lock.unlock();
    }
    if (known != null) {
      return joined(known);
    }
    try {
      mine.complete(made(scenario));
    } catch (RuntimeException | Error e) {
      lock.lock();
      try {
        grounds.remove(scenario, mine);
      } finally {
        lock.unlock();
      }
      mine.completeExceptionally(e);
      throw e;
    }
    return joined(mine);
  }

  private static Ground joined(CompletableFuture<Ground> made) {
    try {
      return made.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private Ground made(Scenario scenario) {
    Workers workers = Workers.of(pool);
    StatusQuo today = Planner.inForce(words.evidence(), scenario, SolverLimits.USUAL, workers);
    Scenario whole = today.whole();
    Market market = Market.of(words.evidence(), whole, ParameterDraw.central());
    Outcome outcome = answers.solve(market, SolverLimits.USUAL, () -> false, pool);
    return new Ground(
        today,
        market,
        outcome,
        ChainRows.of(words.evidence(), whole.priceVintage(), market.listProducts()),
        lastUsed(MOST_RESTS));
  }

  /** Calibrated scenarios that are kept. */
  int keptCount() {
    lock.lock();
    try {
      return grounds.size();
    } finally {
      lock.unlock();
    }
  }
}
