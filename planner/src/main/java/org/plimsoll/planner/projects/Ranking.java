package org.plimsoll.planner.projects;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Project;

/**
 * Projects by the loss that their whole announced capacity would avoid, one at a time: a
 * first-order ranking, without synergies, delays or failures.
 *
 * @param valued projects with capacity, product and country, the most valuable first
 * @param notValued the others, in the order of the register
 */
public record Ranking(List<Valued> valued, List<Project> notValued) {
  public Ranking {
    valued = List.copyOf(valued);
    notValued = List.copyOf(notValued);
  }

  /**
   * A project and what it is worth.
   *
   * @param project of the register
   * @param avoidedLossUsd over a year in which the first foreign supplier stops
   * @param expectedUsdPerYear avoided loss × chance of a stop in a year
   */
  public record Valued(Project project, double avoidedLossUsd, double expectedUsdPerYear) {}

  /**
   * Values every project that can be valued.
   *
   * @param projects of the register
   * @param value from the market
   * @param stopProbability chance of a stop in a year, by product
   */
  public static Ranking of(
      List<Project> projects, CapacityValue value, ToDoubleFunction<ProductId> stopProbability) {
    List<Valued> valued = new ArrayList<>();
    List<Project> notValued = new ArrayList<>();
    for (Project project : projects) {
      Optional<ProductId> product = project.product();
      Optional<CountryCode> country = project.country();
      if (product.isEmpty() || country.isEmpty() || project.capacityTonnesPerYear().isEmpty()) {
        notValued.add(project);
        continue;
      }
      double avoided =
          value.avoidedLossUsd(
              product.get(), country.get(), project.capacityTonnesPerYear().getAsDouble());
      valued.add(
          new Valued(project, avoided, avoided * stopProbability.applyAsDouble(product.get())));
    }
    valued.sort(
        Comparator.comparingDouble(Valued::expectedUsdPerYear)
            .reversed()
            .thenComparing(v -> v.project().id()));
    return new Ranking(valued, notValued);
  }
}
