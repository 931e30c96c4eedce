package org.plimsoll.sources.reconcile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Grade;

final class ReexportsTest {
  private static final CountryCode BRA = CountryCode.of("BRA");
  private static final CountryCode CAN = CountryCode.of("CAN");

  /**
   * BACI 2024, ferroniobium in hundred tonnes gross: Brazil ships 164 and Canada 21 to the
   * Netherlands, which ships 37 on. It keeps 148; Sweden's 18 are 18 × 164 ÷ 185 Brazilian.
   */
  @Test
  void rotterdamSellsWhatItBought() {
    Map<String, Double> traced =
        tonnes(
            Reexports.trace(
                List.of(
                    flow("BRA", "NLD", 164),
                    flow("CAN", "NLD", 21),
                    flow("NLD", "SWE", 18),
                    flow("NLD", "DEU", 19)),
                Map.of(BRA, 1000.0, CAN, 60.0)));
    assertEquals(164.0 / 185 * 18, traced.getOrDefault("BRA>SWE", 0.0), 1e-9);
    assertEquals(21.0 / 185 * 19, traced.getOrDefault("CAN>DEU", 0.0), 1e-9);
    assertEquals(164 * (1 - 37.0 / 185), traced.getOrDefault("BRA>NLD", 0.0), 1e-9);
    assertEquals(
        Set.of("BRA>NLD", "BRA>SWE", "BRA>DEU", "CAN>NLD", "CAN>SWE", "CAN>DEU"), traced.keySet());
  }

  /** BACI 2024: the Emirates took in 1.2 t of platinum and shipped 176.7 t to India. */
  @Test
  void whatAHubShipsBeyondWhatItTookInStaysItsOwn() {
    Map<String, Double> traced =
        tonnes(
            Reexports.trace(
                List.of(flow("ZAF", "ARE", 1.2), flow("ARE", "IND", 176.7)),
                Map.of(CountryCode.of("ZAF"), 144.0)));
    assertEquals(1.2, traced.getOrDefault("ZAF>IND", 0.0), 1e-9);
    assertEquals(175.5, traced.getOrDefault("ARE>IND", 0.0), 1e-9);
    assertEquals(2, traced.size());
  }

  /** Canada makes 4 and ships 7: 3 of them are what it took in from Brazil. */
  @Test
  void aMakerShipsWhatItMakesFirst() {
    List<Balance.Observed> flows =
        Reexports.trace(
            List.of(flow("BRA", "CAN", 5), flow("CAN", "NLD", 7)), Map.of(BRA, 100.0, CAN, 4.0));
    assertEquals(Map.of("BRA>CAN", 2.0, "BRA>NLD", 3.0, "CAN>NLD", 4.0), tonnes(flows));
  }

  @Test
  void aTracedRouteIsNotCleanlyReadButAMinorPartLeavesItsGrade() {
    List<Balance.Observed> flows =
        Reexports.trace(
            List.of(
                flow("BRA", "DEU", 50),
                flow("BRA", "NLD", 7),
                flow("NLD", "DEU", 3),
                flow("NLD", "SWE", 2)),
            Map.of(BRA, 100.0));
    assertEquals(Map.of("BRA>DEU", 53.0, "BRA>NLD", 2.0, "BRA>SWE", 2.0), tonnes(flows));
    assertEquals(List.of(Grade.A, Grade.A, Grade.B), flows.stream().map(f -> f.grade()).toList());
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void whatEachCountryKeepsStays(long seed) {
    Random random = new Random(seed);
    List<String> names = List.of("AAA", "BBB", "CCC", "DDD", "EEE");
    Map<CountryCode, Double> made = Map.of(CountryCode.of("AAA"), 100.0);
    List<Balance.Observed> flows = new ArrayList<>();
    flows.add(flow("AAA", "BBB", 100));
    // Only forward, and never more than came in: nothing is lost and nothing comes back.
    for (int i = 1; i < 4; i++) {
      flows.add(flow(names.get(i), names.get(i + 1), (100 - 30 * i) * random.nextDouble()));
    }
    Map<String, Double> before = kept(flows);
    assertEquals(round(before), round(kept(Reexports.trace(flows, made))));
  }

  /** Taken in less shipped on, but for the maker. */
  private static Map<String, Double> kept(List<Balance.Observed> flows) {
    Map<String, Double> kept = new TreeMap<>();
    for (Balance.Observed flow : flows) {
      kept.merge(flow.to().alpha3(), flow.tonnes(), Double::sum);
      if (!flow.from().alpha3().equals("AAA")) {
        kept.merge(flow.from().alpha3(), -flow.tonnes(), Double::sum);
      }
    }
    return kept;
  }

  private static Map<String, Long> round(Map<String, Double> kept) {
    Map<String, Long> rounded = new TreeMap<>();
    kept.forEach((country, t) -> {
      if (t > 0) {
        rounded.put(country, Math.round(t * 1e6));
      }
    });
    return rounded;
  }

  private static Balance.Observed flow(String from, String to, double tonnes) {
    return new Balance.Observed(CountryCode.of(from), CountryCode.of(to), tonnes, Grade.A);
  }

  private static Map<String, Double> tonnes(List<Balance.Observed> flows) {
    Map<String, Double> tonnes = new TreeMap<>();
    flows.forEach(f -> tonnes.put(f.from() + ">" + f.to(), f.tonnes()));
    return tonnes;
  }
}
