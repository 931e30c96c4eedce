package org.plimsoll.border.screening;

import java.util.List;
import java.util.SortedMap;

/**
 * What a screening has to say; it asks for proof and replaces no declared value.
 *
 * @param lines that were read
 * @param judged lines that each test could say something about; the rest had no product, origin,
 *     content or peers
 * @param found lines with a finding of each test
 * @param ranked lines with evidence, the strongest first, as many as were asked for
 * @param first of each test alone, the lines that it suspects most, at most {@link #TRIED}
 * @param control lines drawn at random, whatever the tests say
 */
public record Screening(
    int lines,
    SortedMap<Suspicion, Integer> judged,
    SortedMap<Suspicion, Integer> found,
    List<Ranked> ranked,
    SortedMap<Suspicion, List<String>> first,
    List<String> control) {
  /** Lines at which the precision of a test is told. */
  public static final int TRIED = 100;

  public Screening {
    first = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(first));
    judged = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(judged));
    found = java.util.Collections.unmodifiableSortedMap(new java.util.TreeMap<>(found));
    ranked = List.copyOf(ranked);
    control = List.copyOf(control);
  }
}
