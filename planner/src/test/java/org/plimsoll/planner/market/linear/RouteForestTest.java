package org.plimsoll.planner.market.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices and tonnes by the forest of routes, of markets of straight lines. */
class RouteForestTest {
  private static final double NEAR = 1e-9;

  /**
   * A maker of p tonnes and a buyer of 10 − p, a route of cost 2 between them: 4 tonnes at 4 and 6.
   */
  @Test
  void twoNodes() {
    RouteForest forest = new RouteForest(new double[] {0}, new double[] {10});
    forest.line(forest.makerNode(0), 0, 1, 0);
    forest.line(forest.buyerNode(0), 0, 1, 0);
    assertTrue(forest.balance());
    assertTrue(forest.open(0, 0, 7, 2, 0));
    assertEquals(4, forest.price(forest.makerNode(0)), NEAR);
    assertEquals(6, forest.price(forest.buyerNode(0)), NEAR);
    forest.tell((buyer, lane, tonnes) -> {
      assertEquals(7, lane);
      assertEquals(4, tonnes, NEAR);
    });
    // A route that costs as much as the price differs is as good, and does not carry.
    int steps = forest.steps();
    assertTrue(forest.open(0, 0, 8, 2, NEAR));
    assertEquals(steps, forest.steps());
  }

  /** The same market out of balance: the maker has 3 tonnes more. */
  @Test
  void aNodeOutOfBalanceMovesItsTree() {
    RouteForest forest = new RouteForest(new double[] {4}, new double[] {6});
    forest.keep(0, 0, 7, 2, 4);
    forest.fit();
    forest.line(forest.makerNode(0), 7, 1, 0);
    forest.line(forest.buyerNode(0), -4, 1, 0);
    assertEquals(3, forest.over(forest.makerNode(0)));
    assertTrue(forest.balance());
    assertEquals(2.5, forest.price(forest.makerNode(0)), NEAR);
    assertEquals(4.5, forest.price(forest.buyerNode(0)), NEAR);
    forest.tell((buyer, lane, tonnes) -> assertEquals(5.5, tonnes, NEAR));
  }

  @Test
  void routesThatCloseARingAreNotKept() {
    RouteForest forest = new RouteForest(new double[] {1, 5}, new double[] {9, 2});
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        assertEquals(i + j < 2, forest.keep(i, j, 2 * i + j, 1, 1));
      }
    }
    forest.fit();
    int[] kept = new int[1];
    forest.tell((buyer, lane, tonnes) -> kept[0]++);
    assertEquals(3, kept[0]);
    for (int j = 0; j < 2; j++) {
      assertEquals(2, forest.price(forest.buyerNode(j)), "one price, a cost above the maker's");
    }
  }

  /** Random markets from no routes: balance at each node, and no route that would pay. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 13, 30})
  void randomMarkets(int size) {
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(1000L * size + seed);
      Lines lines = Lines.random(size, random);
      RouteForest forest = new RouteForest(lines.makes, lines.chokes);
      for (int n = 0; n < size; n++) {
        forest.line(forest.makerNode(n), 0, lines.makerSlope[n], 0);
        forest.line(forest.buyerNode(n), 0, lines.buyerSlope[n], 0);
      }
      assertTrue(forest.balance());
      lines.openAll(forest);
      lines.check(forest);
    }
  }

  /** A maker who brings less from one moment to the next. */
  @Test
  void fromAMarketNearby() {
    int size = 20;
    for (int seed = 0; seed < 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Lines lines = Lines.random(size, random);
      RouteForest before = new RouteForest(lines.makes, lines.chokes);
      for (int n = 0; n < size; n++) {
        before.line(before.makerNode(n), 0, lines.makerSlope[n], 0);
        before.line(before.buyerNode(n), 0, lines.buyerSlope[n], 0);
      }
      lines.openAll(before);
      int fromNothing = before.steps();

      lines.makes[seed] += 20;
      double[] makerPrice = new double[size];
      double[] buyerPrice = new double[size];
      for (int n = 0; n < size; n++) {
        makerPrice[n] = before.price(before.makerNode(n));
        buyerPrice[n] = before.price(before.buyerNode(n));
      }
      RouteForest after = new RouteForest(makerPrice, buyerPrice);
      before.tell((j, lane, tonnes) -> after.keep(lane / size, j, lane, lines.cost[lane], tonnes));
      after.fit();
      for (int n = 0; n < size; n++) {
        double made = lines.makerSlope[n] * (makerPrice[n] - lines.makes[n]);
        double taken = lines.buyerSlope[n] * (lines.chokes[n] - buyerPrice[n]);
        after.line(after.makerNode(n), made, lines.makerSlope[n], 1e-12);
        after.line(after.buyerNode(n), -taken, lines.buyerSlope[n], 1e-12);
      }
      assertTrue(after.balance());
      lines.openAll(after);
      lines.check(after);
      assertTrue(after.steps() < fromNothing, after.steps() + " steps, not " + fromNothing);
    }
  }

  @Test
  void itEnds() {
    RouteForest forest = new RouteForest(new double[] {0}, new double[] {10});
    forest.line(forest.makerNode(0), 0, 1, 0);
    forest.line(forest.buyerNode(0), 0, 1, 0);
    boolean goesOn = true;
    for (int n = 0; goesOn && n < 1000; n++) {
      goesOn = forest.open(0, 0, n, -n, 0);
    }
    assertFalse(goesOn, "ever cheaper routes, ever more steps");
  }

  /**
   * A market of straight lines: makers make slope × (price − makes), buyers take slope × (chokes −
   * price), below nothing too.
   */
  @SuppressWarnings("ArrayRecordComponent") // read by the tests alone
  private record Lines(
      double[] makes, double[] makerSlope, double[] chokes, double[] buyerSlope, double[] cost) {
    static Lines random(int size, SplittableRandom random) {
      return new Lines(
          random.doubles(size, 10, 25).toArray(),
          random.doubles(size, 0.1, 0.3).toArray(),
          random.doubles(size, 150, 650).toArray(),
          random.doubles(size, 0.2, 1).toArray(),
          random.doubles((long) size * size, 1, 15).toArray());
    }

    int size() {
      return makes.length;
    }

    void openAll(RouteForest forest) {
      boolean changed = true;
      while (changed) {
        int before = forest.steps();
        for (int lane = 0; lane < cost.length; lane++) {
          assertTrue(forest.open(lane / size(), lane % size(), lane, cost[lane], NEAR));
        }
        changed = forest.steps() > before;
      }
    }

    void check(RouteForest forest) {
      double[] left = new double[2 * size()];
      for (int n = 0; n < size(); n++) {
        int maker = forest.makerNode(n);
        int buyer = forest.buyerNode(n);
        left[maker] = makerSlope[n] * (forest.price(maker) - makes[n]);
        left[buyer] = buyerSlope[n] * (forest.price(buyer) - chokes[n]);
      }
      forest.tell((j, lane, tonnes) -> {
        assertTrue(tonnes > 0);
        int i = lane / size();
        left[forest.makerNode(i)] -= tonnes;
        left[forest.buyerNode(j)] += tonnes;
        double landed = forest.price(forest.makerNode(i)) + cost[lane];
        assertEquals(landed, forest.price(forest.buyerNode(j)), NEAR, "what carries pays");
      });
      for (double over : left) {
        assertEquals(0, over, NEAR, "as much is made as leaves, and as comes as is taken");
      }
      for (int lane = 0; lane < cost.length; lane++) {
        double landed = forest.price(forest.makerNode(lane / size())) + cost[lane];
        assertTrue(forest.price(forest.buyerNode(lane % size())) <= landed + 2 * NEAR);
      }
    }
  }
}
