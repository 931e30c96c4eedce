package org.plimsoll.border.origin;

import java.util.Optional;

/** Where the bill of materials of a line is looked up; any number of threads may ask. */
@FunctionalInterface
public interface Claims {
  /** Nobody has handed in any. */
  Claims NONE = (entryId, line) -> Optional.empty();

  /**
   * The bill of a line, in the currencies in which it was written.
   *
   * @param entryId the declaration
   * @param line within it
   */
  Optional<Claim> find(String entryId, long line);
}
