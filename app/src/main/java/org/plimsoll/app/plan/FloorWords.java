package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.planner.floors.FloorVerdict;
import org.plimsoll.planner.plan.ActionPlan.CountryFigure;
import org.plimsoll.planner.plan.ActionPlan.Floor;
import org.plimsoll.planner.plan.ActionPlan.FloorAt;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.Result;

/** Words about floors. */
final class FloorWords {
  private FloorWords() {}

  /** A price vintage with the date of its price: {@code 2024}, {@code latest (2025-11)}. */
  static String dated(String vintage, String date) {
    String year =
        switch (vintage) {
          case "preControl" -> "before controls";
          case "base2024" -> "2024";
          default -> vintage;
        };
    return year.equals(date) ? year : year + " (" + date + ")";
  }

  /** A price vintage as a person says it. */
  static String vintage(String vintage) {
    return switch (vintage) {
      case "latest" -> "the latest";
      case "preControl" -> "the last before controls in force";
      case "base2024" -> "2024";
      default -> vintage;
    };
  }

  /** The verdict, and where the floor is not held, what the maker that is paid least gets. */
  static String verdict(Wording words, Part<Floor, FloorAt> line) {
    String verdict = line.it().verdict().word();
    if (line.it().verdict() != FloorVerdict.LEVIED_NOT_HELD) {
      return verdict;
    }
    Unit unit = unit(line.of());
    return line.it().makers().stream()
        .map(CountryFigure::figure)
        .min(Result::smallestFirst)
        .flatMap(Result::find)
        .map(paid ->
            "%s (paid %s of %s)"
                .formatted(
                    verdict,
                    words.num(paid, unit, line.of().product()).plain(),
                    words.num(line.of().price(), unit, line.of().product()).plain()))
        .orElse(verdict);
  }

  /** What each member's maker is paid, beside the floor. */
  static Inline makers(Wording words, Part<Floor, FloorAt> line) {
    if (line.it().makers().isEmpty()) {
      return Inline.missing("no member makes it");
    }
    List<Inline> parts = new ArrayList<>();
    for (CountryFigure maker : line.it().makers()) {
      parts.add(
          Inline.text((parts.isEmpty() ? "" : "; ") + words.name(maker.country()) + "\u00A0"));
      parts.add(words.shown(maker.figure(), unit(line.of()), line.of().product()));
    }
    return new Inline.Run(parts);
  }

  /** One unit for a floor and the prices that it meets. */
  static Unit unit(Floor floor) {
    List<Figure> prices = new ArrayList<>(List.of(floor.price()));
    floor.vintages().forEach(at -> prices.add(at.basePrice()));
    return Units.price(prices);
  }
}
