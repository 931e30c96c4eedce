package org.plimsoll.planner.projects;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.SupplyMeasure;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;

/**
 * The rows of the register that are one plant: it is built once, whatever it makes. Rows are one
 * plant where operator and country agree and names agree but for what stands in brackets at their
 * end: {@code White Mesa Phase 2 (Dy)}, {@code White Mesa Phase 2 (Tb)}.
 *
 * @param name of the plant
 * @param country where
 * @param rows each with a product and a capacity, in the order of the register
 */
public record Plant(String name, CountryCode country, List<Project> rows) {
  public Plant {
    rows = List.copyOf(rows);
  }

  /** The plants of a register: rows without product, country or capacity are in none. */
  public static List<Plant> of(List<Project> register) {
    Map<List<String>, List<Project>> groups = new LinkedHashMap<>();
    for (Project project : register) {
      if (isValuable(project)) {
        groups
            .computeIfAbsent(
                List.of(
                    nameOf(project),
                    project.operator(),
                    project.country().map(CountryCode::alpha3).orElse("")),
                key -> new ArrayList<>())
            .add(project);
      }
    }
    List<Plant> plants = new ArrayList<>();
    groups.forEach((key, rows) ->
        plants.add(new Plant(key.getFirst(), rows.getFirst().country().orElseThrow(), rows)));
    return plants;
  }

  /** The plant with all its announced capacity, a measure a row, each with the row's id. */
  public List<SupplyMeasure.CapacityChange> measures() {
    return rows.stream().map(Plant::measure).toList();
  }

  /** One row of the register as capacity added; it must be {@link #isValuable}. */
  public static SupplyMeasure.CapacityChange measure(Project row) {
    return new SupplyMeasure.CapacityChange(
        Terms.of(
            row.id(),
            List.of(row.product().orElseThrow()),
            Parties.of(row.country().orElseThrow().alpha3()),
            Parties.UNNAMED,
            Status.REPORTED,
            row.id()),
        Interval.exactly(row.capacityTonnesPerYear().orElseThrow()));
  }

  /** Whether a row says what is made, where, and how much. */
  public static boolean isValuable(Project project) {
    return project.product().isPresent()
        && project.country().isPresent()
        && project.capacityTonnesPerYear().isPresent();
  }

  private static String nameOf(Project project) {
    return project.name().replaceFirst("\\s*\\([^()]*\\)$", "");
  }

  /** What is the same in every row, or each row's own words. */
  public String joined(Function<Project, String> words) {
    return String.join(
        "; ", rows.stream().map(words).filter(text -> !text.isBlank()).distinct().toList());
  }

  /** The first announced start of its rows. */
  public Optional<Integer> start() {
    return rows.stream()
        .filter(row -> row.startYear().isPresent())
        .map(row -> row.startYear().getAsInt())
        .min(Integer::compare);
  }
}
