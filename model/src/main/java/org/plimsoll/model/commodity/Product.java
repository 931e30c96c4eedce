package org.plimsoll.model.commodity;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A commodity at a stage, as the model counts it.
 *
 * @param id commodity and stage
 * @param name name for a person, for example {@code NdPr oxide}
 * @param tier solved, indicative or listed
 * @param tradeClass how it is traded and priced
 * @param basis what a tonne is a tonne of: {@code Ga}, {@code REO}, {@code WO3}
 * @param hsCodes HS codes of six digits, HS 2022 edition; empty if none is known
 * @param bundled whether those codes also hold other materials
 * @param storableForm the form a stockpile would hold; empty if the product does not store
 * @param shelfLifeYears years it keeps in that form; empty if not known
 * @param tierReason what its volumes are read from, which is why it has its tier; may be empty
 */
public record Product(
    ProductId id,
    String name,
    Tier tier,
    TradeClass tradeClass,
    String basis,
    List<String> hsCodes,
    boolean bundled,
    String storableForm,
    OptionalDouble shelfLifeYears,
    String tierReason) {
  public Product {
    hsCodes = List.copyOf(hsCodes);
  }

  /** A minor product without a reason for its tier. */
  public Product(
      ProductId id,
      String name,
      Tier tier,
      String basis,
      List<String> hsCodes,
      boolean bundled,
      String storableForm,
      OptionalDouble shelfLifeYears) {
    this(
        id,
        name,
        tier,
        TradeClass.MINOR,
        basis,
        hsCodes,
        bundled,
        storableForm,
        shelfLifeYears,
        "");
  }

  /** Whether the market is solved for it. */
  public boolean isSolved() {
    return tier != Tier.LISTED;
  }
}
