package org.plimsoll.planner.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Project;

/** Rows of a register that are one plant. */
class PlantTest {
  private static Project row(
      String id, String name, String operator, String country, OptionalDouble capacity) {
    return new Project(
        id,
        name,
        operator,
        Optional.of(CountryCode.of(country)),
        "Dy",
        "oxide",
        Optional.of(ProductId.parse("tinium/refined")),
        List.of(),
        capacity,
        "",
        OptionalDouble.empty(),
        OptionalInt.empty(),
        "building",
        "",
        "",
        "",
        TinyWorld.MADE_UP);
  }

  @Test
  void whatDiffersInBracketsAloneIsOnePlant() {
    OptionalDouble some = OptionalDouble.of(10);
    List<Plant> plants =
        Plant.of(
            List.of(
                row("P1", "Mill (Dy oxide)", "Firm", "BBB", some),
                row("P2", "Mill (Tb oxide)", "Firm", "BBB", some),
                row("P3", "Mill (Tb oxide)", "Other firm", "BBB", some),
                row("P4", "Mill (Tb oxide)", "Firm", "CCC", some),
                row("P5", "Mill (Nd oxide)", "Firm", "BBB", OptionalDouble.empty()),
                row("P6", "Mill two", "Firm", "BBB", some)));
    assertEquals(
        List.of(List.of("P1", "P2"), List.of("P3"), List.of("P4"), List.of("P6")),
        plants.stream().map(p -> p.rows().stream().map(Project::id).toList()).toList());
    assertEquals("Mill", plants.getFirst().name());
    assertEquals("building", plants.getFirst().joined(Project::state));
  }
}
