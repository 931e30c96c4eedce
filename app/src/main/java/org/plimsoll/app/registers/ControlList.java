package org.plimsoll.app.registers;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.planner.commitments.ControlCalendar;

/**
 * Export controls, and whether each applied on a day.
 *
 * @param asOf the day asked about; the world's own if empty
 * @param material a word of minerals or products; all if empty
 * @param only words of standings; all if empty
 */
public record ControlList(Optional<LocalDate> asOf, Optional<String> material, List<String> only) {
  /** Every word under which a standing is counted. */
  public static final List<String> WORDS =
      List.of("in force", "suspended", "announced", "ended", "unknown", "unsettled");

  public ControlList {
    only = List.copyOf(only);
  }

  /**
   * The controls that are meant.
   *
   * @throws org.plimsoll.app.session.Refusal if no control and no product has the material's word
   */
  public Answer answer(Evidence evidence) {
    LocalDate day = asOf.orElse(evidence.asOf());
    ControlCalendar calendar = ControlCalendar.of(evidence.exportControls(), day);
    material
        .filter(word -> evidence.exportControls().stream().noneMatch(row -> isAbout(row, word)))
        .ifPresent(new Selection(evidence)::products); // refuses a word that names no material
    List<ControlCalendar.Entry> wanted =
        calendar.entries().stream()
            .filter(entry -> only.isEmpty() || only.contains(entry.standing().word()))
            .filter(entry -> material.map(word -> isAbout(entry.control(), word)).orElse(true))
            .toList();
    return Answer.of("Export controls")
        .fact("asOf", day)
        .with(
            Table.of("controls", "Export controls as of " + day, wanted)
                .words("id", "id", e -> e.control().id())
                .country("issuer", "issuer", e -> e.control().issuer())
                .words("word", "", e -> e.standing().word())
                .words("standing", "standing", e -> e.standing().describe())
                .words("type", "type", e -> e.control().type())
                .words("minerals", "minerals", e -> e.control().minerals())
                .words("announced", "", e -> e.control().announced())
                .words("effective", "", e -> e.control().effective())
                .words("reference", "", e -> e.control().reference())
                .words("state", "", e -> e.control().state())
                .words("suspendedUntil", "", e -> e.control().suspendedUntil())
                .names("products", "", e -> products(e.control()))
                .words("url", "", e -> e.control().url())
                .knownQuietly(e -> e.control().provenance())
                .words("target", "target", e -> e.control().target()))
        .remark(registerEnd(evidence, day))
        .remark(
            "Of all: " + OptionWords.tally(calendar.countByWord()),
            "The source of each row, and the products it covers: --json.");
  }

  /** Words for a day after the last on which the register was read; none before it. */
  static List<String> registerEnd(Evidence evidence, LocalDate day) {
    return day.isAfter(evidence.asOf())
        ? List.of(
            "The register ends on %s: what was announced, changed or ended after it is not in it."
                .formatted(evidence.asOf()))
        : List.of();
  }

  private static boolean isAbout(ExportControl control, String word) {
    String sought = word.toLowerCase(Locale.ROOT);
    return control.minerals().toLowerCase(Locale.ROOT).contains(sought)
        || products(control).stream().anyMatch(product -> product.contains(sought));
  }

  private static List<String> products(ExportControl control) {
    return control.listProducts().stream().map(Object::toString).toList();
  }
}
