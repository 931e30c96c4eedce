package org.plimsoll.sources.pack;

import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.model.evidence.ProductsInUse;
import org.plimsoll.model.evidence.Resilience;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.BillOfMaterials;
import org.plimsoll.model.trade.DemandGrowth;
import org.plimsoll.model.trade.Disruption;
import org.plimsoll.model.trade.DisruptionRate;
import org.plimsoll.model.trade.Freight;
import org.plimsoll.model.trade.ProductVolume;
import org.plimsoll.model.trade.ProjectCost;
import org.plimsoll.model.trade.Recycling;
import org.plimsoll.model.trade.Stockpile;
import org.plimsoll.model.trade.Storage;

/** What a random world's materials end in, and what keeping them costs. */
final class RandomGoods {
  private final RandomWorld world;

  RandomGoods(RandomWorld world) {
    this.world = world;
  }

  ProductsInUse inUse() {
    return new ProductsInUse(
        List.of(
            new BillOfMaterials(
                "car",
                "all",
                world.first(),
                world.text(),
                "2012",
                world.interval(500),
                "car",
                world.provenance()),
            new BillOfMaterials(
                "car",
                "all",
                world.first(),
                "part",
                "2026",
                world.interval(20),
                "car",
                world.provenance())),
        List.of(
            new ProductVolume(
                "car", "sales", "*", 2024, world.interval(1e7), "car", world.provenance()),
            new ProductVolume(
                "car", "sales", "UNION", 2024, world.interval(1e6), "car", world.provenance()),
            new ProductVolume(
                "bus", "sales", "*", 2024, world.interval(1e5), "bus", world.provenance())),
        List.of(
            new DemandGrowth(
                world.first(),
                "*",
                world.text(),
                2035,
                2024,
                world.interval(2),
                world.provenance()),
            new DemandGrowth(
                world.first(), "UNION", "b", 2030, 2020, world.interval(9), world.provenance())),
        List.of(
            new Recycling(
                world.first(),
                world.oneOf(Recycling.Measure.values()),
                "*",
                "2017",
                Interval.exactly(world.share()),
                world.provenance())));
  }

  Resilience resilience() {
    return new Resilience(
        List.of(
            new Freight(
                world.anyProduct(), "*", "*", "2023", world.interval(0.2), world.provenance()),
            new Freight(
                world.anyProduct(),
                world.anyCountry().alpha3(),
                "*",
                "2024",
                world.interval(0.2),
                world.provenance())),
        List.of(
            new Storage(
                "*",
                world.text(),
                "rent",
                world.text(),
                world.interval(500),
                "USD/(t a)",
                world.provenance()),
            new Storage(
                world.first(),
                "ingot",
                "shelf-life",
                "*",
                world.interval(9),
                "years",
                world.provenance())),
        List.of(
            new ProjectCost(
                world.first(),
                world.text(),
                "cost",
                "2024",
                world.text(),
                world.interval(9),
                world.text(),
                world.maybe(9),
                world.provenance()),
            new ProjectCost(
                world.first(),
                "by-product",
                "cash-cost",
                "2024",
                world.text(),
                new Interval(-world.share(), 0, world.share()),
                world.text(),
                OptionalDouble.empty(),
                world.provenance())),
        List.of(
            new Stockpile(
                world.text(),
                "government",
                "*",
                "any",
                "target",
                "2025",
                world.interval(60),
                "days",
                world.maybeText().orElse(""),
                world.provenance())),
        List.of(
            new Disruption(
                world.text(),
                world.first(),
                "UNION",
                world.text(),
                "2023",
                new Interval(-world.share(), 0, world.share()),
                "1",
                world.provenance())),
        List.of(
            new DisruptionRate(
                "*",
                DisruptionRate.Measure.SHARE_LET_THROUGH,
                "0.35",
                world.interval(0.4),
                "1",
                world.provenance()),
            new DisruptionRate(
                world.anyCountry().alpha3(),
                DisruptionRate.Measure.ACTS,
                "",
                world.interval(0.4),
                "1",
                world.provenance())));
  }
}
