package org.plimsoll.app.world;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.answer.Table;
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

  private static final String OF_ONE = "output of the country, and as a share of the world's";
  private static final String NO_OUTPUT = "no output known";

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

  /** A product with what is made and taken of it. */
  private record Stage(
      Product product,
      Optional<Concentration> made,
      double usedTonnes,
      Optional<Map.Entry<CountryCode, Taken>> largest) {
    OptionalDouble ofMade(ToDoubleFunction<Concentration> figure) {
      return made.map(c -> OptionalDouble.of(figure.applyAsDouble(c)))
          .orElse(OptionalDouble.empty());
    }
  }

  private Stage stage(Product product) {
    SortedMap<CountryCode, Taken> taken = taken(product.id());
    return new Stage(
        product,
        Optional.ofNullable(makers.get(product.id())),
        taken.values().stream().mapToDouble(Taken::tonnes).sum(),
        largest(taken));
  }

  /** One line a product: the chain. */
  Table<?> stages() {
    return Table.of(
            "stages",
            "The chain, %d".formatted(evidence.baseYear()),
            subject.products().stream().map(this::stage).toList())
        .digits(s -> subject.digits(s.product().id()))
        .knownAs(s ->
            Known.computed(provenances(s.product().id(), Optional.empty()), "docs/method/risk.md"))
        .product("product", "product", s -> s.product().id())
        .words("tier", "tier", s -> s.product().tier().word())
        .figure("outputTonnes", "output t", s -> s.ofMade(Concentration::tonnes), NO_OUTPUT)
        .words("basis", "of", s -> s.product().basis())
        .country("largestMaker", "largest maker", s -> s.made().map(Concentration::largest))
        .share("largestMakerShare", "share", s -> s.ofMade(Concentration::largestShare), NO_OUTPUT)
        .spanIfAny("hhi", "HHI", s -> s.made().map(Concentration::herfindahl))
        .country("largestUser", "largest user", s -> s.largest().map(Map.Entry::getKey))
        .share(
            "largestUserShare",
            "share",
            s ->
                s.largest()
                    .map(e -> OptionalDouble.of(e.getValue().tonnes() / s.usedTonnes()))
                    .orElse(OptionalDouble.empty()),
            "no use known")
        .share(
            "tradedShare",
            "traded",
            s ->
                s.product().isSolved()
                    ? s.ofMade(made -> traded(s.product().id()) / made.tonnes())
                    : OptionalDouble.empty(),
            "not balanced")
        .names("hsCodes", "", s -> s.product().hsCodes())
        .words("storableForm", "", s -> s.product().storableForm())
        .figure("shelfLifeYears", "", s -> s.product().shelfLifeYears(), "no limit known")
        .words("name", "name", s -> s.product().name());
  }

  private double traded(ProductId product) {
    return GradeShares.ofTrade(balance, product).tonnes();
  }

  private static Optional<Map.Entry<CountryCode, Taken>> largest(
      SortedMap<CountryCode, Taken> taken) {
    return taken.entrySet().stream().max(Comparator.comparingDouble(e -> e.getValue().tonnes()));
  }

  /** A maker, or the others together. */
  private record Maker(
      ProductId product,
      String who,
      double share,
      double tonnes,
      List<Production> levels,
      String how) {
    boolean isOne() {
      return how.equals(OF_ONE);
    }
  }

  /** Output by country, the largest first, with the worst grade and the activities. */
  Table<?> makers() {
    List<Maker> rows = new ArrayList<>();
    for (ProductId product : subject.ids()) {
      Optional.ofNullable(makers.get(product)).ifPresent(made -> rows.addAll(makers(made)));
    }
    return Table.of("makers", "Who makes it, %d".formatted(evidence.baseYear()), rows)
        .digits(m -> subject.digits(m.product()))
        .knownAs(
            m -> Known.computed(m.levels().stream().map(Production::provenance).toList(), m.how()))
        .product("product", "product", Maker::product)
        .words("country", "country", Maker::who)
        .figure("tonnes", "t", Maker::tonnes)
        .share("share", "share", Maker::share)
        .words(
            "grade",
            "grade",
            m -> m.levels().stream().map(l -> l.provenance().grade()).reduce((a, b) -> a.worse(b)))
        .names(
            "activities",
            "by",
            m -> m.isOne() ? m.levels().stream().map(Production::activity).toList() : List.of());
  }

  private List<Maker> makers(Concentration made) {
    List<Map.Entry<CountryCode, Double>> order =
        made.shares().byCountry().entrySet().stream()
            .sorted(Map.Entry.<CountryCode, Double>comparingByValue().reversed())
            .toList();
    List<Maker> rows = new ArrayList<>();
    for (Map.Entry<CountryCode, Double> maker : head(order)) {
      rows.add(
          new Maker(
              made.product(),
              name(maker.getKey()),
              maker.getValue(),
              maker.getValue() * made.tonnes(),
              levels(made.product(), maker.getKey()),
              OF_ONE));
    }
    double rest = tail(order).stream().mapToDouble(Map.Entry::getValue).sum();
    if (rest > 0) {
      rows.add(
          new Maker(
              made.product(),
              tail(order).size() + " more",
              rest,
              rest * made.tonnes(),
              tail(order).stream()
                  .flatMap(e -> levels(made.product(), e.getKey()).stream())
                  .toList(),
              "sum over the other countries"));
    }
    return rows;
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

  /** A user, or the others together. */
  private record User(
      ProductId product, String who, Set<CountryCode> countries, Taken taken, double allTonnes) {}

  /** Use by country, the largest first: inputs of the next stage, final use, stocks. */
  Table<?> users() {
    return Table.of(
            "users",
            "Who uses it, %d, at the place of first processing".formatted(evidence.baseYear()),
            subject.ids().stream().flatMap(product -> users(product).stream()).toList())
        .digits(u -> subject.digits(u.product()))
        .knownAs(u -> known(u.product(), u.countries()))
        .product("product", "product", User::product)
        .words("country", "country", User::who)
        .figure("tonnes", "t", u -> u.taken().tonnes())
        .share("share", "share", u -> u.taken().tonnes() / u.allTonnes())
        .figure("inputTonnes", "into next stage", u -> positive(u.taken().inputs()), "none")
        .figure("finalTonnes", "final use", u -> positive(u.taken().finalUse()), "none")
        .figure("stockTonnes", "into stocks", u -> positive(u.taken().stockBuild()), "none");
  }

  private List<User> users(ProductId product) {
    SortedMap<CountryCode, Taken> taken = taken(product);
    double all = taken.values().stream().mapToDouble(Taken::tonnes).sum();
    List<Map.Entry<CountryCode, Taken>> order =
        taken.entrySet().stream()
            .sorted(
                Comparator.comparingDouble(
                        (Map.Entry<CountryCode, Taken> e) -> e.getValue().tonnes())
                    .reversed())
            .toList();
    List<User> rows = new ArrayList<>();
    for (Map.Entry<CountryCode, Taken> e : head(order)) {
      rows.add(new User(product, name(e.getKey()), Set.of(e.getKey()), e.getValue(), all));
    }
    Set<CountryCode> others = tail(order).stream().map(Map.Entry::getKey).collect(toSet());
    tail(order).stream()
        .map(Map.Entry::getValue)
        .reduce(Taken::and)
        .ifPresent(rest -> rows.add(new User(product, others.size() + " more", others, rest, all)));
    return rows;
  }

  private static OptionalDouble positive(double tonnes) {
    return tonnes > 0 ? OptionalDouble.of(tonnes) : OptionalDouble.empty();
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

  /** A flow, or the others together. */
  private record Shipped(ProductId product, List<Flow> flows, double tradedTonnes) {
    double tonnes() {
      return flows.stream().mapToDouble(Flow::tonnes).sum();
    }

    Optional<Flow> one() {
      return flows.size() == 1 ? Optional.of(flows.getFirst()) : Optional.empty();
    }

    Known known() {
      return one()
          .map(flow -> Known.of(flow.provenance()))
          .orElseGet(() ->
              Known.computed(
                  flows.stream().map(Flow::provenance).toList(), "sum over the other flows"));
    }

    String note() {
      Optional<Provenance> its = one().map(Flow::provenance);
      String note = its.map(Provenance::note).orElse("");
      return note.isEmpty() ? its.map(p -> p.source().toString()).orElse("") : note;
    }
  }

  /** Flows between different countries, the largest first. */
  Table<?> flows() {
    return Table.of(
            "flows",
            "Main flows, %d, from maker to user".formatted(evidence.baseYear()),
            subject.ids().stream().flatMap(product -> shipped(product).stream()).toList())
        .digits(s -> subject.digits(s.product()))
        .knownAs(Shipped::known)
        .product("product", "product", Shipped::product)
        .words(
            "exporter",
            "from",
            s -> s.one().map(f -> name(f.exporter())).orElse(s.flows().size() + " more"))
        .words("importer", "to", s -> s.one().map(f -> name(f.importer())).orElse("others"))
        .figure("tonnes", "t", Shipped::tonnes)
        .share("shareOfTrade", "of trade", s -> s.tonnes() / s.tradedTonnes())
        .figure(
            "observedTonnes",
            "observed t",
            s -> s.one().map(Flow::observedTonnes).orElse(OptionalDouble.empty()),
            "not observed")
        .words("grade", "grade", s -> s.known().grade())
        .words("note", "known from", Shipped::note);
  }

  private List<Shipped> shipped(ProductId product) {
    List<Flow> order =
        evidence.flows().stream()
            .filter(f -> f.product().equals(product) && f.year() == evidence.baseYear())
            .filter(f -> !f.exporter().equals(f.importer()))
            .sorted(Comparator.comparingDouble(Flow::tonnes).reversed())
            .toList();
    double traded = traded(product);
    List<Shipped> rows = new ArrayList<>();
    head(order).forEach(flow -> rows.add(new Shipped(product, List.of(flow), traded)));
    Shipped rest = new Shipped(product, tail(order), traded);
    if (rest.tonnes() > 0) {
      rows.add(rest);
    }
    return rows;
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
