package org.plimsoll.border.screening;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;

/**
 * A line in the order in which to look.
 *
 * @param entryId the declaration
 * @param line within it
 * @param share of all findings together, as if they were independent; an order, not a probability
 * @param findings the strongest first; by money, that with most at stake first
 * @param goods what is declared
 * @param price beside that of its peers, where it has enough of them
 * @param stake what is at stake; empty without a schedule, and for goods that no rule of it covers
 */
public record Ranked(
    String entryId,
    long line,
    double share,
    List<Finding> findings,
    Goods goods,
    Optional<PriceAmongPeers> price,
    Optional<Stake> stake) {
  public Ranked {
    findings = List.copyOf(findings);
  }

  /**
   * What is declared.
   *
   * @param product of the code and the basis of the assay; empty if they name none
   * @param code six digits
   * @param origin country of the last step that is declared
   * @param importer who declares
   */
  public record Goods(
      Optional<ProductId> product, String code, Optional<CountryCode> origin, String importer) {}

  /** How truth files and samples name it. */
  public String key() {
    return entryId + "/" + line;
  }
}
