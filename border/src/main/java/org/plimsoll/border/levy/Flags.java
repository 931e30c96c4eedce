package org.plimsoll.border.levy;

import java.util.ArrayList;
import java.util.List;

/**
 * A set of flags.
 *
 * @param bits one for each flag, in the order of {@link Flag}
 */
public record Flags(int bits) {
  /** None. */
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

  /** The words, with blanks between. */
  @Override
  public String toString() {
    return String.join(" ", list().stream().map(Flag::word).toList());
  }
}
