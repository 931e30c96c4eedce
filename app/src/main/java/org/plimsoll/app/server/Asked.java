package org.plimsoll.app.server;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a request asks of its route, read and looked at.
 *
 * @param values of parameters by name, those of the path too
 * @param query as it was sent
 * @param body as it was sent; empty if there is none
 * @param lastEvent number of the last event that a stream of news has shown; 0 if it is new
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record Asked(SortedMap<String, String> values, String query, byte[] body, long lastEvent) {
  Asked {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  Optional<String> word(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** A value of the path, which every request of the route has. */
  String inPath(String name) {
    return word(name).orElseThrow();
  }

  List<String> words(String name) {
    return word(name).map(all -> List.of(all.split(",", -1))).orElse(List.of());
  }

  Optional<LocalDate> day(String name) {
    return word(name).map(LocalDate::parse);
  }

  Optional<Integer> count(String name) {
    return word(name).map(Integer::valueOf);
  }

  boolean flag(String name) {
    return word(name).map(value -> !value.equals("false")).orElse(false);
  }

  /** The body as a text. */
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
