package org.plimsoll.app.report.markup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Source;

/**
 * Gives out the numbers of figures, tables and sources in the order of the page, and remembers who
 * cited what. It lives while one page is written; two pages never share one.
 */
public final class Numbering {
  /** What stands before the number of a derivation, so that it is not taken for a source. */
  public static final String DERIVED = "c";

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Map<List<String>, Derivation> derivations = new LinkedHashMap<>();
  private final SortedMap<String, Markup> shared = new TreeMap<>();
  private final EnumMap<Grade, Integer> grades = new EnumMap<>(Grade.class);
  private String anchor = "top";
  private String place = "";
  private String row = "";
  private int figures;
  private int tables;

  /**
   * A dataset in the list of sources.
   *
   * @param number its number, from 1
   * @param dataset identifier
   * @param edition the publisher's edition
   * @param locators what was cited in it
   * @param places where it is cited, in the order of the page, and in which rows
   */
  public record Entry(
      int number,
      String dataset,
      String edition,
      SortedSet<String> locators,
      Map<Place, List<String>> places) {}

  /**
   * A way in which numbers of the page were computed.
   *
   * @param number its number, from 1
   * @param from sources, parameters and method pages
   */
  public record Derivation(int number, List<String> from) {}

  /** A part of the page that can be linked to. */
  public record Place(String anchor, String label) {}

  /** Nothing numbered yet. */
  public Numbering() {}

  /** From here on, citations come from this part of the page. */
  public void enter(String newAnchor, String label) {
    anchor = newAnchor;
    place = label;
    row = "";
  }

  /** From here on, citations come from this row of the table being written. */
  public void enterRow(String label) {
    row = label;
  }

  /** What {@link #enter} said last, so that a table can give the section back when it ends. */
  public Place here() {
    return new Place(anchor, place);
  }

  public int nextFigure() {
    return ++figures;
  }

  int nextTable() {
    return ++tables;
  }

  /** The number of the source's dataset and edition; the citation is written down. */
  public int cite(Source source) {
    Entry entry =
        entries.computeIfAbsent(
            source.dataset() + "@" + source.edition(),
            key ->
                new Entry(
                    entries.size() + 1,
                    source.dataset(),
                    source.edition(),
                    new TreeSet<>(),
                    new LinkedHashMap<>()));
    entry.locators().add(source.locator());
    List<String> rows = entry.places().computeIfAbsent(here(), key -> new ArrayList<>());
    if (!row.isEmpty() && !rows.contains(row)) {
      rows.add(row);
    }
    return entry.number();
  }

  /** The number of this way of computing. */
  int derive(List<String> from) {
    return derivations
        .computeIfAbsent(from, key -> new Derivation(derivations.size() + 1, List.copyOf(key)))
        .number();
  }

  /** The anchor of a derivation in its list. */
  public static String derivedId(int number) {
    return "how-" + number;
  }

  /** Superscript links to the sources; nothing if there are none. */
  public Markup marks(List<Source> sources) {
    if (sources.isEmpty()) {
      return Markup.NONE;
    }
    Tag marks = Tag.of("sup", "src");
    boolean isFirst = true;
    for (int number : new TreeSet<>(sources.stream().map(this::cite).toList())) {
      marks.text(isFirst ? "" : ", ");
      marks.add(
          Tag.of("a")
              .with("href", "#src-" + number)
              .with("aria-label", "source " + number)
              .text(Integer.toString(number)));
      isFirst = false;
    }
    return marks.markup();
  }

  /** Counts a number of this grade. */
  public void count(Grade grade) {
    grades.merge(grade, 1, Integer::sum);
  }

  /** Definitions that several drawings use and that the page must hold once. */
  public void share(Map<String, Markup> definitions) {
    shared.putAll(definitions);
  }

  public Collection<Entry> listEntries() {
    return Collections.unmodifiableCollection(entries.values());
  }

  public Collection<Derivation> listDerivations() {
    return Collections.unmodifiableCollection(derivations.values());
  }

  public Collection<Markup> listShared() {
    return Collections.unmodifiableCollection(shared.values());
  }

  /** Numbers written so far, by grade. */
  public Map<Grade, Integer> gradeCounts() {
    return Collections.unmodifiableMap(grades);
  }
}
