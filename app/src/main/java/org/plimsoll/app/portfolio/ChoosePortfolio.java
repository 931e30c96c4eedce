package org.plimsoll.app.portfolio;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Selection;
import org.plimsoll.app.session.StopText;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.world.Market;
import org.plimsoll.planner.plan.ActionPlan.LeverageCell;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.plan.StopChoice;
import org.plimsoll.planner.portfolio.Choosing;
import org.plimsoll.planner.portfolio.Portfolio;
import org.plimsoll.planner.study.ChainRows;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Workers;

/**
 * Which actions to take together against the stop of a chain.
 *
 * @param chain a commodity, a product, or a word of its name: NdFeB
 * @param stop as {@code CHN:gallium/refined}, or {@code chain} for everything that the exporter of
 *     the costliest stop sells of it; the costliest stop if empty
 * @param chance of the stop in a year; that of the exporter if empty
 * @param budgets capital by member, as {@code USA=2e9,JPN=5e8}; no limit if empty
 */
public record ChoosePortfolio(
    String chain, Optional<String> stop, Optional<String> chance, Optional<String> budgets) {
  private static final String WHOLE_CHAIN = "chain";

  public ChoosePortfolio {
    if (chain.isBlank()) {
      throw Refusal.of("a portfolio needs a chain", "name one: gallium, NdFeB");
    }
    chance.ifPresent(ChoosePortfolio::probability);
  }

  private static double probability(String text) {
    try {
      double p = Double.parseDouble(text);
      if (p > 0 && p < 1) {
        return p;
      }
    } catch (NumberFormatException e) {
      // Said below, with every other number that is none.
    }
    throw Refusal.of(
        "the chance of a stop is '" + text + "'", "write a number between 0 and 1, as 0.1");
  }

  /**
   * The answer.
   *
   * @throws Refusal if a word is not known, before anything is solved
   */
  public Answer answer(Evidence evidence, Scenario scenario, Settings settings, Workers workers) {
    List<ProductId> meant = meant(evidence);
    ProductId asked = meant.getLast();
    Market market = Market.ofChain(evidence, scenario, ParameterDraw.central(), asked);
    List<ProductId> products = market.listProducts();
    Map<String, Double> limits = budgets(scenario);
    Optional<Stop> named = named(evidence, products);
    LeverageCell cell = cell(evidence, scenario, settings, workers, meant, named);
    Stop stop = named.orElseGet(() -> stop(cell, products));
    double p =
        chance
            .map(ChoosePortfolio::probability)
            .orElseGet(() -> cell.chance().find().map(Figure::central).orElse(0.1));
    Portfolio portfolio = Choosing.choose(evidence, scenario, stop, p, limits, settings, workers);
    ChainRows rows = ChainRows.of(evidence, scenario.priceVintage(), portfolio.products());
    return new PortfolioTables(evidence, scenario, portfolio, rows.of(asked), settings.draws())
        .answer();
  }

  /** The products that are meant, with a solved market, the last stage last. */
  private List<ProductId> meant(Evidence evidence) {
    List<Product> found =
        evidence.products().stream()
            .filter(p -> p.name().toLowerCase(Locale.ROOT).matches(".*\\b" + word() + "\\b.*"))
            .toList();
    List<Product> products = found.isEmpty() ? new Selection(evidence).products(chain) : found;
    List<ProductId> solved = products.stream().filter(Product::isSolved).map(Product::id).toList();
    if (solved.isEmpty()) {
      throw Refusal.of(chain + " has no solved market", "plimsoll world show says what has one");
    }
    return solved;
  }

  private String word() {
    return Pattern.quote(chain.toLowerCase(Locale.ROOT));
  }

  private Optional<Stop> named(Evidence evidence, List<ProductId> products) {
    if (stop.isEmpty() || stop.get().equals(WHOLE_CHAIN)) {
      return Optional.empty();
    }
    StopText words = StopText.parse(stop.get());
    CountryCode exporter = words.country(evidence);
    List<ProductId> stopped = words.products(evidence).stream().filter(products::contains).toList();
    if (stopped.isEmpty()) {
      throw Refusal.of(
          words.product() + " is not in the chain of " + chain,
          Nearest.wayOut(
              words.product(),
              products.stream().map(ProductId::toString).toList(),
              "name one of it"));
    }
    return Optional.of(new Stop(exporter, stopped));
  }

  /** The costliest stop of the chain, or the one that is named. */
  private LeverageCell cell(
      Evidence evidence,
      Scenario scenario,
      Settings settings,
      Workers workers,
      List<ProductId> products,
      Optional<Stop> named) {
    StopChoice choice =
        new StopChoice(
            named.map(Stop::exporter), Optional.of(named.map(Stop::products).orElse(products)));
    return Planner.leverage(evidence, scenario, settings.withDraws(0), workers, choice)
        .cells()
        .stream()
        .max(
            Comparator.comparingDouble(each ->
                each.toAlliance()
                    .usersLoss()
                    .find()
                    .map(Figure::central)
                    .orElse(Double.NEGATIVE_INFINITY)))
        .orElseThrow(() ->
            Refusal.of(
                "no exporter outside the alliance matters to the chain of " + chain,
                "name a stop: --stop CHN:gallium/refined"));
  }

  private Stop stop(LeverageCell cell, List<ProductId> products) {
    CountryCode exporter = CountryCode.of(cell.exporter());
    return new Stop(
        exporter,
        stop.isPresent()
            ? products.stream().filter(p -> !p.stage().equals("mine")).toList()
            : List.of(cell.product()));
  }

  private Map<String, Double> budgets(Scenario scenario) {
    Map<String, Double> limits = new TreeMap<>();
    if (budgets.isEmpty()) {
      return limits;
    }
    List<String> members = scenario.alliance().listPartiesOn(scenario.asOf());
    for (String each : budgets.get().split(",", -1)) {
      String[] parts = each.split("=", -1);
      String member = parts[0].strip().equals("EU") ? "EU27" : parts[0].strip();
      if (parts.length != 2 || !members.contains(member)) {
        throw Refusal.of(
            "--budget has '" + each + "'",
            "write members and USD, as %s=2e9; the members are %s"
                .formatted(members.getFirst(), String.join(", ", members)));
      }
      limits.put(member, usd(each, parts[1]));
    }
    return limits;
  }

  private static double usd(String whole, String text) {
    try {
      double usd = Double.parseDouble(text.strip());
      if (usd >= 0 && Double.isFinite(usd)) {
        return usd;
      }
    } catch (NumberFormatException e) {
      // Said below, with every other number that is none.
    }
    throw Refusal.of("--budget has '" + whole + "'", "write USD as a number, as 2e9");
  }
}
