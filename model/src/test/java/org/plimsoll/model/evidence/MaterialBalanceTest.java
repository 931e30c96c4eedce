package org.plimsoll.model.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.AAA;
import static org.plimsoll.model.fixture.TinyWorld.BBB;
import static org.plimsoll.model.fixture.TinyWorld.CCC;
import static org.plimsoll.model.fixture.TinyWorld.ORE;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;

/** Made, used, imported and exported by product, place and year; the numbers are TinyWorld's. */
final class MaterialBalanceTest {
  private static final Set<CountryCode> UNION = Set.of(BBB, CCC);

  @Test
  void theSidesOfTheTinyWorldAreItsTable() {
    MaterialBalance balance = MaterialBalance.ofBaseYear(TinyWorld.evidence());
    assertEquals(2024, balance.year());
    assertEquals(List.of(ORE, REFINED), List.copyOf(balance.products()));
    assertEquals(
        new TreeMap<>(Map.of(AAA, 70.0, BBB, 30.0)),
        MaterialBalance.byPlace(balance.made(REFINED)));
    assertEquals(
        new TreeMap<>(Map.of(AAA, 70.0, BBB, 30.0)), MaterialBalance.byPlace(balance.inputs(ORE)));
    assertEquals(
        new TreeMap<>(Map.of(AAA, 40.0, BBB, 30.0, CCC, 30.0)),
        MaterialBalance.byPlace(balance.taken(REFINED)));
    assertEquals(30, balance.importedTonnes(REFINED, UNION::contains), "A→B 10 and A→C 20");
    assertEquals(60, balance.receivedTonnes(REFINED, UNION::contains), "use of B and C");
    assertEquals(30, balance.shippedTonnes(REFINED, UNION::contains), "output of B");
    assertEquals(10, balance.flowTonnes(REFINED, BBB::equals, CCC::equals));
  }

  @Test
  void rowsOfOtherYearsAreOfOtherYears() {
    MaterialBalance next = MaterialBalance.of(withRowsOf2025(), 2025);
    assertEquals(7, next.importedTonnes(REFINED, UNION::contains));
    assertEquals(new TreeMap<>(Map.of(AAA, 5.0)), MaterialBalance.byPlace(next.finalUses(REFINED)));
    assertEquals(new TreeMap<>(Map.of(BBB, 3.0)), MaterialBalance.byPlace(next.made(REFINED)));
    assertEquals(new TreeMap<>(Map.of(BBB, 3.0)), MaterialBalance.byPlace(next.inputs(ORE)));
    MaterialBalance base = MaterialBalance.ofBaseYear(withRowsOf2025());
    assertEquals(30, base.importedTonnes(REFINED, UNION::contains));
    assertEquals(8, base.flows(REFINED).size() + base.flows(ORE).size());
    assertTrue(MaterialBalance.of(withRowsOf2025(), 2023).products().isEmpty());
  }

  @Test
  void jointOutputCountsAndScrapIsNotNew() {
    Evidence tiny = TinyWorld.evidence();
    List<Activity> activities = new ArrayList<>(tiny.activities());
    activities.add(activity("tinium-roasting", ORE, Map.of(ORE, 1.0, REFINED, 0.5)));
    activities.add(activity("tinium-recycling", REFINED, Map.of(REFINED, 1.0)));
    Evidence world =
        tiny.with(e -> {
          e.activities = activities;
          e.productions =
              List.of(
                  made("tinium-roasting", ORE, AAA, 2024, 8),
                  made("tinium-recycling", REFINED, CCC, 2024, 2));
        });
    MaterialBalance balance = MaterialBalance.ofBaseYear(world);
    assertEquals(
        new TreeMap<>(Map.of(AAA, 4.0, CCC, 2.0)), MaterialBalance.byPlace(balance.made(REFINED)));
    assertEquals(
        new TreeMap<>(Map.of(AAA, 4.0)), MaterialBalance.byPlace(balance.newlyMade(REFINED)));
  }

  @Test
  void anOutputWithoutAnActivityCountsAsItStands() {
    Evidence world =
        TinyWorld.evidence().with(e -> e.productions = List.of(made("", REFINED, CCC, 2024, 9)));
    assertEquals(
        new TreeMap<>(Map.of(CCC, 9.0)),
        MaterialBalance.byPlace(MaterialBalance.ofBaseYear(world).made(REFINED)));
  }

  private static Evidence withRowsOf2025() {
    return TinyWorld.evidence()
        .with(e -> {
          e.productions = and(e.productions, made("tinium-refining", REFINED, BBB, 2025, 3));
          e.uses =
              and(e.uses, new Use(REFINED, AAA, Use.Purpose.FINAL, 2025, 5, TinyWorld.MADE_UP));
          e.flows =
              and(
                  e.flows,
                  new Flow(REFINED, AAA, BBB, 2025, 7, OptionalDouble.empty(), TinyWorld.MADE_UP));
        });
  }

  private static Activity activity(String id, ProductId primary, Map<ProductId, Double> outputs) {
    return new Activity(
        id,
        id,
        Optional.empty(),
        primary,
        new TreeMap<>(),
        new TreeMap<>(outputs),
        Optional.empty(),
        OptionalDouble.empty(),
        TinyWorld.MADE_UP);
  }

  private static Production made(
      String activity, ProductId product, CountryCode country, int year, double tonnes) {
    return new Production(activity, product, country, year, tonnes, TinyWorld.MADE_UP);
  }

  private static <T> List<T> and(List<T> rows, T row) {
    List<T> all = new ArrayList<>(rows);
    all.add(row);
    return all;
  }
}
