package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;
import org.plimsoll.sources.GeneratedPage;
import org.plimsoll.sources.pack.Pack;

/** The committed world, asked what the field asks of it; tonnes of content in the base year. */
record CommittedWorld(Evidence evidence) {
  static CommittedWorld read() {
    Loaded<Evidence> read = Pack.read(GeneratedPage.root().resolve("world"));
    assertFalse(read.hasErrors(), read.issues().toString());
    return new CommittedWorld(read.value());
  }

  /** Level of an activity in a country. */
  double made(String activity, String country) {
    return evidence.productions().stream()
        .filter(p -> p.activity().equals(activity))
        .filter(p -> p.country().equals(CountryCode.of(country)))
        .mapToDouble(Production::tonnes)
        .sum();
  }

  /** Level of an activity in the world. */
  double madeInAll(String activity) {
    return evidence.productions().stream()
        .filter(p -> p.activity().equals(activity))
        .mapToDouble(Production::tonnes)
        .sum();
  }

  /** The country's share in what an activity makes in the world. */
  double shareOfOutput(String activity, String country) {
    return made(activity, country) / madeInAll(activity);
  }

  /** Final use of a product in a country. */
  double used(String product, String country) {
    return evidence.uses().stream()
        .filter(u -> u.product().equals(ProductId.parse(product)))
        .filter(u -> u.purpose() == Use.Purpose.FINAL)
        .filter(u -> u.country().equals(CountryCode.of(country)))
        .mapToDouble(Use::tonnes)
        .sum();
  }

  /** Countries that make a product. */
  SortedSet<CountryCode> makers(ProductId product) {
    TreeSet<CountryCode> makers = new TreeSet<>();
    for (Production level : evidence.productions()) {
      Activity activity = evidence.getActivity(level.activity(), level.country());
      if (activity.outputs().containsKey(product)) {
        makers.add(level.country());
      }
    }
    return makers;
  }

  /** Base price in dollars a tonne. */
  double price(String product, String vintage) {
    return evidence
        .findBasePrice(ProductId.parse(product), vintage)
        .orElseThrow()
        .usdPerTonne()
        .central();
  }

  /** What goes from one country to another. */
  double flow(String product, String exporter, String importer) {
    return flowsInto(product, importer).getOrDefault(CountryCode.of(exporter), 0.0);
  }

  /** The exporter's share in what a country imports. */
  double shareOfImports(String product, String importer, String exporter) {
    SortedMap<CountryCode, Double> from = flowsInto(product, importer);
    from.remove(CountryCode.of(importer));
    double all = from.values().stream().mapToDouble(Double::doubleValue).sum();
    return from.getOrDefault(CountryCode.of(exporter), 0.0) / all;
  }

  private SortedMap<CountryCode, Double> flowsInto(String product, String importer) {
    SortedMap<CountryCode, Double> from = new TreeMap<>();
    for (Flow flow : evidence.flows()) {
      if (flow.product().equals(ProductId.parse(product))
          && flow.importer().equals(CountryCode.of(importer))) {
        from.merge(flow.exporter(), flow.tonnes(), Double::sum);
      }
    }
    return from;
  }
}
