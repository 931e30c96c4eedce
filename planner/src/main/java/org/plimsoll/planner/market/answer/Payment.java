package org.plimsoll.planner.market.answer;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Support;

/**
 * What a subsidy or a contract pays to one activity over the year.
 *
 * @param measure its id
 * @param activity that is paid
 * @param maker country of the activity
 * @param payer who pays
 * @param tonnes covered level, tonnes of the activity's primary output
 * @param usd paid; below 0 where the maker gives a part of a high price back
 */
public record Payment(
    String measure, String activity, Place maker, Place payer, double tonnes, double usd) {

  static List<Payment> of(Solution s) {
    List<Payment> payments = new ArrayList<>();
    for (int b = 0; b < s.level.length; b++) {
      Block block = s.regime.blocks.get(b);
      for (Support.Part part : block.support().parts()) {
        payments.add(
            new Payment(
                part.measure(),
                block.activity(),
                block.country(),
                part.payer(),
                s.level[b],
                part.usd(s.makerPrice) * s.level[b]));
      }
    }
    return payments;
  }
}
