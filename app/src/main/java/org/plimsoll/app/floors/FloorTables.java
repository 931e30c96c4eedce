package org.plimsoll.app.floors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.trade.BillOfMaterials;
import org.plimsoll.planner.floors.FloorMarket;
import org.plimsoll.planner.floors.Gains;
import org.plimsoll.planner.floors.Instruments;
import org.plimsoll.planner.floors.JointFloors;
import org.plimsoll.planner.market.answer.Equilibrium;

/**
 * What is said of floors, in tables. Prices are USD a kilogram of content, money USD million a year
 * over the market without a floor; a gain is positive.
 */
final class FloorTables {
  private static final double KG = 1_000;
  private static final double MILLION = 1e6;
  private static final String NO_MAKER = "no maker";
  private static final String NONE = "none";

  private final FloorGround ground;
  private final FloorMarket market;
  private final ProductId product;
  private final Equilibrium before;

  FloorTables(FloorGround ground, Equilibrium before) {
    this.ground = ground;
    market = ground.market();
    product = ground.product();
    this.before = before;
  }

  /** To four significant digits. */
  static String number(double value) {
    return Cell.number(value, 4);
  }

  /** A floor that was tried, and the market under it. */
  record Trial(String label, OptionalDouble floor, Equilibrium solved) {}

  private static OptionalDouble kg(OptionalDouble usdPerTonne) {
    return usdPerTonne.isPresent()
        ? OptionalDouble.of(usdPerTonne.getAsDouble() / KG)
        : OptionalDouble.empty();
  }

  private Gains gains(Equilibrium solved) {
    return Gains.of(solved.welfare(before), market.members());
  }

  /** Parts of ΔW of the members, and their sum. */
  private <R> Table<R> withGains(Table<R> table, Function<R, Equilibrium> of) {
    return table
        .figure("usersUsdMillion", "users", row -> million(gains(of.apply(row)), Gains::users))
        .figure("makersUsdMillion", "makers", row -> million(gains(of.apply(row)), Gains::makers))
        .figure(
            "treasuryUsdMillion", "treasury", row -> million(gains(of.apply(row)), Gains::treasury))
        .figure("rentsUsdMillion", "rents", row -> million(gains(of.apply(row)), Gains::rents))
        .figure("stocksUsdMillion", "stocks", row -> million(gains(of.apply(row)), Gains::stocks))
        .figure("membersUsdMillion", "members", row -> million(gains(of.apply(row)), Gains::whole));
  }

  /** Below a dollar is rounding. */
  private static double million(Gains gains, ToDoubleFunction<Gains> part) {
    double usd = part.applyAsDouble(gains);
    return Math.abs(usd) < 1 ? 0 : usd / MILLION;
  }

  /** Floors one under the other. */
  Table<Trial> trials(List<Trial> trials) {
    return columns(
        Table.of(
                "floors",
                "Without a floor and with it: prices in USD/kg, gains in USD million a year",
                trials)
            .words("what", "what", Trial::label));
  }

  /** Nine levels. */
  Table<Trial> sweep(List<Trial> trials) {
    return columns(
        Table.of(
            "sweep",
            "Floors at nine levels: prices in USD/kg, gains in USD million a year",
            trials));
  }

  private Table<Trial> columns(Table<Trial> table) {
    Table<Trial> prices =
        table
            .digits(row -> 4)
            .figure("floorUsdPerKg", "floor USD/kg", row -> kg(row.floor()), NONE)
            .figure("paidUsdPerKg", "paid", row -> kg(market.paid(row.solved(), product)), NO_MAKER)
            .words("verdict", "verdict", this::verdict)
            .figure("levyUsdPerKg", "levy", row -> market.largestLevy(row.solved(), product) / KG)
            .digits(row -> Cell.DIGITS);
    return withGains(prices, Trial::solved)
        .figure("outputTonnes", "members make t", row -> market.output(row.solved(), product))
        .figure("useTonnes", "use t", row -> market.use(row.solved(), product))
        .share(
            "firstSupplierShare",
            "first supplier",
            row -> market.firstShare(row.solved(), product),
            "no use");
  }

  private Optional<String> verdict(Trial trial) {
    return trial.floor().isPresent()
        ? Optional.of(market.verdict(trial.solved(), product, trial.floor().getAsDouble()).word())
        : Optional.empty();
  }

  /** Instruments at equal effect. */
  Table<?> instruments(List<Instruments.Instrument> instruments) {
    record Row(Instruments.Instrument its, Equilibrium solved) {}
    List<Row> rows = new ArrayList<>();
    for (Instruments.Instrument its : instruments) {
      rows.add(new Row(its, its.solved().orElse(before)));
    }
    Table<Row> table =
        Table.of(
                "instruments",
                "Instruments with which the members' worst paid maker gets the same: gains in USD"
                    + " million a year",
                rows)
            .words("instrument", "instrument", row -> row.its().kind().words())
            .digits(row -> 4)
            .cell("setting", "setting", Kind.NUMBER, row -> setting(row.its()))
            .words("unit", "unit", row -> unit(row.its().kind()))
            .digits(row -> Cell.DIGITS)
            .flag("works", "found", row -> row.its().solved().isPresent());
    return withGains(table, Row::solved)
        .figure("outputTonnes", "members make t", row -> market.output(row.solved(), product))
        .share(
            "nextUseChange",
            "next stage's use",
            row -> change(inputUse(before), inputUse(row.solved())),
            "no next stage");
  }

  private static Cell setting(Instruments.Instrument its) {
    if (its.setting().isEmpty()) {
      return new Cell.Missing("none does it");
    }
    double value = its.setting().getAsDouble();
    return its.kind().unit().equals("USD/t")
        ? new Cell.Figure(value / KG, 4)
        : its.kind().unit().equals("1") ? new Cell.Share(value, 3) : new Cell.Figure(value, 4);
  }

  private static String unit(Instruments.Kind kind) {
    return kind.unit().equals("USD/t") ? "USD/kg" : kind.unit();
  }

  private double inputUse(Equilibrium solved) {
    return market.members().stream().mapToDouble(c -> solved.inputUse(product, c)).sum();
  }

  private static OptionalDouble change(double from, double to) {
    return from > 0 ? OptionalDouble.of(to / from - 1) : OptionalDouble.empty();
  }

  /** The chain under the first floor alone, and under all. */
  Table<?> chain(List<ProductId> stages, JointFloors.Joint joint) {
    record Row(
        String what,
        OptionalDouble floor,
        ToDoubleFunction<Equilibrium> output,
        ToDoubleFunction<Equilibrium> imports,
        OptionalDouble rise,
        OptionalDouble protection) {}
    List<Row> rows = new ArrayList<>();
    for (ProductId stage : stages) {
      rows.add(
          new Row(
              stage.toString(),
              Optional.ofNullable(joint.usdPerTonne().get(stage))
                  .map(usd -> OptionalDouble.of(usd / KG))
                  .orElse(OptionalDouble.empty()),
              solved -> market.output(solved, stage),
              solved -> solved.imports(stage, market.members()),
              rise(stage, joint.all()),
              protection(stage, joint.all())));
    }
    for (Activity scrap : ground.evidence().activities()) {
      if (scrap.isRecycling() && scrap.scope().isEmpty() && stages.contains(scrap.primary())) {
        rows.add(
            new Row(
                scrap.primary() + " from scrap",
                OptionalDouble.empty(),
                solved ->
                    market.members().stream().mapToDouble(c -> solved.output(scrap.id(), c)).sum(),
                solved -> 0,
                OptionalDouble.empty(),
                OptionalDouble.empty()));
      }
    }
    return Table.of("chain", "Floors along the chain: no stage's output falls", rows)
        .words("stage", "stage", Row::what)
        .digits(row -> 4)
        .figure("floorUsdPerKg", "floor USD/kg", Row::floor, NONE)
        .digits(row -> Cell.DIGITS)
        .figure("outputBeforeTonnes", "members make t", row -> row.output().applyAsDouble(before))
        .figure(
            "outputFirstTonnes",
            "first floor alone",
            row -> row.output().applyAsDouble(joint.first()))
        .figure("outputAllTonnes", "all floors", row -> row.output().applyAsDouble(joint.all()))
        .figure("importsBeforeTonnes", "import t", row -> row.imports().applyAsDouble(before))
        .figure(
            "importsFirstTonnes",
            "first floor alone",
            row -> row.imports().applyAsDouble(joint.first()))
        .figure("importsAllTonnes", "all floors", row -> row.imports().applyAsDouble(joint.all()))
        .share("priceRise", "price", Row::rise, NONE)
        .share("effectiveProtection", "effective protection", Row::protection, "no value added");
  }

  /** By how much the alliance's price rises. */
  private OptionalDouble rise(ProductId stage, Equilibrium solved) {
    OptionalDouble from = before.deliveredPrice(stage, market.members());
    OptionalDouble to = solved.deliveredPrice(stage, market.members());
    return from.isPresent() && to.isPresent()
        ? change(from.getAsDouble(), to.getAsDouble())
        : OptionalDouble.empty();
  }

  /** Corden: (t_j − Σ a_ij t_i) ÷ (1 − Σ a_ij), a by value at the prices without floors. */
  private OptionalDouble protection(ProductId stage, Equilibrium solved) {
    OptionalDouble own = rise(stage, solved);
    OptionalDouble price = before.deliveredPrice(stage, market.members());
    Optional<Activity> made =
        ground.evidence().activities().stream()
            .filter(its -> its.primary().equals(stage) && !its.inputs().isEmpty())
            .findFirst();
    if (own.isEmpty() || price.isEmpty() || made.isEmpty()) {
      return OptionalDouble.empty();
    }
    double shares = 0;
    double rises = 0;
    for (Map.Entry<ProductId, Double> input : made.get().inputs().entrySet()) {
      OptionalDouble paid = before.deliveredPrice(input.getKey(), market.members());
      if (paid.isPresent()) {
        double share = input.getValue() * paid.getAsDouble() / price.getAsDouble();
        shares += share;
        rises += share * rise(input.getKey(), solved).orElse(0);
      }
    }
    return shares < 1
        ? OptionalDouble.of((own.getAsDouble() - rises) / (1 - shares))
        : OptionalDouble.empty();
  }

  /** Who pays for the first floor alone, and for all. */
  Table<?> chainGains(JointFloors.Joint joint) {
    record Row(String what, Equilibrium solved) {}
    return withGains(
        Table.of(
                "chainGains",
                "Who gains and who pays: USD million a year over no floor",
                List.of(
                    new Row("first floor alone", joint.first()),
                    new Row("all floors", joint.all())))
            .words("what", "floors", Row::what),
        Row::solved);
  }

  private record Bill(BillOfMaterials row, ProductId at, double riseUsdPerTonne) {
    Interval usd() {
      double perKg = riseUsdPerTonne / KG;
      return perKg >= 0
          ? row.kilograms().times(perKg)
          : new Interval(
              row.kilograms().high() * perKg,
              row.kilograms().central() * perKg,
              row.kilograms().low() * perKg);
    }
  }

  /**
   * Who pays in the end, counted once: at the last modelled stage before the good. Rows of one good
   * are sources beside one another, not parts.
   *
   * @param under which floors, in words
   */
  Table<?> goods(Equilibrium solved, String under) {
    ProductId last = ground.downstream().getLast();
    OptionalDouble from = before.deliveredPrice(last, market.members());
    OptionalDouble to = solved.deliveredPrice(last, market.members());
    List<Bill> bills = new ArrayList<>();
    if (from.isPresent() && to.isPresent()) {
      for (BillOfMaterials row : ground.evidence().inUse().bills()) {
        if (row.commodity().equals(last.commodity()) && isCountedIn(row.form(), last)) {
          bills.add(new Bill(row, last, to.getAsDouble() - from.getAsDouble()));
        }
      }
    }
    return Table.of(
            "goods",
            "Who pays per finished product under %s: kilograms × rise of the price of %s"
                .formatted(under, last),
            bills)
        .words("good", "good", bill -> bill.row().good())
        .words("component", "component", bill -> bill.row().component())
        .range("kilograms", "kg", bill -> bill.row().kilograms())
        .figure("riseUsdPerKg", "USD/kg more", bill -> bill.riseUsdPerTonne() / KG)
        .range("usd", "USD more", Bill::usd)
        .words("unit", "a", bill -> bill.row().unit())
        .knownQuietly(bill -> bill.row().provenance());
  }

  /** Whether a bill counts what a tonne of the product is a tonne of. */
  private boolean isCountedIn(String form, ProductId last) {
    String basis = ground.evidence().getProduct(last).basis();
    return switch (form) {
      case "NdFeB magnet" -> last.stage().equals("magnet");
      case "graphite" -> last.equals(new ProductId("graphite", "anode"));
      case "element" ->
          ground.evidence().commodities().stream()
              .anyMatch(its -> its.id().equals(last.commodity()) && its.symbol().equals(basis));
      default -> false;
    };
  }

  /** A market without the floor and with it. */
  record Situation(String what, Equilibrium without, Equilibrium held) {}

  /**
   * The floor in each situation, and whether a trigger suspends it.
   *
   * @param trigger price in the alliance without the floor, USD a tonne; empty for none
   */
  Table<Situation> suspension(List<Situation> situations, OptionalDouble trigger) {
    List<CountryCode> members = List.copyOf(market.members());
    return Table.of(
            "suspension",
            "The floor today and in a stop, and whether it is suspended there",
            situations)
        .words("situation", "situation", Situation::what)
        .figure(
            "withoutUsdPerKg",
            "price without it",
            row -> kg(row.without().deliveredPrice(product, members)),
            "no buyer")
        .figure(
            "withUsdPerKg",
            "with it",
            row -> kg(row.held().deliveredPrice(product, members)),
            "no buyer")
        .figure("triggerUsdPerKg", "trigger", row -> kg(trigger), NONE)
        .cell("isSuspended", "suspended", Kind.BOOLEAN, row -> suspended(row, trigger))
        .figure(
            "usersUsdMillion",
            "users if it stays",
            row -> Gains.of(row.held().welfare(row.without()), members).users() / MILLION)
        .figure(
            "membersUsdMillion",
            "members if it stays",
            row -> Gains.of(row.held().welfare(row.without()), members).whole() / MILLION);
  }

  private Cell suspended(Situation row, OptionalDouble trigger) {
    OptionalDouble price = row.without().deliveredPrice(product, market.members());
    return trigger.isEmpty() || price.isEmpty()
        ? new Cell.Missing("no trigger")
        : new Cell.Truth(price.getAsDouble() > trigger.getAsDouble());
  }
}
