package org.plimsoll.planner.market;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;

/**
 * The register's controls as measures. A control that base-year trade already shows changes
 * nothing; the others act by their increment, which is what the licensed share is a share of.
 */
final class Controls {
  private static final String IN_FORCE = "in force";

  private Controls() {}

  /** Controls in force on a date, in the order of the register. */
  static List<Measure> inForce(Evidence evidence, LocalDate date, Parameters parameters) {
    List<Measure> measures = new ArrayList<>();
    for (ExportControl control : evidence.exportControls()) {
      if (control.state().startsWith(IN_FORCE) && hasBegun(control.effective(), date)) {
        control.effect().ifPresent(effect -> add(control, effect, parameters, measures));
      }
    }
    return measures;
  }

  /** Dates are printed as a day, a month or a year: a control begins on the first day of it. */
  private static boolean hasBegun(String printed, LocalDate date) {
    String full =
        switch (printed.length()) {
          case 4 -> printed + "-01-01";
          case 7 -> printed + "-01";
          default -> printed;
        };
    return full.matches("\\d{4}-\\d{2}-\\d{2}") && !date.isBefore(LocalDate.parse(full));
  }

  private static void add(
      ExportControl control,
      ExportControl.Effect effect,
      Parameters parameters,
      List<Measure> measures) {
    switch (effect.inBase()) {
      case YES -> {}
      case NO, PARTLY -> {
        for (ProductId product : effect.products()) {
          Terms terms = terms(control, effect, product);
          if (effect.quotaTonnes().isPresent()) {
            measures.add(
                new BorderMeasure.ExportQuota(
                    terms, Interval.exactly(effect.quotaTonnes().getAsDouble())));
          } else {
            Interval share =
                effect
                    .licensedShare()
                    .orElseGet(() -> parameters.interval(MarketParameter.LICENSED_SHARE, product));
            measures.add(new BorderMeasure.ExportLicence(terms, share));
          }
        }
      }
    }
  }

  /** One measure for each product, so that ids stay unique and each has its own reason. */
  private static Terms terms(
      ExportControl control, ExportControl.Effect effect, ProductId product) {
    return new Terms(
        control.id() + "/" + product,
        List.of(product),
        effect.from(),
        effect.to(),
        Parties.UNNAMED,
        Optional.empty(),
        Optional.empty(),
        Status.REPORTED,
        control.id());
  }
}
