package org.plimsoll.planner.market.world;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.RandomMarkets;
import org.plimsoll.model.fixture.RandomMeasures;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Outcome;
import org.plimsoll.planner.market.answer.Solution;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.search.SolverLimits;

/** Answers are remembered within bounds, and what is found never depends on it. */
class AnswersTest {
  private static final ProductId REFINED = new ProductId("tinium", "refined");
  private static final SolverLimits NO_TIME =
      SolverLimits.USUAL.within(Duration.ofNanos(1), new AtomicLong()::incrementAndGet);

  private static Market tiny(Measure... measures) {
    return Market.of(TinyWorld.evidence(), TinyWorld.scenario(measures), ParameterDraw.central());
  }

  private static Market banned() {
    return tiny(Make.ban(REFINED, "AAA", ""));
  }

  /** A floor of some dollars, as a slider is moved. */
  private static Market at(Market market, double usd) {
    return market.and(List.of(Make.floor(REFINED, "core", usd)));
  }

  private static void assertSolved(Outcome outcome) {
    assertInstanceOf(Outcome.Converged.class, outcome);
  }

  @Test
  void aTimeOutIsNotRemembered() {
    Answers answers = new Answers(Answers.USUAL_BYTES);
    Market market = banned();
    assertInstanceOf(Outcome.NotConverged.class, answers.solve(market, NO_TIME, () -> false));
    assertSolved(answers.solve(market));
  }

  @Test
  void aMarketWhoseStartRanOutOfTimeIsNotSolvedFromElsewhere() {
    Answers answers = new Answers(Answers.USUAL_BYTES);
    Market extended = at(banned(), 13_000);
    assertInstanceOf(Outcome.NotConverged.class, answers.solve(extended, NO_TIME, () -> false));
    assertEquals(0, answers.bytes());
    assertSameNumbers(extended, Answers.once(extended), answers.solve(extended));
  }

  @Test
  void aSearchThatRanOutOfStepsIsNotRemembered() {
    Answers answers = new Answers(Answers.USUAL_BYTES);
    Market market = banned();
    SolverLimits few = new SolverLimits(1, 0);
    assertInstanceOf(Outcome.NotConverged.class, answers.solve(market, few, () -> false));
    assertSolved(answers.solve(market));
  }

  @Test
  void limitsAreNoPartOfTheQuestion() {
    Answers answers = new Answers(Answers.USUAL_BYTES);
    Market market = banned();
    Outcome first = answers.solve(market);
    assertSame(
        first.getEquilibrium().tally(0),
        answers.solve(market, NO_TIME, () -> false).getEquilibrium().tally(0));
  }

  @Test
  void aCancelledSearchIsNotRemembered() {
    Answers answers = new Answers(Answers.USUAL_BYTES);
    Market market = banned();
    AtomicInteger asked = new AtomicInteger();
    BooleanSupplier later = () -> asked.incrementAndGet() > 2;
    assertThrows(
        CancellationException.class, () -> answers.solve(market, SolverLimits.USUAL, later));
    assertEquals(0, answers.bytes());
    assertSolved(answers.solve(market));
  }

  @Test
  void aSearchCancelledInAPoolSaysSo() {
    Market market = ofSeveralChains(0);
    try (ForkJoinPool pool = new ForkJoinPool(2)) {
      assertThrows(
          CancellationException.class,
          () -> new Answers(0).solve(market, SolverLimits.USUAL, () -> true, pool));
    }
  }

  /** The first random world from a seed on whose chains are several, each under a duty. */
  private static Market ofSeveralChains(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market plain = Market.of(evidence, RandomMarkets.scenario(), ParameterDraw.central());
    Market market =
        plain.with(
            plain.listProducts().stream().map(p -> Make.tariff(p, "", "core", 0.1)).toList());
    return market.touched().length > 1 ? market : ofSeveralChains(seed + 1);
  }

  /** One thread asks while another searches: it gets what that one finds. */
  @Test
  void oneQuestionIsSearchedForOnce() throws ExecutionException, InterruptedException {
    Answers answers = new Answers(Answers.USUAL_BYTES);
    Market market = banned();
    CountDownLatch searching = new CountDownLatch(1);
    CountDownLatch waited = new CountDownLatch(1);
    CompletableFuture<Outcome> first =
        CompletableFuture.supplyAsync(
            () -> answers.solve(market, SolverLimits.USUAL, held(searching, waited, false)));
    searching.await();
    Outcome second = answers.solve(banned(market), SolverLimits.USUAL, signalling(waited));
    assertSame(first.get().getEquilibrium().tally(0), second.getEquilibrium().tally(0));
  }

  @Test
  void whoeverWaitsIsNotCancelledWithTheSearchWaitedFor() throws InterruptedException {
    Answers answers = new Answers(Answers.USUAL_BYTES);
    Market market = banned();
    CountDownLatch searching = new CountDownLatch(1);
    CountDownLatch waited = new CountDownLatch(1);
    CompletableFuture<Outcome> first =
        CompletableFuture.supplyAsync(
            () -> answers.solve(market, SolverLimits.USUAL, held(searching, waited, true)));
    searching.await();
    assertSolved(answers.solve(market, SolverLimits.USUAL, signalling(waited)));
    assertThrows(Exception.class, first::get);
  }

  @Test
  void whoeverWaitsMayGiveUp() throws ExecutionException, InterruptedException {
    Answers answers = new Answers(Answers.USUAL_BYTES);
    Market market = banned();
    CountDownLatch searching = new CountDownLatch(1);
    CountDownLatch waited = new CountDownLatch(1);
    CompletableFuture<Outcome> first =
        CompletableFuture.supplyAsync(
            () -> answers.solve(market, SolverLimits.USUAL, held(searching, waited, false)));
    searching.await();
    assertThrows(
        CancellationException.class, () -> answers.solve(market, SolverLimits.USUAL, () -> true));
    assertInstanceOf(
        Outcome.NotConverged.class, answers.solve(market, NO_TIME, () -> false), "the time is up");
    waited.countDown();
    assertSolved(first.get());
  }

  /** The same question by another market of the same calibration. */
  private static Market banned(Market market) {
    return market.with(market.listMeasures());
  }

  /** Asked at the first step of a search, which it holds up until somebody waits for it. */
  private static BooleanSupplier held(
      CountDownLatch searching, CountDownLatch waited, boolean isCancelled) {
    return () -> {
      searching.countDown();
      try {
        waited.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return isCancelled;
    };
  }

  private static BooleanSupplier signalling(CountDownLatch waited) {
    return () -> {
      waited.countDown();
      return false;
    };
  }

  /** Far more positions than are kept; those given up are found again, to the last bit. */
  @Test
  void manyPositionsOfASliderStayWithinTheirBytes() {
    long most = 1 << 18;
    Answers answers = new Answers(most);
    Market market = banned();
    List<Outcome> first = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      Outcome outcome = answers.solve(at(market, 9_000 + i));
      assertSolved(outcome);
      assertTrue(answers.bytes() <= most, answers.bytes() + " bytes");
      if (i % 250 == 0) {
        first.add(outcome);
      }
    }
    assertTrue(answers.bytes() > most / 2, "little is remembered");
    for (int i = 0; i < first.size(); i++) {
      Outcome again = answers.solve(at(market, 9_000 + i * 250));
      assertNotSame(again.getEquilibrium().tally(0), first.get(i).getEquilibrium().tally(0));
      assertSameNumbers(market, first.get(i), again);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000, Answers.USUAL_BYTES})
  void whatIsRememberedChangesNothing(long bytes) {
    Answers answers = new Answers(bytes);
    for (long seed = 0; seed < 20; seed++) {
      for (Market market : markets(seed)) {
        assertSameNumbers(market, Answers.once(market), answers.solve(market));
        assertSameNumbers(market, Answers.once(market), answers.solve(market));
      }
    }
    assertTrue(answers.bytes() <= bytes);
  }

  @Test
  void oneThreadAndTwoFindTheSame() {
    try (ForkJoinPool two = new ForkJoinPool(2)) {
      for (long seed = 0; seed < 20; seed++) {
        Market market = ofSeveralChains(seed);
        assertSameNumbers(
            market,
            new Answers(0).solve(market),
            new Answers(0).solve(market, SolverLimits.USUAL, () -> false, two));
      }
    }
  }

  /** A market, more measures on it, and a draw of both that starts there. */
  private static List<Market> markets(long seed) {
    Evidence evidence = RandomMarkets.evidence(seed);
    Market plain = Market.of(evidence, RandomMarkets.scenario(), ParameterDraw.central());
    List<Measure> some = RandomMeasures.of(evidence, plain.listProducts(), seed, 4);
    Market under = plain.with(some.subList(0, some.size() / 2));
    Market drawn =
        Market.of(evidence, RandomMarkets.scenario(), ParameterDraw.of(seed, 1)).with(some);
    return List.of(
        under, under.and(some.subList(some.size() / 2, some.size())), drawn.startingFrom(under));
  }

  private static void assertSameNumbers(Market market, Outcome wanted, Outcome found) {
    if (wanted instanceof Outcome.Failure failure) {
      assertEquals(failure, found);
      return;
    }
    Equilibrium one = wanted.getEquilibrium();
    Equilibrium other = found.getEquilibrium();
    assertEquals(one.listFindings(), other.listFindings());
    for (int c = 0; c < market.chains().size(); c++) {
      Solution a = one.tally(c).s;
      Solution b = other.tally(c).s;
      assertArrayEquals(a.buyerPrice, b.buyerPrice, 0);
      assertArrayEquals(a.makerPrice, b.makerPrice, 0);
      assertArrayEquals(a.shareFlow, b.shareFlow, 0);
      assertArrayEquals(a.latentFlow, b.latentFlow, 0);
      assertArrayEquals(a.level, b.level, 0);
    }
  }
}
