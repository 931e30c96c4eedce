package org.plimsoll.app.report.page;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.report.drawing.WorldMap;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Group;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.KeyFigures;
import org.plimsoll.app.report.markup.Note;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Subheading;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;

/** A page with every block, on made-up numbers: it shows how things look and says nothing. */
final class Demonstration {
  static final Source TRADE = Source.parse("made-up-trade@2026#all rows");
  static final Source PRICES = Source.parse("made-up-prices@2026-11#row 12");
  static final Source MODEL = Source.parse("made-up-run@1#market, base");

  static final Group MEMBERS = new Group("members", Tone.BLUE);
  static final Group PARTNERS = new Group("partners", Tone.GREEN);
  static final Group EXPORTER = new Group("exporter that restricts", Tone.ORANGE);

  private static final SortedMap<String, String> NAMES = new TreeMap<>();

  static {
    NAMES.put("AUS", "Australia");
    NAMES.put("BRA", "Brazil");
    NAMES.put("CAN", "Canada");
    NAMES.put("CHL", "Chile");
    NAMES.put("CHN", "China");
    NAMES.put("COD", "DR Congo");
    NAMES.put("DEU", "Germany");
    NAMES.put("EST", "Estonia");
    NAMES.put("EU27", "European Union");
    NAMES.put("FRA", "France");
    NAMES.put("IND", "India");
    NAMES.put("IDN", "Indonesia");
    NAMES.put("JPN", "Japan");
    NAMES.put("KAZ", "Kazakhstan");
    NAMES.put("KOR", "Korea");
    NAMES.put("MMR", "Myanmar");
    NAMES.put("MYS", "Malaysia");
    NAMES.put("SGP", "Singapore");
    NAMES.put("THA", "Thailand");
    NAMES.put("USA", "United States");
    NAMES.put("VNM", "Viet Nam");
    NAMES.put("ZAF", "South Africa");
  }

  private Demonstration() {}

  static SortedMap<String, String> names() {
    return NAMES;
  }

  static Page page() {
    return new Page(
        "Action plan: a demonstration",
        "Every block of the report on made-up numbers",
        List.of(
            new Page.Particular("As of", "24 Nov 2026"),
            new Page.Particular("Alliance", "United States, Japan, European Union"),
            new Page.Particular("Scenario", "export-stop-demo"),
            new Page.Particular("Prices", "latest")),
        List.of(
            summary(),
            exposure(),
            leverage(),
            chain(),
            floors(),
            stockpile(),
            commitments(),
            certainty()),
        List.of(
            new Evidence.Dataset(
                "made-up-trade",
                "Nobody",
                "2026",
                "none",
                true,
                "Nobody (2026), Trade that never was",
                "")),
        "A demonstration on made-up numbers.");
  }

  static Num number(double value, Unit unit, Grade grade, Source source) {
    return Num.of(value, unit, new Provenance(source, grade, Status.DERIVED, ""));
  }

  static Num range(double low, double central, double high, Unit unit, Grade grade) {
    return Num.of(
        new Interval(low, central, high),
        unit,
        new Provenance(MODEL, grade, Status.DERIVED, "1,000 draws, seed 7"));
  }

  private static Section summary() {
    return Section.of(
        "summary",
        "In short",
        Paragraph.of(
            Inline.text("If the exporter stops shipments, members lose "),
            range(2.1e9, 3.4e9, 5.2e9, Unit.USD_BILLION, Grade.B),
            Inline.text(" a year, most of it in magnets"),
            Inline.cite(TRADE),
            Inline.text(". A stockpile of "),
            number(1.84e9, Unit.USD_BILLION, Grade.B, MODEL),
            Inline.text(" covers the first year; the rest needs "),
            Inline.strong("new separation"),
            Inline.text(".")),
        KeyFigures.of(
            new KeyFigures.Item(
                "Loss of the members if exports stop",
                range(2.1e9, 3.4e9, 5.2e9, Unit.USD_BILLION, Grade.B),
                "first year, without stocks"),
            new KeyFigures.Item(
                "Oxide from the exporter",
                number(0.874, Unit.PERCENT, Grade.A, TRADE),
                "of members' supply, 2024"),
            new KeyFigures.Item(
                "Days of cover, dysprosium",
                range(20, 34, 61, Unit.DAYS, Grade.C),
                "private stocks only"),
            new KeyFigures.Item("Promises past their date", Num.count(3), "of 7 in the register")),
        headline(),
        Note.of(
            "Not identified",
            Inline.text(
                "The split of the loss between magnet makers and car makers rests on a stated"
                    + " assumption: theory leaves it open.")),
        new Bullets(
            true,
            List.of(
                Inline.text("Keep a floor under oxide while new separation is built."),
                Inline.run(
                    Inline.text("Buy "),
                    number(412, Unit.TONNES, Grade.C, MODEL),
                    Inline.text(" of dysprosium oxide over three years.")),
                Inline.link("What has been promised", "#commitments"))));
  }

  private static Table headline() {
    List<Table.Column> columns =
        List.of(
            Table.Column.words("country"),
            Table.Column.numbers("do nothing, USD m"),
            Table.Column.numbers("status quo, USD m"),
            Table.Column.numbers("this plan, USD m"),
            Table.Column.numbers("share of use from the exporter"));
    return new Table(
        "Yearly welfare against the base, by country",
        columns,
        List.of(
            headlineRow("United States", Grade.A, -1204.4, -988.2, -311.25),
            headlineRow("Japan", Grade.A, -902.7, -640.1, -120.9),
            headlineRow("European Union", Grade.B, -1311, -1250, -402),
            headlineRow("Korea", Grade.B, -411, -395, -377),
            headlineRow("Exporter", Grade.C, 210, 118, -88),
            Table.Row.of(
                Inline.text("Rest of world"),
                Inline.missing("not modelled"),
                Inline.missing("not modelled"),
                Inline.missing("not modelled"),
                Inline.missing("not known"))));
  }

  private static Table.Row headlineRow(
      String name, Grade grade, double nothing, double quo, double plan) {
    Unit plain = Unit.NONE;
    return Table.Row.of(
        Inline.text(name),
        number(nothing, plain, grade, MODEL),
        number(quo, plain, grade, MODEL),
        Num.of(
            new Interval(plan - 60, plan, plan + 90),
            plain,
            new Provenance(MODEL, grade, Status.DERIVED, "")),
        number(0.5 + plan / -2000, Unit.PERCENT, grade, TRADE).withSource(PRICES));
  }

  private static Section exposure() {
    SortedMap<String, Group> groups = new TreeMap<>();
    for (String member : List.of("USA", "JPN", "DEU", "FRA", "EST", "ITA", "ESP", "POL", "SWE")) {
      groups.put(member, MEMBERS);
    }
    for (String partner : List.of("AUS", "CAN", "KOR", "IND", "BRA", "ZAF", "SGP", "GBR")) {
      groups.put(partner, PARTNERS);
    }
    groups.put("CHN", EXPORTER);
    WorldMap flows =
        new WorldMap(
            "Oxide of made-up earths, 2024",
            groups,
            List.of(
                arrow("CHN", "JPN", 7200, 0.71, Grade.A, EXPORTER),
                arrow("CHN", "USA", 5100, 0.74, Grade.A, EXPORTER),
                arrow("CHN", "EU27", 4300, 0.82, Grade.B, EXPORTER),
                arrow("CHN", "KOR", 1900, 0.6, Grade.B, EXPORTER),
                arrow("CHN", "VNM", 1700, 0.9, Grade.C, EXPORTER),
                arrow("MMR", "CHN", 6100, 0.3, Grade.C, Group.OTHERS),
                arrow("USA", "CHN", 3900, 0.2, Grade.A, MEMBERS),
                arrow("AUS", "MYS", 5200, 0.97, Grade.B, PARTNERS),
                arrow("MYS", "JPN", 2600, 0.24, Grade.B, Group.OTHERS),
                arrow("EST", "USA", 320, 0.05, Grade.A, MEMBERS),
                arrow("BRA", "CHN", 600, 0.02, Grade.C, PARTNERS),
                arrow("SGP", "IND", 90, 0.1, Grade.C, PARTNERS),
                arrow("CHN", "ROW", 1100, 0.4, Grade.C, EXPORTER)),
            "importer's supply",
            NAMES,
            8);
    return Section.of(
        "exposure",
        "Who depends on whom",
        Paragraph.text(
            "Arrows run from the place of making to the place of use. Use at home is not drawn."),
        Figure.of(
            flows,
            "Tonnes of oxide. An arrow is as wide as its tonnes; the eight largest are labelled.",
            TRADE,
            MODEL));
  }

  private static WorldMap.Arrow arrow(
      String from, String to, double tonnes, double share, Grade grade, Group group) {
    return new WorldMap.Arrow(from, to, tonnes, OptionalDouble.of(share), grade, group);
  }

  private static Section leverage() {
    return Section.of(
        "leverage",
        "Who has leverage over whom",
        Paragraph.text(
            "Each cell is a case of its own: one exporter stops one product for a year."),
        Figure.of(
            DemonstrationFigures.leverage(),
            "Loss of the members in the first year, with private stocks and no other measure.",
            MODEL),
        Figure.of(DemonstrationFigures.reliance(), "Whiskers: 5 to 95% of draws.", TRADE));
  }

  private static Section chain() {
    return Section.of(
        "chain",
        "The chain before and after",
        Figure.of(
            DemonstrationFigures.chain(),
            "Tonnes of content. Bands are coloured by where they come from.",
            TRADE,
            MODEL));
  }

  private static Section floors() {
    return Section.of(
        "floors",
        "Floors and who pays",
        Paragraph.of(
            Inline.text("The smallest floor that makes the three projects pay is "),
            range(78_000, 96_500, 121_000, Unit.USD_PER_KG, Grade.B),
            Inline.text(".")),
        Figure.of(
            DemonstrationFigures.prices(),
            "Each product on its own logarithmic axis. A proposed floor has been announced by"
                + " nobody.",
            PRICES),
        new Subheading("Who pays"),
        Figure.of(DemonstrationFigures.whoPays(), "", MODEL),
        Figure.of(
            DemonstrationFigures.sensitivities(),
            "Each bar: the answer at the low and at the high end of one assumption.",
            MODEL));
  }

  private static Section stockpile() {
    return Section.of(
        "stockpile",
        "The stockpile",
        Figure.of(
            DemonstrationFigures.portfolio(),
            "Days of cover against a full stop, at the members' use in 2024.",
            MODEL));
  }

  private static Section commitments() {
    return Section.of(
        "commitments",
        "What was promised",
        Figure.of(DemonstrationFigures.promises(LocalDate.of(2026, 11, 24)), ""));
  }

  private static Section certainty() {
    return Section.of("certainty", "How sure we are", new GradeLegend());
  }
}
