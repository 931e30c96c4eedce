package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.dataset.Areas;
import org.plimsoll.sources.dataset.Reading;

final class ApparentConsumptionTest {
  private static final CountryCode MAKER = CountryCode.of("AAA");
  private static final CountryCode HUB = CountryCode.of("BBB");
  private static final CountryCode USER = CountryCode.of("CCC");

  /** 10 made, 8 gross shipped to a hub that declares 9 shipped on; half of it is content. */
  @Test
  void theHubShipsOnWhatItTookInAndNoMore() {
    assertEquals(
        Map.of(MAKER, 6.0, USER, 4.0),
        ApparentConsumption.of(
            new TreeMap<>(Map.of(MAKER, 10.0)),
            List.of(flow("AAA", "BBB", 8), flow("BBB", "CCC", 9), flow("AAA", Areas.WORLD, 8)),
            0.5));
  }

  /** Makes 17 and declares 34 shipped: each customer has half of what was declared. */
  @Test
  void nobodyShipsMoreThanHeMakes() {
    assertEquals(
        Map.of(HUB, 12.0, USER, 5.0),
        ApparentConsumption.of(
            new TreeMap<>(Map.of(MAKER, 17.0)),
            List.of(flow("AAA", "BBB", 24), flow("AAA", "CCC", 10)),
            1));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void whatIsMadeIsUsed(long seed) {
    Random random = new Random(seed);
    TreeMap<CountryCode, Double> made = new TreeMap<>();
    List<Reading> flows = new ArrayList<>();
    for (String from : List.of("AAA", "BBB", "CCC", "DDD", "EEE")) {
      if (random.nextBoolean()) {
        made.put(CountryCode.of(from), 10 * random.nextDouble());
      }
      for (String to : List.of("AAA", "BBB", "CCC", "DDD", "EEE")) {
        if (!from.equals(to) && random.nextBoolean()) {
          flows.add(flow(from, to, 8 * random.nextDouble()));
        }
      }
    }
    double used = sum(ApparentConsumption.of(made, flows, 1));
    assertEquals(sum(made), used, 0.01 * sum(made) + 1e-9);
  }

  private static double sum(SortedMap<CountryCode, Double> tonnes) {
    return tonnes.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  @Test
  void whoTakesInAndKeepsIsAUser() {
    assertEquals(
        Map.of(MAKER, 2.0, HUB, 8.0),
        ApparentConsumption.of(
            new TreeMap<>(Map.of(MAKER, 10.0)), List.of(flow("AAA", "BBB", 8)), 1));
  }

  private static Reading flow(String from, String to, double tonnes) {
    return new Reading(
        "tiny/flow", from, to, "2024", tonnes, Status.READ, new Source("tiny", "1", "flow"));
  }
}
