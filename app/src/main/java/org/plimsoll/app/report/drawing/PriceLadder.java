package org.plimsoll.app.report.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.NumberText;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;

/**
 * Prices of several products, each on its own axis: the base price, the prices in the alliance and
 * in third countries, the floors, and the range at which projects pay.
 *
 * @param title what it shows
 * @param ladders one a product
 */
public record PriceLadder(String title, List<Ladder> ladders) implements Drawing {
  public PriceLadder {
    ladders = List.copyOf(ladders);
  }

  /**
   * The prices of one product, in the unit held.
   *
   * @param product name for a person
   * @param unit how its prices are written
   * @param base price before any measure
   * @param alliance price paid in the alliance
   * @param thirdCountries price paid by others who do not restrict it
   * @param floors reported ones and proposed ones
   * @param incentive range at which the named projects reach their return
   * @param layer draws and another answer, where a question is explored; empty on paper
   */
  public record Ladder(
      String product,
      Unit unit,
      Optional<Rung> base,
      Optional<Rung> alliance,
      Optional<Rung> thirdCountries,
      List<Floor> floors,
      Optional<Rung> incentive,
      Optional<LadderLayer> layer) {
    public Ladder {
      floors = List.copyOf(floors);
      if (prices(base, alliance, thirdCountries, floors, incentive).findAny().isEmpty()) {
        throw new IllegalArgumentException("the price ladder of " + product + " has no price");
      }
    }

    /** Prices with nothing laid over them. */
    public Ladder(
        String product,
        Unit unit,
        Optional<Rung> base,
        Optional<Rung> alliance,
        Optional<Rung> thirdCountries,
        List<Floor> floors,
        Optional<Rung> incentive) {
      this(product, unit, base, alliance, thirdCountries, floors, incentive, Optional.empty());
    }

    boolean hasPrior() {
      return Stream.of(base, alliance, thirdCountries, incentive)
          .flatMap(Optional::stream)
          .anyMatch(rung -> rung.grade() == Grade.C);
    }

    /** Lowest and highest price on it. */
    Interval range() {
      double[] all =
          DoubleStream.concat(
                  prices(base, alliance, thirdCountries, floors, incentive),
                  layer.stream().flatMapToDouble(LadderLayer::prices))
              .sorted()
              .toArray();
      return new Interval(all[0], all[0], all[all.length - 1]);
    }

    private static DoubleStream prices(
        Optional<Rung> base,
        Optional<Rung> alliance,
        Optional<Rung> thirdCountries,
        List<Floor> floors,
        Optional<Rung> incentive) {
      DoubleStream rungs =
          Stream.of(base, alliance, thirdCountries, incentive)
              .flatMap(Optional::stream)
              .flatMapToDouble(r -> DoubleStream.of(r.price().low(), r.price().high()));
      return DoubleStream.concat(rungs, floors.stream().mapToDouble(Floor::price));
    }
  }

  /**
   * A price with its range.
   *
   * @param price above 0
   * @param grade how well it is known
   */
  public record Rung(Interval price, Grade grade) {
    public Rung {
      requirePositive(price.low());
      requirePositive(price.high());
    }
  }

  /**
   * A price floor.
   *
   * @param price above 0
   * @param status reported, proposed or assumed: only what is reported is drawn solid
   */
  public record Floor(double price, Status status) {
    public Floor {
      requirePositive(price);
    }

    boolean isReported() {
      return status == Status.REPORTED || status == Status.READ;
    }
  }

  private static void requirePositive(double price) {
    if (!(price > 0) || !Double.isFinite(price)) {
      throw new IllegalArgumentException("a price must be above 0 and finite, but is " + price);
    }
  }

  @Override
  public String description() {
    List<String> parts = new ArrayList<>();
    for (Ladder ladder : ladders) {
      List<String> prices = new ArrayList<>();
      words(ladder, "base", ladder.base(), prices);
      words(ladder, "alliance", ladder.alliance(), prices);
      words(ladder, "third countries", ladder.thirdCountries(), prices);
      for (Floor floor : ladder.floors()) {
        prices.add(
            floor.status().word()
                + " floor "
                + NumberText.of(floor.price(), ladder.unit(), Grade.B));
      }
      words(ladder, "projects pay at", ladder.incentive(), prices);
      ladder
          .layer()
          .ifPresent(layer ->
              prices.addAll(layer.words(usd -> NumberText.of(usd, ladder.unit(), Grade.C))));
      parts.add(ladder.product() + ": " + String.join(", ", prices) + ".");
    }
    return String.join(" ", parts);
  }

  private static void words(Ladder ladder, String name, Optional<Rung> rung, List<String> into) {
    rung.ifPresent(r -> into.add(name + " " + NumberText.of(r.price(), ladder.unit(), r.grade())));
  }

  @Override
  public Markup markup(String id, Width width, Numbering numbering) {
    LadderDrawing.Frame frame = LadderDrawing.Frame.of(width);
    double height = ladders.size() * frame.height();
    Tag svg = Svg.open(id, this, frame.width(), height, "ladder" + width.cssClass());
    MarkKeys keys = new MarkKeys();
    for (int i = 0; i < ladders.size(); i++) {
      String key = keys.of(ladders.get(i).product());
      svg.add(
          Tag.of("g")
              .key(key)
              .with("transform", "translate(0 " + Tag.number(i * frame.height()) + ")")
              .add(new LadderDrawing(ladders.get(i), key, frame).markup()));
    }
    return svg.markup();
  }

  /**
   * Prices in one draw, on the axis of the first product; those beyond it stand at its end.
   *
   * @param alliance USD a tonne; empty if there is none to show
   * @param thirdCountries the same
   */
  public Markup hairs(OptionalDouble alliance, OptionalDouble thirdCountries, Width width) {
    LadderDrawing drawing =
        new LadderDrawing(ladders.getFirst(), "", LadderDrawing.Frame.of(width));
    return Markup.of(
        drawing.hair(LadderLayer.Where.ABOVE, alliance),
        drawing.hair(LadderLayer.Where.BELOW, thirdCountries));
  }

  @Override
  public Markup key() {
    Key key = new Key();
    key.add(LadderDrawing.Shape.BASE.at(13, 7, false).markup(), "base price");
    key.add(LadderDrawing.Shape.ALLIANCE.at(13, 7, false).markup(), "in the alliance");
    key.add(LadderDrawing.Shape.THIRD.at(13, 7, false).markup(), "in third countries");
    List<Floor> floors = ladders.stream().flatMap(l -> l.floors().stream()).toList();
    if (floors.stream().anyMatch(Floor::isReported)) {
      key.add(Svg.line(13, 0, 13, 14, "floor").markup(), "floor, reported");
    }
    if (floors.stream().anyMatch(floor -> !floor.isReported())) {
      key.add(Svg.line(13, 0, 13, 14, "floor proposed").markup(), "floor, proposed");
    }
    if (ladders.stream().anyMatch(l -> l.incentive().isPresent())) {
      key.patch("incentive", "range at which projects pay");
    }
    key.add(Svg.whisker(3, 23, 7, 4, "whisker"), "low to high");
    if (layers().anyMatch(LadderLayer::hasBand)) {
      key.patch("band t0", "10 to 90% of draws, a line each");
    }
    if (layers().anyMatch(LadderLayer::hasOther)) {
      key.add(LadderDrawing.ghost(13, 7, Tone.GREY).markup(), "A");
    }
    if (ladders.stream().anyMatch(Ladder::hasPrior)) {
      key.add(LadderDrawing.Shape.ALLIANCE.at(13, 7, true).markup(), "≈, hatched: grade C");
    }
    return key.markup();
  }

  @Override
  public Optional<Table> numbers() {
    return Optional.of(
        Table.draft(title, ladders)
            .words("product", Ladder::product)
            .words("unit", ladder -> ladder.unit().symbol())
            .with(Table.Column.numbers("base"), l -> cell(l, l.base()))
            .with(Table.Column.numbers("alliance"), l -> cell(l, l.alliance()))
            .with(Table.Column.numbers("third countries"), l -> cell(l, l.thirdCountries()))
            .with(Table.Column.numbers("floor"), PriceLadder::floors)
            .with(Table.Column.numbers("projects pay at"), l -> cell(l, l.incentive()))
            .table());
  }

  private Stream<LadderLayer> layers() {
    return ladders.stream().flatMap(ladder -> ladder.layer().stream());
  }

  private static Inline floors(Ladder ladder) {
    List<String> floors =
        ladder.floors().stream()
            .map(f ->
                NumberText.amount(f.price(), ladder.unit(), Grade.B)
                    + (" (" + f.status().word() + ")"))
            .toList();
    return floors.isEmpty() ? Inline.missing("none") : Inline.text(String.join("; ", floors));
  }

  private static Inline cell(Ladder ladder, Optional<Rung> rung) {
    return rung.map(
            r -> Inline.text(NumberText.of(r.price(), ladder.unit().withoutSymbol(), r.grade())))
        .orElse(Inline.missing("not modelled"));
  }
}
