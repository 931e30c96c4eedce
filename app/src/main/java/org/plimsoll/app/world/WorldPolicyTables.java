package org.plimsoll.app.world;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.registers.ProjectList;
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
    this.calendar = ControlCalendar.of(subject.evidence(), subject.evidence().asOf());
  }

  /** Controls that name the material or act on one of its products. */
  Table<ControlCalendar.Entry> controls() {
    return Table.of(
            "controls",
            "Export controls that name it, and where they stood on " + calendar.asOf(),
            calendar.entries().stream().filter(entry -> concerns(entry.control())).toList())
        .words("id", "id", e -> e.control().id())
        .country("issuer", "issuer", e -> e.control().issuer())
        .words("effective", "effective", e -> e.control().effective())
        .words("type", "type", e -> e.control().type())
        .words("word", "", e -> e.standing().word())
        .words("standing", "standing", e -> e.standing().describe())
        .words(
            "inBase",
            "in base",
            e -> said(e.control(), f -> f.inBase().name().toLowerCase(Locale.ROOT), ", "))
        .names("effectOn", "", e -> e.control().listProducts())
        .words("reason", "", e -> said(e.control(), f -> f.provenance().note(), "; "))
        .words("minerals", "", e -> e.control().minerals())
        .words("reference", "", e -> e.control().reference())
        .words("url", "", e -> e.control().url())
        .words("source", "", e -> e.control().provenance().source())
        .words("target", "target", e -> e.control().target());
  }

  /** What is said of its effects, each once; empty if it has none. */
  private static Optional<String> said(
      ExportControl control, Function<ExportControl.Effect, String> wordOf, String between) {
    return control.effects().isEmpty()
        ? Optional.empty()
        : Optional.of(
            control.effects().stream().map(wordOf).distinct().collect(Collectors.joining(between)));
  }

  private boolean concerns(ExportControl control) {
    return subject.isNamedIn(control.minerals())
        || control.listProducts().stream().anyMatch(ids::contains);
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
  Table<Project> projects() {
    return ProjectList.table(
        subject.evidence().projects().stream().filter(this::concerns).toList());
  }

  /** A project placed in another product's chain is not this one's, whatever its ore holds. */
  private boolean concerns(Project project) {
    return project
        .product()
        .map(ids::contains)
        .orElseGet(() -> subject.isNamedIn(project.mineral()));
  }
}
