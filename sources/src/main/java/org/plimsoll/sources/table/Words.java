package org.plimsoll.sources.table;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Constants as files write them: in lower case, with hyphens. */
public final class Words {
  private Words() {}

  /** The word of a constant: {@code stock-build} of {@code STOCK_BUILD}. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant of a word.
   *
   * @param what the word is, for the message
   * @throws IllegalArgumentException if the word is none of them
   */
  public static <E extends Enum<E>> E parse(Class<E> type, String what, String text) {
    for (E constant : type.getEnumConstants()) {
      if (of(constant).equals(text)) {
        return constant;
      }
    }
    List<String> words = Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
    throw new IllegalArgumentException(
        "not a %s: '%s'\nMaybe you meant %s or %s"
            .formatted(
                what,
                text,
                String.join(", ", words.subList(0, words.size() - 1)),
                words.getLast()));
  }
}
