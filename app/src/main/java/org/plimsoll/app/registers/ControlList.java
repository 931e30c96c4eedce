package org.plimsoll.app.registers;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ControlChange;
import org.plimsoll.model.policy.ControlScope;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.provenance.Words;
import org.plimsoll.planner.commitments.ControlCalendar;
import org.plimsoll.planner.commitments.ControlReach;
import org.plimsoll.planner.commitments.ControlStanding;
import org.plimsoll.planner.commitments.PartyMatch;

/**
 * Export controls, whether each applied on a day, and whom and what they reach.
 *
 * @param asOf the day asked about; the world's own if empty
 * @param material a word of minerals or products; all if empty
 * @param about goods, destination and end user; nothing is left out where they are empty
 * @param only words of standings; all if empty
 */
public record ControlList(
    Optional<LocalDate> asOf, Optional<String> material, About about, List<String> only) {
  /** Every word under which a standing is counted. */
  public static final List<String> WORDS =
      List.of("in force", "suspended", "announced", "ended", "unknown", "unsettled");

  /** The word for armed forces as an end user. */
  public static final String MILITARY = "military";

  public ControlList {
    only = List.copyOf(only);
  }

  /** Controls of all goods, destinations and end users. */
  public static ControlList ofAll(Optional<LocalDate> asOf) {
    return new ControlList(asOf, Optional.empty(), About.ANYTHING, List.of());
  }

  /**
   * What a shipment is of.
   *
   * @param product a commodity or product
   * @param to a country or territory
   * @param endUser {@link #MILITARY}, or the name of an organisation
   */
  public record About(Optional<String> product, Optional<String> to, Optional<String> endUser) {
    /** No shipment in particular. */
    public static final About ANYTHING =
        new About(Optional.empty(), Optional.empty(), Optional.empty());

    private static boolean isMilitary(String word) {
      return word.equalsIgnoreCase(MILITARY);
    }

    boolean isAnything() {
      return product.isEmpty() && to.isEmpty() && endUser.isEmpty();
    }

    private ControlReach.Question question(Evidence evidence, LocalDate day) {
      Selection selection = new Selection(evidence);
      return new ControlReach.Question(
          product
              .map(word -> selection.products(word).stream().map(Product::id).toList())
              .orElse(List.of()),
          to.map(word -> destinations(selection, evidence, word, day)).orElse(List.of()),
          endUser.map(word -> endUser(evidence, word)));
    }

    private static List<String> destinations(
        Selection selection, Evidence evidence, String word, LocalDate day) {
      Set<String> codes = new TreeSet<>();
      selection
          .regions(word, day)
          .forEach(region -> {
            codes.add(region.id());
            region
                .members()
                .forEach(country -> {
                  codes.add(country.alpha3());
                  codes.add(evidence.customsTerritoryOf(country));
                });
          });
      return List.copyOf(codes);
    }

    private static ControlReach.EndUser endUser(Evidence evidence, String word) {
      if (isMilitary(word)) {
        return new ControlReach.EndUser.Military();
      }
      if (!PartyMatch.isName(word)) {
        throw Refusal.of(
            "the end user is '" + word + "', which is not a name",
            "write military, or the name of an organisation");
      }
      Set<String> listedIn = new TreeSet<>();
      PartyMatch.of(evidence, word).forEach(match -> listedIn.addAll(match.rows()));
      return new ControlReach.EndUser.Named(word, List.copyOf(listedIn));
    }
  }

  /** A control, where it stands, and its rows that reach what is asked about. */
  private record Line(ControlCalendar.Entry entry, List<ControlReach> reaches) {
    ExportControl control() {
      return entry.control();
    }

    ControlStanding standing() {
      return entry.standing();
    }

    List<String> codes() {
      return reaches.stream()
          .map(reach -> reach.scope().code())
          .filter(code -> !code.isEmpty())
          .distinct()
          .toList();
    }

    String why() {
      return String.join(
          " | ",
          reaches.stream().map(ControlReach::why).filter(w -> !w.isEmpty()).distinct().toList());
    }
  }

  /** A row of a control that reaches what is asked about, and where the control stands. */
  private record Coded(Line line, ControlReach reach) {
    ControlScope scope() {
      return reach.scope();
    }
  }

  /**
   * The controls that are meant.
   *
   * @throws Refusal if no control and no product has the material's word, or a word of the shipment
   *     is not known
   */
  public Answer answer(Evidence evidence) {
    LocalDate day = asOf.orElse(evidence.asOf());
    ControlCalendar calendar = ControlCalendar.of(evidence, day);
    material
        .filter(word -> evidence.exportControls().stream().noneMatch(row -> isAbout(row, word)))
        .ifPresent(new Selection(evidence)::products); // refuses a word that names no material
    ControlReach.Question question = about.question(evidence, day);
    List<Line> wanted =
        calendar.entries().stream()
            .filter(entry -> only.isEmpty() || only.contains(entry.standing().word()))
            .filter(entry -> material.map(word -> isAbout(entry.control(), word)).orElse(true))
            .map(entry -> new Line(entry, ControlReach.of(evidence, entry.control(), question)))
            .filter(line -> about.isAnything() || !line.reaches().isEmpty())
            .toList();
    return Answer.of("Export controls")
        .fact("asOf", day)
        .with(controls(day, wanted))
        .with(about.isAnything() ? scopes(wanted).forPrograms() : scopes(wanted).ifAny())
        .with(changes(wanted))
        .remark(registerEnd(evidence, day))
        .remark(named(evidence))
        .remark(
            "Of all: " + OptionWords.tally(calendar.countByWord()),
            "The source of each row, the products and codes it covers, and its changes: --json.");
  }

  private Table<Line> controls(LocalDate day, List<Line> wanted) {
    Table<Line> table =
        Table.of("controls", "Export controls as of " + day, wanted)
            .words("id", "id", e -> e.control().id())
            .country("issuer", "issuer", e -> e.control().issuer())
            .words("word", "", e -> e.standing().word())
            .words("standing", "standing", e -> e.standing().describe())
            .words("type", "type", e -> e.control().type())
            .names("codes", "codes", Line::codes)
            .words("minerals", "minerals", e -> e.control().minerals())
            .words("announced", "", e -> e.control().announced())
            .words("effective", "", e -> e.control().effective())
            .words("reference", "", e -> e.control().reference())
            .words("state", "", e -> e.control().state())
            .words("suspendedUntil", "", e -> e.control().suspendedUntil())
            .names("products", "", e -> products(e.control()))
            .words("url", "", e -> e.control().url())
            .knownQuietly(e -> e.control().provenance());
    return about.isAnything()
        ? table.words("why", "", Line::why).words("target", "target", e -> e.control().target())
        : table
            .words("target", "", e -> e.control().target())
            .words("why", "why it is here", Line::why);
  }

  /** The rows of the controls, by the issuer's control code. */
  private static Table<Coded> scopes(List<Line> lines) {
    List<Coded> rows = new ArrayList<>();
    lines.forEach(line -> line.reaches().forEach(reach -> rows.add(new Coded(line, reach))));
    return Table.of("scopes", "What they cover, by control code", rows)
        .words("code", "code", row -> row.scope().code())
        .words("control", "control", row -> row.scope().control())
        .words("word", "standing", row -> row.line().standing().word())
        .words("minerals", "goods", row -> row.scope().minerals())
        .names("products", "products", row -> row.scope().products())
        .names("to", "to", row -> row.scope().to().ids())
        .words("endUsers", "end users", row -> Words.of(row.scope().endUsers()))
        .flag("dualUse", "every dual-use item", row -> row.scope().dualUse())
        .words("why", "", row -> row.reach().why())
        .knownQuietly(row -> row.scope().provenance())
        .words("note", "", row -> row.scope().provenance().note());
  }

  private static Table<ControlChange> changes(List<Line> lines) {
    return Table.of(
            "changes",
            "What became of them",
            lines.stream().flatMap(line -> line.entry().changes().stream()).toList())
        .words("control", "control", ControlChange::control)
        .words("date", "date", ControlChange::date)
        .words("kind", "change", change -> Words.of(change.kind()))
        .words("until", "until", ControlChange::until)
        .words("url", "", ControlChange::url)
        .known(ControlChange::provenance)
        .words("note", "", change -> change.provenance().note())
        .words("what", "what", ControlChange::what)
        .forPrograms();
  }

  /** What a search for a name cannot say. */
  private List<String> named(Evidence evidence) {
    return about
        .endUser()
        .filter(word -> !About.isMilitary(word))
        .map(word ->
            List.of(
                ("Lists of organisations hold more names than the registers, which name %d: a list"
                        + " that is not shown may name '%s' too. Why a name matched: plimsoll"
                        + " parties.")
                    .formatted(
                        evidence.developments().partyNames().stream()
                            .map(name -> name.party())
                            .distinct()
                            .count(),
                        word)))
        .orElse(List.of());
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
