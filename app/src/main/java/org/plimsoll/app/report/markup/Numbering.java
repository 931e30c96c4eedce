package org.plimsoll.app.report.markup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Citations citations;
  private final Width width;
  private final Labels labels;
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
  public record Derivation(int number, List<String> from) {
    private static final String METHOD = "docs/method/";
    private static final String PAGE = ".md";

    /** The names of the method pages, as {@code docs/method} has them. */
    public List<String> listMethods() {
      return from.stream()
          .filter(Derivation::isMethod)
          .map(text -> text.substring(METHOD.length(), text.length() - PAGE.length()))
          .toList();
    }

    public List<Source> listSources() {
      return from.stream().map(Origin::findSource).flatMap(Optional::stream).toList();
    }

    /** What is neither a source nor a method page: solved cases, parameters, places in words. */
    public List<String> listOthers() {
      return from.stream()
          .filter(text -> !isMethod(text) && Origin.findSource(text).isEmpty())
          .toList();
    }

    private static boolean isMethod(String text) {
      return text.startsWith(METHOD) && text.endsWith(PAGE);
    }
  }

  /** A part of the page that can be linked to. */
  public record Place(String anchor, String label) {}

  /** Nothing numbered yet; citations lead to the lists at the end of the page. */
  public Numbering() {
    this(new ListCitations(), Width.PAGE);
  }

  /**
   * Nothing numbered yet, of a page in English.
   *
   * @param citations where citations lead
   * @param width room for each drawing
   */
  public Numbering(Citations citations, Width width) {
    this(citations, width, Labels.ENGLISH);
  }

  /**
   * Nothing numbered yet.
   *
   * @param citations where citations lead
   * @param width room for each drawing
   * @param labels what numbered parts are called
   */
  public Numbering(Citations citations, Width width, Labels labels) {
    this.citations = citations;
    this.width = width;
    this.labels = labels;
  }

  /** What numbered parts are called. */
  public Labels labels() {
    return labels;
  }

  /** Room for each drawing of the page. */
  public Width width() {
    return width;
  }

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

  /** This way of computing, with its number. */
  Derivation derive(List<String> from) {
    return derivations.computeIfAbsent(
        from, key -> new Derivation(derivations.size() + 1, List.copyOf(key)));
  }

  /** Where its citations lead. */
  Citations citations() {
    return citations;
  }

  /** Superscript links to the sources; nothing if there are none. */
  public Markup marks(List<Source> sources) {
    if (sources.isEmpty()) {
      return Markup.NONE;
    }
    Tag marks = Tag.of("sup", "src");
    SortedMap<Integer, Source> numbered = new TreeMap<>();
    sources.forEach(source -> numbered.putIfAbsent(cite(source), source));
    numbered.forEach((number, source) -> {
      marks.text(number.equals(numbered.firstKey()) ? "" : ", ");
      marks.add(
          Tag.of("a")
              .with("href", citations.ofSource(source, number))
              .with("aria-label", "source " + number)
              .text(Integer.toString(number)));
    });
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
