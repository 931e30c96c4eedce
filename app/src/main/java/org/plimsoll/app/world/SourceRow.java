package org.plimsoll.app.world;

import org.plimsoll.model.provenance.Provenance;

/**
 * A row of the world, by where it was read.
 *
 * @param kind what the row is: flow, price, parameter
 * @param words what it says, field by field
 * @param provenance where it was read, and how well it is known
 */
public record SourceRow(String kind, String words, Provenance provenance) {}
