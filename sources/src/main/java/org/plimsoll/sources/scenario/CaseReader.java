package org.plimsoll.sources.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.market.CaseActivity;
import org.plimsoll.model.market.CaseArc;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.market.CaseLever;
import org.plimsoll.model.market.CaseNode;
import org.plimsoll.model.market.CaseProduct;
import org.plimsoll.model.market.CaseResponse;
import org.plimsoll.model.market.MarketCase;
import org.plimsoll.model.place.Region;
import org.plimsoll.model.policy.Measure;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Makes a market of the tree of a file. */
final class CaseReader {
  private final Issues issues;
  private final CaseNames names;
  private final CaseCurveReader curves;

  CaseReader(Issues issues) {
    this.issues = issues;
    names = new CaseNames(issues);
    curves = new CaseCurveReader(names, issues);
  }

  /** The market; empty if there is any error. */
  Optional<MarketCase> read(Node root) {
    Block block = Block.of(root, CaseShapes.MARKET, issues);
    if (!(root instanceof MappingNode)) {
      return Optional.empty();
    }
    List<Block> products = named(block, "products", CaseShapes.PRODUCT, names.products);
    List<Block> nodes = named(block, "nodes", CaseShapes.NODE, names.nodes);
    List<Block> activities = named(block, "activities", CaseShapes.ACTIVITY, names.activities);
    requireSome(block, "products", products);
    requireSome(block, "nodes", nodes);
    SortedMap<String, List<Region>> alliances = alliances(block);
    List<CaseProduct> readProducts = new ArrayList<>();
    CaseResponse usual = block.find("response").map(this::response).orElse(CaseResponse.NONE);
    products.forEach(product -> readProducts.add(product(product, usual)));
    List<CaseNode> readNodes = new ArrayList<>();
    nodes.forEach(node -> readNodes.add(node(node)));
    List<CaseActivity> readActivities = new ArrayList<>();
    activities.forEach(activity -> readActivities.add(activity(activity)));
    Optional<List<CaseArc>> arcs = block.find("arcs").map(list -> arcs(block));
    List<Measure> measures = new ArrayList<>();
    CaseMeasureReader measureReader = new CaseMeasureReader(names, block.text("source"), issues);
    int number = 0;
    for (Node node : block.blocks("measures")) {
      measureReader.read(node, number).ifPresent(measures::add);
      number++;
    }
    if (issues.hasErrors()) {
      return Optional.empty();
    }
    MarketCase market =
        new MarketCase(
            block.text("name"),
            block.text("source"),
            readProducts,
            readNodes,
            readActivities,
            arcs,
            alliances,
            measures);
    CaseTransit.check(market, block, issues);
    checkCross(market, nodes);
    checkRings(market, activities);
    checkSlopes(market, block);
    checkShares(market, products);
    return issues.hasErrors() ? Optional.empty() : Optional.of(market);
  }

  private List<Block> named(Block block, String key, Shape shape, Set<String> into) {
    List<Block> blocks = new ArrayList<>();
    for (Node node : block.blocks(key)) {
      Block one = Block.of(node, shape, issues);
      names.add(into, one.at("id"), key, one.text("id"));
      blocks.add(one);
    }
    return blocks;
  }

  private void requireSome(Block block, String key, List<Block> found) {
    if (block.has(key) && found.isEmpty()) {
      issues.error(block.at(key), "'" + key + "' is empty", "add at least one: - {id: name}");
    }
  }

  private SortedMap<String, List<Region>> alliances(Block block) {
    SortedMap<String, List<Region>> alliances = new TreeMap<>();
    block
        .find("alliances")
        .ifPresent(node ->
            Block.readKeys(node, "alliances", issues)
                .forEach((key, value) -> alliances.put(alliance(key), members(key, value))));
    return alliances;
  }

  private String alliance(ScalarNode key) {
    if (names.nodes.contains(key.getValue())) {
      issues.error(
          key, "an alliance and a node are called '" + key.getValue() + "'", "rename one of them");
    }
    names.add(names.alliances, key, "alliances", key.getValue());
    return key.getValue();
  }

  private List<Region> members(ScalarNode key, Node value) {
    Shape shape =
        new Shape("alliances", "", List.of(Key.of(key.getValue(), Key.Form.PARTIES, "members")));
    List<Region> members = new ArrayList<>();
    if (!(value instanceof org.snakeyaml.engine.v2.nodes.SequenceNode list)) {
      issues.error(
          value,
          "'%s' of %s must be a list of nodes".formatted(key.getValue(), shape.name()),
          "write %s: [one, other]".formatted(key.getValue()));
      return members;
    }
    list.getValue().forEach(node -> names.region(node).ifPresent(members::add));
    return members;
  }

  /**
   * A product.
   *
   * @param usual what a shock sets off where the product does not say
   */
  private CaseProduct product(Block block, CaseResponse usual) {
    return new CaseProduct(
        ProductId.ofCase(block.text("id").isEmpty() ? "?" : block.text("id")),
        block.find("sourcing").map(this::sourcing).orElse(new CaseProduct.Sourcing.Homogeneous()),
        block.number("chokePrice"),
        block.find("response").map(this::response).orElse(usual));
  }

  private CaseResponse response(Node node) {
    Block block = Block.of(node, CaseShapes.RESPONSE, issues);
    CaseResponse response = CaseResponse.NONE;
    for (CaseLever lever : CaseLever.values()) {
      OptionalDouble value = block.number(lever.word());
      if (value.isPresent()) {
        response = response.with(lever, value.getAsDouble());
      }
    }
    return response;
  }

  private CaseProduct.Sourcing sourcing(Node node) {
    CaseProduct.Sourcing alike = new CaseProduct.Sourcing.Homogeneous();
    if (node instanceof ScalarNode word) {
      if (!word.getValue().equals("homogeneous")) {
        issues.error(
            node,
            "there is no sourcing '" + word.getValue() + "'",
            "write homogeneous, {armington: 4} or {sourceShares: 3}");
      }
      return alike;
    }
    int before = issues.size();
    Block block = Block.of(node, CaseShapes.SOURCING, issues);
    OptionalDouble armington = block.number("armington");
    OptionalDouble shares = block.number("sourceShares");
    if (issues.size() == before && block.has("armington") == block.has("sourceShares")) {
      issues.error(node, "sourcing is of one kind", "write {armington: 4} or {sourceShares: 3}");
    }
    if (issues.size() == before && armington.isPresent() && !(armington.getAsDouble() > 1)) {
      issues.error(
          block.at("armington"),
          "the Armington elasticity must be above 1",
          "write one such as 4; at 1 and below buyers never go without an origin");
    }
    if (issues.size() > before) {
      return alike;
    }
    return armington.isPresent()
        ? new CaseProduct.Sourcing.Armington(armington.getAsDouble())
        : new CaseProduct.Sourcing.SourceShares(shares.orElse(1));
  }

  /** What an entry of a block by product is made of. */
  private interface Entry<T> {
    Optional<T> of(ScalarNode key, Node value);
  }

  private <T> SortedMap<ProductId, T> byProduct(Block block, String key, Entry<T> entry) {
    SortedMap<ProductId, T> found = new TreeMap<>();
    block
        .find(key)
        .ifPresent(node ->
            Block.readKeys(node, key, issues)
                .forEach((product, value) -> {
                  Optional<ProductId> id = names.product(product);
                  Optional<T> read = entry.of(product, value);
                  if (id.isPresent() && read.isPresent()) {
                    found.put(id.get(), read.get());
                  }
                }));
    return found;
  }

  private SortedMap<ProductId, Double> quantities(Block block, String key, double least) {
    return byProduct(
        block,
        key,
        (product, value) -> {
          Key number =
              Key.of(product.getValue(), Key.Form.NUMBER, "")
                  .in("", least, Double.POSITIVE_INFINITY);
          return Optional.of(Block.figureOf(number, value, issues).central());
        });
  }

  private CaseNode node(Block block) {
    return new CaseNode(
        place(block.text("id")),
        byProduct(
            block,
            "supply",
            (id, value) -> Optional.of(curves.read(value, CaseCurveReader.Side.SUPPLY))),
        byProduct(
            block,
            "demand",
            (id, value) -> Optional.of(curves.read(value, CaseCurveReader.Side.DEMAND))),
        quantities(block, "stock", 0));
  }

  private static Region place(String id) {
    return new Region(id.isEmpty() ? "?" : id);
  }

  private CaseActivity activity(Block block) {
    Optional<CaseCurve> level =
        block.find("level").map(node -> curves.read(node, CaseCurveReader.Side.LEVEL));
    Region place = block.has("node") ? names.region(block.at("node")).orElse(place("")) : place("");
    Optional<CaseActivity.Cap> cap = block.find("cappedBy").map(this::cap);
    String id = block.text("id");
    if (cap.isPresent() && cap.get().activity().equals(id)) {
      issues.error(block.at("cappedBy"), "'" + id + "' is capped by itself", "name its host");
    }
    SortedMap<ProductId, Double> inputs = quantities(block, "inputs", Double.MIN_NORMAL);
    SortedMap<ProductId, Double> outputs = quantities(block, "outputs", Double.MIN_NORMAL);
    if (block.has("inputs") && block.has("outputs") && inputs.isEmpty() && outputs.isEmpty()) {
      issues.error(
          block.node(), "the activity neither takes nor makes anything", "name its products");
    }
    return new CaseActivity(id, place, inputs, outputs, level, cap);
  }

  private CaseActivity.Cap cap(Node node) {
    Block block = Block.of(node, CaseShapes.CAP, issues);
    String host = block.has("activity") ? names.activity(block.at("activity")).orElse("") : "";
    return new CaseActivity.Cap(host, block.number("perUnit").orElse(0));
  }

  private List<CaseArc> arcs(Block block) {
    List<CaseArc> arcs = new ArrayList<>();
    Map<List<Object>, Node> seen = new HashMap<>();
    for (Node node : block.blocks("arcs")) {
      Block one = Block.of(node, CaseShapes.ARC, issues);
      Region from = one.has("from") ? names.region(one.at("from")).orElse(place("")) : place("");
      Region to = one.has("to") ? names.region(one.at("to")).orElse(place("")) : place("");
      Optional<ProductId> product =
          one.has("product") ? names.product(one.at("product")) : Optional.empty();
      if (seen.put(List.of(from, to, product), node) != null && !from.id().equals("?")) {
        issues.error(
            node,
            "a second arc runs from '%s' to '%s' for the same product".formatted(from, to),
            "take one of them out");
      }
      arcs.add(
          new CaseArc(
              from,
              to,
              product,
              one.number("cost").orElse(0),
              one.number("costSlope").orElse(0),
              one.number("share"),
              one.number("capacity").orElse(CaseCurve.UNLIMITED)));
    }
    return arcs;
  }

  /** Of goods told apart by origin what a route costs does not rise with what it carries. */
  private void checkSlopes(MarketCase market, Block block) {
    List<CaseArc> arcs = market.arcs().orElse(List.of());
    for (int a = 0; a < arcs.size(); a++) {
      CaseArc arc = arcs.get(a);
      for (CaseProduct product : market.products()) {
        boolean isAlike = product.sourcing() instanceof CaseProduct.Sourcing.Homogeneous;
        boolean isMeant = arc.product().map(product.id()::equals).orElse(true);
        if (arc.costSlope() > 0 && isMeant && !isAlike) {
          issues.error(
              block.blocks("arcs").get(a),
              "'costSlope' cannot hold for '%s', whose origins are told apart"
                  .formatted(product.id()),
              "name one product that is homogeneous, or leave costSlope out");
        }
      }
    }
  }

  /** Activities that cap one another in a ring could as well all stand still. */
  private void checkRings(MarketCase market, List<Block> blocks) {
    Map<String, String> hosts = new HashMap<>();
    for (CaseActivity activity : market.activities()) {
      activity.cappedBy().ifPresent(cap -> hosts.put(activity.id(), cap.activity()));
    }
    for (int a = 0; a < blocks.size(); a++) {
      String first = market.activities().get(a).id();
      Optional<String> host = Optional.ofNullable(hosts.get(first));
      for (int steps = 1; host.isPresent() && steps <= hosts.size(); steps++) {
        if (host.get().equals(first)) {
          issues.error(
              blocks.get(a).at("cappedBy"),
              "'%s' is capped by itself by way of '%s'".formatted(first, hosts.get(first)),
              "take one of the caps out, so that a host is there that nobody caps");
          return;
        }
        host = Optional.ofNullable(hosts.get(host.get()));
      }
    }
  }

  /** A cross term needs a quantity at the other node. */
  private void checkCross(MarketCase market, List<Block> blocks) {
    for (int n = 0; n < market.nodes().size(); n++) {
      CaseNode node = market.nodes().get(n);
      Block block = blocks.get(n);
      node.supply().forEach((id, curve) -> checkCross(market, block, "supply", id, curve));
      node.demand().forEach((id, curve) -> checkCross(market, block, "demand", id, curve));
    }
  }

  private void checkCross(
      MarketCase market, Block block, String side, ProductId id, CaseCurve curve) {
    if (!(curve instanceof CaseCurve.InverseLinear line)) {
      return;
    }
    for (Region other : line.cross().keySet()) {
      if (other.id().equals(block.text("id"))) {
        issues.error(
            block.at(side),
            "the price of %s at '%s' has a cross term of its own quantity".formatted(id, other),
            "add it to 'slope'");
      }
      boolean has =
          market.nodes().stream()
              .filter(node -> node.place().equals(other))
              .map(node -> side.equals("supply") ? node.supply() : node.demand())
              .anyMatch(found -> found.containsKey(id));
      if (!has) {
        issues.error(
            block.at(side),
            "the price of %s depends on %s at '%s', which has none".formatted(id, side, other),
            "take the cross term out, or give that node a curve");
      }
    }
  }

  /** Goods told apart by origin need to know how much came from where. */
  private void checkShares(MarketCase market, List<Block> blocks) {
    for (int k = 0; k < market.products().size(); k++) {
      CaseProduct product = market.products().get(k);
      if (product.sourcing() instanceof CaseProduct.Sourcing.Homogeneous) {
        continue;
      }
      Set<Region> told = new HashSet<>();
      for (CaseArc arc : market.arcs().orElse(List.of())) {
        boolean isOf = arc.product().map(product.id()::equals).orElse(true);
        if (isOf && arc.share().isPresent()) {
          told.add(arc.to());
        }
      }
      Set<Region> buyers = new HashSet<>();
      market.nodes().stream()
          .filter(node -> node.demand().containsKey(product.id()))
          .forEach(node -> buyers.add(node.place()));
      market.activities().stream()
          .filter(activity -> activity.inputs().containsKey(product.id()))
          .forEach(activity -> buyers.add(activity.place()));
      for (Region buyer : buyers) {
        if (!told.contains(buyer)) {
          issues.error(
              blocks.get(k).node(),
              "no arc to '%s' has a share of %s".formatted(buyer, product.id()),
              "give its arcs a share: goods told apart by origin need a base");
        }
      }
    }
  }
}
