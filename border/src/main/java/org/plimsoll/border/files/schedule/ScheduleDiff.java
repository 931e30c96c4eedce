package org.plimsoll.border.files.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plimsoll.border.levy.LevySchedule;

/** What one version of a schedule says otherwise than another, key by key. */
public final class ScheduleDiff {
  private ScheduleDiff() {}

  /**
   * One difference.
   *
   * @param place key, or rule and key: {@code rules/gallium-refined/floor}; {@code duties/order}
   *     for what stands in another order
   * @param before empty if the earlier version has no such key
   * @param after empty if the later version has none
   */
  public record Change(String place, String before, String after) {}

  /** In the order of the places. */
  public static List<Change> between(LevySchedule earlier, LevySchedule later) {
    Places before = new Places(earlier);
    Places after = new Places(later);
    TreeSet<String> places = new TreeSet<>(before.texts.keySet());
    places.addAll(after.texts.keySet());
    List<Change> changes = new ArrayList<>();
    for (String place : places) {
      add(
          changes,
          place,
          before.texts.getOrDefault(place, ""),
          after.texts.getOrDefault(place, ""));
    }
    for (String list : before.lists.keySet()) {
      add(changes, list + "order", before.order(list, after), after.order(list, before));
    }
    changes.sort(Comparator.comparing(Change::place));
    return changes;
  }

  private static void add(List<Change> changes, String place, String before, String after) {
    if (!before.equals(after)) {
      changes.add(new Change(place, before, after));
    }
  }

  /** Every line of a printed schedule by its place; no two have the same. */
  private static final class Places {
    private final Map<String, String> texts = new TreeMap<>();

    /** Names of the parts of each list, in their order. */
    private final Map<String, List<String>> lists = new TreeMap<>();

    /** Names of the blocks in which a line stands, by how far they are indented. */
    private final TreeMap<Integer, String> blocks = new TreeMap<>();

    Places(LevySchedule schedule) {
      ScheduleFile.print(schedule).lines().forEach(this::read);
    }

    private void read(String line) {
      String text = line.strip();
      int indent = line.indexOf(text);
      blocks.tailMap(indent, true).clear();
      int colon = text.indexOf(": ");
      if (text.startsWith("- id: ")) {
        String rule = text.substring("- id: ".length());
        part(rule, "is there");
        blocks.put(indent, rule);
      } else if (text.startsWith("- {")) {
        part(nameOf(text), text.substring(2));
      } else if (colon < 0) {
        blocks.put(indent, text.substring(0, text.length() - 1));
      } else {
        texts.put(block() + text.substring(0, colon), text.substring(colon + 2));
      }
    }

    private String block() {
      return blocks.values().stream().map(block -> block + "/").collect(Collectors.joining());
    }

    /** A part of a list; those of one name are counted. */
    private void part(String name, String text) {
      List<String> names = lists.computeIfAbsent(block(), list -> new ArrayList<>());
      String place = name;
      for (int i = 2; names.contains(place); i++) {
        place = "%s (%d)".formatted(name, i);
      }
      names.add(place);
      texts.put(block() + place, text);
    }

    /** What a part begins with: a rate or a partner needs two of its keys to be told apart. */
    private String nameOf(String part) {
      String[] keys = part.substring(3, part.length() - 1).split(", ", 3);
      boolean isOfTwo = block().equals("rates/") || block().endsWith("partners/");
      return isOfTwo ? keys[0] + ", " + keys[1] : keys[0];
    }

    /** The order of the parts that another version has too. */
    private String order(String list, Places other) {
      return lists.getOrDefault(list, List.of()).stream()
          .filter(other.lists.getOrDefault(list, List.of())::contains)
          .collect(Collectors.joining("; "));
    }
  }
}
