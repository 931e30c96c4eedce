package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.COUNTRY;
import static org.plimsoll.sources.pack.Column.Kind.IMPORTER;
import static org.plimsoll.sources.pack.Column.Kind.NUMBER;
import static org.plimsoll.sources.pack.Column.Kind.PARTIES;
import static org.plimsoll.sources.pack.Column.Kind.PRODUCTS;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Column.Kind.WORD;
import static org.plimsoll.sources.pack.Part.PROVENANCE;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.ExportControl.Effect;
import org.plimsoll.model.policy.ExportControl.InBase;
import org.plimsoll.model.policy.Fact;
import org.plimsoll.model.policy.Partner;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.provenance.Interval;

/** What was announced, promised, controlled and reported, with the registers' own marks. */
final class RegisterTables {
  static final Table<Project> PROJECTS =
      Table.of(
          Project.class,
          "projects",
          "A project of the register.",
          1,
          Part.text("project", WORD, "row of the register, for example P025"),
          Part.text("name", TEXT, "name"),
          Part.text("operator", "firm or body, as quoted"),
          Part.country("country", COUNTRY, "where; empty if in several").optional(),
          Part.text("mineral", "as the register words it"),
          Part.text("stage", "as the register words it"),
          Part.product("product", "the model's product").optional(),
          Part.findNumber("capacity_tonnes_per_year", "capacity on that product's basis")
              .in("t/year")
              .within(0, VolumeTables.MOST_TONNES),
          Part.text("capacity_note", "what the published figure counts"),
          Part.findNumber("capital_usd_million", "capital cost").in("USD million").within(0, 1e6),
          Part.findYear("start_year", "announced start"),
          Part.text("state", "as the register words it"),
          Part.text("support", "public support and offtake, as quoted"),
          Part.text("url", "where it is reported"),
          Part.text("verification", "the register's own mark"),
          PROVENANCE);

  static final Table<ExportControl> EXPORT_CONTROLS =
      Table.of(
          ExportControl.class,
          "export_controls",
          "An export control of the register, with the effect that the model gives it.",
          1,
          Part.text("control", WORD, "row of the register, for example E011"),
          Part.text("issuer", "issuing country, as the register names it"),
          Part.text("announced", "date announced, as printed"),
          Part.text("effective", "date effective, as printed"),
          Part.text("reference", "number or name of the act"),
          Part.text("type", "licence, ban, quota, suspension, …"),
          Part.text("minerals", "as the register words them"),
          Part.text("target", "as the register words it"),
          Part.text("state", "in force, suspended, ended, denied, …"),
          Part.text("suspended_until", "date on which a suspension ends").optional(),
          new Part<>(effectColumns(), RegisterTables::effectOf),
          Part.text("url", "where it is reported"),
          PROVENANCE);

  static final Table<Commitment> COMMITMENTS =
      Table.of(
          Commitment.class,
          "commitments",
          "A promise of the register, with or without a date.",
          1,
          Part.text("commitment", WORD, "row of the register, for example C037"),
          Part.text("made", "date made, as printed"),
          Part.text("parties", "as the register words them"),
          Part.text("instrument", "name of the act or statement"),
          Part.text("binding", "as the register words it"),
          Part.text("promise", "what was promised, in our words"),
          Part.text("deadline", "date due, as printed").optional(),
          Part.text("deadline_basis", "stated, or computed from what"),
          Part.text("state", "as the register words it"),
          Part.text("state_date", "date of the newest evidence").optional(),
          Part.text("done", "date on which it was fulfilled").optional(),
          Part.text("url", "where it is reported"),
          Part.text("verification", "the register's own mark"),
          PROVENANCE);

  static final Table<Partner> PARTNERS =
      Table.of(
          Partner.class,
          "partners",
          "A country's tie to a framework of cooperation on critical minerals.",
          2,
          Part.country("country", COUNTRY, "which"),
          Part.text("framework", WORD, "framework or meeting"),
          Part.text("name", TEXT, "as in the register"),
          Part.oneOf("tie", "signed or attended", Partner.Tie.class, "a tie"),
          Part.text("counterpart", IMPORTER, "on the other side"),
          Part.text("date", "signed or held").optional(),
          Part.text("label", TEXT, "what a plan says of the country"),
          PROVENANCE);

  static final Table<Fact> FACTS =
      Table.of(
          Fact.class,
          "facts",
          "A dated fact that a scenario or report may cite.",
          1,
          Part.text("fact", WORD, "row of its register, for example F001"),
          Part.text("date", "as printed"),
          Part.text("statement", TEXT, "what it says, with figure and unit"),
          Part.text("url", "where it is reported"),
          PROVENANCE);

  private static final List<String> EFFECT_COLUMNS =
      List.of(
          "effect_products",
          "effect_from",
          "effect_to",
          "licensed_share_low",
          "licensed_share",
          "licensed_share_high",
          "quota_tonnes",
          "effect_reason");

  private RegisterTables() {}

  private static List<Column<Optional<Effect>>> effectColumns() {
    return List.of(
        effect("effect_products", PRODUCTS, "products covered", Effect::products),
        effect("effect_from", PARTIES, "acting exporter", Effect::from),
        effect("effect_to", PARTIES, "destinations; empty for all", Effect::to),
        effect(
            "in_base",
            WORD,
            "whether base-year trade already shows it: no, partly, yes; empty if the"
                + " control is only listed",
            Effect::inBase),
        share("licensed_share_low", Interval::low),
        share("licensed_share", Interval::central),
        share("licensed_share_high", Interval::high),
        effect("quota_tonnes", NUMBER, "cap on exports", Effect::quotaTonnes)
            .in("t/year")
            .within(0, VolumeTables.MOST_TONNES),
        effect("effect_reason", TEXT, "reason for the figures", Effect::reason));
  }

  private static Column<Optional<Effect>> effect(
      String name, Column.Kind kind, String about, Function<Effect, Object> part) {
    return Column.<Optional<Effect>>of(name, kind, about, effect -> effect.map(part).orElse(""))
        .orEmpty();
  }

  private static Column<Optional<Effect>> share(String name, Function<Interval, Double> end) {
    return effect(
            name,
            NUMBER,
            "share of base trade still licensed; empty for a quota",
            effect -> effect.licensedShare().map(end))
        .in("1")
        .within(0, 1);
  }

  private static Optional<Effect> effectOf(Cells cells) {
    if (cells.findText("in_base").isEmpty()) {
      for (String name : EFFECT_COLUMNS) {
        if (cells.findText(name).isPresent()) {
          throw cells.refuse(
              "in_base",
              "'in_base' is empty, but '" + name + "' gives the control an effect",
              "write no, partly or yes, or empty the effect columns");
        }
      }
      return Optional.empty();
    }
    InBase inBase = cells.parsed("in_base", RegisterTables::parseInBase);
    if (cells.findText("effect_products").isEmpty()) {
      throw cells.refuse(
          "effect_products",
          "'effect_products' is empty, so the effect acts on nothing",
          "name the products, or empty 'in_base' if the control is only listed");
    }
    return Optional.of(
        new Effect(
            cells.products("effect_products"),
            cells.parties("effect_from"),
            cells.parties("effect_to"),
            inBase,
            licensedShare(cells),
            cells.findNumber("quota_tonnes"),
            cells.text("effect_reason")));
  }

  private static Optional<Interval> licensedShare(Cells cells) {
    return EFFECT_COLUMNS.subList(3, 6).stream().allMatch(c -> cells.findText(c).isEmpty())
        ? Optional.empty()
        : Optional.of(
            cells.interval("licensed_share_low", "licensed_share", "licensed_share_high"));
  }

  private static InBase parseInBase(String text) {
    return switch (text) {
      case "no" -> InBase.NO;
      case "partly" -> InBase.PARTLY;
      case "yes" -> InBase.YES;
      default ->
          throw new IllegalArgumentException(
              "not no, partly or yes: '" + text + "'\nMaybe leave it empty if it is only listed");
    };
  }
}
