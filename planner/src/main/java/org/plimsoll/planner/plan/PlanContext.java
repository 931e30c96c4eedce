package org.plimsoll.planner.plan;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.MaterialBalance;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Bloc;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.ChainRows;
import org.plimsoll.planner.study.Inquiry;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Series;

/** What every part of a plan is made with: the evidence, the alliance, and whom to ask. */
final class PlanContext {
  /** The unit of a price over its base. */
  static final String MULTIPLE = "multiple";

  /** Of past stops, where the world says nothing; see docs/method/shocks.md. */
  private static final double MODEL_ERROR = 0.35;

  final Evidence evidence;

  /** What the base year made, used and traded. */
  final MaterialBalance balance;

  final Bloc bloc;
  final Inquiry inquiry;

  /** The main price vintage. */
  final String vintage;

  /** All members as one. */
  final Region whole;

  private final SortedMap<String, ChainRows> rows = new TreeMap<>();

  PlanContext(
      Evidence evidence, Bloc bloc, Inquiry inquiry, String vintage, List<String> vintages) {
    this.evidence = evidence;
    balance = MaterialBalance.ofBaseYear(evidence);
    this.bloc = bloc;
    this.inquiry = inquiry;
    this.vintage = vintage;
    whole = bloc.whole();
    for (String each : vintages) {
      rows.put(each, ChainRows.of(evidence, each, inquiry.listProducts(each)));
    }
  }

  /** Exporters that hold a product back today, by what is in force. */
  SortedSet<CountryCode> restrictors(ProductId product) {
    return inquiry.listRestrictors(product);
  }

  /** Products with a solved market, chain after chain, from the mine on. */
  List<ProductId> products() {
    return inquiry.listProducts(vintage);
  }

  /** What is in force, at the main prices. */
  Question statusQuo() {
    return Question.statusQuo(vintage);
  }

  /** A case at the main prices. */
  Question question(CaseId id, List<? extends Measure> measures) {
    return new Question(id, vintage, List.copyOf(measures));
  }

  /** The rows behind the chain of a product at a price vintage. */
  Basis basis(String at, ProductId product) {
    return rows(at).of(product);
  }

  /** The rows behind every chain that a question's measures touch. */
  Basis basis(Question question) {
    return rows(question.vintage())
        .of(question.measures().stream().flatMap(m -> m.terms().products().stream()).toList());
  }

  private ChainRows rows(String at) {
    ChainRows its = rows.get(at);
    if (its == null) {
      throw new IllegalArgumentException("no market was calibrated at prices " + at);
    }
    return its;
  }

  /** A series of a quantity as a figure; its rows are those of the quantity's product, else all. */
  Result figure(Series series, Quantity quantity, Question question) {
    Basis basis =
        quantity.product().map(p -> basis(question.vintage(), p)).orElseGet(() -> basis(question));
    return Figures.of(
        series,
        quantity.unit(),
        run(question),
        basis,
        question.isBase() || !quantity.isPrice()
            ? 0
            : quantity.product().map(this::modelError).orElse(0.0));
  }

  /** A series about a product as a figure. */
  Result figure(Series series, String unit, Question question, ProductId product) {
    return Figures.of(series, unit, run(question), basis(question.vintage(), product), 0);
  }

  /** A price over another of the same product, with the error of the model. */
  Result multiple(Series series, Question question, ProductId product) {
    Basis basis = basis(question.vintage(), product);
    return Figures.of(series, MULTIPLE, run(question), basis, modelError(product));
  }

  /** The run that a number was read off, in words. */
  static String run(Question question) {
    return "%s at prices %s".formatted(question.id(), question.vintage());
  }

  /** Standard deviation of what the model gets wrong in the logarithm of a price. */
  double modelError(ProductId product) {
    return evidence
        .findParameter("model-error", product)
        .map(p -> p.value().central())
        .orElse(MODEL_ERROR);
  }

  /** The surplus of a region, all accounts together. */
  static Quantity surplus(Region who) {
    return new Quantity.Surplus(who, Quantity.Account.TOTAL);
  }

  /** Name of a product for a person. */
  String nameOf(ProductId product) {
    return evidence.findProduct(product).map(Product::name).orElse(product.toString());
  }

  /** Name of a country for a person. */
  String nameOf(CountryCode country) {
    return evidence.findCountry(country).map(Country::name).orElse(country.alpha3());
  }

  /** Name of a country or customs territory for a person. */
  String nameOf(String code) {
    return evidence
        .findTerritory(code)
        .map(Evidence.Territory::name)
        .orElseGet(() -> code.matches("[A-Z]{3}") ? nameOf(CountryCode.of(code)) : code);
  }
}
