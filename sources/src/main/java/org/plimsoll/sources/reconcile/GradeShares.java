package org.plimsoll.sources.reconcile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.trade.Flow;
import org.plimsoll.model.trade.Production;
import org.plimsoll.model.trade.Use;

/**
 * How well one side of a product is known: its tonnes of content in the base year by grade.
 *
 * @param tonnesByGrade every grade has an entry
 */
public record GradeShares(Map<Grade, Double> tonnesByGrade) {
  public GradeShares {
    tonnesByGrade = Collections.unmodifiableMap(new EnumMap<>(tonnesByGrade));
  }

  /** Flows between different countries. */
  public static GradeShares ofTrade(Evidence evidence, ProductId product) {
    Map<Grade, Double> tonnes = none();
    for (Flow flow : evidence.flows()) {
      if (flow.product().equals(product)
          && flow.year() == evidence.baseYear()
          && !flow.exporter().equals(flow.importer())) {
        tonnes.merge(flow.provenance().grade(), flow.tonnes(), Double::sum);
      }
    }
    return new GradeShares(tonnes);
  }

  /** Output, by the grade of the activity's level. */
  public static GradeShares ofOutput(Evidence evidence, ProductId product) {
    Map<Grade, Double> tonnes = none();
    for (Production level : evidence.productions()) {
      if (level.year() == evidence.baseYear()) {
        Activity activity = evidence.getActivity(level.activity(), level.country());
        double perUnit = activity.outputs().getOrDefault(product, 0.0);
        tonnes.merge(level.provenance().grade(), perUnit * level.tonnes(), Double::sum);
      }
    }
    return new GradeShares(tonnes);
  }

  /** Final use and stock build, and inputs by the grade of the activity's level. */
  public static GradeShares ofUse(Evidence evidence, ProductId product) {
    Map<Grade, Double> tonnes = none();
    for (Use use : evidence.uses()) {
      if (use.product().equals(product) && use.year() == evidence.baseYear()) {
        tonnes.merge(use.provenance().grade(), use.tonnes(), Double::sum);
      }
    }
    for (Production level : evidence.productions()) {
      if (level.year() == evidence.baseYear()) {
        Activity activity = evidence.getActivity(level.activity(), level.country());
        double perUnit = activity.inputs().getOrDefault(product, 0.0);
        tonnes.merge(level.provenance().grade(), perUnit * level.tonnes(), Double::sum);
      }
    }
    return new GradeShares(tonnes);
  }

  private static Map<Grade, Double> none() {
    Map<Grade, Double> tonnes = new EnumMap<>(Grade.class);
    for (Grade grade : Grade.values()) {
      tonnes.put(grade, 0.0);
    }
    return tonnes;
  }

  /** Tonnes in all. */
  public double tonnes() {
    return tonnesByGrade.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** The grade's share, in [0, 1]; 0 if there are no tonnes. */
  public double share(Grade grade) {
    double all = tonnes();
    return all > 0 ? tonnesByGrade.getOrDefault(grade, 0.0) / all : 0;
  }
}
