package org.plimsoll.vault.terms;

/**
 * Terms that follow what is reported of the United States' reserve (Project Vault). No official
 * rules had been published by November 2026: what is marked published was said by its lender and
 * repeated in the press; every level is ours.
 */
public final class UsReserve {
  private static final String TEXT =
      """
      version | us-reserve-2
      from | 2026-02-02
      entry_fee | 0.01 | published | assumed | rule: an upfront or entry fee is paid \
      (gtreview.com, 2026-02-03; uslucrativenews.com, 2026-02-03); level: a round figure
      interest | 0.05 | published | assumed | rule: carrying cost is loan interest and storage \
      (gtreview.com, 2026-02-03); level: a round figure, the loan's rate is not published
      storage_kg_day | 0.0005 | published | assumed | rule: as for interest; level: a round figure
      draw_share | 0.5 | assumed | assumed | that a participant may draw if it replenishes is \
      published (gtreview.com, 2026-02-03); that there is a limit in normal times is ours
      emergency_draw_share | 1 | published | published | in a major disruption, full access \
      (gtreview.com, 2026-02-03; uslucrativenews.com, 2026-02-03)
      replenish_days | 180 | published | assumed | rule: what is drawn is replenished (as above); \
      the deadline is not published, nor from when it counts: here from the day the goods leave
      grace_days | 30 | assumed | assumed | nothing is published on default
      default_penalty | 0.1 | assumed | assumed | nothing is published on default
      shortage | pro-rata | assumed | assumed | nothing is published on who comes first
      """;

  private UsReserve() {}

  /** The preset. */
  public static Terms terms() {
    return Terms.parse(TEXT);
  }
}
