package org.plimsoll.planner.market.measures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import org.plimsoll.model.place.Place;
import org.plimsoll.model.policy.Change;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Curve;
import org.plimsoll.planner.market.rows.Node;
import org.plimsoll.planner.market.rows.Support;

/** Applies supply measures to the activities of a chain; split-off parts are appended. */
final class MakerMeasures {
  private final Chain chain;
  private final Names names;
  private final ParameterDraw draw;
  private final List<Block> blocks;

  /**
   * @param blocks changed in place
   */
  MakerMeasures(Chain chain, Names names, ParameterDraw draw, List<Block> blocks) {
    this.chain = chain;
    this.names = names;
    this.draw = draw;
    this.blocks = blocks;
  }

  /** Puts the measure on one product; returns whether it covers anything. */
  boolean apply(SupplyMeasure measure, int product) {
    return switch (measure) {
      // Already in the blocks: it decides which rows there are.
      case SupplyMeasure.CapacityChange change -> true;
      case SupplyMeasure.CostCut cut -> cutCost(cut, product);
      case SupplyMeasure.CostShift shift -> shiftCost(shift, product);
      case SupplyMeasure.ProductionSubsidy subsidy -> subsidise(subsidy, product);
      case SupplyMeasure.ContractForDifference contract -> contract(contract, product);
      case SupplyMeasure.Offtake offtake -> {
        double usd = figure(offtake, "usdPerTonne", offtake.usdPerTonne());
        yield cover(
            offtake,
            product,
            figure(offtake, "tonnesPerYear", offtake.tonnesPerYear()),
            new Clause(usd, 1, usd, Double.POSITIVE_INFINITY));
      }
    };
  }

  private double figure(Measure measure, String field, Interval value) {
    return draw.value("measure", measure.id() + "/" + field, value);
  }

  private double exactly(Measure measure, String field, double value) {
    return figure(measure, field, Interval.exactly(value));
  }

  /** Pays the share of the base price on every activity whose primary output is the product. */
  private boolean cutCost(SupplyMeasure.CostCut cut, int product) {
    double share = figure(cut, "share", cut.share());
    return onMakers(
        cut,
        product,
        block -> chain.makerProduct[block.links().makers()[0]] == product,
        (block, tonnes) -> {
          double usd = share * chain.makerPrice0[block.links().makers()[0]];
          return block.with(new Support.Subsidy(cut.id(), block.country(), usd));
        });
  }

  /** How a measure changes an activity with this output a tonne of level. */
  private interface MakerChange {
    Block of(Block block, double tonnes);
  }

  /** Changes every activity that makes the product; returns whether there is any. */
  private boolean onMakers(SupplyMeasure measure, int product, MakerChange change) {
    return onMakers(measure, product, block -> true, change);
  }

  private boolean onMakers(
      SupplyMeasure measure, int product, Predicate<Block> isMeant, MakerChange change) {
    Names.Coverage coverage = names.coverage(measure.terms());
    boolean any = false;
    for (int b = 0; b < blocks.size(); b++) {
      Block block = blocks.get(b);
      double tonnes = tonnesOf(block, product);
      if (tonnes > 0 && coverage.hasOrigin(block.country()) && isMeant.test(block)) {
        blocks.set(b, change.of(block, tonnes));
        any = true;
      }
    }
    return any;
  }

  private boolean shiftCost(SupplyMeasure.CostShift shift, int product) {
    return switch (shift.change()) {
      case Change.By by -> {
        double usd = figure(shift, "usdPerTonne", by.figure());
        yield onMakers(shift, product, (block, tonnes) -> block.costlier(usd * tonnes));
      }
      case Change.Times times -> {
        double factor = figure(shift, "factor", times.figure());
        yield onMakers(
            shift,
            product,
            block -> isFirst(product, block, shift) && hasCost(block.curve()),
            (block, tonnes) ->
                block.with(block.curve().dearer(factor), block.capacityTonnes(), block.host()));
      }
    };
  }

  /** Whether this is the first product of the measure that the activity makes. */
  private boolean isFirst(int product, Block block, SupplyMeasure measure) {
    return measure.terms().products().stream()
        .mapToInt(chain::findProduct)
        .filter(named -> named >= 0 && tonnesOf(block, named) > 0)
        .limit(1)
        .allMatch(named -> named == product);
  }

  /** Whether the curve has a cost that a factor can change. */
  private static boolean hasCost(Curve curve) {
    return !curve.mustRun() && !(curve.isFlat() && curve.marginAt(0) == 0);
  }

  private boolean subsidise(SupplyMeasure.ProductionSubsidy subsidy, int product) {
    double usd = figure(subsidy, "usdPerTonne", subsidy.usdPerTonne());
    return onMakers(
        subsidy,
        product,
        (block, tonnes) -> {
          Place payer = payer(subsidy, block.country());
          return block.with(new Support.Subsidy(subsidy.id(), payer, usd * tonnes));
        });
  }

  /** Tonnes of a product a tonne of level. */
  private double tonnesOf(Block block, int product) {
    int maker = chain.findMaker(new Node(product, block.country()));
    Block.Links links = block.links();
    double tonnes = 0;
    for (int o = 0; o < links.makers().length; o++) {
      tonnes += links.makers()[o] == maker ? links.outputs()[o] : 0;
    }
    return tonnes;
  }

  /** Whoever the measure names, else the makers' own state. */
  private Place payer(SupplyMeasure measure, Place own) {
    SortedSet<Place> named = names.resolve(measure.terms().to());
    if (named.size() > 1) {
      throw new IllegalArgumentException(
          "measure %s names %d who pay\nMaybe name one in 'to', and write one measure for each"
              .formatted(measure.id(), named.size()));
    }
    return named.isEmpty() ? own : named.first();
  }

  /** The terms of a contract; the largest payback is of the whole contract, or of a tonne. */
  private record Clause(double strike, double upsideShare, double line, double mostUsd) {}

  private boolean contract(SupplyMeasure.ContractForDifference contract, int product) {
    double strike = figure(contract, "strikeUsdPerTonne", contract.strikeUsdPerTonne());
    Optional<SupplyMeasure.Upside> upside = contract.upside();
    Clause terms =
        new Clause(
            strike,
            upside.map(u -> exactly(contract, "upsideShare", u.share())).orElse(0.0),
            upside
                .map(u -> exactly(contract, "upsideAboveUsdPerTonne", u.aboveUsdPerTonne()))
                .orElse(0.0),
            upside
                .flatMap(SupplyMeasure.Upside::mostUsd)
                .map(usd -> exactly(contract, "upsideMostUsd", usd))
                .orElse(Double.POSITIVE_INFINITY));
    double tonnes =
        contract
            .tonnesPerYear()
            .map(volume -> figure(contract, "tonnesPerYear", volume))
            .orElse(Double.POSITIVE_INFINITY);
    return cover(contract, product, tonnes, terms);
  }

  /**
   * Covers the first tonnes of the product in each named country; activities that a contract covers
   * already are left alone.
   */
  private boolean cover(SupplyMeasure measure, int product, double tonnes, Clause terms) {
    Names.Coverage coverage = names.coverage(measure.terms());
    boolean any = false;
    for (int i = chain.makerStart[product]; i < chain.makerStart[product + 1]; i++) {
      if (coverage.hasOrigin(chain.makerCountry[i]) && tonnes > 0) {
        any |= coverMaker(measure, i, tonnes, terms);
      }
    }
    return any;
  }

  /** Covers a maker's activities; those that must run come first, since they run at any price. */
  private boolean coverMaker(SupplyMeasure measure, int maker, double tonnes, Clause terms) {
    List<Integer> must = new ArrayList<>();
    List<Integer> may = new ArrayList<>();
    double made = 0;
    for (int b = 0; b < blocks.size(); b++) {
      Block block = blocks.get(b);
      if (isOpenTo(block, maker)) {
        (block.curve().mustRun() ? must : may).add(b);
        made += tonnesOf(block, chain.makerProduct[maker]) * block.curve().scaleTonnes();
      }
    }
    Clause each =
        new Clause(
            terms.strike(),
            terms.upsideShare(),
            terms.line(),
            Double.isInfinite(terms.mostUsd())
                ? terms.mostUsd()
                : terms.mostUsd() / Math.min(tonnes, made));
    double left = coverAll(measure, maker, must, tonnes, each);
    coverAll(measure, maker, may, left, each);
    return made > 0;
  }

  /**
   * Covers these tonnes of activities in proportion to base output, or to capacity if that is 0;
   * returns what is left.
   */
  private double coverAll(
      SupplyMeasure measure, int maker, List<Integer> open, double tonnes, Clause terms) {
    int product = chain.makerProduct[maker];
    double[] levels = open.stream().mapToDouble(b -> chain.baseLevel(blocks.get(b))).toArray();
    if (DoubleStream.of(levels).sum() == 0) {
      levels = open.stream().mapToDouble(b -> blocks.get(b).curve().scaleTonnes()).toArray();
    }
    double made = 0;
    for (int n = 0; n < levels.length; n++) {
      made += tonnesOf(blocks.get(open.get(n)), product) * levels[n];
    }
    for (int n = 0; n < levels.length; n++) {
      int b = open.get(n);
      Block block = blocks.get(b);
      double covered = Double.isInfinite(tonnes) ? tonnes : tonnes * (levels[n] / made);
      if (covered > 0) {
        Support.Contract contract =
            new Support.Contract(
                measure.id(),
                payer(measure, block.country()),
                maker,
                tonnesOf(block, product),
                terms.strike(),
                terms.upsideShare(),
                terms.line(),
                terms.mostUsd());
        coverBlock(b, covered, contract);
      }
    }
    return Math.max(0, tonnes - made);
  }

  private boolean isOpenTo(Block block, int maker) {
    return !block.support().hasContract()
        && block.country().equals(chain.makerCountry[maker])
        && tonnesOf(block, chain.makerProduct[maker]) > 0;
  }

  /** Splits an activity into its covered part and, appended, the rest. */
  private void coverBlock(int b, double level, Support.Contract contract) {
    Block block = blocks.get(b);
    double capacity = block.fixedCapTonnes();
    if (level >= capacity) {
      blocks.set(b, block.with(contract));
    } else if (block.host().maker() < 0) {
      int rest = blocks.size();
      blocks.replaceAll(each -> each.afterSplit(b, rest));
      blocks.set(b, block.first(level).with(contract));
      blocks.add(block.beyond(level, b));
    } else {
      double share = level / block.capacityTonnes();
      blocks.set(b, block.part(share).with(contract));
      blocks.add(block.part(1 - share));
    }
  }
}
