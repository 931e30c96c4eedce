package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.CONTROL;
import static org.plimsoll.sources.pack.Column.Kind.COUNTRY;
import static org.plimsoll.sources.pack.Column.Kind.IMPORTER;
import static org.plimsoll.sources.pack.Column.Kind.NUMBER;
import static org.plimsoll.sources.pack.Column.Kind.PARTIES;
import static org.plimsoll.sources.pack.Column.Kind.PRODUCTS;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Column.Kind.WORD;
import static org.plimsoll.sources.pack.Part.PROVENANCE;

import java.util.ArrayList;
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
          Part.products(
              "or_products",
              "what it may make instead, where nothing reported tells; the market counts it under"
                  + " product"),
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
          "An export control of the register; how the market reads it: control_effects.csv.",
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
          new Part<>(List.of(), cells -> List.<Effect>of()),
          Part.text("url", "where it is reported"),
          PROVENANCE);

  /** An effect and the control that has it. */
  record ControlEffect(String control, Effect effect) {}

  static final Table<ControlEffect> CONTROL_EFFECTS =
      Table.of(
          ControlEffect.class,
          "control_effects",
          "How the market model reads an export control: one row for products under one share.",
          2,
          Part.text("control", CONTROL, "row of the register, for example E011"),
          new Part<>(effectColumns(), RegisterTables::effectOf));

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

  private RegisterTables() {}

  /** Each effect with its control, in the order of the controls. */
  static List<ControlEffect> toEffects(List<ExportControl> controls) {
    return controls.stream()
        .flatMap(control ->
            control.effects().stream().map(effect -> new ControlEffect(control.id(), effect)))
        .toList();
  }

  /** The controls, each with those effects that name it. */
  static List<ExportControl> joined(List<ExportControl> controls, List<ControlEffect> effects) {
    return controls.stream()
        .map(control ->
            control.withEffects(
                effects.stream()
                    .filter(row -> row.control().equals(control.id()))
                    .map(ControlEffect::effect)
                    .toList()))
        .toList();
  }

  private static List<Column<Effect>> effectColumns() {
    List<Column<Effect>> columns = new ArrayList<>();
    columns.add(Column.of("products", PRODUCTS, "products covered", Effect::products));
    columns.add(Column.of("from", PARTIES, "acting exporter", Effect::from));
    columns.add(
        Column.<Effect>of("to", PARTIES, "destinations; empty for all", Effect::to).orEmpty());
    columns.add(
        Column.of(
            "in_base",
            WORD,
            "whether base-year trade already shows it: no, partly, yes",
            Effect::inBase));
    columns.addAll(
        share(
            "licensed_share",
            "share of base trade still licensed; empty for a quota",
            Effect::licensedShare));
    columns.addAll(
        share(
            "already_taken_share",
            "share of exports before the control that the base year no longer shows; told, never"
                + " applied",
            Effect::alreadyTakenShare));
    columns.add(
        Column.<Effect>of("quota_tonnes", NUMBER, "cap on exports", Effect::quotaTonnes)
            .orEmpty()
            .in("t/year")
            .within(0, VolumeTables.MOST_TONNES));
    PROVENANCE
        .columns()
        .forEach(
            column -> columns.add(column.of(effect -> column.value().apply(effect.provenance()))));
    return columns;
  }

  /** Low, central and high of a share that may be unknown. */
  private static List<Column<Effect>> share(
      String name, String about, Function<Effect, Optional<Interval>> part) {
    return Part.interval(name, about).in("1").within(0, 1).optional().columns().stream()
        .map(column -> column.<Effect>of(effect -> column.value().apply(part.apply(effect))))
        .toList();
  }

  private static Effect effectOf(Cells cells) {
    Effect effect =
        new Effect(
            cells.products("products"),
            cells.parties("from"),
            cells.parties("to"),
            cells.parsed("in_base", RegisterTables::parseInBase),
            findShare(cells, "licensed_share"),
            findShare(cells, "already_taken_share"),
            cells.findNumber("quota_tonnes"),
            cells.provenance());
    if (effect.licensedShare().isPresent() == effect.quotaTonnes().isPresent()) {
      throw cells.refuse(
          "licensed_share",
          "an effect has either a licensed share or a quota",
          "fill one of licensed_share and quota_tonnes");
    }
    return effect;
  }

  private static Optional<Interval> findShare(Cells cells, String name) {
    return Part.interval(name, "").optional().read().apply(cells);
  }

  private static InBase parseInBase(String text) {
    return switch (text) {
      case "no" -> InBase.NO;
      case "partly" -> InBase.PARTLY;
      case "yes" -> InBase.YES;
      default ->
          throw new IllegalArgumentException(
              "not no, partly or yes: '" + text + "'\nMaybe write no");
    };
  }
}
