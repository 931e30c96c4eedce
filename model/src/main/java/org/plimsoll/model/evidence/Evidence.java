package org.plimsoll.model.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Commodity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Fact;
import org.plimsoll.model.policy.Partner;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.trade.CustomsValuation;
import org.plimsoll.model.trade.Duty;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.ExchangeRate;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Parameter;
import org.plimsoll.model.trade.PastPrice;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;

/**
 * Everything the world pack holds, as the planner reads it. Volumes are those of {@code baseYear}
 * and balance: per solved product and country, output + imports = use + inputs + stock build +
 * exports.
 *
 * @param asOf the pack's own date
 * @param baseYear year of the volumes
 * @param territories customs territories and their members
 * @param countries every country named anywhere, and the two aggregates
 * @param commodities in file order
 * @param products in file order
 * @param activities in file order
 * @param parameters every default of the model
 * @param productions output by activity and country
 * @param uses final use and stock build by product and country
 * @param flows reconciled flows, home use included
 * @param prices base prices and quotes
 * @param pastPrices yearly and monthly prices of the past
 * @param duties import duties in force in the base year
 * @param endUses sectors that use each commodity
 * @param inUse what materials end in, and what comes back
 * @param resilience costs of carrying, keeping and beginning; stocks; disruptions
 * @param projects the register of projects
 * @param exportControls the register of export controls
 * @param commitments the register of commitments
 * @param partners ties to frameworks of cooperation
 * @param facts dated facts that may be cited by id
 * @param datasets what was read
 * @param valuations what customs values hold, by importer
 * @param rates exchange rates
 * @param limits what the model cannot know
 * @param developments what became of rows of the registers, and what they cover
 */
public record Evidence(
    LocalDate asOf,
    int baseYear,
    List<Territory> territories,
    List<Country> countries,
    List<Commodity> commodities,
    List<Product> products,
    List<Activity> activities,
    List<Parameter> parameters,
    List<Production> productions,
    List<Use> uses,
    List<Flow> flows,
    List<Price> prices,
    List<PastPrice> pastPrices,
    List<Duty> duties,
    List<EndUse> endUses,
    ProductsInUse inUse,
    Resilience resilience,
    List<Project> projects,
    List<ExportControl> exportControls,
    List<Commitment> commitments,
    List<Partner> partners,
    List<Fact> facts,
    List<Dataset> datasets,
    List<CustomsValuation> valuations,
    List<ExchangeRate> rates,
    List<Limit> limits,
    Developments developments) {
  public Evidence {
    territories = List.copyOf(territories);
    countries = List.copyOf(countries);
    commodities = List.copyOf(commodities);
    products = List.copyOf(products);
    activities = List.copyOf(activities);
    parameters = List.copyOf(parameters);
    productions = List.copyOf(productions);
    uses = List.copyOf(uses);
    flows = List.copyOf(flows);
    prices = List.copyOf(prices);
    pastPrices = List.copyOf(pastPrices);
    duties = List.copyOf(duties);
    endUses = List.copyOf(endUses);
    projects = List.copyOf(projects);
    exportControls = List.copyOf(exportControls);
    commitments = List.copyOf(commitments);
    partners = List.copyOf(partners);
    facts = List.copyOf(facts);
    datasets = List.copyOf(datasets);
    valuations = List.copyOf(valuations);
    rates = List.copyOf(rates);
    limits = List.copyOf(limits);
  }

  /**
   * A customs territory.
   *
   * @param id for example {@code EU27}
   * @param name for a person
   * @param members country codes, the aggregate of small members included
   */
  public record Territory(String id, String name, List<CountryCode> members) {
    public Territory {
      members = List.copyOf(members);
    }
  }

  /**
   * A dataset that figures were read from.
   *
   * @param id identifier used in {@link org.plimsoll.model.provenance.Source}
   * @param publisher who publishes it
   * @param edition which edition
   * @param licence under which terms
   * @param redistributable whether a product may ship figures from it
   * @param citation how it asks to be cited
   * @param sha256 of what was read; empty if it was typed by hand
   */
  public record Dataset(
      String id,
      String publisher,
      String edition,
      String licence,
      boolean redistributable,
      String citation,
      String sha256) {}

  /**
   * A statement of what the model cannot know.
   *
   * @param id identifier
   * @param text for a reader of the plan
   * @param restsOn the method page, or the source, that it follows from
   */
  public record Limit(String id, String text, String restsOn) {}

  /** The same world with what the change sets on a draft of it. */
  public Evidence with(Consumer<EvidenceDraft> change) {
    EvidenceDraft draft = new EvidenceDraft(this);
    change.accept(draft);
    return draft.toEvidence();
  }

  /** The same world with other parameters. */
  public Evidence withParameters(List<Parameter> others) {
    return with(draft -> draft.parameters = others);
  }

  /** The product of this id, if the world has it. */
  public Optional<Product> findProduct(ProductId id) {
    return products.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  /**
   * The product of this id.
   *
   * @throws IllegalArgumentException if the world has no such product
   */
  public Product getProduct(ProductId id) {
    return findProduct(id)
        .orElseThrow(() -> new IllegalArgumentException("the world has no product " + id));
  }

  /** The country of this code, if the world has it. */
  public Optional<Country> findCountry(CountryCode code) {
    return countries.stream().filter(c -> c.code().equals(code)).findFirst();
  }

  /** The customs territory of this id, if the world has it. */
  public Optional<Territory> findTerritory(String id) {
    return territories.stream().filter(t -> t.id().equals(id)).findFirst();
  }

  /** The customs territory that a country belongs to: its own code unless it is in a union. */
  public String customsTerritoryOf(CountryCode code) {
    return territories.stream()
        .filter(t -> t.members().contains(code))
        .map(Territory::id)
        .findFirst()
        .orElse(code.alpha3());
  }

  /**
   * Whether an importer takes ad valorem duties on the value at the port of export. A row of the
   * country wins over one of its territory, and that over the one of every other; without any of
   * them carriage and insurance are in the value.
   */
  public boolean valuesFreeOnBoard(CountryCode importer) {
    for (String name : List.of(importer.alpha3(), customsTerritoryOf(importer), "*")) {
      for (CustomsValuation row : valuations) {
        if (row.importer().equals(name)) {
          return row.basis() == CustomsValuation.Basis.FOB;
        }
      }
    }
    return false;
  }

  /** The latest exchange rate of a currency, by its period; empty if the world has none. */
  public Optional<ExchangeRate> findRate(String currency) {
    return rates.stream()
        .filter(rate -> rate.currency().equals(currency))
        .max(Comparator.comparing(ExchangeRate::period));
  }

  /** The closest tie of a country; of equal ones the first in file order. */
  public Optional<Partner> findPartner(CountryCode country) {
    return partners.stream()
        .filter(partner -> partner.country().equals(country))
        .min(Comparator.comparing(Partner::tie));
  }

  /** Products for which the market is solved, in file order. */
  public List<Product> listSolvedProducts() {
    return products.stream().filter(Product::isSolved).toList();
  }

  /**
   * The technology of an activity in a country: its own row if there is one, else the general one.
   *
   * @throws IllegalArgumentException if the world has no such activity
   */
  public Activity getActivity(String id, CountryCode country) {
    Optional<Activity> general = Optional.empty();
    for (Activity activity : activities) {
      if (activity.id().equals(id)) {
        if (activity.scope().isPresent()) {
          if (activity.scope().get().equals(country)) {
            return activity;
          }
        } else {
          general = Optional.of(activity);
        }
      }
    }
    return general.orElseThrow(() ->
        new IllegalArgumentException(
            "the world has no activity " + id + " for " + country + " and no general one"));
  }

  /**
   * The base price of a product in a vintage, if there is one. A product without a price of before
   * a control has none that a control raised: its latest stands for it.
   */
  public Optional<Price> findBasePrice(ProductId product, String vintage) {
    Optional<Price> price = findOwnPrice(product, vintage);
    return price.isEmpty() && vintage.equals(Scenario.PRE_CONTROL)
        ? findOwnPrice(product, Scenario.LATEST)
        : price;
  }

  /** The price of a product that the world holds in a vintage by its name, if there is one. */
  public Optional<Price> findOwnPrice(ProductId product, String vintage) {
    return prices.stream()
        .filter(p -> p.product().equals(product) && p.vintage().equals(vintage))
        .findFirst();
  }

  /**
   * The parameter of this name whose scope is the narrowest that fits: the product, then its
   * commodity, then its class, then {@code *}.
   *
   * @throws IllegalArgumentException if the world has no such parameter
   */
  public Parameter getParameter(String name, ProductId product) {
    return findParameter(name, product)
        .orElseThrow(() ->
            new IllegalArgumentException("the world has no parameter " + name + " for " + product));
  }

  /** The same, empty if the world has no such parameter. */
  public Optional<Parameter> findParameter(String name, ProductId product) {
    for (String scope : listScopes(product)) {
      for (Parameter parameter : parameters) {
        if (parameter.name().equals(name) && parameter.scope().equals(scope)) {
          return Optional.of(parameter);
        }
      }
    }
    return Optional.empty();
  }

  /** Scopes of parameters that fit a product, the narrowest first. */
  public List<String> listScopes(ProductId product) {
    List<String> scopes = new ArrayList<>(List.of(product.toString(), product.commodity()));
    findProduct(product).map(its -> its.tradeClass().word()).ifPresent(scopes::add);
    scopes.add("*");
    return List.copyOf(scopes);
  }
}
