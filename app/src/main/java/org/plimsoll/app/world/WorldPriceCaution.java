package org.plimsoll.app.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.model.trade.Price;
import org.plimsoll.planner.commitments.PrintedDate;

/** Why a base price should not be leaned upon without a look. */
public final class WorldPriceCaution {
  private static final String LATEST = "latest";
  private static final List<String> BASES = List.of("base2024", LATEST);
  private static final Pattern YEAR = Pattern.compile("(early|start of)?.*?(\\d{4}).*");

  private WorldPriceCaution() {}

  /**
   * The cautions: that nobody trades at it, and, of the newest price, that it is more than a year
   * old. Empty for a sound price and for prices that are only shown.
   *
   * @param asOf the day asked about
   */
  public static List<String> of(Price price, LocalDate asOf) {
    List<String> cautions = new ArrayList<>();
    if (!BASES.contains(price.vintage())) {
      return cautions;
    }
    if (!price.liquid()) {
      cautions.add("no volume trades at it");
    }
    if (price.vintage().equals(LATEST)) {
      Optional<PrintedDate> date = date(price.date());
      if (date.isEmpty()) {
        cautions.add("its date cannot be told");
      } else if (date.get().isBefore(asOf.minusYears(1))) {
        cautions.add("older than a year");
      }
    }
    return cautions;
  }

  /** A day, month or year; else the year that the words name, its first month if they say so. */
  private static Optional<PrintedDate> date(String printed) {
    Optional<PrintedDate> plain = PrintedDate.find(printed);
    Matcher year = YEAR.matcher(printed);
    if (plain.isPresent() || !year.matches()) {
      return plain;
    }
    return PrintedDate.find(year.group(1) == null ? year.group(2) : year.group(2) + "-01");
  }
}
