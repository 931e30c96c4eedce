package org.plimsoll.app.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Known;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Project;
import org.plimsoll.planner.commitments.ControlCalendar;

/** Controls and projects that concern the products of a page. */
final class WorldPolicyTables {
  private final WorldSubject subject;
  private final List<ProductId> ids;
  private final ControlCalendar calendar;

  WorldPolicyTables(WorldSubject subject) {
    this.subject = subject;
    this.ids = subject.ids();
    this.calendar =
        ControlCalendar.of(subject.evidence().exportControls(), subject.evidence().asOf());
  }

  /** Controls that name the material or act on one of its products. */
  Table controls() {
    Answer.Builder rows =
        Table.of(
            "controls",
            "Export controls that name it, and where they stood on " + calendar.asOf(),
            new Column("id", "id"),
            new Column("issuer", "issuer"),
            new Column("effective", "effective"),
            new Column("type", "type"),
            Column.hidden("word"),
            new Column("standing", "standing"),
            new Column("inBase", "in base"),
            Column.hidden("effectOn"),
            Column.hidden("reason"),
            Column.hidden("minerals"),
            Column.hidden("reference"),
            Column.hidden("url"),
            Column.hidden("source"),
            new Column("target", "target"));
    for (ControlCalendar.Entry entry : calendar.entries()) {
      ExportControl control = entry.control();
      if (concerns(control)) {
        Optional<ExportControl.Effect> effect = control.effect();
        rows.row(
            Cell.words(control.id()),
            Cell.words(control.issuer()),
            Cell.words(control.effective()),
            Cell.words(control.type()),
            Cell.words(entry.standing().word()),
            Cell.words(entry.standing().describe()),
            Cell.words(effect.map(e -> e.inBase().name().toLowerCase(Locale.ROOT))),
            new Cell.Names(
                effect
                    .map(e -> e.products().stream().map(Object::toString).toList())
                    .orElse(List.of())),
            Cell.words(effect.map(ExportControl.Effect::reason)),
            Cell.words(control.minerals()),
            Cell.words(control.reference()),
            Cell.words(control.url()),
            Cell.words(control.provenance().source().toString()),
            Cell.words(control.target()));
      }
    }
    return rows.build();
  }

  private boolean concerns(ExportControl control) {
    return subject.isNamedIn(control.minerals())
        || control.effect().map(e -> e.products().stream().anyMatch(ids::contains)).orElse(false);
  }

  /** How many controls cover it without naming it. */
  Optional<String> remark() {
    List<String> general =
        calendar.entries().stream()
            .map(ControlCalendar.Entry::control)
            .filter(c -> !concerns(c))
            .filter(c -> c.minerals().contains("dual-use"))
            .map(ExportControl::id)
            .toList();
    return general.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Controls on dual-use items in general may reach it too: "
                + String.join(", ", general)
                + " (plimsoll controls).");
  }

  /** Projects that make one of the products, or whose mineral the register so names. */
  Table projects() {
    Answer.Builder rows =
        Table.of(
            "projects",
            "Projects",
            new Column("id", "id"),
            new Column("country", "country"),
            new Column("product", "product"),
            new Column("stage", "stage"),
            new Column("capacityTonnesPerYear", "t a year"),
            new Column("startYear", "start"),
            new Column("name", "name"),
            Column.hidden("operator"),
            Column.hidden("mineral"),
            Column.hidden("capacityNote"),
            Column.hidden("capitalUsdMillion"),
            Column.hidden("support"),
            Column.hidden("verification"),
            Column.hidden("url"),
            Column.hidden("source"),
            new Column("state", "state"));
    for (Project project : subject.evidence().projects()) {
      if (concerns(project)) {
        rows.row(
            Known.of(project.provenance()),
            Cell.words(project.id()),
            Cell.words(project.country()),
            Cell.words(project.product()),
            Cell.words(project.stage()),
            Cell.figure(project.capacityTonnesPerYear(), Cell.DIGITS),
            project.startYear().isPresent()
                ? new Cell.Whole(project.startYear().getAsInt())
                : new Cell.Nothing(),
            Cell.words(project.name()),
            Cell.words(project.operator()),
            Cell.words(project.mineral()),
            Cell.words(project.capacityNote()),
            Cell.figure(project.capitalUsdMillion(), Cell.DIGITS),
            Cell.words(project.support()),
            Cell.words(project.verification()),
            Cell.words(project.url()),
            Cell.words(project.provenance().source().toString()),
            Cell.words(project.state()));
      }
    }
    return rows.build();
  }

  /** A project placed in another product's chain is not this one's, whatever its ore holds. */
  private boolean concerns(Project project) {
    return project
        .product()
        .map(ids::contains)
        .orElseGet(() -> subject.isNamedIn(project.mineral()));
  }
}
