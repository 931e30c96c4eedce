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
import org.plimsoll.app.report.markup.KeyFigures;
import org.plimsoll.app.report.markup.Note;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Subheading;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.planner.floors.FloorVerdict;
import org.plimsoll.planner.plan.ActionPlan.CountryFigure;
import org.plimsoll.planner.plan.ActionPlan.Floor;
import org.plimsoll.planner.plan.ActionPlan.FloorAt;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.Result;
import org.plimsoll.planner.study.Reading.Bound;

/** Price floors: which are held at which prices, what they do, and who pays. */
record FloorSection(Wording words) {
  private static final int PAYERS = 24;
  private static final int LADDERS = 6;

  /** Columns of the table of prices. */
  private static final List<String> PRICES =
      List.of(
          "product",
          "status",
          "prices of",
          "verdict",
          "floor",
          "makers are paid",
          "base price",
          "alliance",
          "third countries",
          "restrictor",
          "projects need");

  /** Columns of the table of effects. */
  private static final List<String> EFFECTS =
      List.of(
          "product",
          "prices of",
          "largest levy",
          "revenue, {} a year",
          "members' output at this stage",
          "members' output at the next stage");

  Section section() {
    List<Floor> floors = words.plan().floors();
    if (floors.isEmpty()) {
      return Section.of(
          "floors",
          "Price floors",
          Paragraph.text("The plan has no floor: none is reported and none could be computed."));
    }
    List<Part<Floor, FloorAt>> lines = PlanTables.floors(words.plan());
    List<Block> blocks = new ArrayList<>(prices(floors));
    blocks.add(effects(lines));
    blocks.addAll(payers());
    blocks.addAll(findings(lines));
    return new Section("floors", "Price floors", blocks);
  }

  /** What is known of one product's floor, the prices that it meets first. */
  List<Block> of(Floor floor) {
    List<Part<Floor, FloorAt>> lines = Part.list(List.of(floor), Floor::vintages);
    List<Block> blocks = new ArrayList<>();
    lines.stream()
        .filter(line -> line.it().vintage().equals(words.plan().solvedVintage()))
        .findFirst()
        .or(() -> lines.stream().findFirst())
        .ifPresent(line -> blocks.add(keys(line)));
    blocks.addAll(prices(List.of(floor)));
    blocks.addAll(findings(lines));
    return blocks;
  }

  private KeyFigures keys(Part<Floor, FloorAt> line) {
    Floor floor = line.of();
    Unit unit = FloorWords.unit(floor);
    return KeyFigures.of(
        new KeyFigures.Item(
            "Floor",
            words.shown(floor.price(), unit, floor.product()),
            floor.status().word() + ", " + FloorWords.verdict(words, line)),
        new KeyFigures.Item(
            "Projects need", words.shown(floor.incentive(), unit, floor.product()), ""),
        new KeyFigures.Item(
            "Base price",
            words.shown(line.it().basePrice(), unit, floor.product()),
            FloorWords.dated(line.it().vintage(), line.it().date())),
        new KeyFigures.Item(
            "The alliance pays with it",
            words.shown(line.it().prices().alliance(), unit, floor.product()),
            ""));
  }

  /** Floors and the prices that they meet, drawn and as a table. */
  private List<Block> prices(List<Floor> floors) {
    List<Block> blocks = new ArrayList<>(disagreement(floors));
    blocks.add(
        Paragraph.text(
            "A floor is kept by a levy that fills the gap between the price at the border and the"
                + " floor. It is reported where a source says so, and proposed where this program"
                + " computed it and nobody has announced it. It is held where a levy is raised and"
                + " every member's maker is paid at least "
                + Math.round(100 * FloorVerdict.PAID_SHARE)
                + "% of it, levied but not held where some maker is paid less, and idle where"
                + " makers are paid it without a levy."));
    for (String vintage : vintages(floors)) {
      blocks.addAll(drawn(vintage, floors));
    }
    List<Part<Floor, FloorAt>> lines = Part.list(floors, Floor::vintages);
    blocks.addAll(PlanTables.FLOORS.shown(words, "Floors and prices", lines, lines.size(), PRICES));
    return blocks;
  }

  /** Said first: at which prices one looks decides what a floor does. */
  private List<Block> disagreement(List<Floor> floors) {
    List<Block> blocks = new ArrayList<>();
    for (Floor floor : floors) {
      if (floor.vintages().stream().map(FloorAt::verdict).distinct().count() > 1) {
        List<String> parts =
            floor.vintages().stream()
                .map(at ->
                    "at "
                        + FloorWords.vintage(at.vintage())
                        + " prices: "
                        + FloorWords.verdict(words, new Part<>(floor, at)))
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
        Part.list(floors, Floor::vintages).stream()
            .filter(line -> line.it().vintage().equals(vintage))
            .flatMap(line -> ladder(line.of(), line.it()).stream())
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
                  "Floors against " + FloorWords.vintage(vintage) + " prices" + more, some),
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
            FloorWords.unit(floor),
            base,
            at.prices().alliance().find().flatMap(price -> rung(price, floor)),
            at.prices().thirdCountries().find().flatMap(price -> rung(price, floor)),
            marks,
            floor.incentive().find().flatMap(price -> rung(price, floor))));
  }

  /**
   * A price on the ladder; none where it is not above 0, as where nobody buys, nor where it is only
   * a bound: an assumed ceiling is drawn nowhere as if it were a price.
   */
  private Optional<PriceLadder.Rung> rung(Figure price, Floor floor) {
    return price.value().low() > 0 && price.bounds().central() == Bound.EXACT
        ? Optional.of(new PriceLadder.Rung(price.value(), words.drawn(price, floor.product())))
        : Optional.empty();
  }

  private Block effects(List<Part<Floor, FloorAt>> lines) {
    List<Part<Floor, FloorAt>> acting =
        lines.stream().filter(line -> Units.isAboveNoise(line.it().levy())).toList();
    if (acting.isEmpty()) {
      return Paragraph.text("No floor raises a levy, so none changes anything.");
    }
    return PlanTables.FLOORS
        .shown(
            words,
            "What the floors do that raise a levy; the others do nothing",
            acting,
            acting.size(),
            EFFECTS)
        .getFirst();
  }

  private List<Block> payers() {
    List<Part<Part<Floor, FloorAt>, CountryFigure>> payers =
        PlanTables.FLOOR_COSTS.rows().apply(words.plan()).stream()
            .filter(payer -> Units.isAboveNoise(payer.it().figure()))
            .toList();
    if (payers.isEmpty()) {
      return List.of(
          new Subheading("Who pays"), Paragraph.text("No user pays more because of a floor."));
    }
    List<Block> blocks = new ArrayList<>(List.of(new Subheading("Who pays")));
    List<String> vintages = payers.stream().map(p -> p.of().it().vintage()).distinct().toList();
    for (String vintage : vintages) {
      blocks.add(
          payers(
              vintage,
              payers.stream().filter(p -> p.of().it().vintage().equals(vintage)).toList()));
    }
    return blocks;
  }

  private Block payers(String vintage, List<Part<Part<Floor, FloorAt>, CountryFigure>> payers) {
    Unit money = Units.money(payers.stream().map(p -> p.it().figure()).toList());
    List<BarTable.Row> rows =
        payers.stream()
            .sorted(
                Comparator.comparing(
                        (Part<Part<Floor, FloorAt>, CountryFigure> p) -> p.it().figure(),
                        Result::largestFirst)
                    .thenComparing(p -> p.it().country()))
            .limit(PAYERS)
            .flatMap(p ->
                p.it().figure().find().stream().map(cost -> bar(p.of().of(), p.it(), cost, money)))
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

  private BarTable.Row bar(Floor floor, CountryFigure payer, Figure cost, Unit money) {
    return new BarTable.Row(
        words.name(payer.country()) + ", " + floor.name(),
        words.num(cost, money.withoutSymbol(), floor.product()),
        floor.status().word() + " floor");
  }

  private static List<Block> findings(List<Part<Floor, FloorAt>> lines) {
    List<Inline> items = new ArrayList<>();
    for (Part<Floor, FloorAt> line : lines) {
      for (String finding : line.it().findings()) {
        items.add(
            Inline.run(
                Inline.strong(
                    line.of().name()
                        + ", "
                        + FloorWords.vintage(line.it().vintage())
                        + " prices: "),
                Inline.text(finding)));
      }
    }
    return items.isEmpty()
        ? List.of()
        : List.of(new Subheading("What the solver noticed"), new Bullets(false, items));
  }
}
