package org.plimsoll.vault.shortage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.vault.terms.ShortageRule;

/** Shares by hand, and laws over random requests. */
class AllocationTest {
  /** {@code entitled/wanted}, then d for defence, then @bid. */
  private static List<Request> requests(String text) {
    List<Request> requests = new ArrayList<>();
    for (String word : text.split(" ", -1)) {
      int at = word.indexOf('@');
      String bid = at < 0 ? "0" : word.substring(at + 1);
      String grams = at < 0 ? word : word.substring(0, at);
      String[] parts = grams.replace("d", "").split("/", -1);
      requests.add(
          new Request(
              "p" + requests.size(),
              "c",
              Long.parseLong(parts[0]),
              Long.parseLong(parts[1]),
              grams.endsWith("d"),
              new BigDecimal(bid)));
    }
    return requests;
  }

  private static String shares(Allocation allocation) {
    return String.join(" ", allocation.shares().stream().map(share -> "" + share.grams()).toList());
  }

  @ParameterizedTest
  @CsvSource({
    // In proportion 3 to 1; and a gram that cannot be divided goes where most was cut off.
    "PRO_RATA, 400, 300/300 100/100, 300 100, 0",
    "PRO_RATA, 200, 300/300 100/100, 150 50, 0",
    "PRO_RATA, 101, 200/200 100/100 100/100, 51 25 25, 0",
    "PRO_RATA, 2, 100/100 100/100 100/100, 1 1 0, 0",
    "PRO_RATA, 10, 10/10 20/20, 3 7, 0",
    "PRO_RATA, 0, 300/300 100/100, 0 0, 0",
    // Half each would be 100: the second asks for 40 and leaves 60 to the first.
    "PRO_RATA, 200, 200/200 200/40, 160 40, 0",
    "PRO_RATA, 900, 300/300 100/100, 300 100, 0",
    "DEFENCE_FIRST, 200, 300/300 100/100d, 100 100, 0",
    "DEFENCE_FIRST, 60, 300/300 100/100d 100/50d, 0 30 30, 0",
    "DEFENCE_FIRST, 120, 300/300 100/100d 100/50d, 0 70 50, 0",
    // The highest bids are served; the price is the highest that is not served in full.
    "AUCTION, 150, 100/100@5 100/100@9 100/100@7, 0 100 50, 7",
    "AUCTION, 200, 100/100@5 100/100@9 100/100@7, 0 100 100, 5",
    "AUCTION, 300, 100/100@5 100/100@9 100/100@7, 100 100 100, 0",
    "AUCTION, 100, 300/300@5 100/100@5.0 100/100@1, 75 25 0, 5",
  })
  void byHand(ShortageRule rule, long supply, String asked, String expected, BigDecimal price) {
    Allocation allocation = Allocation.of(rule, supply, requests(asked));
    assertEquals(expected, shares(allocation));
    assertEquals(0, price.compareTo(allocation.pricePerKilogram()), allocation.toString());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void laws(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 200; round++) {
      List<Request> requests = new ArrayList<>();
      int count = 1 + random.nextInt(6);
      long scale = random.nextBoolean() ? 20 : 1_000_000_000_000_000L;
      for (int i = 0; i < count; i++) {
        long entitled = 1 + random.nextLong(scale);
        requests.add(
            new Request(
                "p" + i,
                "c",
                entitled,
                1 + random.nextLong(entitled),
                random.nextBoolean(),
                BigDecimal.valueOf(random.nextInt(3))));
      }
      long wanted = requests.stream().mapToLong(Request::wantedGrams).sum();
      long supply = random.nextLong(wanted + 2);
      for (ShortageRule rule : ShortageRule.values()) {
        Allocation allocation = Allocation.of(rule, supply, requests);
        long given = allocation.shares().stream().mapToLong(Allocation.Share::grams).sum();
        assertEquals(Math.min(supply, wanted), given, "all that is there is given");
        for (Allocation.Share share : allocation.shares()) {
          assertTrue(share.grams() >= 0 && share.grams() <= share.request().wantedGrams());
          for (Allocation.Share other : allocation.shares()) {
            assertNoEnvy(rule, share, other);
          }
        }
      }
    }
  }

  /**
   * Who is cut has, within a gram, no smaller part of its entitlement than who is before it not.
   */
  private static void assertNoEnvy(
      ShortageRule rule, Allocation.Share cut, Allocation.Share other) {
    boolean isAlike =
        switch (rule) {
          case PRO_RATA -> true;
          case DEFENCE_FIRST -> cut.request().isDefence() == other.request().isDefence();
          case AUCTION ->
              cut.request().bidPerKilogram().compareTo(other.request().bidPerKilogram()) == 0;
        };
    if (isAlike && cut.grams() < cut.request().wantedGrams()) {
      BigDecimal own =
          BigDecimal.valueOf(cut.grams() + 1)
              .multiply(BigDecimal.valueOf(other.request().entitledGrams()));
      BigDecimal others =
          BigDecimal.valueOf(other.grams() - 1)
              .multiply(BigDecimal.valueOf(cut.request().entitledGrams()));
      assertTrue(own.compareTo(others) >= 0, cut + " " + other);
    }
  }

  @Test
  void nobodyAsksForMoreThanItsOwn() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Request("p", "c", 10, 11, false, BigDecimal.ZERO));
    assertThrows(
        IllegalArgumentException.class, () -> new Request("p", "c", 10, 0, false, BigDecimal.ZERO));
  }

  @Test
  void whoGetsNothingIsNotServed() {
    Allocation allocation =
        Allocation.of(ShortageRule.AUCTION, 101, requests("100/100@5 100/100@9 1/1@7 9/9@0"));
    assertEquals(
        List.of("p1 100", "p2 1"),
        allocation.listServed().stream()
            .map(share -> share.request().participant() + " " + share.grams())
            .toList());
  }
}
