package org.plimsoll.app.report.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.plimsoll.model.provenance.Source;

/**
 * Where a number on the page comes from: the sources it was read in, or what it was computed from.
 * The first are numbered in the list of sources, the second in the list "How it was computed".
 *
 * @param sources where it was read; empty if it was only computed
 * @param derivedFrom sources, parameters and method pages that it was computed from; empty if it
 *     was only read
 */
public record Origin(List<Source> sources, List<String> derivedFrom) {
  private static final Pattern SOURCE = Pattern.compile("[A-Za-z0-9_-]+@[^#]+#.+");

  /** A number that needs none, such as a count of things on the page. */
  public static final Origin NONE = new Origin(List.of(), List.of());

  public Origin {
    sources = List.copyOf(sources);
    derivedFrom = List.copyOf(derivedFrom);
  }

  /** Read in these sources. */
  public static Origin read(Source... sources) {
    return new Origin(List.of(sources), List.of());
  }

  /** Read where the text says: a source, or a place in words. */
  public static Origin readIn(String text) {
    return findSource(text).map(Origin::read).orElseGet(() -> derived(List.of(text)));
  }

  /** The source that a text names, if it has the form of one. */
  public static Optional<Source> findSource(String text) {
    return SOURCE.matcher(text).matches() ? Optional.of(Source.parse(text)) : Optional.empty();
  }

  /** Computed from these. */
  public static Origin derived(List<String> from) {
    return new Origin(List.of(), from);
  }

  /** The same with a further source. */
  public Origin and(Source source) {
    List<Source> all = new ArrayList<>(sources);
    all.add(source);
    return new Origin(all, derivedFrom);
  }

  public boolean isNone() {
    return sources.isEmpty() && derivedFrom.isEmpty();
  }

  /** The number's marks, written down as cited, and where it leads. */
  public Cited cite(Numbering numbering) {
    SortedMap<Integer, Source> read = new TreeMap<>();
    sources.forEach(source -> read.putIfAbsent(numbering.cite(source), source));
    List<String> marks = new ArrayList<>(read.keySet().stream().map(String::valueOf).toList());
    if (derivedFrom.isEmpty()) {
      String address =
          numbering.citations().ofSource(read.firstEntry().getValue(), read.firstKey());
      return new Cited(address, String.join(",", marks));
    }
    Numbering.Derivation computed = numbering.derive(derivedFrom);
    marks.add(Numbering.DERIVED + computed.number());
    return new Cited(numbering.citations().ofDerivation(computed), String.join(",", marks));
  }

  /** The sources in words, for whoever points at the number. */
  List<String> words() {
    return sources.stream()
        .map(source -> source.dataset() + " " + source.edition() + ", " + source.locator())
        .toList();
  }

  /**
   * A citation.
   *
   * @param address where it leads
   * @param marks what stands after the number: {@code 1,3} or {@code c7}
   */
  public record Cited(String address, String marks) {}
}
