package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Production;
import org.plimsoll.sources.CaseTable;
import org.plimsoll.sources.GeneratedPage;
import org.plimsoll.sources.pack.Pack;

/**
 * Published figures of each mineral, looked up in the committed world: the table is {@code
 * mineral-truths.txt}, one figure a line, each with who says so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MineralTruthsTest {
  private final Evidence world = readWorld();

  private static Evidence readWorld() {
    Loaded<Evidence> read = Pack.read(GeneratedPage.root().resolve("world"));
    assertFalse(read.hasErrors(), read.issues().toString());
    return read.value();
  }

  static Stream<Arguments> truths() {
    return CaseTable.read(MineralTruthsTest.class, "mineral-truths.txt", 6).stream()
        .map(parts -> Arguments.of(String.join(" ", parts.subList(0, 3)), parts));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("truths")
  void theWorldSaysWhatIsPublished(String name, List<String> parts) {
    ProductId product = ProductId.parse(parts.get(1));
    String where = parts.get(2);
    double published = Double.parseDouble(parts.get(3));
    double tolerance = Double.parseDouble(parts.get(4));
    SortedMap<CountryCode, Double> made = output(product, activity -> true);
    assertFalse(made.isEmpty(), product + " is made nowhere");
    double found =
        switch (parts.get(0)) {
          case "total" -> sum(made) / published;
          case "top" -> {
            assertEquals(
                where,
                made.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(e -> e.getKey().alpha3())
                    .orElse(""));
            yield made.getOrDefault(CountryCode.of(where), 0.0) / sum(made);
          }
          case "share" -> made.getOrDefault(CountryCode.of(where), 0.0) / sum(made);
          case "imports" -> importShare(product, where.substring(0, 3), where.substring(4));
          default -> throw new IllegalArgumentException("no such kind of truth: " + parts.get(0));
        };
    assertEquals(parts.get(0).equals("total") ? 1 : published, found, tolerance, parts.get(5));
  }

  /** No country recovers more of a by-product than its host there holds. */
  @Test
  void byProductsFitTheirHosts() {
    int bound = 0;
    for (Production level : world.productions()) {
      Activity activity = world.getActivity(level.activity(), level.country());
      if (activity.host().isPresent()) {
        Activity.Host host = activity.host().get();
        double tonnes = output(host.product(), a -> true).getOrDefault(level.country(), 0.0);
        assertTrue(
            level.tonnes() <= host.yield() * tonnes,
            "%s in %s: %s t with %s t of host"
                .formatted(activity.id(), level.country(), level.tonnes(), tonnes));
        bound++;
      }
    }
    assertTrue(bound >= 10, "by-products of this world: " + bound);
  }

  /** Cobalt Institute (recalled): 98% of cobalt is a by-product of copper or nickel. */
  @Test
  void nearlyAllCobaltHasAHost() {
    ProductId cobalt = ProductId.parse("cobalt/mine");
    double hosted = sum(output(cobalt, activity -> activity.host().isPresent()));
    assertEquals(0.98, hosted / sum(output(cobalt, activity -> true)), 0.02);
  }

  private SortedMap<CountryCode, Double> output(ProductId product, Predicate<Activity> by) {
    TreeMap<CountryCode, Double> made = new TreeMap<>();
    for (Production level : world.productions()) {
      Activity activity = world.getActivity(level.activity(), level.country());
      double perUnit = activity.outputs().getOrDefault(product, 0.0);
      if (perUnit > 0 && by.test(activity)) {
        made.merge(level.country(), perUnit * level.tonnes(), Double::sum);
      }
    }
    return made;
  }

  /** The exporter's share in what a country imports. */
  private double importShare(ProductId product, String exporter, String importer) {
    double all = 0;
    double from = 0;
    for (Flow flow : world.flows()) {
      if (flow.product().equals(product)
          && flow.importer().alpha3().equals(importer)
          && !flow.exporter().equals(flow.importer())) {
        all += flow.tonnes();
        from += flow.exporter().alpha3().equals(exporter) ? flow.tonnes() : 0;
      }
    }
    return from / all;
  }

  private static double sum(SortedMap<CountryCode, Double> tonnes) {
    return tonnes.values().stream().mapToDouble(Double::doubleValue).sum();
  }
}
