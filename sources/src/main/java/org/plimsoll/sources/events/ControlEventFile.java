package org.plimsoll.sources.events;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ControlEvent;
import org.plimsoll.model.policy.ControlEvent.Effect;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/** Reads a table of measured effects: {@code docs/reference/control-events.md}. */
public final class ControlEventFile {
  static final List<String> COLUMNS =
      List.of(
          "control",
          "minerals",
          "announced",
          "in_force",
          "importer",
          "measure",
          "months",
          "log_effect",
          "standard_error",
          "pct_change",
          "note");

  /** Columns that a table may leave out, all of whose fields may be empty. */
  static final List<String> FURTHER =
      List.of(
          "theta_low",
          "theta",
          "theta_high",
          "theta_source",
          "theta_others",
          "horizon_months",
          "origin",
          "measured",
          "restricted",
          "source");

  private ControlEventFile() {}

  /**
   * Reads the file. Rows that contradict one another are errors too; a row about minerals of which
   * the world solves none is left out with its reason.
   *
   * @param file CSV in UTF-8, with exactly the columns of the page
   * @param world whose products, countries and territories the rows name
   * @param known earlier events, by which a mineral's word is understood where a row leaves {@code
   *     measured} or {@code restricted} empty
   */
  public static Loaded<List<ControlEvent>> read(
      Path file, Evidence world, List<ControlEvent> known) {
    EventRow reader = new EventRow(world, known);
    Loaded<List<ControlEvent>> loaded =
        CsvFile.withExactly(file.toString(), COLUMNS, FURTHER)
            .readUnique(file, (Row row) -> reader.event(row), ControlEventFile::key);
    List<Issue> issues = new ArrayList<>(loaded.issues());
    issues.addAll(reader.remarks());
    if (!loaded.hasErrors()) {
      issues.addAll(contradictions(loaded.value()));
    }
    return new Loaded<>(loaded.value(), issues, loaded.rows());
  }

  private static String key(ControlEvent event) {
    return "%s at %s: %s, months %s"
        .formatted(event.control(), event.importer(), event.effect(), event.months());
  }

  /** Two claims about θ of one control at one place; two horizons of one control. */
  private static List<Issue> contradictions(List<ControlEvent> events) {
    List<Issue> issues = new ArrayList<>();
    Map<String, ControlEvent> shares = new HashMap<>();
    Map<String, ControlEvent> controls = new HashMap<>();
    Map<String, ControlEvent> others = new HashMap<>();
    for (ControlEvent event : events) {
      if (event.licensedShare().isPresent()) {
        ControlEvent first =
            shares.computeIfAbsent(event.control() + " at " + event.importer(), k -> event);
        if (!first.licensedShare().equals(event.licensedShare())) {
          issues.add(
              Issue.error(
                  event.place(),
                  "theta of %s at %s is another in line %d"
                      .formatted(event.control(), event.importer(), first.place().line()),
                  "give it in one row of the control and importer, or the same in each"));
        }
      }
      ControlEvent first = controls.computeIfAbsent(event.control(), k -> event);
      if (event.othersShare().isPresent()) {
        ControlEvent told = others.computeIfAbsent(event.control(), k -> event);
        if (!told.othersShare().equals(event.othersShare())) {
          issues.add(
              Issue.error(
                  event.place(),
                  "theta_others of %s is another in line %d"
                      .formatted(event.control(), told.place().line()),
                  "give it in one row of the control, or the same in each"));
        }
      }
      if (first.horizonMonths() != event.horizonMonths() && first.months().equals(event.months())) {
        issues.add(
            Issue.error(
                event.place(),
                "horizon_months of %s is %d here and %d in line %d"
                    .formatted(
                        event.control(),
                        event.horizonMonths(),
                        first.horizonMonths(),
                        first.place().line()),
                "give one horizon to the rows of a control"));
      }
      if (!first.restricted().equals(event.restricted())
          || !first.measured().equals(event.measured())) {
        issues.add(
            Issue.error(
                event.place(),
                "%s is about %s here and about other products in line %d"
                    .formatted(event.control(), event.minerals(), first.place().line()),
                "give another control its own identifier"));
      }
    }
    return issues;
  }

  /** The words of the column {@code measure}, for the page and for messages. */
  static String word(Effect effect) {
    return switch (effect) {
      case ORIGIN_VOLUME -> "imports from COUNTRY (kg)";
      case VOLUME -> "imports, all origins (kg)";
      case UNIT_VALUE -> "import unit value";
    };
  }
}
