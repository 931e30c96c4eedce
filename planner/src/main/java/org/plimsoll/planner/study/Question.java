package org.plimsoll.planner.study;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Terms;

/**
 * A case to be solved: measures on top of what is in force, at one price vintage.
 *
 * @param id of the case
 * @param vintage of the base prices
 * @param measures on top of what is in force; none for the status quo
 * @param lifted controls that are in force and left out here; empty if all stands
 */
public record Question(CaseId id, String vintage, List<Measure> measures, Optional<Lifted> lifted) {
  public Question {
    measures = List.copyOf(measures);
  }

  /** A case on top of all that is in force. */
  public Question(CaseId id, String vintage, List<Measure> measures) {
    this(id, vintage, measures, Optional.empty());
  }

  /**
   * The controls of one exporter on one commodity.
   *
   * @param exporter who restricts it
   * @param commodity at whatever stage
   */
  public record Lifted(CountryCode exporter, String commodity) {
    /** Whether a measure is one of them. */
    boolean covers(Measure measure) {
      return measure.terms().from().ids().contains(exporter.alpha3())
          && measure.terms().products().stream()
              .anyMatch(product -> product.commodity().equals(commodity));
    }

    /** What is left of a measure on other commodities; empty if nothing is. */
    Optional<Measure> without(Measure measure) {
      List<ProductId> others =
          measure.terms().products().stream()
              .filter(product -> !product.commodity().equals(commodity))
              .toList();
      if (!covers(measure)) {
        return Optional.of(measure);
      }
      if (others.isEmpty()) {
        return Optional.empty();
      }
      Terms terms = measure.terms().withProducts(others);
      if (measure instanceof BorderMeasure.ExportLicence licence) {
        return Optional.of(
            new BorderMeasure.ExportLicence(
                terms, licence.share(), licence.leakage(), licence.endUser()));
      }
      if (measure instanceof BorderMeasure.ExportBan ban) {
        return Optional.of(new BorderMeasure.ExportBan(terms, ban.leakage(), ban.endUser()));
      }
      // Tonnes of a quota are of one product: on several it has no part on the others.
      return Optional.empty();
    }
  }

  /** What is in force but for some controls. */
  public static Question without(Lifted lifted, String vintage) {
    return new Question(
        CaseId.of("without-controls", lifted.exporter().alpha3(), lifted.commodity()),
        vintage,
        List.of(),
        Optional.of(lifted));
  }

  /** What is in force at a price vintage. */
  public static Question statusQuo(String vintage) {
    return new Question(CaseId.STATUS_QUO, vintage, List.of());
  }

  /** The base year at a price vintage. */
  public static Question base(String vintage) {
    return new Question(CaseId.BASE, vintage, List.of());
  }

  /** Whether it asks for the base year, which is calibrated and not solved. */
  public boolean isBase() {
    return id.equals(CaseId.BASE);
  }
}
