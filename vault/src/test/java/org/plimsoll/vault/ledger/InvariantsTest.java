package org.plimsoll.vault.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sound balances have no breach; each change of one of them has. */
class InvariantsTest {
  private static final String GALLIUM = "gallium/refined ingot 4N";

  private final SortedMap<AccountId, Balance> balances = new TreeMap<>();

  /** 900 g in store and 100 g with a processor, all of it claimed; 50 g out. */
  InvariantsTest() {
    put(Book.MASS, GALLIUM, "north", "l1", 900, 0);
    put(Book.MASS, GALLIUM, "", "", -900, 10);
    put(Book.TOLL, GALLIUM, "refiner", "l1", 100, 0);
    put(Book.TOLL, GALLIUM, "", "", -100, 0);
    put(Book.CLAIM, GALLIUM, "acme", "c1", 1000, 1000);
    put(Book.CLAIM, GALLIUM, "", "", -1000, 0);
    put(Book.OUT, GALLIUM, "acme", "c1", 50, 0);
    put(Book.OUT, GALLIUM, "", "", -50, 0);
    put(Book.DEBT, GALLIUM, "acme", "d1", 50, 0);
    put(Book.DEBT, GALLIUM, "", "", -50, 0);
    put(Book.COST, "USD", "vault", "l1", 0, 0);
    put(Book.COST, "USD", "", "", 0, 0);
  }

  private void put(
      Book book, String asset, String party, String paper, long amount, long reserved) {
    balances.put(new AccountId(book, asset, party, paper), new Balance(amount, reserved));
  }

  @Test
  void nothingIsWrong() {
    assertEquals(List.of(), Invariants.check(balances));
    assertEquals(List.of(), Invariants.check(new TreeMap<>()));
  }

  @ParameterizedTest
  @CsvSource({
    "MASS, north, l1, 901, 0, what is inside and the edge differ by 1",
    "MASS, north, l1, 900, 901, below zero",
    "MASS, north, l1, 900, -1, below zero",
    "MASS, '', '', -900, -1, more left than ever came in",
    "MASS, '', '', 1, 0, more left than ever came in",
    "OUT, acme, c1, -1, -1, below zero",
    "OUT, acme, c1, 51, 0, 'are out, but draws owe 50 g'",
    "TOLL, refiner, l1, 99, 0, 'entitlements of 1000 g, but 999 g are there'",
    "MASS, south, l1, -1, 0, 'entitlements of 1000 g, but 999 g are there'",
    "CLAIM, bolt, c1, 1, 0, 'entitlements of 1001 g, but 1000 g are there'",
  })
  void eachBreachIsNamed(
      Book book, String party, String paper, long amount, long reserved, String expected) {
    put(book, GALLIUM, party, paper, amount, reserved);
    List<String> breaches = Invariants.check(balances);
    assertEquals(
        1, breaches.stream().filter(breach -> breach.contains(expected)).count(), breaches + "");
  }

  /** Of two breaches both are said, each with its account or material. */
  @Test
  void allBreachesAreSaid() {
    put(Book.CLAIM, GALLIUM, "acme", "c1", 1001, 0);
    put(Book.CLAIM, GALLIUM, "", "", -1001, 0);
    put(Book.DEBT, GALLIUM, "acme", "d1", 49, 0);
    put(Book.DEBT, GALLIUM, "", "", -49, 0);
    assertEquals(
        List.of(
            GALLIUM + ": entitlements of 1001 g, but 1000 g are there",
            GALLIUM + ": 50 g are out, but draws owe 49 g"),
        Invariants.check(balances));
  }
}
