package org.plimsoll.app.report.drawing;

import java.util.HashMap;
import java.util.Map;

/** Keys of the marks of one drawing that are named by words: the second of a name gets a number. */
final class MarkKeys {
  private final Map<String, Integer> seen = new HashMap<>();

  String of(String name) {
    int count = seen.merge(name, 1, Integer::sum);
    return count == 1 ? name : name + "#" + count;
  }
}
