package org.plimsoll.app.finance;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.app.session.Refusal;

/** Terms of contracts and loans as people write them: {@code 60%}, {@code 10m}. */
final class TermText {
  private static final Pattern SHARE = Pattern.compile("([0-9]+(?:[.][0-9]+)?)\\s*%");
  private static final Pattern MILLIONS = Pattern.compile("([0-9]+(?:[.][0-9]+)?)\\s*m");
  private static final double PERCENT = 100;
  private static final double MILLION = 1e6;

  private TermText() {}

  /** A share from 0 to 1. */
  static double share(String option, String text) {
    Matcher found = SHARE.matcher(text.strip());
    if (!found.matches()) {
      throw Refusal.of(
          "%s has the share '%s', which is not a percentage".formatted(option, text), "write 30%");
    }
    double share = Double.parseDouble(found.group(1)) / PERCENT;
    if (share > 1) {
      throw Refusal.of(
          "%s has the share %s, but must lie between 0%% and 100%%".formatted(option, text),
          "write 30%");
    }
    return share;
  }

  /** A sum in USD; infinite for {@code none}. */
  static double sum(String option, String text) {
    if (text.strip().equals("none")) {
      return Double.POSITIVE_INFINITY;
    }
    Matcher found = MILLIONS.matcher(text.strip());
    if (!found.matches()) {
      throw Refusal.of(
          "%s has the cap '%s', which is not a sum in USD million".formatted(option, text),
          "write 10m, or none");
    }
    return Double.parseDouble(found.group(1)) * MILLION;
  }

  /** The parts of a text between commas. */
  static List<String> parts(String option, String text, int least, int most, String example) {
    List<String> parts = List.of(text.split(",", -1));
    if (parts.size() < least || parts.size() > most) {
      throw Refusal.of(
          "%s is '%s', which has %d parts between commas".formatted(option, text, parts.size()),
          "write " + example);
    }
    return parts;
  }
}
