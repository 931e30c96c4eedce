package org.plimsoll.app.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.app.answer.Known;
import org.plimsoll.app.report.drawing.BarTable;
import org.plimsoll.app.report.drawing.IntervalBars;
import org.plimsoll.app.report.drawing.Sankey;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Group;
import org.plimsoll.app.report.markup.KeyFigures;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.page.Figure;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.DemandGrowth;
import org.plimsoll.model.trade.EndUse;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Price;
import org.plimsoll.model.trade.ProductVolume;
import org.plimsoll.model.trade.Production;

/** What the page about a material draws; each figure is left out where nothing is known. */
final class WorldFigures {
  private static final int GOODS = 12;

  /** One bar says no more than its number. */
  private static final int LEAST_BARS = 2;

  private static final double FOLD_BELOW = 0.015;
  private static final Group LARGEST = new Group("largest maker of a stage", Tone.ORANGE);

  private final WorldSubject subject;
  private final Evidence evidence;

  WorldFigures(WorldSubject subject) {
    this.subject = subject;
    this.evidence = subject.evidence();
  }

  /**
   * A few numbers to take away: output, its largest maker and the newest base price, by product.
   */
  List<Block> keys() {
    List<KeyFigures.Item> items = new ArrayList<>();
    for (Product product : subject.products()) {
      List<Production> made = made(product.id());
      if (!made.isEmpty()) {
        Num output =
            num(
                made.stream().mapToDouble(Production::tonnes).sum(),
                Unit.TONNES,
                Known.computed(
                    made.stream().map(Production::provenance).toList(), "sum over countries"));
        items.add(
            new KeyFigures.Item(
                product.name() + ": made",
                written(output, product),
                evidence.baseYear() + ", of " + product.basis()));
      }
      latest(product.id())
          .ifPresent(price ->
              items.add(
                  new KeyFigures.Item(
                      product.name() + ": price",
                      written(
                          Num.of(price.usdPerTonne(), unit(price), price.provenance()), product),
                      price.date()
                          + ", "
                          + price.location()
                          + (price.liquid() ? "" : "; no volume trades at it"))));
    }
    return items.isEmpty() ? List.of() : List.of(new KeyFigures(items));
  }

  private static Unit unit(Price price) {
    return price.usdPerTonne().central() >= 30_000 ? Unit.USD_PER_KG : Unit.USD_PER_TONNE;
  }

  private Num written(Num number, Product product) {
    return product.tier() == Tier.INDICATIVE ? number.writtenAs(Grade.C) : number;
  }

  private List<Production> made(ProductId product) {
    return evidence.productions().stream()
        .filter(p -> p.product().equals(product) && p.year() == evidence.baseYear())
        .toList();
  }

  private Optional<Price> latest(ProductId product) {
    return evidence.findBasePrice(product, "latest");
  }

  private static Num num(double value, Unit unit, Known known) {
    return Num.of(
        Interval.exactly(value), unit, known.grade(), known.status(), known.origin(), known.note());
  }

  /** From makers to users, stage by stage, as shares of each stage: bases differ between stages. */
  List<Block> chain() {
    List<Product> stages =
        subject.products().stream().filter(p -> !flows(p.id()).isEmpty()).toList();
    if (stages.isEmpty()) {
      return List.of();
    }
    List<String> heads = new ArrayList<>(stages.stream().map(Product::name).toList());
    heads.add("Use");
    List<Sankey.Link> links = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      links.addAll(links(i, stages.get(i)));
    }
    Sankey sankey =
        new Sankey(
            "From makers to users, " + evidence.baseYear(),
            heads,
            List.of(new Sankey.Panel("shares of each stage's tonnes", links)),
            Unit.PERCENT,
            groups(stages),
            names(),
            FOLD_BELOW);
    return List.of(
        Figure.of(
            sankey,
            "Each stage is 100%, since a stage is counted on its own basis. Countries below 1.5% of"
                + " a stage are folded into others; use at home is in."));
  }

  private List<Flow> flows(ProductId product) {
    return evidence.flows().stream()
        .filter(f -> f.product().equals(product) && f.year() == evidence.baseYear())
        .toList();
  }

  private List<Sankey.Link> links(int stage, Product product) {
    List<Flow> flows = flows(product.id());
    double all = flows.stream().mapToDouble(Flow::tonnes).sum();
    return flows.stream()
        .map(f ->
            new Sankey.Link(
                stage,
                f.exporter().alpha3(),
                f.importer().alpha3(),
                f.tonnes() / all,
                product.tier() == Tier.INDICATIVE ? Grade.C : f.provenance().grade()))
        .toList();
  }

  private SortedMap<String, Group> groups(List<Product> stages) {
    SortedMap<String, Group> groups = new TreeMap<>();
    for (Product stage : stages) {
      SortedMap<String, Double> made = new TreeMap<>();
      flows(stage.id()).forEach(f -> made.merge(f.exporter().alpha3(), f.tonnes(), Double::sum));
      made.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .ifPresent(largest -> groups.put(largest.getKey(), LARGEST));
    }
    return groups;
  }

  private SortedMap<String, String> names() {
    SortedMap<String, String> names = new TreeMap<>();
    evidence.countries().forEach(c -> names.put(c.code().alpha3(), c.name()));
    return names;
  }

  /** End uses of the main source, the largest first. */
  List<Block> endUses() {
    List<EndUse> main =
        evidence.endUses().stream()
            .filter(use -> use.isMain() && subject.commodities().contains(use.commodity()))
            .sorted(Comparator.comparingDouble(EndUse::share).reversed())
            .toList();
    if (main.size() < LEAST_BARS) {
      return List.of();
    }
    List<BarTable.Row> rows =
        main.stream()
            .map(use ->
                new BarTable.Row(
                    use.application(),
                    Num.of(use.share(), Unit.PERCENT, use.provenance()),
                    "sector " + use.sector()))
            .toList();
    SortedSet<String> areas = new TreeSet<>();
    main.forEach(use -> areas.add(WorldUseTables.area(use.area())));
    return List.of(
        Figure.of(
            new BarTable(
                "What it is used for: " + String.join(", ", areas),
                "use",
                "share",
                "NACE Rev. 2",
                Tone.BLUE,
                rows),
            ""));
  }

  /** What goods of the world, or of the places counted, hold in tonnes; the largest first. */
  List<Block> goods() {
    List<BarTable.Row> rows = new ArrayList<>();
    List<WorldUseTables.Held> all = new WorldUseTables(subject).held();
    String form = commonForm(all);
    for (WorldUseTables.Held held : all) {
      if (!held.bill().form().equals(form)) {
        continue;
      }
      for (ProductVolume count : held.counts()) {
        Known known = WorldUseTables.known(held.bill(), count);
        rows.add(
            new BarTable.Row(
                held.bill().good() + ", " + held.bill().component(),
                Num.of(
                    held.bill().tonnesIn(count),
                    Unit.TONNES,
                    known.grade(),
                    known.status(),
                    known.origin(),
                    known.note()),
                "%s, %s, %d"
                    .formatted(count.measure(), WorldUseTables.area(count.area()), count.year())));
      }
    }
    if (rows.size() < LEAST_BARS) {
      return List.of();
    }
    return List.of(
        Figure.of(
            new BarTable(
                "What goods hold of it, as " + form,
                "good",
                "tonnes a year",
                "counted",
                Tone.GREEN,
                rows.subList(0, Math.min(GOODS, rows.size()))),
            "Mass a unit times units, the most first; other forms are in the table. Rows overlap,"
                + " the parts of a car among them: they are not added."));
  }

  /** The form that most of the goods that are counted have: kilograms of one thing compare. */
  private static String commonForm(List<WorldUseTables.Held> all) {
    SortedMap<String, Integer> forms = new TreeMap<>();
    for (WorldUseTables.Held held : all) {
      if (!held.counts().isEmpty()) {
        forms.merge(held.bill().form(), 1, Integer::sum);
      }
    }
    return forms.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse("");
  }

  /** Demand of the farthest year that has an outlook of the world, by path. */
  List<Block> growth() {
    List<DemandGrowth> world =
        new WorldUseTables(subject)
            .listGrowth().stream().filter(g -> g.area().equals("*") && g.year() <= 2035).toList();
    int year = world.stream().mapToInt(DemandGrowth::year).max().orElse(0);
    List<IntervalBars.Bar> bars =
        world.stream()
            .filter(g -> g.year() == year)
            .map(g -> new IntervalBars.Bar(g.scenario(), g.multiple(), g.provenance().grade()))
            .toList();
    if (bars.size() < LEAST_BARS) {
      return List.of();
    }
    return List.of(
        Figure.of(
            new IntervalBars(
                "World demand in %d, as a multiple of %d"
                    .formatted(year, world.getFirst().baseYear()),
                Unit.NONE,
                IntervalBars.Kind.FROM_ORIGIN,
                1,
                "less",
                "more",
                bars),
            "Paths of scenarios, and our own range where nothing is published."));
  }
}
