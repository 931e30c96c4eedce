package org.plimsoll.app.risk;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Refusal;

/** The three families of {@code plimsoll risk}. They stand side by side and are never blended. */
public enum RiskMethod {
  /** How few supply, and how far a region relies on imports. */
  CONCENTRATION,
  /** Supply risk after the European Union's method. */
  EU_SUPPLY_RISK,
  /** The geopolitical supply risk of life cycle assessment. */
  GEOPOLRISK;

  private static final String ALL = "all";

  /**
   * Reads words separated by commas; {@code all} is every one.
   *
   * @throws Refusal if a word is none
   */
  public static Set<RiskMethod> parse(String words) {
    List<String> asked = List.of(words.split(",", -1));
    List<String> known = new ArrayList<>(List.of(ALL));
    for (RiskMethod method : values()) {
      known.add(method.word());
    }
    OptionWords.requireOneOf("--method", asked, known);
    Set<RiskMethod> methods = EnumSet.noneOf(RiskMethod.class);
    for (RiskMethod method : values()) {
      if (asked.contains(method.word()) || asked.contains(ALL)) {
        methods.add(method);
      }
    }
    return methods;
  }

  /** The word of the command line: eu-supply-risk. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
