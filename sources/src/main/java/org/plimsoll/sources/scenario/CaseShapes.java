package org.plimsoll.sources.scenario;

import static org.plimsoll.sources.scenario.Key.Form.BLOCK;
import static org.plimsoll.sources.scenario.Key.Form.BLOCKS;
import static org.plimsoll.sources.scenario.Key.Form.NUMBER;
import static org.plimsoll.sources.scenario.Key.Form.TEXT;

import java.util.Arrays;
import java.util.List;
import org.plimsoll.model.market.CaseLever;

/** The blocks of a market file; those of its measures are in {@link CaseMeasureType}. */
final class CaseShapes {
  private static final double ANY = Double.POSITIVE_INFINITY;

  static final Shape MARKET =
      new Shape(
          "market file",
          "A market: what is traded, who makes and uses it, by which routes, under which measures.",
          List.of(
              Key.of("name", TEXT, "one line for a person").orElse("none"),
              Key.of("source", TEXT, "where the case was published").orElse("none"),
              Key.of("products", BLOCKS, "what is traded"),
              Key.of(
                      "response",
                      BLOCK,
                      "what a shock sets off in every product that has no response of its own")
                  .orElse("nothing but what curves say"),
              Key.of("nodes", BLOCKS, "countries or regions"),
              Key.of("activities", BLOCKS, "processing").orElse("none"),
              Key.of("arcs", BLOCKS, "trade routes; a node reaches itself at cost 0 in any case")
                  .orElse("every pair of nodes at cost 0"),
              Key.of("alliances", BLOCK, "by name, a list of nodes").orElse("none"),
              Key.of("measures", BLOCKS, "what governments do").orElse("none")));

  static final Shape PRODUCT =
      new Shape(
          "product",
          "A product.",
          List.of(
              Key.of("id", TEXT, "its name"),
              Key.of(
                      "sourcing",
                      BLOCK,
                      "how buyers combine origins: homogeneous, {armington: 4}, {sourceShares: 3}")
                  .orElse("homogeneous"),
              positive("chokePrice", "buyer price at which the rest of demand goes unserved")
                  .orElse("none"),
              Key.of("response", BLOCK, "what a shock sets off in this product")
                  .orElse("that of the file")));

  static final Shape RESPONSE =
      new Shape(
          "response",
          "What users, traders and restricting nodes do about the file's measures besides"
              + " answering to the price; without any it does nothing. Equations:"
              + " [what a shock sets off](../method/response.md).",
          Arrays.stream(CaseLever.values())
              .map(lever ->
                  Key.of(lever.word(), NUMBER, lever.about())
                      .in("", lever.least(), lever.most())
                      .orElse(Double.toString(lever.usual()).replaceFirst("\\.0$", "")))
              .toList());

  static final Shape SOURCING =
      new Shape(
          "sourcing",
          "How buyers combine origins; one of the two.",
          List.of(
              Key.of("armington", NUMBER, "elasticity of substitution, above 1")
                  .in("", 1, ANY)
                  .orElse("see sourceShares"),
              positive("sourceShares", "exponent of shares that conserve quantity")
                  .orElse("see armington")));

  static final Shape NODE =
      new Shape(
          "node",
          "A country or a region.",
          List.of(
              Key.of("id", TEXT, "its name"),
              Key.of("supply", BLOCK, "by product, quantity as a function of the producer price")
                  .orElse("none"),
              Key.of("demand", BLOCK, "by product, quantity as a function of the buyer price")
                  .orElse("none"),
              Key.of("stock", BLOCK, "by product, quantity released at any price").orElse("none")));

  static final Shape ACTIVITY =
      new Shape(
          "activity",
          "Processing in fixed proportions at one node.",
          List.of(
              Key.of("id", TEXT, "its name"),
              Key.of("node", TEXT, "where"),
              Key.of("inputs", BLOCK, "by product, quantity a unit of level"),
              Key.of("outputs", BLOCK, "by product, quantity a unit of level"),
              Key.of("level", BLOCK, "a curve: the level as a function of the unit margin")
                  .orElse("any level at a margin of zero"),
              Key.of("cappedBy", BLOCK, "the host of a by-product").orElse("none")));

  static final Shape CAP =
      new Shape(
          "cappedBy",
          "Level ≤ perUnit × the host's level.",
          List.of(
              Key.of("activity", TEXT, "the host's name"),
              notNegative("perUnit", "level a unit of the host's level")));

  static final Shape ARC =
      new Shape(
          "arc",
          "A trade route.",
          List.of(
              Key.of("from", TEXT, "origin"),
              Key.of("to", TEXT, "destination"),
              Key.of("product", TEXT, "which").orElse("all"),
              Key.of("cost", NUMBER, "freight and insurance a unit").orElse("0"),
              notNegative(
                      "costSlope",
                      "rise of the cost a unit shipped, which customs do not value; of homogeneous"
                          + " goods")
                  .orElse("0"),
              positive(
                      "share",
                      "base share of the origin at the buyer: of value for armington, of quantity"
                          + " for sourceShares")
                  .orElse("none"),
              notNegative("capacity", "largest quantity").orElse("none")));

  static final Shape CURVE =
      new Shape(
          "curve",
          "How a quantity answers to a price; one of the five.",
          List.of(
              Key.of("linear", BLOCK, "q = intercept + slope p, in [max(0, min), max]")
                  .orElse("another"),
              Key.of("inverseLinear", BLOCK, "p = intercept + slope q + Σ cross slope × quantity")
                  .orElse("another"),
              Key.of("constantElasticity", BLOCK, "q = quantity (p / price)^elasticity")
                  .orElse("another"),
              Key.of("logBarrier", BLOCK, "supply p = a − b / (q − capacity)").orElse("another"),
              notNegative("fixed", "quantity at every price").orElse("another")));

  static final Shape LINEAR =
      new Shape(
          "linear",
          "q = intercept + slope p, clipped to [max(0, min), max].",
          List.of(
              Key.of("intercept", NUMBER, "quantity at a price of zero"),
              Key.of("slope", NUMBER, "positive of supply, negative of demand"),
              Key.of("min", NUMBER, "least quantity").orElse("0"),
              notNegative("max", "largest quantity").orElse("none")));

  static final Shape INVERSE_LINEAR =
      new Shape(
          "inverseLinear",
          "p = intercept + slope q.",
          List.of(
              Key.of("intercept", NUMBER, "price at a quantity of zero"),
              Key.of("slope", NUMBER, "positive of supply, negative of demand, or 0"),
              notNegative("max", "largest quantity").orElse("none"),
              Key.of("cross", BLOCK, "by node, rise of the price with the quantity there")
                  .orElse("none")));

  static final Shape CONSTANT_ELASTICITY =
      new Shape(
          "constantElasticity",
          "q = quantity (p / price)^elasticity.",
          List.of(
              positive("quantity", "at the reference price"),
              positive("price", "reference price"),
              Key.of("elasticity", NUMBER, "positive of supply, negative of demand"),
              notNegative("max", "capacity").orElse("none")));

  static final Shape LOG_BARRIER =
      new Shape(
          "logBarrier",
          "Supply p = a − b / (q − capacity), rising without bound towards capacity.",
          List.of(
              Key.of("a", NUMBER, "price"),
              positive("b", "price times quantity"),
              positive("capacity", "never reached")));

  private CaseShapes() {}

  private static Key positive(String name, String about) {
    return Key.of(name, NUMBER, about).in("", Double.MIN_NORMAL, ANY);
  }

  private static Key notNegative(String name, String about) {
    return Key.of(name, NUMBER, about).in("", 0, ANY);
  }

  /** All of them, in the order of the reference page. */
  static List<Shape> listAll() {
    return List.of(
        MARKET,
        PRODUCT,
        RESPONSE,
        SOURCING,
        NODE,
        CURVE,
        LINEAR,
        INVERSE_LINEAR,
        CONSTANT_ELASTICITY,
        LOG_BARRIER,
        ACTIVITY,
        CAP,
        ARC);
  }
}
