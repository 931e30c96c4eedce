package org.plimsoll.sources.build;

import org.plimsoll.model.provenance.Provenance;

/**
 * Tonnes and how they are known.
 *
 * @param tonnes on the product's basis
 * @param provenance source, grade, status
 */
record Amount(double tonnes, Provenance provenance) {
  /** Both together, as well known as the worse of them. */
  Amount plus(Amount other) {
    return new Amount(tonnes + other.tonnes, provenance.and(other.provenance));
  }
}
