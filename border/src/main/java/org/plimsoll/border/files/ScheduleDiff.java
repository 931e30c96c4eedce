package org.plimsoll.border.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.border.levy.LevySchedule;

/** What one version of a schedule says otherwise than another, key by key. */
public final class ScheduleDiff {
  private ScheduleDiff() {}

  /**
   * One difference.
   *
   * @param place key, or rule and key: {@code rules/gallium-refined/floor}
   * @param before empty if the earlier version has no such key
   * @param after empty if the later version has none
   */
  public record Change(String place, String before, String after) {}

  /** In the order of the places. */
  public static List<Change> between(LevySchedule earlier, LevySchedule later) {
    Map<String, String> before = keys(earlier);
    Map<String, String> after = keys(later);
    TreeSet<String> places = new TreeSet<>(before.keySet());
    places.addAll(after.keySet());
    List<Change> changes = new ArrayList<>();
    for (String place : places) {
      Change change =
          new Change(place, before.getOrDefault(place, ""), after.getOrDefault(place, ""));
      if (!change.before().equals(change.after())) {
        changes.add(change);
      }
    }
    return changes;
  }

  /** Every line of the printed schedule by its place; lines of a list by what they begin with. */
  private static Map<String, String> keys(LevySchedule schedule) {
    Map<String, String> keys = new TreeMap<>();
    String block = "";
    String rule = "";
    for (String line : ScheduleFile.print(schedule).split("\n", -1)) {
      String text = line.strip();
      int colon = text.indexOf(": ");
      if (!line.startsWith(" ")) {
        block = text.endsWith(":") ? text.substring(0, text.length() - 1) : "";
        rule = "";
      }
      if (text.startsWith("- id: ")) {
        rule = text.substring("- id: ".length());
        keys.put(block + "/" + rule, "is there");
      } else if (text.startsWith("- {")) {
        String[] parts = text.substring(3, text.length() - 1).split(", ", 3);
        // A rate is told from the next of its currency by its first day.
        String name = block.equals("rates") ? parts[0] + ", " + parts[1] : parts[0];
        keys.put(block + "/" + (rule.isEmpty() ? "" : rule + "/") + name, text.substring(2));
      } else if (colon > 0) {
        String place = (block.isEmpty() ? "" : block + "/") + (rule.isEmpty() ? "" : rule + "/");
        keys.put(place + text.substring(0, colon), text.substring(colon + 2));
      }
    }
    return keys;
  }
}
