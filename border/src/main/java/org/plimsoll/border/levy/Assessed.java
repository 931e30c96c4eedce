package org.plimsoll.border.levy;

import org.plimsoll.border.entry.Refused;

/** What became of a line. */
public sealed interface Assessed {
  /** It was assessed. */
  record Levied(LevyAssessment assessment) implements Assessed {}

  /** It could not be. */
  record NotLevied(Refused refused) implements Assessed {}
}
