package org.plimsoll.border.levy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A set of flags.
 *
 * @param bits one for each flag, in the order of {@link Flag}
 */
public record Flags(int bits) {
  private static final ConcurrentHashMap<Integer, String> TEXTS = new ConcurrentHashMap<>();

  public static final Flags NONE = new Flags(0);

  /** Whether the flag is set. */
  public boolean has(Flag flag) {
    return (bits & flag.bit()) != 0;
  }

  /** In the order of {@link Flag}. */
  public List<Flag> list() {
    List<Flag> flags = new ArrayList<>();
    for (Flag flag : Flag.values()) {
      if (has(flag)) {
        flags.add(flag);
      }
    }
    return flags;
  }

  /** The words, with blanks between; the same few sets come again and again. */
  @Override
  public String toString() {
    return TEXTS.computeIfAbsent(
        bits, b -> String.join(" ", list().stream().map(Flag::word).toList()));
  }
}
