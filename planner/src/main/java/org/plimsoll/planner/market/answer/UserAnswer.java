package org.plimsoll.planner.market.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Node;

/**
 * What becomes of an end user that a measure tells apart; its country's answers count it in.
 *
 * @param product which
 * @param country where
 * @param user as the measure names it
 * @param baseTonnes its use in the base year, content
 * @param usedTonnes its use, content a year
 * @param unservedTonnes what it wants at the assumed ceiling and cannot have
 * @param priceBeforeUsd delivered price of the base year, USD a tonne
 * @param priceUsd delivered price; empty where nothing arrives or the ceiling is met
 */
public record UserAnswer(
    ProductId product,
    Place country,
    String user,
    double baseTonnes,
    double usedTonnes,
    double unservedTonnes,
    double priceBeforeUsd,
    OptionalDouble priceUsd) {
  private static final double DAYS = 365;

  /** 365 × unserved ÷ demand. */
  public double daysOfShortage() {
    double demand = usedTonnes + unservedTonnes;
    return demand > 0 ? DAYS * unservedTonnes / demand : 0;
  }

  static List<UserAnswer> of(Tally tally) {
    List<UserAnswer> users = new ArrayList<>();
    Solution s = tally.s;
    Chain chain = s.chain;
    for (int j = 0; j < chain.buyerCount(); j++) {
      if (!chain.buyerUser[j].equals(Node.OTHERS)) {
        boolean priced = tally.isSupplied(j) && !tally.isAtCeiling(j);
        users.add(
            new UserAnswer(
                chain.products[chain.buyerProduct[j]].id(),
                chain.buyerCountry[j],
                chain.buyerUser[j],
                chain.finalUse[j].wantedAt(chain.buyerPrice0[j]),
                s.served[j],
                s.unserved[j],
                chain.buyerPrice0[j],
                priced ? OptionalDouble.of(s.buyerPrice[j]) : OptionalDouble.empty()));
      }
    }
    return users;
  }
}
