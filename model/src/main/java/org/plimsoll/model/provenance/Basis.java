package org.plimsoll.model.provenance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a computed figure rests on.
 *
 * @param grade the worst grade among the inputs
 * @param sources of the inputs, each once, in the order of their text
 */
public record Basis(Grade grade, List<Source> sources) {
  public Basis {
    sources = List.copyOf(sources);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a figure must rest on at least one source");
    }
  }

  /**
   * The basis of a figure computed from these rows.
   *
   * @throws IllegalArgumentException if there is no row
   */
  public static Basis of(Collection<Provenance> inputs) {
    Grade worst = Grade.A;
    for (Provenance input : inputs) {
      worst = worst.worse(input.grade());
    }
    return new Basis(worst, inOrder(inputs.stream().map(Provenance::source)));
  }

  /** The basis of a figure computed from both. */
  public Basis and(Basis other) {
    return new Basis(
        grade.worse(other.grade), inOrder(Stream.concat(sources.stream(), other.sources.stream())));
  }

  private static List<Source> inOrder(Stream<Source> sources) {
    TreeMap<String, Source> byText = new TreeMap<>();
    sources.forEach(source -> byText.put(source.toString(), source));
    return new ArrayList<>(byText.values());
  }

  /** The datasets with their editions, each once: {@code usgs-mcs@2026}. */
  public List<String> datasets() {
    return sources.stream().map(s -> s.dataset() + "@" + s.edition()).distinct().toList();
  }
}
