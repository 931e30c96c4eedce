package org.plimsoll.border.screening;

import java.util.List;
import java.util.Optional;
import org.plimsoll.border.entry.EntryLine;

/** A test of all lines together, since what is odd shows only beside others. */
sealed interface LineTest permits CapacityCheck, SurgeCheck, PriceCheck, CodeCheck, DigitCheck {
  Suspicion suspicion();

  /** Looks at all lines; afterwards the test can say something of each. */
  Outcome run(List<Held> lines);

  /** What came of it, line by line in the order of the list. */
  interface Outcome {
    /** Whether the test had what it needs for this line. */
    boolean isJudged(int i);

    /** Share not explained by innocence, in [0, 1]. */
    double share(int i);

    /** The figures behind it. */
    String figures(int i);

    /** What would have been declared if the suspicion holds, as far as the test can say. */
    default Optional<EntryLine> findHonest(int i, EntryLine declared) {
      return Optional.empty();
    }
  }
}
