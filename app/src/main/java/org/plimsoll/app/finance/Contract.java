package org.plimsoll.app.finance;

import java.util.List;
import java.util.Optional;
import org.plimsoll.app.session.Amounts;
import org.plimsoll.planner.finance.PaymentRule;
import org.plimsoll.planner.finance.PaymentRule.ContractForDifference;
import org.plimsoll.planner.finance.PaymentRule.Participation;
import org.plimsoll.planner.finance.PaymentRule.TopUp;

/**
 * A contract on the price of a project.
 *
 * @param text as it was asked for
 * @param rule what is paid by the price
 * @param index country whose makers' price the rule looks at; the project's own price if empty
 */
record Contract(String text, PaymentRule rule, Optional<String> index) {
  private static final String OPTION = "--cfd";
  private static final String EXAMPLE = "110USD/kg,30%>150USD/kg,10m, or 110USD/kg,0%,none,CHN";

  /**
   * Reads strike, share, cap and index: {@code 110USD/kg,30%>150USD/kg,10m,CHN}. The share is of
   * the price above the strike, or above the line after {@code >}; all of it without a cap is a
   * contract both ways.
   *
   * @throws org.plimsoll.app.session.Refusal if a part is malformed
   */
  static Contract parse(String text) {
    List<String> parts = TermText.parts(OPTION, text, 3, 4, EXAMPLE);
    double strike = Amounts.statedUsdPerTonne(OPTION, parts.getFirst());
    List<String> upside = List.of(parts.get(1).split(">", 2));
    double share = TermText.share(OPTION, upside.getFirst());
    double above = upside.size() > 1 ? Amounts.statedUsdPerTonne(OPTION, upside.getLast()) : strike;
    double most = TermText.sum(OPTION, parts.get(2));
    boolean isBothWays = share == 1 && above == strike && Double.isInfinite(most);
    return new Contract(
        text,
        isBothWays
            ? new ContractForDifference(strike)
            : new TopUp(strike, new Participation(share, above, most)),
        parts.size() > 3 ? Optional.of(parts.get(3).strip()) : Optional.empty());
  }
}
