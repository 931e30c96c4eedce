package org.plimsoll.app.session;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** Words that a person gives with an option, understood or refused. */
public final class OptionWords {
  private OptionWords() {}

  /**
   * Reads a date given by option.
   *
   * @throws Refusal if it is not a day
   */
  public static LocalDate day(String option, String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException notADay) {
      throw Refusal.of(option + " is '" + text + "', which is not a day", "write 2026-11-24");
    }
  }

  /**
   * Refuses words of an option that have no meaning.
   *
   * @throws Refusal naming the first such word
   */
  public static void requireOneOf(String option, List<String> words, List<String> known) {
    for (String word : words) {
      if (!known.contains(word)) {
        String near = Nearest.wayOut(word, known);
        throw Refusal.of(
            option + " has no '" + word + "'",
            near.isEmpty() ? "one of " + String.join(", ", known) : near);
      }
    }
  }

  /** How many stand where, in one line: 20 done, 1 late. */
  public static String tally(SortedMap<String, Integer> counts) {
    return counts.isEmpty()
        ? "none."
        : counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "))
            + ".";
  }
}
