package org.plimsoll.planner.market.world;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;

/** Measures in few words, for tests. */
public final class Make {
  private Make() {}

  public static Terms terms(
      String id, ProductId product, Parties from, Parties to, Parties exempt) {
    return new Terms(
        id,
        List.of(product),
        from,
        to,
        exempt,
        Optional.empty(),
        Optional.empty(),
        Status.ASSUMED,
        "a test");
  }

  private static Terms terms(String id, ProductId product, String from, String to) {
    return terms(id, product, party(from), party(to), Parties.UNNAMED);
  }

  private static Parties party(String name) {
    return name.isEmpty() ? Parties.UNNAMED : Parties.of(name);
  }

  public static BorderMeasure.ExportBan ban(ProductId product, String from, String to) {
    return new BorderMeasure.ExportBan(terms("ban", product, from, to));
  }

  /** A ban with leakage; without limit if the tonnes are infinite. */
  static BorderMeasure.ExportBan leakyBan(
      ProductId product, String from, String to, double premium, double tonnes, String... via) {
    return new BorderMeasure.ExportBan(
        terms("ban", product, from, to),
        Optional.of(
            new BorderMeasure.Leakage(
                Interval.exactly(premium),
                Double.isInfinite(tonnes)
                    ? Optional.empty()
                    : Optional.of(Interval.exactly(tonnes)),
                Parties.of(via))),
        Optional.empty());
  }

  /** The user that has this share of final use, for tests. */
  static Optional<BorderMeasure.EndUser> military(double low, double central, double high) {
    Interval share = new Interval(low, central, high);
    return Optional.of(new BorderMeasure.EndUser("military", share, Status.ASSUMED, "a test"));
  }

  static BorderMeasure.ExportBan militaryBan(
      ProductId product, String from, String to, double share) {
    return new BorderMeasure.ExportBan(
        terms("military-ban", product, from, to), Optional.empty(), military(share, share, share));
  }

  public static BorderMeasure.ExportLicence licence(
      ProductId product, String from, String to, double share) {
    return new BorderMeasure.ExportLicence(
        terms("licence", product, from, to), Interval.exactly(share));
  }

  static BorderMeasure.ExportQuota quota(ProductId product, String from, double tonnes) {
    return new BorderMeasure.ExportQuota(
        terms("quota", product, from, ""), Interval.exactly(tonnes));
  }

  static BorderMeasure.ExportTax exportTax(ProductId product, String from, double rate) {
    return new BorderMeasure.ExportTax(terms("tax", product, from, ""), Interval.exactly(rate));
  }

  static BorderMeasure.Tariff tariff(ProductId product, String from, String to, double rate) {
    return new BorderMeasure.Tariff(
        terms("tariff", product, from, to), Interval.exactly(rate), Interval.exactly(0));
  }

  /** Duties are shares of the customs value. */
  static BorderMeasure.TariffRateQuota tariffRateQuota(
      ProductId product, String from, String to, double tonnes, double in, double out) {
    Interval nothing = Interval.exactly(0);
    return new BorderMeasure.TariffRateQuota(
        terms("trq", product, from, to),
        Interval.exactly(tonnes),
        new BorderMeasure.Rate(Interval.exactly(in), nothing),
        new BorderMeasure.Rate(Interval.exactly(out), nothing));
  }

  static BorderMeasure.PriceFloor floor(ProductId product, String to, double usd) {
    return floor(product, to, to, usd, BorderMeasure.GapGoesTo.IMPORTER);
  }

  static BorderMeasure.PriceFloor floor(
      ProductId product, String to, String exempt, double usd, BorderMeasure.GapGoesTo gap) {
    return new BorderMeasure.PriceFloor(
        terms("floor", product, Parties.UNNAMED, party(to), party(exempt)),
        Interval.exactly(usd),
        Optional.empty(),
        gap);
  }

  static BorderMeasure.PriceFloor undertaking(ProductId product, String to, double usd) {
    return BorderMeasure.PriceFloor.undertaking(
        terms("undertaking", product, Parties.UNNAMED, party(to), party(to)),
        Interval.exactly(usd));
  }

  static BorderMeasure.PartialLevy partialLevy(ProductId product, String to, double usd) {
    return new BorderMeasure.PartialLevy(
        terms("ladder", product, Parties.UNNAMED, party(to), party(to)),
        Interval.exactly(usd),
        LevyLadder.SPECIAL_SAFEGUARD);
  }

  public static SupplyMeasure.CapacityChange capacity(
      ProductId product, String where, double tonnes) {
    return new SupplyMeasure.CapacityChange(
        terms("capacity", product, where, ""), Interval.exactly(tonnes));
  }

  public static SupplyMeasure.CapacityChange capacityTimes(
      ProductId product, String where, double factor) {
    return new SupplyMeasure.CapacityChange(
        terms("capacity", product, where, ""), new Change.Times(Interval.exactly(factor)));
  }

  static SupplyMeasure.CostCut costCut(ProductId product, String where, double share) {
    return new SupplyMeasure.CostCut(terms("cut", product, where, ""), Interval.exactly(share));
  }

  static SupplyMeasure.ProductionSubsidy subsidy(
      ProductId product, String where, String payer, double usd) {
    return new SupplyMeasure.ProductionSubsidy(
        terms("subsidy", product, where, payer), Interval.exactly(usd));
  }

  /** Without limit if the tonnes are infinite. */
  static SupplyMeasure.ContractForDifference contract(
      ProductId product, String where, String payer, double strike, double tonnes) {
    return contract(product, where, payer, strike, tonnes, Optional.empty());
  }

  static SupplyMeasure.ContractForDifference contract(
      ProductId product,
      String where,
      String payer,
      double strike,
      double tonnes,
      Optional<SupplyMeasure.Upside> upside) {
    return new SupplyMeasure.ContractForDifference(
        terms("contract", product, where, payer),
        Interval.exactly(strike),
        Double.isInfinite(tonnes) ? Optional.empty() : Optional.of(Interval.exactly(tonnes)),
        upside);
  }

  static SupplyMeasure.Offtake offtake(
      ProductId product, String where, String payer, double usd, double tonnes) {
    return new SupplyMeasure.Offtake(
        terms("offtake", product, where, payer), Interval.exactly(usd), Interval.exactly(tonnes));
  }

  static SupplyMeasure.CostShift costBy(ProductId product, String where, double usd) {
    return new SupplyMeasure.CostShift(
        terms("cost", product, where, ""), new Change.By(Interval.exactly(usd)));
  }

  static SupplyMeasure.CostShift costTimes(ProductId product, String where, double factor) {
    return new SupplyMeasure.CostShift(
        terms("cost", product, where, ""), new Change.Times(Interval.exactly(factor)));
  }

  public static DemandMeasure.DemandShift demandBy(ProductId product, String to, double tonnes) {
    return new DemandMeasure.DemandShift(
        terms("demand", product, "", to), new Change.By(Interval.exactly(tonnes)));
  }

  public static DemandMeasure.DemandShift demandTimes(ProductId product, String to, double factor) {
    return new DemandMeasure.DemandShift(
        terms("demand", product, "", to), new Change.Times(Interval.exactly(factor)));
  }

  public static StockMeasure.StockRelease releaseAbove(
      ProductId product, String to, double tonnes, double trigger) {
    return new StockMeasure.StockRelease(
        terms("release", product, "", to),
        Interval.exactly(tonnes),
        Optional.of(Interval.exactly(trigger)));
  }

  public static StockMeasure.StockPurchase purchaseBelow(
      ProductId product, String to, double tonnes, double trigger) {
    return new StockMeasure.StockPurchase(
        terms("purchase", product, "", to),
        Interval.exactly(tonnes),
        Optional.of(Interval.exactly(trigger)));
  }

  public static StockMeasure.StockRelease release(ProductId product, String to, double tonnes) {
    return new StockMeasure.StockRelease(
        terms("release", product, "", to), Interval.exactly(tonnes));
  }

  public static StockMeasure.StockPurchase purchase(ProductId product, String to, double tonnes) {
    return new StockMeasure.StockPurchase(
        terms("purchase", product, "", to), Interval.exactly(tonnes));
  }
}
