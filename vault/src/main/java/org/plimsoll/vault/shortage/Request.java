package org.plimsoll.vault.shortage;

import java.math.BigDecimal;

/**
 * What somebody wants to draw.
 *
 * @param participant who
 * @param contract under which
 * @param entitledGrams that it may claim under it, by which it shares
 * @param wantedGrams above zero and not more than that
 * @param isDefence whether it is asked for defence
 * @param bidPerKilogram what it would pay on top, in an auction; 0 or more
 */
public record Request(
    String participant,
    String contract,
    long entitledGrams,
    long wantedGrams,
    boolean isDefence,
    BigDecimal bidPerKilogram) {
  public Request {
    if (wantedGrams <= 0 || wantedGrams > entitledGrams || bidPerKilogram.signum() < 0) {
      throw new IllegalArgumentException(
          "%s asks for %d g under %s, of %d g to which it is entitled, and bids %s"
                  .formatted(
                      participant,
                      wantedGrams,
                      contract,
                      entitledGrams,
                      bidPerKilogram.toPlainString())
              + "\nMaybe ask for some, for no more than that, and bid 0 or more");
    }
  }
}
