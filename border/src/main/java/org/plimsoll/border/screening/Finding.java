package org.plimsoll.border.screening;

/**
 * What one test says of a line.
 *
 * @param suspicion what it looked for
 * @param share estimated share of such lines, or of their mass, that innocence does not explain
 * @param figures behind it
 */
public record Finding(Suspicion suspicion, double share, String figures) {}
