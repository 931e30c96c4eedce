package org.plimsoll.sources.scenario;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.market.CaseCurve;
import org.plimsoll.model.place.Region;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Makes curves of a market file's blocks. */
record CaseCurveReader(CaseNames names, Issues issues) {
  private static final CaseCurve NOTHING = new CaseCurve.Fixed(0);

  /** Which way a curve must run. */
  enum Side {
    SUPPLY("supply"),
    DEMAND("demand"),
    LEVEL("level");

    private final String word;

    Side(String word) {
      this.word = word;
    }

    boolean isFalling() {
      return this == DEMAND;
    }
  }

  /** The curve; a harmless one where issues say what is wrong. */
  CaseCurve read(Node node, Side side) {
    int before = issues.size();
    Block block = Block.of(node, CaseShapes.CURVE, issues);
    if (!(node instanceof MappingNode)) {
      return NOTHING;
    }
    List<String> kinds = CaseShapes.CURVE.listKeyNames().stream().filter(block::has).toList();
    if (kinds.size() != 1) {
      if (issues.size() == before) {
        issues.error(
            node,
            "a curve is of one kind, but this names "
                + (kinds.isEmpty() ? "none" : String.join(" and ", kinds)),
            "write one of " + String.join(", ", CaseShapes.CURVE.listKeyNames()));
      }
      return NOTHING;
    }
    String kind = kinds.getFirst();
    Node inner = block.at(kind);
    CaseCurve curve =
        switch (kind) {
          case "linear" -> linear(inner, side);
          case "inverseLinear" -> inverseLinear(inner, side);
          case "constantElasticity" -> constantElasticity(inner, side);
          case "logBarrier" -> logBarrier(inner, side);
          default -> new CaseCurve.Fixed(block.number("fixed").orElse(0));
        };
    return issues.size() > before ? NOTHING : curve;
  }

  private CaseCurve linear(Node node, Side side) {
    Block block = Block.of(node, CaseShapes.LINEAR, issues);
    double slope = block.number("slope").orElse(0);
    double min = block.number("min").orElse(0);
    double max = most(block);
    checkSign(block, "slope", slope, side);
    if (Math.max(0, min) > max) {
      issues.error(block.at("min"), "'min' is above 'max'", "put the two in order");
      return NOTHING;
    }
    return new CaseCurve.Linear(block.number("intercept").orElse(0), slope, min, max);
  }

  private CaseCurve inverseLinear(Node node, Side side) {
    Block block = Block.of(node, CaseShapes.INVERSE_LINEAR, issues);
    double slope = block.number("slope").orElse(0);
    checkSign(block, "slope", slope, side);
    SortedMap<Region, Double> cross = new TreeMap<>();
    if (side == Side.LEVEL && block.has("cross")) {
      issues.error(
          block.at("cross"), "a level has no cross terms", "take 'cross' out of the activity");
    }
    block
        .find("cross")
        .ifPresent(terms -> {
          for (Map.Entry<ScalarNode, Node> term :
              Block.readKeys(terms, "cross", issues).entrySet()) {
            Key key = Key.of(term.getKey().getValue(), Key.Form.NUMBER, "");
            double value = Block.figureOf(key, term.getValue(), issues).central();
            names.region(term.getKey()).ifPresent(region -> cross.put(region, value));
          }
        });
    return new CaseCurve.InverseLinear(
        block.number("intercept").orElse(0), slope, most(block), cross);
  }

  private CaseCurve constantElasticity(Node node, Side side) {
    int before = issues.size();
    Block block = Block.of(node, CaseShapes.CONSTANT_ELASTICITY, issues);
    double elasticity = block.number("elasticity").orElse(0);
    checkSign(block, "elasticity", elasticity, side);
    double quantity = block.number("quantity").orElse(1);
    double price = block.number("price").orElse(1);
    return issues.size() > before
        ? NOTHING
        : new CaseCurve.ConstantElasticity(quantity, price, elasticity, most(block));
  }

  private CaseCurve logBarrier(Node node, Side side) {
    int before = issues.size();
    Block block = Block.of(node, CaseShapes.LOG_BARRIER, issues);
    if (side.isFalling()) {
      issues.error(
          node, "a log barrier rises, so it is no demand", "use it under supply, or another curve");
    }
    double a = block.number("a").orElse(0);
    double b = block.number("b").orElse(1);
    double capacity = block.number("capacity").orElse(1);
    return issues.size() > before ? NOTHING : new CaseCurve.LogBarrier(a, b, capacity);
  }

  private static double most(Block block) {
    OptionalDouble max = block.number("max");
    return max.orElse(CaseCurve.UNLIMITED);
  }

  private void checkSign(Block block, String key, double value, Side side) {
    if (side.isFalling() ? value > 0 : value < 0) {
      issues.error(
          block.at(key),
          "'%s' of %s must not be %s, but is %s"
              .formatted(
                  key,
                  side.word,
                  side.isFalling() ? "positive" : "negative",
                  org.plimsoll.sources.table.Decimal.print(value)),
          side.isFalling()
              ? "demand falls as the price rises: turn the sign"
              : side.word + " rises with the price: turn the sign");
    }
  }
}
