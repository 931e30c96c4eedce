package org.plimsoll.app.market;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Finding;
import org.plimsoll.planner.market.answer.Leak;
import org.plimsoll.planner.market.answer.Sensitivity;
import org.plimsoll.planner.market.answer.Snapshot;
import org.plimsoll.planner.market.file.CaseSensitivities;
import org.plimsoll.planner.market.file.FileAnswer;
import org.plimsoll.planner.market.measures.IdleMeasure;
import org.plimsoll.planner.plan.FindingWords;

/** The answer of {@code plimsoll solve} as tables for a person. */
public final class SolveText {
  private static final int DIGITS = 6;

  /** Of sensitivities, which are known to about a hundred-thousandth. */
  private static final int FEWER_DIGITS = 4;

  /** Rows of a table of sensitivities; JSON has all. */
  private static final int SHOWN = 20;

  /** Share of what is bought and made to which sums of money are known. */
  private static final double KNOWN = 1e-8;

  private static final String NO_MEASURES = "no measures";
  private static final ByNode PRODUCER = Snapshot::producerPrices;
  private static final ByNode BUYER = Snapshot::buyerPrices;

  private SolveText() {}

  public static Answer of(String name, FileAnswer answer, Optional<CaseSensitivities.Found> moved) {
    Answer text = Answer.of(name).with(nodes(name, answer), flows(answer), leaks(answer));
    if (!answer.market().levels().isEmpty()) {
      text = text.with(levels(answer));
    }
    if (!answer.market().wedges().isEmpty()) {
      text = text.with(wedges(answer));
    }
    if (!answer.welfare().isEmpty()) {
      text = text.with(welfare(answer));
    }
    if (moved.isPresent()) {
      text = text.with(sensitivities(moved.get()));
    }
    text = text.remark(remarks(answer));
    List<String> leftOut = moved.map(CaseSensitivities.Found::leftOut).orElse(List.of());
    return leftOut.isEmpty()
        ? text
        : text.remark(
            "Not found, since the market is not solved a little beside it: "
                + String.join(", ", leftOut));
  }

  private record Moved(String goal, Sensitivity by) {}

  /** Those that move a goal most as their figure changes by a part of it, first. */
  private static Table<Moved> sensitivities(CaseSensitivities.Found found) {
    List<Moved> rows = new ArrayList<>();
    found
        .goals()
        .forEach((goal, its) ->
            its.stream()
                .sorted(Comparator.comparingDouble((Sensitivity s) -> -weight(s)))
                .limit(SHOWN)
                .forEach(s -> rows.add(new Moved(goal, s))));
    return Table.of(
            "sensitivities", "What moves each goal most, the %d largest".formatted(SHOWN), rows)
        .words("goal", "goal", Moved::goal)
        .words("figure", "figure", m -> m.by().name())
        .words("of", "of", m -> m.by().scope())
        .digits(m -> DIGITS)
        .figure("value", "value", m -> m.by().value())
        .digits(m -> FEWER_DIGITS)
        .figure("below", "a unit less", m -> m.by().below())
        .figure("above", "a unit more", m -> m.by().above());
  }

  private static double weight(Sensitivity s) {
    return Math.abs(s.value()) * Math.max(Math.abs(s.below()), Math.abs(s.above()));
  }

  /** A value of one state by product and node. */
  private interface ByNode {
    SortedMap<ProductId, SortedMap<Place, Double>> of(Snapshot state);
  }

  private record Node(ProductId product, Place place) {
    OptionalDouble in(Snapshot state, ByNode values) {
      @Nullable Double value =
          values.of(state).getOrDefault(product, Collections.emptySortedMap()).get(place);
      return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    OptionalDouble before(FileAnswer answer, ByNode values) {
      return answer.without().map(state -> in(state, values)).orElse(OptionalDouble.empty());
    }
  }

  private static Table<Node> nodes(String name, FileAnswer answer) {
    String title = name.isEmpty() ? "Prices and quantities" : name;
    Snapshot now = answer.market();
    return Table.of(
            "nodes",
            answer.without().isPresent() ? title + " (was: without the measures)" : title,
            listNodes(now))
        .digits(n -> DIGITS)
        .product("product", "product", Node::product)
        .words("node", "node", n -> n.place().id())
        .figure("producerPrice", "producer price", n -> n.in(now, PRODUCER), "makes none")
        .figure("producerPriceBefore", "was", n -> n.before(answer, PRODUCER), "makes none")
        .figure("buyerPrice", "buyer price", n -> n.in(now, BUYER), "no seller")
        .figure("buyerPriceBefore", "was", n -> n.before(answer, BUYER), "no seller")
        .figure("supply", "supply", n -> n.in(now, Snapshot::supply), "makes none")
        .figure("supplyBefore", "was", n -> n.before(answer, Snapshot::supply), "makes none")
        .figure("demand", "demand", n -> n.in(now, Snapshot::demand), "uses none")
        .figure("demandBefore", "was", n -> n.before(answer, Snapshot::demand), "uses none")
        .figure("unserved", "unserved", n -> positive(n.in(now, Snapshot::unserved)), "none")
        .figure("bought", "to stock", n -> n.in(now, Snapshot::bought), "none")
        .figure("released", "from stock", n -> n.in(now, Snapshot::released), "none")
        .figure("variety", "variety", n -> n.in(now, Snapshot::variety), "not Armington")
        .figure("varietyBefore", "was", n -> n.before(answer, Snapshot::variety), "not Armington");
  }

  private static OptionalDouble positive(OptionalDouble value) {
    return value.orElse(0) > 0 ? value : OptionalDouble.empty();
  }

  private static List<Node> listNodes(Snapshot now) {
    TreeSet<ProductId> products = new TreeSet<>(now.supply().keySet());
    products.addAll(now.buyerPrices().keySet());
    List<Node> nodes = new ArrayList<>();
    for (ProductId id : products) {
      TreeSet<Place> places = new TreeSet<>();
      for (ByNode values : List.<ByNode>of(Snapshot::supply, PRODUCER, BUYER, Snapshot::demand)) {
        places.addAll(values.of(now).getOrDefault(id, Collections.emptySortedMap()).keySet());
      }
      places.forEach(place -> nodes.add(new Node(id, place)));
    }
    return nodes;
  }

  private record Arc(ProductId product, Place from, Place to) {
    double flow(Snapshot state) {
      return state
          .flows()
          .getOrDefault(product, Collections.emptySortedMap())
          .getOrDefault(from, Collections.emptySortedMap())
          .getOrDefault(to, 0.0);
    }
  }

  private static Table<Arc> flows(FileAnswer answer) {
    List<Snapshot> states = new ArrayList<>(List.of(answer.market()));
    answer.without().ifPresent(states::add);
    TreeSet<Arc> arcs =
        new TreeSet<>(
            Comparator.comparing(Arc::product).thenComparing(Arc::from).thenComparing(Arc::to));
    for (Snapshot state : states) {
      state
          .flows()
          .forEach((id, byOrigin) ->
              byOrigin.forEach((from, byDestination) ->
                  byDestination.keySet().forEach(to -> arcs.add(new Arc(id, from, to)))));
    }
    return Table.of("flows", "Flows", arcs)
        .digits(a -> DIGITS)
        .product("product", "product", Arc::product)
        .words("from", "from", a -> a.from().id())
        .words("to", "to", a -> a.to().id())
        .figure("quantity", "quantity", a -> a.flow(answer.market()))
        .figure("quantityBefore", "was", a -> before(answer, a::flow), NO_MEASURES);
  }

  private static Table<Leak> leaks(FileAnswer answer) {
    return Table.of("leaks", "Round a restriction", answer.equilibrium().listLeaks())
        .digits(leak -> DIGITS)
        .words("measure", "measure", Leak::measure)
        .product("product", "product", Leak::product)
        .words("via", "by way of", leak -> leak.via().id())
        .words("to", "to", leak -> leak.to().id())
        .figure("quantity", "quantity", Leak::tonnes)
        .ifAny();
  }

  private static OptionalDouble before(FileAnswer answer, ToDoubleFunction<Snapshot> value) {
    return answer
        .without()
        .map(state -> OptionalDouble.of(value.applyAsDouble(state)))
        .orElse(OptionalDouble.empty());
  }

  private static Table<String> levels(FileAnswer answer) {
    SortedMap<String, Double> levels = answer.market().levels();
    return Table.of("activities", "Activities", levels.keySet())
        .digits(a -> DIGITS)
        .words("activity", "activity", a -> a)
        .figure("level", "level", a -> levels.getOrDefault(a, 0.0))
        .figure(
            "levelBefore",
            "was",
            a -> before(answer, state -> state.levels().getOrDefault(a, 0.0)),
            NO_MEASURES);
  }

  private record Between(Arc arc, Snapshot.Wedge wedge) {}

  private static Table<Between> wedges(FileAnswer answer) {
    List<Between> rows = new ArrayList<>();
    answer
        .market()
        .wedges()
        .forEach((id, byOrigin) ->
            byOrigin.forEach((from, byDestination) ->
                byDestination.forEach(
                    (to, wedge) -> rows.add(new Between(new Arc(id, from, to), wedge)))));
    return Table.of("measures", "Between producer price and landed price, a unit", rows)
        .digits(b -> DIGITS)
        .product("product", "product", b -> b.arc().product())
        .words("from", "from", b -> b.arc().from().id())
        .words("to", "to", b -> b.arc().to().id())
        .figure("exportTax", "export tax", b -> b.wedge().exportTax())
        .figure("rent", "rent", b -> b.wedge().rent())
        .figure("duty", "duty", b -> b.wedge().duty())
        .figure("premium", "premium", b -> b.wedge().premium())
        .figure("levy", "levy", b -> b.wedge().levy());
  }

  private static Table<Map.Entry<Place, CountryWelfare>> welfare(FileAnswer answer) {
    return Table.of("welfare", "Gains and losses by the measures", answer.welfare().entrySet())
        .digits(e -> DIGITS)
        .words("node", "node", e -> e.getKey().id())
        .figure("consumerSurplus", "consumers", money(CountryWelfare::consumerSurplus))
        .figure("producerSurplus", "producers", money(CountryWelfare::producerSurplus))
        .figure("publicRevenue", "public", money(CountryWelfare::publicRevenue))
        .figure("exportRents", "export rents", money(CountryWelfare::exportRents))
        .figure("importRents", "import rents", money(CountryWelfare::importRents))
        .figure("routeSurplus", "routes", money(CountryWelfare::routeSurplus))
        .figure("stockGains", "stocks", money(CountryWelfare::stockGains))
        .figure("subsidies", "subsidies", money(CountryWelfare::subsidies))
        .figure("total", "total", money(CountryWelfare::total));
  }

  /** A sum of money, to the digits that the others leave it. */
  private static ToDoubleFunction<Map.Entry<Place, CountryWelfare>> money(
      ToDoubleFunction<CountryWelfare> part) {
    return entry -> {
      CountryWelfare of = entry.getValue();
      double largest =
          Math.max(
              Math.abs(of.consumerSurplus()),
              Math.max(Math.abs(of.producerSurplus()), Math.abs(of.publicRevenue())));
      return known(part.applyAsDouble(of), largest);
    };
  }

  /** Of all nodes, to the digits that theirs leave it. */
  private static double gain(FileAnswer answer) {
    double all = 0;
    double size = 0;
    for (CountryWelfare w : answer.welfare().values()) {
      all += w.total();
      size += Math.abs(w.consumerSurplus()) + Math.abs(w.producerSurplus());
    }
    return known(all, size);
  }

  /** A difference of sums, rounded where what is known of them ends. */
  static double known(double value, double size) {
    if (!(size > 0)) {
      return value;
    }
    int digits = (int) Math.ceil(StrictMath.log10(KNOWN * size));
    return BigDecimal.valueOf(value).setScale(-digits, RoundingMode.HALF_EVEN).doubleValue();
  }

  private static List<String> remarks(FileAnswer answer) {
    List<String> remarks = new ArrayList<>();
    if (answer.objective().value().isPresent()) {
      remarks.add(
          "Objective: "
              + Cell.number(answer.objective().value().getAsDouble(), 9)
              + (answer.objective().isFromReference()
                  ? ", use of constant elasticity counted from its reference quantity."
                  : ""));
    } else {
      remarks.add("No objective: " + answer.objective().missing() + ".");
    }
    if (!answer.welfare().isEmpty()) {
      remarks.add("All nodes together gain " + Cell.number(gain(answer), DIGITS) + ".");
    }
    for (Finding finding : answer.equilibrium().listFindings()) {
      remarks.add(
          finding.product() + ", " + finding.measure() + ": " + FindingWords.words(finding));
    }
    for (IdleMeasure idle : answer.idle()) {
      remarks.add("Measure " + idle.id() + " changes nothing: " + idle.detail() + ".");
    }
    if (!answer.market().variety().isEmpty()) {
      remarks.add(
          "Armington goods do not conserve quantities: variety is demand less what arrives, a gain,"
              + " or below 0 a loss.");
    }
    if (answer.market().isShort()) {
      remarks.add("Some use goes unserved: prices there are the choke, welfare is at least this.");
    }
    remarks.add(
        "Certificate: imbalance %.0e of trade, complementarity %.0e, %d bound violations"
            .formatted(
                answer.certificate().largestImbalance(),
                answer.certificate().largestComplementarity(),
                answer.certificate().boundViolations()));
    return remarks;
  }
}
