package org.plimsoll.app.market;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Finding;
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

  private SolveText() {}

  public static Answer of(String name, FileAnswer answer, Optional<CaseSensitivities.Found> moved) {
    List<Table> tables = new ArrayList<>();
    tables.add(nodes(name, answer));
    tables.add(flows(answer));
    if (!answer.market().levels().isEmpty()) {
      tables.add(levels(answer));
    }
    if (!answer.market().wedges().isEmpty()) {
      tables.add(wedges(answer));
    }
    if (!answer.welfare().isEmpty()) {
      tables.add(welfare(answer));
    }
    List<String> remarks = remarks(answer);
    moved.ifPresent(found -> {
      found.goals().forEach((goal, its) -> tables.add(sensitivities(goal, its)));
      if (!found.leftOut().isEmpty()) {
        remarks.add(
            "Not found, since the market is not solved a little beside it: "
                + String.join(", ", found.leftOut()));
      }
    });
    return new Answer(new TreeMap<>(), tables, remarks);
  }

  /** Those that move the goal most as their figure changes by a part of it, first. */
  private static Table sensitivities(String goal, List<Sensitivity> its) {
    Answer.Builder table =
        Answer.Table.of(
            goal,
            "What moves %s, the largest first%s"
                .formatted(
                    goal, its.size() > SHOWN ? " (%d of %d)".formatted(SHOWN, its.size()) : ""),
            new Column("figure", "figure"),
            new Column("of", "of"),
            new Column("value", "value"),
            new Column("below", "a unit less"),
            new Column("above", "a unit more"));
    its.stream()
        .sorted(Comparator.comparingDouble((Sensitivity s) -> -weight(s)))
        .limit(SHOWN)
        .forEach(s ->
            table.row(
                Cell.words(s.name()),
                Cell.words(s.scope()),
                new Cell.Figure(s.value(), DIGITS),
                new Cell.Figure(s.below(), FEWER_DIGITS),
                new Cell.Figure(s.above(), FEWER_DIGITS)));
    return table.build();
  }

  private static double weight(Sensitivity s) {
    return Math.abs(s.value()) * Math.max(Math.abs(s.below()), Math.abs(s.above()));
  }

  /** A value of one state by product and node. */
  private interface ByNode {
    SortedMap<ProductId, SortedMap<Place, Double>> of(Snapshot state);
  }

  private static Cell cell(Snapshot state, ByNode values, ProductId id, Place place) {
    @Nullable Double value =
        values.of(state).getOrDefault(id, Collections.emptySortedMap()).get(place);
    return value == null ? new Cell.Nothing() : new Cell.Figure(value, DIGITS);
  }

  private static Cell before(FileAnswer answer, ByNode values, ProductId id, Place place) {
    return answer
        .without()
        .map(state -> cell(state, values, id, place))
        .orElseGet(Cell.Nothing::new);
  }

  private static Table nodes(String name, FileAnswer answer) {
    String title = name.isEmpty() ? "Prices and quantities" : name;
    Answer.Builder table =
        Answer.Table.of(
            "nodes",
            answer.without().isPresent() ? title + " (was: without the measures)" : title,
            new Column("product", "product"),
            new Column("node", "node"),
            new Column("producerPrice", "producer price"),
            new Column("producerPriceBefore", "was"),
            new Column("buyerPrice", "buyer price"),
            new Column("buyerPriceBefore", "was"),
            new Column("supply", "supply"),
            new Column("supplyBefore", "was"),
            new Column("demand", "demand"),
            new Column("demandBefore", "was"),
            new Column("unserved", "unserved"),
            new Column("variety", "variety"),
            new Column("varietyBefore", "was"));
    Snapshot now = answer.market();
    TreeSet<ProductId> products = new TreeSet<>(now.supply().keySet());
    products.addAll(now.buyerPrices().keySet());
    for (ProductId id : products) {
      TreeSet<Place> places = new TreeSet<>();
      for (ByNode values :
          List.<ByNode>of(
              Snapshot::supply,
              Snapshot::producerPrices,
              Snapshot::buyerPrices,
              Snapshot::demand)) {
        places.addAll(values.of(now).getOrDefault(id, Collections.emptySortedMap()).keySet());
      }
      for (Place place : places) {
        double unserved =
            now.unserved().getOrDefault(id, Collections.emptySortedMap()).getOrDefault(place, 0.0);
        table.row(
            Cell.words(id.toString()),
            Cell.words(place.id()),
            cell(now, Snapshot::producerPrices, id, place),
            before(answer, Snapshot::producerPrices, id, place),
            cell(now, Snapshot::buyerPrices, id, place),
            before(answer, Snapshot::buyerPrices, id, place),
            cell(now, Snapshot::supply, id, place),
            before(answer, Snapshot::supply, id, place),
            cell(now, Snapshot::demand, id, place),
            before(answer, Snapshot::demand, id, place),
            unserved > 0 ? new Cell.Figure(unserved, DIGITS) : new Cell.Nothing(),
            cell(now, Snapshot::variety, id, place),
            before(answer, Snapshot::variety, id, place));
      }
    }
    return table.build();
  }

  private static double flow(Snapshot state, ProductId id, Place from, Place to) {
    return state
        .flows()
        .getOrDefault(id, Collections.emptySortedMap())
        .getOrDefault(from, Collections.emptySortedMap())
        .getOrDefault(to, 0.0);
  }

  private static Table flows(FileAnswer answer) {
    Answer.Builder table =
        Answer.Table.of(
            "flows",
            "Flows",
            new Column("product", "product"),
            new Column("from", "from"),
            new Column("to", "to"),
            new Column("quantity", "quantity"),
            new Column("quantityBefore", "was"));
    List<Snapshot> states = new ArrayList<>(List.of(answer.market()));
    answer.without().ifPresent(states::add);
    TreeMap<ProductId, TreeMap<Place, TreeSet<Place>>> routes = new TreeMap<>();
    for (Snapshot state : states) {
      state
          .flows()
          .forEach((id, byOrigin) ->
              byOrigin.forEach((from, byDestination) ->
                  routes
                      .computeIfAbsent(id, product -> new TreeMap<>())
                      .computeIfAbsent(from, place -> new TreeSet<>())
                      .addAll(byDestination.keySet())));
    }
    routes.forEach((id, byOrigin) ->
        byOrigin.forEach((from, destinations) -> {
          for (Place to : destinations) {
            Cell was =
                answer
                    .without()
                    .<Cell>map(s -> new Cell.Figure(flow(s, id, from, to), DIGITS))
                    .orElseGet(Cell.Nothing::new);
            table.row(
                Cell.words(id.toString()),
                Cell.words(from.id()),
                Cell.words(to.id()),
                new Cell.Figure(flow(answer.market(), id, from, to), DIGITS),
                was);
          }
        }));
    return table.build();
  }

  private static Table levels(FileAnswer answer) {
    Answer.Builder table =
        Answer.Table.of(
            "activities",
            "Activities",
            new Column("activity", "activity"),
            new Column("level", "level"),
            new Column("levelBefore", "was"));
    answer
        .market()
        .levels()
        .forEach((activity, level) -> {
          Cell was =
              answer
                  .without()
                  .<Cell>map(s -> new Cell.Figure(s.levels().getOrDefault(activity, 0.0), DIGITS))
                  .orElseGet(Cell.Nothing::new);
          table.row(Cell.words(activity), new Cell.Figure(level, DIGITS), was);
        });
    return table.build();
  }

  private static Table wedges(FileAnswer answer) {
    Answer.Builder table =
        Answer.Table.of(
            "measures",
            "Between producer price and landed price, a unit",
            new Column("product", "product"),
            new Column("from", "from"),
            new Column("to", "to"),
            new Column("exportTax", "export tax"),
            new Column("rent", "rent"),
            new Column("duty", "duty"),
            new Column("premium", "premium"),
            new Column("levy", "levy"));
    answer
        .market()
        .wedges()
        .forEach((id, byOrigin) ->
            byOrigin.forEach((from, byDestination) ->
                byDestination.forEach((to, wedge) ->
                    table.row(
                        Cell.words(id.toString()),
                        Cell.words(from.id()),
                        Cell.words(to.id()),
                        new Cell.Figure(wedge.exportTax(), DIGITS),
                        new Cell.Figure(wedge.rent(), DIGITS),
                        new Cell.Figure(wedge.duty(), DIGITS),
                        new Cell.Figure(wedge.premium(), DIGITS),
                        new Cell.Figure(wedge.levy(), DIGITS)))));
    return table.build();
  }

  private static Table welfare(FileAnswer answer) {
    Answer.Builder table =
        Answer.Table.of(
            "welfare",
            "Gains and losses by the measures",
            new Column("node", "node"),
            new Column("consumerSurplus", "consumers"),
            new Column("producerSurplus", "producers"),
            new Column("publicRevenue", "public"),
            new Column("exportRents", "export rents"),
            new Column("importRents", "import rents"),
            new Column("routeSurplus", "routes"),
            new Column("stockGains", "stocks"),
            new Column("subsidies", "subsidies"),
            new Column("total", "total"));
    for (Map.Entry<Place, CountryWelfare> entry : answer.welfare().entrySet()) {
      CountryWelfare w = entry.getValue();
      table.row(
          Cell.words(entry.getKey().id()),
          money(w.consumerSurplus(), w),
          money(w.producerSurplus(), w),
          money(w.publicRevenue(), w),
          money(w.exportRents(), w),
          money(w.importRents(), w),
          money(w.routeSurplus(), w),
          money(w.stockGains(), w),
          money(w.subsidies(), w),
          money(w.total(), w));
    }
    return table.build();
  }

  /** A sum of money; nothing where it is the noise of the others. */
  private static Cell money(double value, CountryWelfare of) {
    double largest =
        Math.max(
            Math.abs(of.consumerSurplus()),
            Math.max(Math.abs(of.producerSurplus()), Math.abs(of.publicRevenue())));
    return new Cell.Figure(Math.abs(value) < 1e-9 * largest ? 0 : value, DIGITS);
  }

  /** Of all nodes; nothing where it is the noise of theirs. */
  private static double gain(FileAnswer answer) {
    double all = 0;
    double size = 0;
    for (CountryWelfare w : answer.welfare().values()) {
      all += w.total();
      size += Math.abs(w.consumerSurplus()) + Math.abs(w.producerSurplus());
    }
    return Math.abs(all) < 1e-9 * size ? 0 : all;
  }

  private static List<String> remarks(FileAnswer answer) {
    List<String> remarks = new ArrayList<>();
    if (answer.objective().value().isPresent()) {
      remarks.add("Objective: " + Cell.number(answer.objective().value().getAsDouble(), 9));
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
    for (IdleMeasure idle : answer.equilibrium().listIdleMeasures()) {
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
