package org.plimsoll.model.provenance;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Constants as files write them: {@code STOCK_BUILD} is {@code stock-build}. */
public final class Words {
  private Words() {}

  /** The word of a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant of a word.
   *
   * @param what the constants are, with the article
   * @throws IllegalArgumentException if the word is of none
   */
  public static <E extends Enum<E>> E parse(String word, Class<E> type, String what) {
    for (E constant : type.getEnumConstants()) {
      if (of(constant).equals(word)) {
        return constant;
      }
    }
    List<String> all = Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
    throw new IllegalArgumentException(
        "not %s: '%s'\nMaybe you meant %s or %s"
            .formatted(
                what, word, String.join(", ", all.subList(0, all.size() - 1)), all.getLast()));
  }
}
