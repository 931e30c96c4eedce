package org.plimsoll.border.screening;

import java.util.List;

/**
 * A line in the order in which to look.
 *
 * @param entryId the declaration
 * @param line within it
 * @param share of all findings together, as if they were independent; an order, not a probability
 * @param findings the strongest first
 */
public record Ranked(String entryId, long line, double share, List<Finding> findings) {
  public Ranked {
    findings = List.copyOf(findings);
  }

  /** How truth files and samples name it. */
  public String key() {
    return entryId + "/" + line;
  }
}
