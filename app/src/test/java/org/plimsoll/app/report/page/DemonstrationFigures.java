package org.plimsoll.app.report.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.report.drawing.BarTable;
import org.plimsoll.app.report.drawing.HeatMap;
import org.plimsoll.app.report.drawing.IntervalBars;
import org.plimsoll.app.report.drawing.PriceLadder;
import org.plimsoll.app.report.drawing.Sankey;
import org.plimsoll.app.report.drawing.StackedBars;
import org.plimsoll.app.report.drawing.Timeline;
import org.plimsoll.app.report.markup.Group;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;

/** Figures of the {@link Demonstration}, on made-up numbers. */
final class DemonstrationFigures {
  private static final List<String> PRODUCTS =
      List.of(
          "NdPr oxide",
          "Dy oxide",
          "Tb oxide",
          "magnets",
          "yttrium oxide",
          "gallium",
          "germanium",
          "antimony",
          "tungsten APT",
          "graphite, anode",
          "cobalt sulphate",
          "lithium carbonate",
          "nickel, class 1",
          "magnesium",
          "titanium sponge",
          "tin");

  private DemonstrationFigures() {}

  static HeatMap leverage() {
    List<String> exporters =
        List.of("China", "DR Congo", "Indonesia", "Chile", "Myanmar", "Kazakhstan", "South Africa");
    List<HeatMap.Row> rows = new ArrayList<>();
    for (int r = 0; r < exporters.size(); r++) {
      List<Optional<HeatMap.Cell>> cells = new ArrayList<>();
      for (int c = 0; c < PRODUCTS.size(); c++) {
        int seed = (r * 31 + c * 17) % 23;
        if (seed > 19) {
          cells.add(Optional.empty());
        } else {
          double value = 4.1e8 * seed * seed / (1 + 3.0 * r * r);
          cells.add(
              Optional.of(
                  new HeatMap.Cell(value, seed % 5 == 0 ? Grade.C : Grade.B, false, Origin.NONE)));
        }
      }
      rows.add(new HeatMap.Row(exporters.get(r), cells));
    }
    return new HeatMap(
        "Loss of the members by exporter and product",
        Unit.USD_MILLION,
        "exporter that stops",
        PRODUCTS,
        rows,
        "not modelled");
  }

  static BarTable reliance() {
    return new BarTable(
        "Days of cover in private stocks",
        "product",
        "days",
        "what stops first",
        Tone.BLUE,
        List.of(
            new BarTable.Row(
                "NdPr oxide",
                Demonstration.range(24, 41, 66, Unit.NONE, Grade.B),
                "traction motors"),
            new BarTable.Row(
                "Dy oxide", Demonstration.range(12, 30, 58, Unit.NONE, Grade.C), "servo motors"),
            new BarTable.Row(
                "gallium", Demonstration.number(77, Unit.NONE, Grade.A, Demonstration.TRADE), ""),
            new BarTable.Row(
                "antimony", Demonstration.range(8, 15, 21, Unit.NONE, Grade.C), "primers")));
  }

  static Sankey chain() {
    SortedMap<String, Group> groups = new TreeMap<>();
    groups.put("USA", Demonstration.MEMBERS);
    groups.put("JPN", Demonstration.MEMBERS);
    groups.put("EU27", Demonstration.MEMBERS);
    groups.put("AUS", Demonstration.PARTNERS);
    groups.put("KOR", Demonstration.PARTNERS);
    groups.put("MYS", Demonstration.PARTNERS);
    groups.put("CHN", Demonstration.EXPORTER);
    return new Sankey(
        "Made-up earths from mine to use, without and with an export stop",
        List.of("Mine", "Oxide", "Magnet", "Use"),
        List.of(
            new Sankey.Panel("Status quo", links(1)), new Sankey.Panel("Export stop", links(0.3))),
        Unit.TONNES,
        groups,
        Demonstration.names(),
        0.02);
  }

  private static List<Sankey.Link> links(double open) {
    return List.of(
        new Sankey.Link(0, "CHN", "CHN", 34_000, Grade.B),
        new Sankey.Link(0, "MMR", "CHN", 6_000, Grade.C),
        new Sankey.Link(0, "USA", "CHN", 5_000 * open, Grade.A),
        new Sankey.Link(0, "USA", "USA", 2_000 + 5_000 * (1 - open), Grade.A),
        new Sankey.Link(0, "AUS", "MYS", 7_000, Grade.A),
        new Sankey.Link(0, "AUS", "CHN", 900, Grade.B),
        new Sankey.Link(0, "BRA", "EST", 120, Grade.C),
        new Sankey.Link(0, "IND", "IND", 300, Grade.C),
        new Sankey.Link(1, "CHN", "CHN", 38_000 + 6_000 * (1 - open), Grade.B),
        new Sankey.Link(1, "CHN", "JPN", 4_200 * open, Grade.A),
        new Sankey.Link(1, "CHN", "EU27", 1_100 * open, Grade.A),
        new Sankey.Link(1, "MYS", "JPN", 5_400, Grade.A),
        new Sankey.Link(1, "MYS", "USA", 700, Grade.B),
        new Sankey.Link(1, "USA", "USA", 1_500 + 2_500 * (1 - open), Grade.B),
        new Sankey.Link(1, "EST", "EU27", 110, Grade.C),
        new Sankey.Link(2, "CHN", "CHN", 27_000 + 6_000 * (1 - open), Grade.B),
        new Sankey.Link(2, "CHN", "USA", 5_200 * open, Grade.B),
        new Sankey.Link(2, "CHN", "EU27", 6_500 * open, Grade.A),
        new Sankey.Link(2, "CHN", "KOR", 2_100 * open, Grade.B),
        new Sankey.Link(2, "JPN", "JPN", 5_100, Grade.A),
        new Sankey.Link(2, "JPN", "USA", 2_100, Grade.A),
        new Sankey.Link(2, "JPN", "EU27", 1_200, Grade.C),
        new Sankey.Link(2, "USA", "USA", 1_900, Grade.B),
        new Sankey.Link(2, "EU27", "EU27", 1_050, Grade.B));
  }

  static PriceLadder prices() {
    return new PriceLadder(
        "Prices and floors",
        List.of(
            new PriceLadder.Ladder(
                "NdPr oxide",
                Unit.USD_PER_KG,
                Optional.of(rung(56_000, 56_000, 56_000, Grade.A)),
                Optional.of(rung(106_000, 110_000, 118_000, Grade.B)),
                Optional.of(rung(47_000, 52_000, 55_000, Grade.B)),
                List.of(new PriceLadder.Floor(110_000, Status.REPORTED)),
                Optional.of(rung(75_000, 92_000, 104_000, Grade.B))),
            new PriceLadder.Ladder(
                "dysprosium oxide",
                Unit.USD_PER_KG,
                Optional.of(rung(240_000, 255_000, 270_000, Grade.B)),
                Optional.of(rung(420_000, 510_000, 640_000, Grade.C)),
                Optional.of(rung(210_000, 236_000, 250_000, Grade.C)),
                List.of(new PriceLadder.Floor(480_000, Status.PROPOSED)),
                Optional.of(rung(390_000, 455_000, 600_000, Grade.C))),
            new PriceLadder.Ladder(
                "antimony metal",
                Unit.USD_PER_TONNE,
                Optional.of(rung(22_575, 22_575, 22_575, Grade.A)),
                Optional.of(rung(26_000, 28_500, 33_000, Grade.B)),
                Optional.empty(),
                List.of(
                    new PriceLadder.Floor(26_000, Status.PROPOSED),
                    new PriceLadder.Floor(30_000, Status.REPORTED)),
                Optional.empty())));
  }

  private static PriceLadder.Rung rung(double low, double central, double high, Grade grade) {
    return new PriceLadder.Rung(new Interval(low, central, high), grade);
  }

  static IntervalBars whoPays() {
    return new IntervalBars(
        "Who pays for the floor",
        Unit.USD_MILLION,
        IntervalBars.Kind.FROM_ORIGIN,
        0,
        "pays",
        "gains",
        List.of(
            bar("Australia", 90e6, 140e6, 210e6, Grade.B),
            bar("United States", -60e6, 25e6, 130e6, Grade.B),
            bar("Japan", -190e6, -120e6, -70e6, Grade.A),
            bar("European Union, car and wind makers first", -310e6, -240e6, -150e6, Grade.B),
            bar("Viet Nam", -30e6, -12e6, -2e6, Grade.C),
            bar("China", -420e6, -260e6, -90e6, Grade.C)));
  }

  static IntervalBars sensitivities() {
    return IntervalBars.tornado(
        "What moves the answer",
        Unit.USD_BILLION,
        3.4e9,
        List.of(
            bar("Demand elasticity, one year", 2.1e9, 3.4e9, 5.2e9, Grade.B),
            bar("Sourcing elasticity", 2.9e9, 3.4e9, 4.3e9, Grade.B),
            bar("Private stocks", 2.8e9, 3.4e9, 3.7e9, Grade.C),
            bar("Capacity headroom", 3.1e9, 3.4e9, 3.6e9, Grade.B),
            bar("Delay of projects", 3.4e9, 3.4e9, 4.1e9, Grade.C)));
  }

  private static IntervalBars.Bar bar(
      String label, double low, double central, double high, Grade grade) {
    return new IntervalBars.Bar(label, new Interval(low, central, high), grade);
  }

  static StackedBars portfolio() {
    List<StackedBars.Part> large = new ArrayList<>();
    List<StackedBars.Part> small = new ArrayList<>();
    for (int i = 0; i < PRODUCTS.size(); i++) {
      double usd = 3.1e9 / (1 + i * i * 0.6 + i * 0.5);
      Grade grade = i % 4 == 2 ? Grade.C : Grade.B;
      String cover = 20 + i * 7 % 60 + " to " + (60 + i * 7 % 60) + " days";
      large.add(new StackedBars.Part(PRODUCTS.get(i), usd, grade, cover));
      if (i < 6) {
        small.add(new StackedBars.Part(PRODUCTS.get(i), usd / 3, grade, cover));
      }
    }
    return new StackedBars(
        "What to hold",
        Unit.USD_MILLION,
        List.of(
            new StackedBars.Bar(
                "Budget USD 12 bn", large, 2.9e9, "thin markets cannot absorb more in a year"),
            new StackedBars.Bar("Budget USD 2 bn", small, 0, "")));
  }

  static Timeline promises(LocalDate asOf) {
    return new Timeline(
        "Promises and what became of them",
        asOf,
        List.of(
            promise(
                "X001",
                "Set out the action plan within 30 days",
                "A, B",
                "2026-02-04",
                "2026-03-06",
                done("2026-03-18")),
            promise(
                "X002",
                "Name reference prices for the first products, by stage, with inputs to check",
                "A",
                "2026-02-04",
                "2026-04-05",
                done("2026-04-01")),
            promise(
                "X003",
                "Open a call for projects",
                "B, C",
                "2026-02-04",
                "2026-06-30",
                new Timeline.State.Open()),
            promise(
                "X004",
                "Report on recycling",
                "C",
                "2026-03-01",
                "2026-08-15",
                new Timeline.State.Unknown()),
            promise(
                "X005",
                "First deposit into the stockpile",
                "A",
                "2026-04-20",
                "2027-01-31",
                new Timeline.State.Open()),
            promise(
                "X006",
                "Exchange lists of licences",
                "A, C",
                "2026-05-11",
                "2026-05-31",
                done("2026-05-31")),
            new Timeline.Item(
                "X007",
                "Work towards common standards",
                "A, B, C",
                LocalDate.parse("2026-02-04"),
                Optional.empty(),
                new Timeline.State.Open(),
                "open, no date set",
                "",
                List.of(Demonstration.TRADE))));
  }

  private static Timeline.State done(String day) {
    return new Timeline.State.Done(LocalDate.parse(day));
  }

  private static Timeline.Item promise(
      String id, String text, String parties, String made, String due, Timeline.State state) {
    return new Timeline.Item(
        id,
        text,
        parties,
        LocalDate.parse(made),
        Optional.of(LocalDate.parse(due)),
        state,
        "as the register words it",
        "",
        List.of(Source.parse("made-up-register@1#row " + id)));
  }
}
