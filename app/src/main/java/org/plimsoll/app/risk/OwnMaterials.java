package org.plimsoll.app.risk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.sources.figures.RiskFigure;

/** The materials and stages of a table of one's own figures, held against those of the world. */
final class OwnMaterials {
  private static final String ANY_MATERIAL = "take it as it is written with --any-material";

  private OwnMaterials() {}

  /** Each that the world does not have, at the first row that names it. */
  static List<Issue> check(List<RiskFigure> figures, Evidence world) {
    List<Issue> issues = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (RiskFigure figure : figures) {
      Place row = new Place(figure.place().file(), figure.place().line(), 0);
      figure
          .material()
          .filter(material -> seen.add(material + "/" + figure.stage().orElse("")))
          .flatMap(material -> unknown(material, figure.stage(), row, world))
          .ifPresent(issues::add);
    }
    return issues;
  }

  private static Optional<Issue> unknown(
      String material, Optional<String> stage, Place place, Evidence world) {
    List<String> stages =
        world.products().stream()
            .filter(product -> product.id().commodity().equals(material))
            .map(product -> product.id().stage())
            .toList();
    if (stages.isEmpty()) {
      List<String> materials =
          world.products().stream().map(product -> product.id().commodity()).distinct().toList();
      return Optional.of(
          Issue.error(
              place,
              "the world has no material '" + material + "'",
              Nearest.wayOut(material, materials, ANY_MATERIAL)));
    }
    return stage
        .filter(word -> !stages.contains(word))
        .map(word ->
            Issue.error(
                place,
                "%s has no stage '%s' in the world, only %s"
                    .formatted(material, word, String.join(", ", stages)),
                Nearest.wayOut(word, stages, ANY_MATERIAL)));
  }
}
