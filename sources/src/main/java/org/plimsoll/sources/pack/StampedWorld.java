package org.plimsoll.sources.pack;

import org.plimsoll.model.evidence.Evidence;

/**
 * A world, and what it was read from.
 *
 * @param evidence its rows
 * @param stamp hashes of its files
 */
public record StampedWorld(Evidence evidence, PackStamp stamp) {
  /** A world that was not read from files. */
  public static StampedWorld inMemory(Evidence evidence) {
    return new StampedWorld(evidence, PackStamp.NONE);
  }
}
