package org.plimsoll.app.lab;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.app.session.Session;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.measures.PriceSides;
import org.plimsoll.planner.projects.Plant;

/** What a state of the Lab may name: the world's products, places and projects, and scenarios. */
public final class LabWords {
  /** Base prices, as a scenario file words them. */
  static final List<String> VINTAGES = List.of(Scenario.PRE_CONTROL, Scenario.LATEST, "base2024");

  private final Evidence evidence;
  private final SortedMap<String, Scenario> scenarios;

  /** What has a market, by its word. */
  private final SortedMap<String, ProductId> products = new TreeMap<>();

  private final SortedMap<String, Project> projects = new TreeMap<>();
  private final SortedSet<String> places = new TreeSet<>();

  /**
   * @param scenarios by name, at least one
   */
  public LabWords(Evidence evidence, Map<String, Scenario> scenarios) {
    if (scenarios.isEmpty()) {
      throw new IllegalArgumentException("there is no scenario to lay levers on");
    }
    this.evidence = evidence;
    this.scenarios = Collections.unmodifiableSortedMap(new TreeMap<>(scenarios));
    for (Product product : evidence.products()) {
      if (product.tier() != Tier.LISTED) {
        products.put(product.id().toString(), product.id());
      }
    }
    for (Project project : evidence.projects()) {
      if (Plant.isValuable(project) && products.containsValue(project.product().orElseThrow())) {
        projects.put(project.id(), project);
      }
    }
    evidence.territories().forEach(territory -> places.add(territory.id()));
    evidence.countries().forEach(country -> places.add(country.code().alpha3()));
  }

  /** A world, and the scenarios of the project's folder that it can read. */
  public static LabWords of(Evidence evidence, Session session) {
    return new LabWords(evidence, ScenarioChoice.readAll(session, evidence));
  }

  public Evidence evidence() {
    return evidence;
  }

  /** The scenarios that levers can be laid on, by name. */
  public SortedMap<String, Scenario> scenarios() {
    return scenarios;
  }

  /**
   * The scenario of a state.
   *
   * @throws IllegalArgumentException if there is none of its name
   */
  public Scenario scenario(LabState state) {
    return Optional.ofNullable(scenarios.get(state.from()))
        .orElseThrow(
            () -> new IllegalArgumentException("there is no scenario '" + state.from() + "'"));
  }

  /** The scenario that is meant where an address names none. */
  String usualScenario() {
    return scenarios.containsKey(LabState.USUAL_SCENARIO)
        ? LabState.USUAL_SCENARIO
        : scenarios.keySet().iterator().next();
  }

  /** The product that is meant where an address names none. */
  ProductId usualProduct() {
    return products.values().stream()
        .filter(LabState.USUAL_PRODUCT::equals)
        .findFirst()
        .orElseGet(() ->
            products.values().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the world has no market")));
  }

  /** The words of the products with a market, in order. */
  public List<String> listProducts() {
    return List.copyOf(products.keySet());
  }

  SortedMap<String, ProductId> products() {
    return Collections.unmodifiableSortedMap(products);
  }

  SortedMap<String, Project> projects() {
    return Collections.unmodifiableSortedMap(projects);
  }

  /** Why a row of the register cannot be built; empty if it can, or if there is no such row. */
  Optional<String> whyNotBuilt(String row) {
    return evidence.projects().stream()
        .filter(project -> project.id().equals(row) && !projects.containsKey(row))
        .findFirst()
        .map(project ->
            "project %s, %s, has no capacity of a product with a market"
                .formatted(row, project.name()));
  }

  /** Codes of countries and territories. */
  SortedSet<String> places() {
    return Collections.unmodifiableSortedSet(places);
  }

  /** The name of a place for a sentence. */
  String nameOf(String place) {
    return evidence.countries().stream()
        .filter(country -> country.code().alpha3().equals(place))
        .map(Country::name)
        .findFirst()
        .orElse(place);
  }

  /** Names of countries and territories by code. */
  public SortedMap<String, String> names() {
    SortedMap<String, String> names = new TreeMap<>();
    evidence.territories().forEach(territory -> names.put(territory.id(), territory.name()));
    evidence.countries().forEach(country -> names.put(country.code().alpha3(), country.name()));
    return names;
  }

  public String nameOf(ProductId product) {
    return evidence.findProduct(product).map(Product::name).orElse(product.toString());
  }

  /** The countries that a place stands for. */
  SortedSet<CountryCode> countries(String place) {
    return new Membership(evidence, List.of(), evidence.asOf()).resolve(Parties.of(place));
  }

  /**
   * Who buys a product: the alliance, third countries, and exporters that hold it back.
   *
   * @param scenario with all its measures
   * @param base whose countries are sorted
   */
  PriceSides sides(ProductId product, Scenario scenario, Equilibrium base) {
    Membership membership = new Membership(evidence, List.of(scenario.alliance()), scenario.asOf());
    return PriceSides.of(
        base.listCountries(product),
        members(scenario),
        PriceSides.restrictors(product, scenario.measures(), membership, scenario.asOf()));
  }

  /** The countries of a scenario's alliance on its date. */
  SortedSet<CountryCode> members(Scenario scenario) {
    LocalDate date = scenario.asOf();
    return new Membership(evidence, List.of(scenario.alliance()), date)
        .resolve(Parties.of(scenario.alliance().id()));
  }
}
