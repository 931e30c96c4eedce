package org.plimsoll.sources.reconcile;

import java.util.List;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.MaterialBalance;
import org.plimsoll.model.provenance.Grade;

/**
 * The best tier that a product's volumes allow: solved if of its output, of its use and of its
 * trade across borders no more than a third rests on priors (grade C), by tonnes of content in the
 * base year; else indicative. The threshold is ours.
 *
 * <p>A product may be called less than it earns: its author may know a fault that no grade shows.
 */
public final class EarnedTier {
  /** Largest share of a side that may rest on priors. */
  public static final double MOST_PRIOR = 1.0 / 3;

  private EarnedTier() {}

  /** The best tier allowed. */
  public static Tier of(MaterialBalance balance, ProductId product) {
    List<GradeShares> sides =
        List.of(
            GradeShares.ofOutput(balance, product),
            GradeShares.ofUse(balance, product),
            GradeShares.ofTrade(balance, product));
    return sides.stream().allMatch(s -> s.share(Grade.C) <= MOST_PRIOR)
        ? Tier.SOLVED
        : Tier.INDICATIVE;
  }

  /** Whether a product is called solved and does not earn it. */
  public static boolean isTooKind(MaterialBalance balance, Product product) {
    return product.tier() == Tier.SOLVED && of(balance, product.id()) != Tier.SOLVED;
  }
}
