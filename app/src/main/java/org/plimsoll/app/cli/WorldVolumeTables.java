package org.plimsoll.app.cli;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.cli.Answer.Column;
import org.plimsoll.app.cli.Answer.Table;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.MaterialBalance;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Production;
import org.plimsoll.planner.risk.Concentration;
import org.plimsoll.planner.risk.RiskTable;
import org.plimsoll.sources.reconcile.GradeShares;

/** Who makes, uses and ships the products of a page. */
final class WorldVolumeTables {
  /** Rows of each product that are shown one by one. */
  private static final int SHOWN = 8;

  private final WorldSubject subject;
  private final Evidence evidence;
  private final MaterialBalance balance;
  private final Map<ProductId, Concentration> makers = new TreeMap<>();

  WorldVolumeTables(WorldSubject subject) {
    this.subject = subject;
    this.evidence = subject.evidence();
    this.balance = MaterialBalance.ofBaseYear(evidence);
    RiskTable.of(evidence, List.of()).world().forEach(c -> makers.put(c.product(), c));
  }

  /** One line a product: the chain. */
  Table stages() {
    Answer.Builder rows =
        Table.of(
            "stages",
            "The chain, %d".formatted(evidence.baseYear()),
            new Column("product", "product"),
            new Column("tier", "tier"),
            new Column("outputTonnes", "output t"),
            new Column("basis", "of"),
            new Column("largestMaker", "largest maker"),
            new Column("largestMakerShare", "share"),
            new Column("hhi", "HHI"),
            new Column("largestUser", "largest user"),
            new Column("largestUserShare", "share"),
            new Column("tradedShare", "traded"),
            Column.hidden("hsCodes"),
            Column.hidden("storableForm"),
            Column.hidden("shelfLifeYears"),
            new Column("name", "name"));
    for (Product product : subject.products()) {
      Optional<Concentration> made = Optional.ofNullable(makers.get(product.id()));
      SortedMap<CountryCode, Taken> taken = taken(product.id());
      double used = taken.values().stream().mapToDouble(Taken::tonnes).sum();
      Optional<Map.Entry<CountryCode, Taken>> largest = largest(taken);
      int digits = subject.digits(product.id());
      rows.row(
          Known.computed(provenances(product.id(), Optional.empty()), "docs/method/risk.md"),
          Cell.words(product.id().toString()),
          Cell.words(product.tier().word()),
          made.<Cell>map(c -> new Cell.Figure(c.tonnes(), digits)).orElseGet(Cell.Nothing::new),
          Cell.words(product.basis()),
          Cell.words(made.map(Concentration::largest)),
          made.<Cell>map(c -> new Cell.Share(c.largestShare(), digits))
              .orElseGet(Cell.Nothing::new),
          made.map(c -> Cell.span(c.herfindahl(), digits)).orElseGet(Cell.Nothing::new),
          Cell.words(largest.map(Map.Entry::getKey)),
          largest
              .<Cell>map(e -> new Cell.Share(e.getValue().tonnes() / used, digits))
              .orElseGet(Cell.Nothing::new),
          product.isSolved() && made.isPresent()
              ? new Cell.Share(traded(product.id()) / made.get().tonnes(), digits)
              : new Cell.Nothing(),
          new Cell.Names(product.hsCodes()),
          Cell.words(product.storableForm()),
          Cell.figure(product.shelfLifeYears(), Cell.DIGITS),
          Cell.words(product.name()));
    }
    return rows.build();
  }

  private double traded(ProductId product) {
    return GradeShares.ofTrade(balance, product).tonnes();
  }

  private static Optional<Map.Entry<CountryCode, Taken>> largest(
      SortedMap<CountryCode, Taken> taken) {
    return taken.entrySet().stream().max(Comparator.comparingDouble(e -> e.getValue().tonnes()));
  }

  /** Output by country, the largest first. */
  Table makers() {
    Answer.Builder rows =
        Table.of(
            "makers",
            "Who makes it, %d".formatted(evidence.baseYear()),
            new Column("product", "product"),
            new Column("country", "country"),
            new Column("tonnes", "t"),
            new Column("share", "share"),
            new Column("worstGrade", "grade"),
            new Column("activities", "by"));
    for (ProductId product : subject.ids()) {
      Optional.ofNullable(makers.get(product)).ifPresent(made -> addMakers(rows, made));
    }
    return rows.build();
  }

  private void addMakers(Answer.Builder rows, Concentration made) {
    int digits = subject.digits(made.product());
    List<Map.Entry<CountryCode, Double>> order =
        made.shares().byCountry().entrySet().stream()
            .sorted(Map.Entry.<CountryCode, Double>comparingByValue().reversed())
            .toList();
    for (Map.Entry<CountryCode, Double> maker : head(order)) {
      List<Production> levels = levels(made.product(), maker.getKey());
      rows.row(
          Known.computed(
              levels.stream().map(Production::provenance).toList(),
              "output of the country, and as a share of the world's"),
          Cell.words(made.product().toString()),
          Cell.words(name(maker.getKey())),
          new Cell.Figure(maker.getValue() * made.tonnes(), digits),
          new Cell.Share(maker.getValue(), digits),
          Cell.words(levels.stream().map(l -> l.provenance().grade()).reduce((a, b) -> a.worse(b))),
          new Cell.Names(levels.stream().map(Production::activity).toList()));
    }
    double rest = tail(order).stream().mapToDouble(Map.Entry::getValue).sum();
    if (rest > 0) {
      rows.row(
          Known.computed(
              tail(order).stream()
                  .flatMap(e -> levels(made.product(), e.getKey()).stream())
                  .map(Production::provenance)
                  .toList(),
              "sum over the other countries"),
          Cell.words(made.product().toString()),
          Cell.words(tail(order).size() + " more"),
          new Cell.Figure(rest * made.tonnes(), digits),
          new Cell.Share(rest, digits),
          new Cell.Nothing(),
          new Cell.Nothing());
    }
  }

  private List<Production> levels(ProductId product, CountryCode country) {
    return evidence.productions().stream()
        .filter(l -> l.year() == evidence.baseYear() && l.country().equals(country))
        .filter(l -> activity(l).outputs().containsKey(product))
        .toList();
  }

  private Activity activity(Production level) {
    return evidence.getActivity(level.activity(), level.country());
  }

  /** What a country takes of a product, tonnes. */
  private record Taken(double inputs, double finalUse, double stockBuild) {
    double tonnes() {
      return inputs + finalUse + stockBuild;
    }

    Taken and(Taken other) {
      return new Taken(
          inputs + other.inputs, finalUse + other.finalUse, stockBuild + other.stockBuild);
    }
  }

  private SortedMap<CountryCode, Taken> taken(ProductId product) {
    SortedMap<CountryCode, Taken> taken = new TreeMap<>();
    balance
        .inputs(product)
        .forEach(a -> taken.merge(a.place(), new Taken(a.tonnes(), 0, 0), Taken::and));
    balance
        .finalUses(product)
        .forEach(a -> taken.merge(a.place(), new Taken(0, a.tonnes(), 0), Taken::and));
    balance
        .stockBuilds(product)
        .forEach(a -> taken.merge(a.place(), new Taken(0, 0, a.tonnes()), Taken::and));
    return taken;
  }

  /** Use by country, the largest first: inputs of the next stage, final use, stocks. */
  Table users() {
    Answer.Builder rows =
        Table.of(
            "users",
            "Who uses it, %d, at the place of first processing".formatted(evidence.baseYear()),
            new Column("product", "product"),
            new Column("country", "country"),
            new Column("tonnes", "t"),
            new Column("share", "share"),
            new Column("inputTonnes", "into next stage"),
            new Column("finalTonnes", "final use"),
            new Column("stockTonnes", "into stocks"));
    for (ProductId product : subject.ids()) {
      SortedMap<CountryCode, Taken> taken = taken(product);
      double all = taken.values().stream().mapToDouble(Taken::tonnes).sum();
      List<Map.Entry<CountryCode, Taken>> order =
          taken.entrySet().stream()
              .sorted(
                  Comparator.comparingDouble(
                          (Map.Entry<CountryCode, Taken> e) -> e.getValue().tonnes())
                      .reversed())
              .toList();
      for (Map.Entry<CountryCode, Taken> user : head(order)) {
        Known known = known(product, Set.of(user.getKey()));
        addUser(rows, known, product, name(user.getKey()), user.getValue(), all);
      }
      Set<CountryCode> others = tail(order).stream().map(Map.Entry::getKey).collect(toSet());
      tail(order).stream()
          .map(Map.Entry::getValue)
          .reduce(Taken::and)
          .ifPresent(rest ->
              addUser(rows, known(product, others), product, others.size() + " more", rest, all));
    }
    return rows.build();
  }

  private Known known(ProductId product, Set<CountryCode> countries) {
    return Known.computed(
        provenances(product, Optional.of(countries)), "inputs, final use and stocks added up");
  }

  /** Rows that say what is made and taken of a product, in these countries or in all. */
  private List<Provenance> provenances(ProductId product, Optional<Set<CountryCode>> countries) {
    List<MaterialBalance.Amount> amounts = new ArrayList<>(balance.taken(product));
    if (countries.isEmpty()) {
      amounts.addAll(balance.made(product));
    }
    return amounts.stream()
        .filter(a -> countries.map(c -> c.contains(a.place())).orElse(true))
        .map(MaterialBalance.Amount::provenance)
        .toList();
  }

  private void addUser(
      Answer.Builder rows, Known known, ProductId product, String who, Taken taken, double all) {
    int digits = subject.digits(product);
    rows.row(
        known,
        Cell.words(product.toString()),
        Cell.words(who),
        new Cell.Figure(taken.tonnes(), digits),
        new Cell.Share(taken.tonnes() / all, digits),
        positive(taken.inputs(), digits),
        positive(taken.finalUse(), digits),
        positive(taken.stockBuild(), digits));
  }

  private static Cell positive(double tonnes, int digits) {
    return tonnes > 0 ? new Cell.Figure(tonnes, digits) : new Cell.Nothing();
  }

  /** Flows between different countries, the largest first. */
  Table flows() {
    Answer.Builder rows =
        Table.of(
            "flows",
            "Main flows, %d, from maker to user".formatted(evidence.baseYear()),
            new Column("product", "product"),
            new Column("exporter", "from"),
            new Column("importer", "to"),
            new Column("tonnes", "t"),
            new Column("shareOfTrade", "of trade"),
            new Column("observedTonnes", "observed t"),
            new Column("grade", "grade"),
            new Column("note", "known from"));
    for (ProductId product : subject.ids()) {
      List<Flow> order =
          evidence.flows().stream()
              .filter(f -> f.product().equals(product) && f.year() == evidence.baseYear())
              .filter(f -> !f.exporter().equals(f.importer()))
              .sorted(Comparator.comparingDouble(Flow::tonnes).reversed())
              .toList();
      head(order).forEach(flow -> addFlow(rows, flow, traded(product)));
      double rest = tail(order).stream().mapToDouble(Flow::tonnes).sum();
      if (rest > 0) {
        int digits = subject.digits(product);
        rows.row(
            Known.computed(
                tail(order).stream().map(Flow::provenance).toList(), "sum over the other flows"),
            Cell.words(product.toString()),
            Cell.words(tail(order).size() + " more"),
            new Cell.Nothing(),
            new Cell.Figure(rest, digits),
            new Cell.Share(rest / traded(product), digits),
            new Cell.Nothing(),
            new Cell.Nothing(),
            new Cell.Nothing());
      }
    }
    return rows.build();
  }

  private void addFlow(Answer.Builder rows, Flow flow, double traded) {
    int digits = subject.digits(flow.product());
    String note = flow.provenance().note();
    rows.row(
        Known.of(flow.provenance()),
        Cell.words(flow.product().toString()),
        Cell.words(name(flow.exporter())),
        Cell.words(name(flow.importer())),
        new Cell.Figure(flow.tonnes(), digits),
        new Cell.Share(flow.tonnes() / traded, digits),
        Cell.figure(flow.observedTonnes(), digits),
        Cell.words(flow.provenance().grade().name()),
        Cell.words(note.isEmpty() ? flow.provenance().source().toString() : note));
  }

  private String name(CountryCode code) {
    return evidence.findCountry(code).map(c -> c.name()).orElse(code.alpha3());
  }

  /** The first rows; one more than are shown is shown as well, rather than as "1 more". */
  private static <T> List<T> head(List<T> order) {
    return order.size() <= SHOWN + 1 ? order : order.subList(0, SHOWN);
  }

  private static <T> List<T> tail(List<T> order) {
    return order.subList(head(order).size(), order.size());
  }
}
