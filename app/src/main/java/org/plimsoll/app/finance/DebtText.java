package org.plimsoll.app.finance;

import java.util.List;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.planner.finance.Debt;

/** A loan as people write it: {@code 60%,8%,12}. */
final class DebtText {
  private static final String OPTION = "--debt";
  private static final String EXAMPLE = "60%,8%,12: share of the capital, interest, years";
  private static final int MOST_YEARS = 50;

  private DebtText() {}

  static Debt parse(String text) {
    List<String> parts = TermText.parts(OPTION, text, 3, 3, EXAMPLE);
    double share = TermText.share(OPTION, parts.getFirst());
    double rate = TermText.share(OPTION, parts.get(1));
    String years = parts.getLast().strip();
    if (!years.matches("[0-9]{1,2}")
        || Integer.parseInt(years) < 1
        || Integer.parseInt(years) > MOST_YEARS) {
      throw Refusal.of(
          "%s runs '%s' years, but must run 1 to %d".formatted(OPTION, years, MOST_YEARS),
          "write " + EXAMPLE);
    }
    if (share == 0 || rate == 1) {
      throw Refusal.of(
          "%s is '%s': nothing is borrowed, or interest is 100%%".formatted(OPTION, text),
          "write " + EXAMPLE);
    }
    return new Debt(share, rate, Integer.parseInt(years));
  }
}
