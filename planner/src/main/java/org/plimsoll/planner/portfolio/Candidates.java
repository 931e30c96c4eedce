package org.plimsoll.planner.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.DemandMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.StockMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.finance.Returns;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.projects.Plant;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Bloc;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.Inquiry;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Quantity.Account;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;

/**
 * What may be done about the stop of one product: the plants of the register along its chain, a
 * reserve of the product, a floor for its makers, thrift of its users.
 */
final class Candidates {
  /** A reserve lasts the members so many days. */
  private static final double RESERVE_DAYS = 60;

  private static final double DAYS_PER_YEAR = 365;

  /** A floor stands this far above what members pay. */
  private static final double FLOOR_FACTOR = 1.3;

  /** Users make do with this share of what they use at each price. */
  private static final double THRIFT_FACTOR = 0.9;

  private final Evidence evidence;
  private final Inquiry inquiry;
  private final String vintage;
  private final Bloc bloc;
  private final ProductId product;

  Candidates(Evidence evidence, Inquiry inquiry, String vintage, Bloc bloc, ProductId product) {
    this.evidence = evidence;
    this.inquiry = inquiry;
    this.vintage = vintage;
    this.bloc = bloc;
    this.product = product;
  }

  /**
   * All of them, in the order of the register.
   *
   * @param chain products of the chain
   * @param exporter who stops: a plant in that country cannot help
   */
  List<Candidate> list(List<ProductId> chain, CountryCode exporter) {
    List<Candidate> all = new ArrayList<>();
    List<Project> rows =
        evidence.projects().stream()
            .filter(row -> row.product().map(chain::contains).orElse(false))
            .toList();
    for (Plant plant : Plant.of(rows)) {
      if (!plant.country().equals(exporter)) {
        all.add(plant(plant));
      }
    }
    reserve().ifPresent(all::add);
    floor().ifPresent(all::add);
    all.add(thrift());
    return all;
  }

  private Candidate plant(Plant plant) {
    OptionalDouble capital = OptionalDouble.empty();
    List<String> made = new ArrayList<>();
    for (Project row : plant.rows()) {
      double tonnes = row.capacityTonnesPerYear().orElseThrow();
      made.add(String.format(Locale.ROOT, "%,.0f t %s", tonnes, name(row.product().orElseThrow())));
      if (row.capitalUsdMillion().isPresent()) {
        capital =
            OptionalDouble.of(capital.orElse(0) + 1e6 * row.capitalUsdMillion().getAsDouble());
      }
    }
    OptionalDouble laidOut = capital;
    return new Candidate(
        plant.rows().getFirst().id().toLowerCase(Locale.ROOT),
        plant.name(),
        String.join(", ", made) + " a year",
        Candidate.Kind.PLANT,
        plant.rows().getFirst().operator(),
        payer(plant.country()),
        List.copyOf(plant.measures()),
        List.of(),
        laidOut.isPresent()
            ? Optional.of(new Candidate.Cost(charge(laidOut.getAsDouble()), laidOut, 0))
            : Optional.empty(),
        plant.start().map(OptionalInt::of).orElseGet(OptionalInt::empty));
  }

  private Optional<String> payer(CountryCode country) {
    return bloc.regions().stream()
        .filter(region -> region.contains(country))
        .map(Region::id)
        .findFirst();
  }

  private double charge(double capitalUsd) {
    return Returns.capitalCharge(
        capitalUsd, parameter("capital-charge-rate"), parameter("capital-life-years"));
  }

  private double parameter(String name) {
    return evidence.getParameter(name, product).value().central();
  }

  private String name(ProductId id) {
    return evidence.findProduct(id).map(Product::name).orElse(id.toString());
  }

  private Region whole() {
    return bloc.whole();
  }

  private double use() {
    return bloc.countries().stream()
        .mapToDouble(c -> base().use(product, c) + base().inputUse(product, c))
        .sum();
  }

  private Equilibrium base() {
    return inquiry.ask(Question.base(vintage)).get().base();
  }

  private Optional<Double> price() {
    return inquiry
                .ask(Question.statusQuo(vintage))
                .read(new Quantity.DeliveredPrice(product, whole()))
            instanceof Reading.Known known
        ? Optional.of(known.value())
        : Optional.empty();
  }

  /**
   * Goods for some days of use, bought within the years of the programme and sold in the stop. That
   * buying lifts the price is solved: what members lose by it once is spread over the years for
   * which the reserve is kept. None where the stopped product does not keep.
   */
  private Optional<Candidate> reserve() {
    double tonnes = RESERVE_DAYS / DAYS_PER_YEAR * use();
    Optional<Double> price = price();
    boolean keeps =
        evidence.findProduct(product).map(p -> p.shelfLifeYears().isPresent()).orElse(false);
    if (price.isEmpty() || !(tonnes > 0) || !keeps) {
      return Optional.empty();
    }
    String id = "reserve-" + product.commodity() + "-" + product.stage();
    double years = parameter("buying-years");
    StockMeasure.StockPurchase bought =
        new StockMeasure.StockPurchase(
            terms(id + "-bought", Parties.UNNAMED, bloc.parties()),
            Interval.exactly(tonnes / years));
    double once = years * lost(bought, Account.TOTAL);
    double onceUsers = years * lost(bought, Account.USERS);
    double value = tonnes * price.get();
    double yearly =
        parameter("carrying-rate") * value + Math.max(0, once) / parameter("reserve-years");
    return Optional.of(
        new Candidate(
            id,
            "reserve of " + name(product),
            String.format(Locale.ROOT, "%,.0f t, %.0f days of use", tonnes, RESERVE_DAYS),
            Candidate.Kind.RESERVE,
            "",
            Optional.of(bloc.id()),
            List.of(),
            List.of(
                new StockMeasure.StockRelease(
                    terms(id, Parties.UNNAMED, bloc.parties()), Interval.exactly(tonnes))),
            Optional.of(new Candidate.Cost(yearly, OptionalDouble.of(value), onceUsers)),
            OptionalInt.empty()));
  }

  /** What an account of the members loses by a measure in a calm year, USD; 0 if unsolved. */
  private double lost(Measure measure, Account account) {
    Quantity quantity = new Quantity.Surplus(whole(), account);
    Question with = new Question(CaseId.of(measure.terms().id()), vintage, List.of(measure));
    Reading change =
        inquiry
            .ask(Question.statusQuo(vintage))
            .read(quantity)
            .minus(inquiry.ask(with).read(quantity));
    return change instanceof Reading.Known known ? known.value() : 0;
  }

  private Terms terms(String id, Parties from, Parties to) {
    return Terms.of(id, List.of(product), from, to, Status.PROPOSED, "portfolio");
  }

  private Optional<Candidate> floor() {
    return price()
        .map(price -> {
          double floor = FLOOR_FACTOR * price;
          Terms terms =
              terms(
                      "floor-" + product.commodity() + "-" + product.stage(),
                      Parties.UNNAMED,
                      bloc.parties())
                  .exempting(bloc.parties());
          return new Candidate(
              terms.id(),
              "floor on " + name(product),
              String.format(Locale.ROOT, "%,.2f USD/kg", floor / 1_000),
              Candidate.Kind.FLOOR,
              "",
              Optional.of(bloc.id()),
              List.of(
                  new BorderMeasure.PriceFloor(
                      terms,
                      Interval.exactly(floor),
                      Optional.empty(),
                      BorderMeasure.GapGoesTo.IMPORTER)),
              List.of(),
              Optional.of(Candidate.Cost.NOTHING),
              OptionalInt.empty());
        });
  }

  private Candidate thrift() {
    String id = "thrift-" + product.commodity() + "-" + product.stage();
    return new Candidate(
        id,
        "thrift in " + name(product),
        String.format(Locale.ROOT, "%.0f%% less use", 100 * (1 - THRIFT_FACTOR)),
        Candidate.Kind.THRIFT,
        "",
        Optional.of(bloc.id()),
        List.of(
            new DemandMeasure.DemandShift(
                terms(id, Parties.UNNAMED, bloc.parties()),
                new Change.Times(Interval.exactly(THRIFT_FACTOR)))),
        List.of(),
        Optional.empty(),
        OptionalInt.empty());
  }
}
