package org.plimsoll.planner.market.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;
import org.plimsoll.planner.market.draw.Adjustment;
import org.plimsoll.planner.market.draw.MarketParameter;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.draw.Parameters;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Node;
import org.plimsoll.planner.market.rows.ProductFigures;
import org.plimsoll.planner.market.rows.Sourcing;

/** Builds chains from evidence: products tied by activities, joint outputs or hosts. */
final class Calibration {
  private final Evidence evidence;
  private final Scenario scenario;
  private final Parameters parameters;
  private final Map<ProductId, Sourcing> sourcing;
  private final Adjustment adjustment;
  private final Borders borders;
  private final ShockFigures shocks;
  private final TreeMap<ProductId, Double> prices;
  private final Map<ProductId, ProductId> leader = new HashMap<>();
  private final TreeMap<ProductId, TreeMap<CountryCode, Double>> made;
  private final Map<ProductId, Integer> rowOf;
  private final TreeMap<ProductId, ChainDraft> draftOf = new TreeMap<>();
  final List<ChainCalibration> calibrations = new ArrayList<>();
  final List<Chain> chains = new ArrayList<>();
  final List<Repair> repairs = new ArrayList<>();

  /**
   * @param only a product whose chain alone is wanted
   */
  Calibration(
      Evidence evidence,
      Scenario scenario,
      Parameters parameters,
      Map<ProductId, Sourcing> sourcing,
      Optional<ProductId> only) {
    this.evidence = evidence;
    this.scenario = scenario;
    this.parameters = parameters;
    this.sourcing = sourcing;
    adjustment = new Adjustment(scenario.horizon());
    shocks = new ShockFigures(parameters, adjustment, new UseValues(evidence));
    borders = new Borders(evidence.territories(), evidence.duties(), evidence::valuesFreeOnBoard);
    prices = new TreeMap<>();
    made = new TreeMap<>();
    rowOf = new HashMap<>();
    readPrices();
    readOutput();
    tie();
    only.ifPresent(
        product -> prices.keySet().removeIf(other -> !leaderOf(other).equals(leaderOf(product))));
    List<ChainDraft> drafts = draft();
    fill();
    for (ChainDraft draft : drafts) {
      ChainCalibration calibrated = new ChainCalibration(draft);
      calibrations.add(calibrated);
      chains.add(calibrated.chain);
      repairs.addAll(calibrated.repairs);
    }
  }

  private Calibration(Calibration other, Parameters parameters) {
    evidence = other.evidence;
    scenario = other.scenario;
    this.parameters = parameters;
    sourcing = other.sourcing;
    adjustment = other.adjustment;
    shocks = other.shocks.with(parameters);
    borders = other.borders;
    prices = other.prices;
    made = other.made;
    rowOf = other.rowOf;
    calibrations.addAll(other.calibrations);
    chains.addAll(other.chains);
  }

  /**
   * The same evidence in another draw of the parameters, as far as one chain goes: the others, and
   * what parameters do not move, stay as they are.
   */
  Calibration with(ParameterDraw draw, int chain) {
    Calibration drawn = withMeasuresIn(draw);
    ChainCalibration before = calibrations.get(chain);
    ChainDraft draft = before.draft;
    List<ProductFigures> figures =
        draft.products.stream().map(product -> drawn.figures(product.id())).toList();
    List<BlockDraft> blocks = draft.blocks.stream().map(drawn::inThisDraw).toList();
    ChainCalibration calibrated =
        new ChainCalibration(draft.with(figures, blocks), Optional.of(before));
    drawn.calibrations.set(chain, calibrated);
    drawn.chains.set(chain, calibrated.chain);
    return drawn;
  }

  /** One chain alone in another draw of the parameters. */
  Calibration chainIn(ParameterDraw draw, int chain) {
    ChainCalibration calibrated = with(draw, chain).calibrations.get(chain);
    Calibration alone = withMeasuresIn(draw);
    alone.calibrations.clear();
    alone.chains.clear();
    alone.calibrations.add(calibrated);
    alone.chains.add(calibrated.chain);
    alone.repairs.addAll(calibrated.repairs);
    return alone;
  }

  /** The same calibration with figures of measures from another draw. */
  Calibration withMeasuresIn(ParameterDraw draw) {
    return new Calibration(this, parameters.in(draw));
  }

  private BlockDraft inThisDraw(BlockDraft block) {
    return switch (block.supply()) {
      case BlockDraft.Supply.OnBase base -> block.with(onBase(base.activity(), base.tonnes()));
      case BlockDraft.Supply.Given given -> block;
    };
  }

  private void readPrices() {
    for (Product product : evidence.listSolvedProducts()) {
      Optional<Price> price = evidence.findBasePrice(product.id(), scenario.priceVintage());
      if (price.isPresent() && price.get().usdPerTonne().central() > 0) {
        prices.put(product.id(), price.get().usdPerTonne().central());
      } else {
        repairs.add(
            new Repair.LeftOut(
                product.id(), "it has no base price of vintage " + scenario.priceVintage()));
      }
    }
  }

  boolean isModelled(ProductId product) {
    return prices.containsKey(product);
  }

  /** Output of every product, joint outputs included; for hosts that are only listed, facts. */
  private void readOutput() {
    for (Production row : evidence.productions()) {
      if (row.year() != evidence.baseYear()) {
        continue;
      }
      if (isModelled(row.product())) {
        Activity activity = evidence.getActivity(row.activity(), row.country());
        activity
            .outputs()
            .forEach((product, perUnit) -> addOutput(product, row, perUnit * row.tonnes()));
      } else {
        addOutput(row.product(), row, row.tonnes());
      }
    }
  }

  private void addOutput(ProductId product, Production row, double tonnes) {
    made.computeIfAbsent(product, id -> new TreeMap<>()).merge(row.country(), tonnes, Double::sum);
  }

  private void tie() {
    for (ProductId product : prices.keySet()) {
      leader.put(product, product);
    }
    for (Activity activity : evidence.activities()) {
      if (isModelled(activity.primary())) {
        activity.outputs().keySet().forEach(other -> tie(activity.primary(), other));
        activity.inputs().keySet().forEach(other -> tie(activity.primary(), other));
        activity.host().ifPresent(host -> tie(activity.primary(), host.product()));
      }
    }
  }

  private void tie(ProductId one, ProductId other) {
    if (isModelled(other)) {
      ProductId a = leaderOf(one);
      ProductId b = leaderOf(other);
      leader.put(a.compareTo(b) < 0 ? b : a, a.compareTo(b) < 0 ? a : b);
    }
  }

  private ProductId leaderOf(ProductId product) {
    ProductId at = product;
    @Nullable ProductId above = leader.get(at);
    while (above != null && !above.equals(at)) {
      at = above;
      above = leader.get(at);
    }
    return at;
  }

  /** Chains in the order of their first product; products from the mine on. */
  private List<ChainDraft> draft() {
    TreeMap<ProductId, List<ProductId>> groups = new TreeMap<>();
    for (ProductId product : prices.keySet()) {
      groups.computeIfAbsent(leaderOf(product), id -> new ArrayList<>()).add(product);
    }
    List<ChainDraft> drafts = new ArrayList<>();
    Map<ProductId, Integer> depths = depths();
    for (List<ProductId> group : groups.values()) {
      group.sort(
          Comparator.<ProductId>comparingInt(p -> depths.getOrDefault(p, 0))
              .thenComparing(Comparator.naturalOrder()));
      ChainDraft draft = new ChainDraft(group.stream().map(this::figures).toList(), borders);
      for (int k = 0; k < group.size(); k++) {
        rowOf.put(group.get(k), k);
        draftOf.put(group.get(k), draft);
      }
      drafts.add(draft);
    }
    return drafts;
  }

  /**
   * Length of the longest path from a product without modelled inputs; loops are cut at the number
   * of products.
   */
  private Map<ProductId, Integer> depths() {
    Map<ProductId, Integer> depths = new HashMap<>();
    boolean changed = true;
    for (int round = 0; changed && round <= prices.size(); round++) {
      changed = false;
      for (Activity activity : evidence.activities()) {
        int depth = 0;
        for (ProductId input : activity.inputs().keySet()) {
          depth = Math.max(depth, depths.getOrDefault(input, 0) + 1);
        }
        for (ProductId output : activity.outputs().keySet()) {
          if (depth > depths.getOrDefault(output, 0)) {
            depths.put(output, depth);
            changed = true;
          }
        }
      }
    }
    return depths;
  }

  private ProductFigures figures(ProductId id) {
    @Nullable Sourcing chosen = sourcing.get(id);
    return new ProductFigures(
        id,
        price(id),
        chosen != null
            ? chosen
            : new Sourcing.SourceShares(parameters.value(MarketParameter.SOURCING_ELASTICITY, id)),
        adjustment.at(
            MarketParameter.DEMAND_ELASTICITY_ONE_YEAR,
            MarketParameter.DEMAND_ELASTICITY_FIVE_YEAR,
            parameter -> parameters.value(parameter, id)),
        parameters.value(MarketParameter.STOCK_BUILD_ELASTICITY, id),
        parameters.value(MarketParameter.STOCK_DRAWDOWN_SHARE, id),
        shocks.uses(id, price(id)),
        parameters.value(MarketParameter.UNSERVED_SLOPE, id),
        parameters.value(MarketParameter.FREIGHT_SHARE, id),
        parameters.value(MarketParameter.NEW_ROUTE_PREMIUM, id),
        adjustment.routeSlope(
            parameters.value(MarketParameter.NEW_ROUTE_SLOPE, id),
            parameters.value(MarketParameter.QUALIFICATION_MONTHS, id)),
        shocks.response(evidence.getProduct(id)));
  }

  private double price(ProductId id) {
    return prices.getOrDefault(id, 0.0);
  }

  private void fill() {
    for (Flow flow : evidence.flows()) {
      @Nullable ChainDraft draft = draftOf.get(flow.product());
      if (draft != null && flow.year() == evidence.baseYear() && flow.tonnes() > 0) {
        draft.addFlow(row(flow.product()), flow.exporter(), flow.importer(), flow.tonnes());
      }
    }
    for (Use use : evidence.uses()) {
      @Nullable ChainDraft draft = draftOf.get(use.product());
      if (draft != null && use.year() == evidence.baseYear() && use.tonnes() > 0) {
        boolean isFinal = use.purpose() == Use.Purpose.FINAL;
        draft.addUse(
            new Node(row(use.product()), use.country()),
            isFinal ? use.tonnes() : 0,
            isFinal ? 0 : use.tonnes());
      }
    }
    TreeMap<String, TreeMap<CountryCode, Double>> levels = new TreeMap<>();
    for (Production row : evidence.productions()) {
      if (isModelled(row.product()) && row.year() == evidence.baseYear() && row.tonnes() > 0) {
        levels
            .computeIfAbsent(row.activity(), id -> new TreeMap<>())
            .merge(row.country(), row.tonnes(), Double::sum);
      }
    }
    levels.forEach((id, byCountry) ->
        byCountry.forEach((country, tonnes) -> {
          Activity activity = evidence.getActivity(id, country);
          draftFor(activity.primary()).addBlock(block(activity, country, onBase(activity, tonnes)));
        }));
  }

  int row(ProductId product) {
    return rowOf.getOrDefault(product, -1);
  }

  private ChainDraft draftFor(ProductId product) {
    @Nullable ChainDraft draft = draftOf.get(product);
    if (draft == null) {
      throw new IllegalArgumentException(product + " is not in the market");
    }
    return draft;
  }

  private BlockDraft.Supply onBase(Activity activity, double tonnes) {
    ProductId primary = activity.primary();
    String id = activity.id();
    boolean processes = !activity.inputs().isEmpty();
    boolean allPriced = activity.inputs().keySet().stream().allMatch(this::isModelled);
    return new BlockDraft.Supply.OnBase(
        activity,
        tonnes,
        processes
            ? parameters.value(MarketParameter.MARGIN_ELASTICITY, id, primary)
            : adjustment.at(
                MarketParameter.SUPPLY_ELASTICITY_ONE_YEAR,
                MarketParameter.SUPPLY_ELASTICITY_FIVE_YEAR,
                parameter -> parameters.value(parameter, id, primary)),
        parameters.value(MarketParameter.SHUT_DOWN_SHARE, id, primary),
        adjustment.headroom(parameters.value(MarketParameter.CAPACITY_HEADROOM, id, primary)),
        parameters.value(MarketParameter.MINIMUM_MARGIN_SHARE, id, primary),
        allPriced ? OptionalDouble.empty() : activity.marginShare());
  }

  /** An activity in a country with its modelled inputs and outputs. */
  BlockDraft block(Activity activity, CountryCode country, BlockDraft.Supply supply) {
    return new BlockDraft(
        activity.id(),
        country,
        new Node(row(activity.primary()), country),
        modelled(activity.outputs(), country),
        modelled(activity.inputs(), country),
        supply,
        activity
            .host()
            .map(host ->
                new BlockDraft.Host(
                    Optional.of(host.product())
                        .filter(this::isModelled)
                        .map(product -> new Node(row(product), country)),
                    host.yield(),
                    output(host.product(), country))));
  }

  private SortedMap<Node, Double> modelled(
      SortedMap<ProductId, Double> perUnit, CountryCode country) {
    TreeMap<Node, Double> nodes = new TreeMap<>();
    perUnit.forEach((product, tonnes) -> {
      if (isModelled(product)) {
        nodes.put(new Node(row(product), country), tonnes);
      }
    });
    return nodes;
  }

  /** Base output of a product in a country, tonnes. */
  double output(ProductId product, CountryCode country) {
    return made.getOrDefault(product, new TreeMap<>()).getOrDefault(country, 0.0);
  }

  /** Whether an activity of the chain is a by-product of this product. */
  boolean hosts(Chain chain, ProductId product) {
    for (Activity activity : evidence.activities()) {
      if (chain.findProduct(activity.primary()) >= 0
          && activity.host().map(host -> host.product().equals(product)).orElse(false)) {
        return true;
      }
    }
    return false;
  }

  Evidence evidence() {
    return evidence;
  }

  Parameters parameters() {
    return parameters;
  }
}
