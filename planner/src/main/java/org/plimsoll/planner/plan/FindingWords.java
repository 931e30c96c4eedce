package org.plimsoll.planner.plan;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.answer.Finding;
import org.plimsoll.planner.market.answer.NewCapacity;

/** What the solver noticed about a floor or a plant, in words for a person. */
public final class FindingWords {
  /** Of a price at which a plant is neither paid nor refused. */
  private static final double ROUNDING = 1e-3;

  private FindingWords() {}

  /** The findings on one measure, in the solver's order. */
  static List<String> of(Evidence evidence, List<Finding> findings, String measure) {
    return findings.stream()
        .filter(f -> f.measure().equals(measure))
        .map(f -> words(evidence, f))
        .distinct()
        .toList();
  }

  /** Why new capacity makes nothing; empty if it runs. */
  public static String whyIdle(Evidence evidence, NewCapacity added) {
    if (added.runs()) {
      return "";
    }
    if (added.lacksHost()) {
      return "no host in %s has any of it left".formatted(place(evidence, added.place()));
    }
    return added.marginUsd() < (1 - ROUNDING) * added.wantedUsd()
        ? String.format(
            Locale.ROOT,
            "prices leave %,.0f of the %,.0f USD a tonne that its first tonne wants",
            added.marginUsd(),
            added.wantedUsd())
        : "nobody pays more than its first tonne wants";
  }

  private static String place(Evidence evidence, Place place) {
    return place instanceof CountryCode country
        ? evidence.findCountry(country).map(Country::name).orElse(country.alpha3())
        : place.id();
  }

  public static String words(Evidence evidence, Finding finding) {
    String name =
        evidence
            .findProduct(finding.product())
            .map(Product::name)
            .orElse(finding.product().toString());
    return words(finding, name, id -> activity(evidence, id));
  }

  /** One finding of a market file, in the file's own names. */
  public static String words(Finding finding) {
    return words(finding, finding.product().toString(), id -> id);
  }

  private static String words(Finding finding, String name, UnaryOperator<String> activityName) {
    return switch (finding) {
      case Finding.FloorIdle idle -> "The floor is idle: every levied import lands above it.";
      case Finding.FloorNotHeld missed ->
          switch (missed.reason()) {
            case NO_LEVIED_IMPORTS ->
                "The members import nothing that pays the levy, so it does not hold their price.";
            case ABOVE_CHOKE ->
                "The floor lies above the price at which use is given up, so nothing comes in.";
            case BOUND_REACHED -> "The levy is at its bound, and goods land below the floor.";
            case EXEMPT_ORIGIN_UNDERCUTS -> "An exempt origin outside sells below the floor.";
          };
      case Finding.EffectiveProtection g ->
          String.format(
              Locale.ROOT,
              "The next stage (%s) pays for the floor: its effective protection is %.0f%%.",
              activityName.apply(g.activity()),
              100 * g.rate());
      case Finding.NextStageShrinks less ->
          String.format(
              Locale.ROOT,
              "The members' next stage (%s) makes %.0f%% less than without the floor.",
              activityName.apply(less.activity()),
              100 * (1 - less.outputAfter() / less.outputBefore()));
      case Finding.NextStageImportsRise rise ->
          "Imports of the next stage, " + name + ", rise round the floor.";
      case Finding.LeakyExemption leak ->
          leak.partner() + ", exempt, sells more into the alliance while it buys outside.";
      case Finding.GapNotIdentified gap ->
          ("%s and the floor just bind together in %s: how much of the gap is rent of %s and how"
                  + " much levy is not identified.")
              .formatted(gap.quota(), gap.importer().id(), gap.origin().id());
      case Finding.NotIdentified not ->
          "Which of %s sells in %s is not identified, since all cost the floor; shown is %s."
              .formatted(
                  not.origins().stream().map(Place::id).collect(Collectors.joining(", ")),
                  not.importer().id(),
                  not.rule());
    };
  }

  private static String activity(Evidence evidence, String id) {
    return evidence.activities().stream()
        .filter(a -> a.id().equals(id))
        .map(Activity::name)
        .findFirst()
        .orElse(id);
  }
}
