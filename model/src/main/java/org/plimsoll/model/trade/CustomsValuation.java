package org.plimsoll.model.trade;

import org.plimsoll.model.provenance.Provenance;

/**
 * The value on which an importer's ad valorem duties are taken. The WTO's customs valuation
 * agreement leaves carriage and insurance to each member (article 8.2).
 *
 * @param importer country, customs territory, or {@code *} for every other
 * @param basis what the value holds
 * @param provenance source, grade, status
 */
public record CustomsValuation(String importer, Basis basis, Provenance provenance) {
  /** What a customs value holds. */
  public enum Basis {
    /** The value at the port of export, without carriage and insurance. */
    FOB,
    /** The value at the border of import: cost, insurance and freight. */
    CIF
  }
}
