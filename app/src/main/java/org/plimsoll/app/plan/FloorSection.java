package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.report.drawing.BarTable;
import org.plimsoll.app.report.drawing.PriceLadder;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Note;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Subheading;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.planner.plan.ActionPlan.CountryFigure;
import org.plimsoll.planner.plan.ActionPlan.Floor;
import org.plimsoll.planner.plan.ActionPlan.FloorAt;
import org.plimsoll.planner.plan.Figure;

/** Price floors: which bind at which prices, what they do, and who pays. */
record FloorSection(Wording words) {
  private static final int PAYERS = 24;
  private static final int LADDERS = 6;

  Section section() {
    List<Floor> floors = words.plan().floors();
    if (floors.isEmpty()) {
      return Section.of(
          "floors",
          "Price floors",
          Paragraph.text("The plan has no floor: none is reported and none could be computed."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.addAll(disagreement(floors));
    blocks.add(
        Paragraph.text(
            "A floor is kept by a levy that fills the gap between the price at the border and the"
                + " floor. It is reported where a source says so, and proposed where this program"
                + " computed it and nobody has announced it. It binds where imports would land"
                + " below it, is idle where they land above it anyway, and is broken where members"
                + " import too little for a levy to hold it."));
    for (String vintage : vintages(floors)) {
      blocks.addAll(drawn(vintage, floors));
    }
    blocks.add(prices(floors));
    blocks.add(effects(floors));
    blocks.addAll(payers(floors));
    blocks.addAll(findings(floors));
    return new Section("floors", "Price floors", blocks);
  }

  /** Said first: at which prices one looks decides what a floor does. */
  private List<Block> disagreement(List<Floor> floors) {
    List<Block> blocks = new ArrayList<>();
    for (Floor floor : floors) {
      if (floor.vintages().stream().map(FloorAt::verdict).distinct().count() > 1) {
        List<String> parts =
            floor.vintages().stream()
                .map(at -> "at " + FloorWords.vintage(at.vintage()) + " prices it " + it(at))
                .toList();
        blocks.add(
            Note.of(
                "The verdict on the floor for " + floor.name() + " depends on the price",
                Inline.text(
                    Wording.capital(String.join("; ", parts))
                        + ". Which one holds depends on where prices go.")));
      }
    }
    return blocks;
  }

  private static String it(FloorAt at) {
    return switch (at.verdict()) {
      case "idle" -> "is idle";
      case "broken" -> "is broken";
      default -> at.verdict();
    };
  }

  private static List<String> vintages(List<Floor> floors) {
    return floors.stream()
        .flatMap(floor -> floor.vintages().stream())
        .map(FloorAt::vintage)
        .distinct()
        .toList();
  }

  /** The ladders of a vintage, as many to a drawing as a printed page takes. */
  private List<Block> drawn(String vintage, List<Floor> floors) {
    List<PriceLadder.Ladder> ladders =
        lines(floors).stream()
            .filter(line -> line.at().vintage().equals(vintage))
            .flatMap(line -> ladder(line.floor(), line.at()).stream())
            .toList();
    List<Block> blocks = new ArrayList<>();
    int drawings = Math.ceilDiv(ladders.size(), LADDERS);
    int each = drawings == 0 ? LADDERS : Math.ceilDiv(ladders.size(), drawings);
    for (int from = 0; from < ladders.size(); from += each) {
      List<PriceLadder.Ladder> some = ladders.subList(from, Math.min(ladders.size(), from + each));
      String more = from == 0 ? "" : ", continued";
      blocks.add(
          Wording.figure(
              new PriceLadder(
                  "Floors against " + FloorWords.vintage(vintage) + " prices" + more, true, some),
              from > 0
                  ? ""
                  : "Logarithmic axes. Inside: what users in the alliance pay on average,"
                      + " delivered. Outside: what all others pay."));
    }
    return blocks;
  }

  private Optional<PriceLadder.Ladder> ladder(Floor floor, FloorAt at) {
    List<PriceLadder.Floor> marks =
        floor.price().central() > 0
            ? List.of(new PriceLadder.Floor(floor.price().central(), floor.status()))
            : List.of();
    Optional<PriceLadder.Rung> base = rung(at.basePrice(), floor);
    if (marks.isEmpty() && base.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PriceLadder.Ladder(
            floor.name(),
            unit(floor),
            base,
            at.inside().flatMap(price -> rung(price, floor)),
            at.outside().flatMap(price -> rung(price, floor)),
            marks,
            floor.incentive().flatMap(price -> rung(price, floor))));
  }

  /** A price on the ladder; none where it is not above 0, as where nobody buys. */
  private Optional<PriceLadder.Rung> rung(Figure price, Floor floor) {
    return price.value().low() > 0
        ? Optional.of(new PriceLadder.Rung(price.value(), words.drawn(price, floor.product())))
        : Optional.empty();
  }

  private static Unit unit(Floor floor) {
    List<Figure> prices = new ArrayList<>(List.of(floor.price()));
    floor.vintages().forEach(at -> prices.add(at.basePrice()));
    return Units.price(prices);
  }

  private record Line(Floor floor, FloorAt at) {}

  private static List<Line> lines(List<Floor> floors) {
    return floors.stream()
        .flatMap(floor -> floor.vintages().stream().map(at -> new Line(floor, at)))
        .toList();
  }

  private Table prices(List<Floor> floors) {
    List<Table.Column> columns =
        List.of(
            Table.Column.words("product"),
            Table.Column.words("status"),
            Table.Column.sentences("prices of"),
            Table.Column.words("verdict"),
            Table.Column.words("unit"),
            Table.Column.numbers("floor"),
            Table.Column.numbers("base price"),
            Table.Column.numbers("inside"),
            Table.Column.numbers("outside"),
            Table.Column.numbers("projects need"));
    return new Table(
        "Floors and prices",
        columns,
        lines(floors).stream().map(line -> priceRow(line.floor(), line.at())).toList());
  }

  private Table.Row priceRow(Floor floor, FloorAt at) {
    Unit unit = unit(floor);
    return Table.Row.of(
        Inline.text(floor.name()),
        Inline.run(Inline.text(floor.status().word()), Wording.source(floor.source())),
        Inline.text(FloorWords.dated(at.vintage(), at.date())),
        Inline.strong(at.verdict()),
        Inline.text(unit.symbol()),
        words.cell(floor.price(), unit, floor.product()),
        words.cell(at.basePrice(), unit, floor.product()),
        words.cell(at.inside(), unit, floor.product(), "at the assumed ceiling"),
        words.cell(at.outside(), unit, floor.product(), "none"),
        words.cell(floor.incentive(), unit, floor.product(), "not known"));
  }

  private Block effects(List<Floor> floors) {
    List<Line> acting =
        lines(floors).stream()
            .filter(line -> Units.withoutNoise(line.at().levy()).high() > 0)
            .toList();
    if (acting.isEmpty()) {
      return Paragraph.text("No floor raises a levy, so none changes anything.");
    }
    Unit money = Units.money(acting.stream().map(line -> line.at().revenue()).toList());
    List<Table.Column> columns =
        List.of(
            Table.Column.words("product"),
            Table.Column.words("prices of"),
            Table.Column.numbers("largest levy"),
            Table.Column.numbers("revenue, " + money.symbol() + " a year"),
            Table.Column.numbers("members' output at this stage"),
            Table.Column.numbers("members' output at the next stage"));
    List<Table.Row> rows =
        acting.stream().map(line -> effect(line.floor(), line.at(), money)).toList();
    return new Table("What the floors do that raise a levy; the others do nothing", columns, rows);
  }

  private Table.Row effect(Floor floor, FloorAt at, Unit money) {
    return Table.Row.of(
        Inline.text(floor.name()),
        Inline.text(FloorWords.dated(at.vintage(), at.date())),
        words.num(at.levy(), unit(floor), floor.product()),
        words.cell(at.revenue(), money, floor.product()),
        words.cell(at.blocOutput(), Unit.PERCENT, floor.product(), "none made"),
        words.cell(at.nextStageOutput(), Unit.PERCENT, floor.product(), "no next stage"));
  }

  private record Payer(Line line, CountryFigure cost) {}

  private List<Block> payers(List<Floor> floors) {
    List<Payer> payers =
        lines(floors).stream()
            .flatMap(line -> line.at().userCost().stream().map(cost -> new Payer(line, cost)))
            .filter(payer -> Units.withoutNoise(payer.cost().figure()).high() > 0)
            .toList();
    if (payers.isEmpty()) {
      return List.of(
          new Subheading("Who pays"), Paragraph.text("No user pays more because of a floor."));
    }
    List<Block> blocks = new ArrayList<>(List.of(new Subheading("Who pays")));
    List<String> vintages = payers.stream().map(p -> p.line().at().vintage()).distinct().toList();
    for (String vintage : vintages) {
      List<Payer> here =
          payers.stream().filter(p -> p.line().at().vintage().equals(vintage)).toList();
      blocks.add(payers(vintage, here));
    }
    return blocks;
  }

  private Block payers(String vintage, List<Payer> payers) {
    Unit money = Units.money(payers.stream().map(p -> p.cost().figure()).toList());
    List<BarTable.Row> rows =
        payers.stream()
            .sorted(
                Comparator.comparingDouble((Payer p) -> p.cost().figure().central())
                    .reversed()
                    .thenComparing(p -> p.cost().country()))
            .limit(PAYERS)
            .map(p ->
                new BarTable.Row(
                    words.name(p.cost().country()) + ", " + p.line().floor().name(),
                    words.num(p.cost().figure(), money.withoutSymbol(), p.line().floor().product()),
                    p.line().floor().status().word() + " floor"))
            .toList();
    String left =
        payers.size() > PAYERS
            ? " The %d largest of %d; all are in tables/floor-costs.csv."
                .formatted(PAYERS, payers.size())
            : "";
    return Wording.figure(
        new BarTable(
            "What users pay more because of a floor, at " + FloorWords.vintage(vintage) + " prices",
            "users in, for",
            money.symbol() + " a year",
            "floor",
            Tone.ORANGE,
            rows),
        "Whiskers: the range over draws. Where users buy at home, makers at home gain what they"
            + " pay; where they import, it is the levy."
            + left);
  }

  private List<Block> findings(List<Floor> floors) {
    List<Inline> items = new ArrayList<>();
    for (Line line : lines(floors)) {
      for (String finding : line.at().findings()) {
        items.add(
            Inline.run(
                Inline.strong(
                    line.floor().name()
                        + ", "
                        + FloorWords.vintage(line.at().vintage())
                        + " prices: "),
                Inline.text(finding)));
      }
    }
    return items.isEmpty()
        ? List.of()
        : List.of(new Subheading("What the solver noticed"), new Bullets(false, items));
  }
}
