package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.COUNTRY;
import static org.plimsoll.sources.pack.Column.Kind.IMPORTER;
import static org.plimsoll.sources.pack.Column.Kind.NUMBER;
import static org.plimsoll.sources.pack.Column.Kind.PARTIES;
import static org.plimsoll.sources.pack.Column.Kind.PRODUCT;
import static org.plimsoll.sources.pack.Column.Kind.PRODUCTS;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Column.Kind.WHOLE;
import static org.plimsoll.sources.pack.Column.Kind.WORD;

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
      new Table<>(
          "projects",
          "A project of the register.",
          1,
          VolumeTables.with(
              Project::provenance,
              List.of(
                  Column.of("project", WORD, "row of the register, for example P025", Project::id),
                  Column.of("name", TEXT, "name", Project::name),
                  text("operator", "firm or body, as quoted", Project::operator),
                  Column.<Project>of(
                          "country", COUNTRY, "where; empty if in several", Project::country)
                      .orEmpty(),
                  text("mineral", "as the register words it", Project::mineral),
                  text("stage", "as the register words it", Project::stage),
                  Column.<Project>of("product", PRODUCT, "the model's product", Project::product)
                      .orEmpty(),
                  Column.<Project>of(
                          "capacity_tonnes_per_year",
                          NUMBER,
                          "capacity on that product's basis",
                          Project::capacityTonnesPerYear)
                      .in("t/year")
                      .within(0, VolumeTables.MOST_TONNES)
                      .orEmpty(),
                  text("capacity_note", "what the published figure counts", Project::capacityNote),
                  Column.<Project>of(
                          "capital_usd_million", NUMBER, "capital cost", Project::capitalUsdMillion)
                      .in("USD million")
                      .within(0, 1e6)
                      .orEmpty(),
                  Column.<Project>of("start_year", WHOLE, "announced start", Project::startYear)
                      .within(1900, 2100)
                      .orEmpty(),
                  text("state", "as the register words it", Project::state),
                  text("support", "public support and offtake, as quoted", Project::support),
                  text("url", "where it is reported", Project::url),
                  text("verification", "the register's own mark", Project::verification))),
          cells ->
              new Project(
                  cells.text("project"),
                  cells.text("name"),
                  cells.text("operator"),
                  cells.findCountry("country"),
                  cells.text("mineral"),
                  cells.text("stage"),
                  cells.findProduct("product"),
                  cells.findNumber("capacity_tonnes_per_year"),
                  cells.text("capacity_note"),
                  cells.findNumber("capital_usd_million"),
                  cells.findInteger("start_year"),
                  cells.text("state"),
                  cells.text("support"),
                  cells.text("url"),
                  cells.text("verification"),
                  cells.provenance()));

  static final Table<ExportControl> EXPORT_CONTROLS =
      new Table<>(
          "export_controls",
          "An export control of the register, with the effect that the model gives it.",
          1,
          VolumeTables.with(
              ExportControl::provenance,
              List.of(
                  Column.of(
                      "control", WORD, "row of the register, for example E011", ExportControl::id),
                  text(
                      "issuer", "issuing country, as the register names it", ExportControl::issuer),
                  text("announced", "date announced, as printed", ExportControl::announced),
                  text("effective", "date effective, as printed", ExportControl::effective),
                  text("reference", "number or name of the act", ExportControl::reference),
                  text("type", "licence, ban, quota, suspension, …", ExportControl::type),
                  text("minerals", "as the register words them", ExportControl::minerals),
                  text("target", "as the register words it", ExportControl::target),
                  text("state", "in force, suspended, ended, denied, …", ExportControl::state),
                  text(
                      "suspended_until",
                      "date on which a suspension ends",
                      ExportControl::suspendedUntil),
                  Column.<ExportControl>of(
                          "effect_products", PRODUCTS, "products covered", effect(Effect::products))
                      .orEmpty(),
                  Column.<ExportControl>of(
                          "effect_from", PARTIES, "acting exporter", effect(Effect::from))
                      .orEmpty(),
                  Column.<ExportControl>of(
                          "effect_to", PARTIES, "destinations; empty for all", effect(Effect::to))
                      .orEmpty(),
                  Column.<ExportControl>of(
                          "in_base",
                          WORD,
                          "whether base-year trade already shows it: no, partly, yes; empty if the"
                              + " control is only listed",
                          effect(Effect::inBase))
                      .orEmpty(),
                  share("licensed_share_low", Interval::low),
                  share("licensed_share", Interval::central),
                  share("licensed_share_high", Interval::high),
                  Column.<ExportControl>of(
                          "quota_tonnes", NUMBER, "cap on exports", effect(Effect::quotaTonnes))
                      .in("t/year")
                      .within(0, VolumeTables.MOST_TONNES)
                      .orEmpty(),
                  text("effect_reason", "reason for the figures", effect(Effect::reason)),
                  text("url", "where it is reported", ExportControl::url))),
          cells ->
              new ExportControl(
                  cells.text("control"),
                  cells.text("issuer"),
                  cells.text("announced"),
                  cells.text("effective"),
                  cells.text("reference"),
                  cells.text("type"),
                  cells.text("minerals"),
                  cells.text("target"),
                  cells.text("state"),
                  cells.findText("suspended_until"),
                  effectOf(cells),
                  cells.text("url"),
                  cells.provenance()));

  static final Table<Commitment> COMMITMENTS =
      new Table<>(
          "commitments",
          "A promise of the register, with or without a date.",
          1,
          VolumeTables.with(
              Commitment::provenance,
              List.of(
                  Column.of(
                      "commitment", WORD, "row of the register, for example C037", Commitment::id),
                  text("made", "date made, as printed", Commitment::made),
                  text("parties", "as the register words them", Commitment::parties),
                  text("instrument", "name of the act or statement", Commitment::instrument),
                  text("binding", "as the register words it", Commitment::binding),
                  text("promise", "what was promised, in our words", Commitment::promise),
                  text("deadline", "date due, as printed", Commitment::deadline),
                  text(
                      "deadline_basis", "stated, or computed from what", Commitment::deadlineBasis),
                  text("state", "as the register words it", Commitment::state),
                  text("state_date", "date of the newest evidence", Commitment::stateDate),
                  text("done", "date on which it was fulfilled", Commitment::done),
                  text("url", "where it is reported", Commitment::url),
                  text("verification", "the register's own mark", Commitment::verification))),
          cells ->
              new Commitment(
                  cells.text("commitment"),
                  cells.text("made"),
                  cells.text("parties"),
                  cells.text("instrument"),
                  cells.text("binding"),
                  cells.text("promise"),
                  cells.findText("deadline"),
                  cells.text("deadline_basis"),
                  cells.text("state"),
                  cells.findText("state_date"),
                  cells.findText("done"),
                  cells.text("url"),
                  cells.text("verification"),
                  cells.provenance()));

  static final Table<Partner> PARTNERS =
      new Table<>(
          "partners",
          "A country's tie to a framework of cooperation on critical minerals.",
          2,
          VolumeTables.with(
              Partner::provenance,
              List.of(
                  Column.of("country", COUNTRY, "which", Partner::country),
                  Column.of("framework", WORD, "framework or meeting", Partner::framework),
                  Column.of("name", TEXT, "as in the register", Partner::name),
                  Column.of("tie", WORD, "signed or attended", Partner::tie),
                  Column.of("counterpart", IMPORTER, "on the other side", Partner::counterpart),
                  text("date", "signed or held", Partner::date),
                  Column.of("label", TEXT, "what a plan says of the country", Partner::label))),
          cells ->
              new Partner(
                  cells.country("country"),
                  cells.text("framework"),
                  cells.text("name"),
                  cells.parsed("tie", RegisterTables::parseTie),
                  cells.text("counterpart"),
                  cells.findText("date"),
                  cells.text("label"),
                  cells.provenance()));

  static final Table<Fact> FACTS =
      new Table<>(
          "facts",
          "A dated fact that a scenario or report may cite.",
          1,
          VolumeTables.with(
              Fact::provenance,
              List.of(
                  Column.of("fact", WORD, "row of its register, for example F001", Fact::id),
                  text("date", "as printed", Fact::date),
                  Column.of(
                      "statement", TEXT, "what it says, with figure and unit", Fact::statement),
                  text("url", "where it is reported", Fact::url))),
          cells ->
              new Fact(
                  cells.text("fact"),
                  cells.text("date"),
                  cells.text("statement"),
                  cells.text("url"),
                  cells.provenance()));

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

  private static <T> Column<T> text(String name, String about, Function<T, Object> value) {
    return Column.of(name, TEXT, about, value).orEmpty();
  }

  private static Function<ExportControl, Object> effect(Function<Effect, Object> part) {
    return control -> control.effect().map(part).orElse("");
  }

  private static Column<ExportControl> share(String name, Function<Interval, Double> end) {
    return Column.<ExportControl>of(
            name,
            NUMBER,
            "share of base trade still licensed; empty for a quota",
            effect(effect -> effect.licensedShare().map(end)))
        .in("1")
        .within(0, 1)
        .orEmpty();
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

  private static Partner.Tie parseTie(String text) {
    return switch (text) {
      case "signed" -> Partner.Tie.SIGNED;
      case "attended" -> Partner.Tie.ATTENDED;
      default ->
          throw new IllegalArgumentException(
              "not a tie: '" + text + "'\nMaybe you meant signed or attended");
    };
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
