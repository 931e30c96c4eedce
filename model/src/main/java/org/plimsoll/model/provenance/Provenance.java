package org.plimsoll.model.provenance;

/**
 * What every row of the world carries beside its figures.
 *
 * @param source where it was read, or what it was computed from
 * @param grade how well it is observed
 * @param status how it came to be known
 * @param note formula, reason or caveat; empty for a plain reading
 */
public record Provenance(Source source, Grade grade, Status status, String note) {}
