package org.plimsoll.app.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.planner.commitments.ControlCalendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll controls}. */
@Command(
    name = "controls",
    description = "Export controls, and whether each applied on a day.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll controls",
      "  plimsoll controls --material gallium",
      "  plimsoll controls --only unknown,unsettled --as-of 2026-11-24",
      "",
      "unknown: its suspension ran out, and nothing tells what followed."
    })
final class ControlsVerb implements Callable<Integer> {
  /** Every word under which a standing is counted. */
  static final List<String> WORDS =
      List.of("in force", "suspended", "announced", "ended", "unknown", "unsettled");

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "The day asked about; default: the world's own date.")
  private Optional<String> asOf = Optional.empty();

  @Option(
      names = {"-m", "--material"},
      paramLabel = "WORD",
      description = "Only controls whose minerals or products have this word.")
  private Optional<String> material = Optional.empty();

  @Option(
      names = "--only",
      paramLabel = "WORDS",
      split = ",",
      description =
          "Only these standings: in force, suspended, announced, ended, unknown, unsettled.")
  private List<String> only = List.of();

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Console console;

  ControlsVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Evidence evidence = console.session().readWorld(options.world());
    LocalDate day = asOf.map(d -> OptionWords.day("--as-of", d)).orElse(evidence.asOf());
    OptionWords.requireOneOf("--only", only, WORDS);
    return console.print(answer(evidence, day, material, only), options.asJson());
  }

  /** The answer; with no word in {@code only} every control of the material. */
  static Answer answer(
      Evidence evidence, LocalDate asOf, Optional<String> material, List<String> only) {
    ControlCalendar calendar = ControlCalendar.of(evidence.exportControls(), asOf);
    material
        .filter(word -> evidence.exportControls().stream().noneMatch(row -> isAbout(row, word)))
        .ifPresent(new Selection(evidence)::products); // refuses a word that names no material
    Answer.Builder rows =
        Table.of(
            "controls",
            "Export controls as of " + asOf,
            new Column("id", "id"),
            new Column("issuer", "issuer"),
            Column.hidden("word"),
            new Column("standing", "standing"),
            new Column("type", "type"),
            new Column("minerals", "minerals"),
            Column.hidden("announced"),
            Column.hidden("effective"),
            Column.hidden("reference"),
            Column.hidden("state"),
            Column.hidden("suspendedUntil"),
            Column.hidden("products"),
            Column.hidden("url"),
            Column.hidden("grade"),
            Column.hidden("status"),
            Column.hidden("source"),
            new Column("target", "target"));
    for (ControlCalendar.Entry entry : calendar.entries()) {
      ExportControl control = entry.control();
      if ((only.isEmpty() || only.contains(entry.standing().word()))
          && material.map(word -> isAbout(control, word)).orElse(true)) {
        rows.row(
            Cell.words(control.id()),
            Cell.words(control.issuer()),
            Cell.words(entry.standing().word()),
            Cell.words(entry.standing().describe()),
            Cell.words(control.type()),
            Cell.words(control.minerals()),
            Cell.words(control.announced()),
            Cell.words(control.effective()),
            Cell.words(control.reference()),
            Cell.words(control.state()),
            Cell.words(control.suspendedUntil()),
            new Cell.Names(products(control)),
            Cell.words(control.url()),
            Cell.words(control.provenance().grade().name()),
            Cell.words(control.provenance().status().word()),
            Cell.words(control.provenance().source().toString()),
            Cell.words(control.target()));
      }
    }
    return new Answer(
        new TreeMap<>(Map.of("asOf", asOf.toString())),
        List.of(rows.build()),
        List.of(
            "Of all: " + OptionWords.tally(calendar.countByWord()),
            "The source of each row, and the products it covers: --json."));
  }

  private static boolean isAbout(ExportControl control, String word) {
    String sought = word.toLowerCase(Locale.ROOT);
    return control.minerals().toLowerCase(Locale.ROOT).contains(sought)
        || products(control).stream().anyMatch(product -> product.contains(sought));
  }

  private static List<String> products(ExportControl control) {
    return control
        .effect()
        .map(effect -> effect.products().stream().map(Object::toString).toList())
        .orElse(List.of());
  }
}
