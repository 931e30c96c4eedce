package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Tally;
import org.plimsoll.planner.market.equations.Unknowns;
import org.plimsoll.planner.market.equations.Workspaces;
import org.plimsoll.planner.market.search.SolverLimits;

/**
 * Solves markets and remembers chain by chain what it found, within a number of bytes: solutions,
 * and that no price can clear a market. A search that ran out of time or of steps, or that was
 * cancelled, is never remembered. Each question is searched for by one thread at a time; others who
 * ask it meanwhile wait for that one. Safe for any number of threads.
 *
 * <p>What is found depends on the question alone: never on what was asked before, on what is still
 * remembered, or on the number of threads.
 */
public final class Answers {
  /** Holds some thousands of one floor's answers on the world's longest chains. */
  public static final long USUAL_BYTES = 256L << 20;

  /** How often a thread that waits for another's search asks whether it is still wanted. */
  private static final long ASKED_EVERY_MILLIS = 5;

  /** Held to look things up, never during a search. */
  private final Lock lock = new ReentrantLock();

  private final Remembered remembered;
  private final Map<ChainQuestion, Searching> searching = new HashMap<>();
  private final Workspaces workspaces = new Workspaces();

  /** A search under way. */
  private static final class Searching {
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Optional<ChainOutcome> found = Optional.empty();
  }

  /**
   * @param mostBytes that what is remembered may take; 0 to remember nothing
   */
  public Answers(long mostBytes) {
    remembered = new Remembered(mostBytes);
  }

  /** The answer of a market about which nothing else will be asked. */
  public static Outcome once(Market market) {
    return new Answers(USUAL_BYTES).solve(market, SolverLimits.USUAL, () -> false);
  }

  /** Solves chain after chain on the calling thread, within the usual limits. */
  public Outcome solve(Market market) {
    return solve(market, SolverLimits.USUAL, () -> false);
  }

  /**
   * Solves every chain that a measure touches, one after another on the calling thread.
   *
   * @param isCancelled asked from time to time; once it is true nobody wants the answer
   * @throws CancellationException if it was cancelled
   */
  public Outcome solve(Market market, SolverLimits limits, BooleanSupplier isCancelled) {
    SolverLimits within = limits.unless(isCancelled);
    return answer(
        market,
        Arrays.stream(market.touched()).mapToObj(chain -> find(market, chain, within)).toList(),
        within);
  }

  /**
   * The same, the chains side by side: they do not know of one another.
   *
   * @param pool whose threads search
   * @throws CancellationException if it was cancelled
   */
  public Outcome solve(
      Market market, SolverLimits limits, BooleanSupplier isCancelled, ForkJoinPool pool) {
    SolverLimits within = limits.unless(isCancelled);
    int[] unknown =
        Arrays.stream(market.touched()).filter(chain -> peek(market, chain).isEmpty()).toArray();
    if (unknown.length < 2) {
      return solve(market, limits, isCancelled);
    }
    List<ForkJoinTask<ChainOutcome>> tasks =
        Arrays.stream(market.touched())
            .mapToObj(chain -> pool.submit(() -> find(market, chain, within)))
            .toList();
    return answer(market, tasks.stream().map(ForkJoinTask::join).toList(), within);
  }

  private Outcome answer(Market market, List<ChainOutcome> outcomes, SolverLimits limits) {
    int[] touched = market.touched();
    List<ChainOutcome.Solved> solved = new ArrayList<>();
    List<Tally> before = new ArrayList<>();
    for (int i = 0; i < touched.length; i++) {
      switch (outcomes.get(i)) {
        case ChainOutcome.Failed failed -> {
          return failed.failure();
        }
        case ChainOutcome.Solved found -> solved.add(found);
      }
      Optional<ChainOutcome> earlier = before(market, touched[i], outcomes.get(i), limits);
      if (earlier.isPresent() && isOutOfTime(earlier.get())) {
        return ((ChainOutcome.Failed) earlier.get()).failure();
      }
      before.add(
          earlier
              .flatMap(ChainOutcome::solved)
              .map(ChainOutcome.Solved::tally)
              .orElse(market.base().tally(touched[i])));
    }
    return market.converged(solved, before);
  }

  /** The chain in the market that this one extends, if findings compare the two. */
  private Optional<ChainOutcome> before(
      Market market, int chain, ChainOutcome now, SolverLimits limits) {
    if (market.isInherited(chain)) {
      return Optional.of(now);
    }
    return market
        .extended()
        .filter(m -> m.regimes().get(chain) != null && market.hasFloor(chain))
        .map(m -> find(m, chain, limits));
  }

  private Optional<ChainOutcome> peek(Market market, int chain) {
    return locked(() -> remembered.find(market.question(chain)));
  }

  /** What becomes of a chain that measures touch. */
  ChainOutcome find(Market market, int chain, SolverLimits limits) {
    if (market.isInherited(chain)) {
      return find(market.extended().orElseThrow(), chain, limits);
    }
    ChainQuestion question = market.question(chain);
    Optional<ChainOutcome> known = locked(() -> remembered.find(question));
    if (known.isPresent()) {
      return known.get();
    }
    ChainSearch search = new ChainSearch(market, chain);
    Optional<ChainOutcome> stranded = search.strandedForGood();
    if (stranded.isPresent()) {
      return stranded.get();
    }
    Optional<ChainOutcome> near =
        market.start(chain).map(s -> find(s.market(), s.number(), limits));
    if (near.isPresent() && isOutOfTime(near.get())) {
      return near.get();
    }
    Optional<Unknowns.Point> start =
        near.flatMap(ChainOutcome::solved).map(ChainOutcome.Solved::point);
    return alone(
        start.isPresent() ? question : question.fromBase(),
        limits,
        within -> search(search, start, within));
  }

  private static boolean isOutOfTime(ChainOutcome outcome) {
    return outcome instanceof ChainOutcome.Failed failed && failed.isOutOfTime();
  }

  private ChainOutcome search(
      ChainSearch search, Optional<Unknowns.Point> start, SolverLimits limits) {
    return workspaces.lend(
        search.regime().chain, workspace -> search.run(start, limits, workspace));
  }

  /** Searches unless another thread does, whose outcome is then waited for. */
  private ChainOutcome alone(
      ChainQuestion question, SolverLimits limits, Function<SolverLimits, ChainOutcome> search) {
    long begun = limits.clock().getAsLong();
    while (true) {
      Searching mine = new Searching();
      Optional<ChainOutcome> known = locked(() -> remembered.find(question));
      if (known.isPresent()) {
        return known.get();
      }
      @Nullable Searching other = locked(() -> searching.putIfAbsent(question, mine));
      if (other == null) {
        return publish(question, mine, () -> search.apply(limits));
      }
      if (!isEnded(other, limits, begun)) {
        return search.apply(limits.spent());
      }
      if (other.found.isPresent()) {
        return other.found.get();
      }
    }
  }

  private ChainOutcome publish(
      ChainQuestion question, Searching mine, Supplier<ChainOutcome> search) {
    try {
      ChainOutcome outcome = search.get();
      if (outcome.isFinal()) {
        mine.found = Optional.of(outcome);
      }
      return outcome;
    } finally {
      locked(() -> {
        mine.found.ifPresent(outcome -> remembered.put(question, outcome));
        return searching.remove(question);
      });
      mine.ended.countDown();
    }
  }

  /**
   * Waits for another thread's search to end; false if the time is up before.
   *
   * @throws CancellationException if nobody wants the answer any more
   */
  private static boolean isEnded(Searching other, SolverLimits limits, long begun) {
    try {
      while (!other.ended.await(ASKED_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        if (limits.isCancelled().getAsBoolean()) {
          throw new CancellationException("the search was cancelled");
        }
        if (limits.isUp(begun)) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while another thread searched");
    }
  }

  private <T extends @Nullable Object> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Bytes that what is remembered takes, by estimate. */
  public long bytes() {
    return locked(remembered::bytes);
  }
}
