package org.plimsoll.sources.reconcile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.MaterialBalance;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.trade.Flow;

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
  public static GradeShares ofTrade(MaterialBalance balance, ProductId product) {
    Map<Grade, Double> tonnes = none();
    for (Flow flow : balance.flows(product)) {
      if (!flow.exporter().equals(flow.importer())) {
        tonnes.merge(flow.provenance().grade(), flow.tonnes(), Double::sum);
      }
    }
    return new GradeShares(tonnes);
  }

  /** Output, by the grade of the activity's level. */
  public static GradeShares ofOutput(MaterialBalance balance, ProductId product) {
    return of(balance.made(product));
  }

  /** Final use and stock build, and inputs by the grade of the activity's level. */
  public static GradeShares ofUse(MaterialBalance balance, ProductId product) {
    return of(balance.taken(product));
  }

  private static GradeShares of(List<MaterialBalance.Amount> amounts) {
    Map<Grade, Double> tonnes = none();
    amounts.forEach(a -> tonnes.merge(a.provenance().grade(), a.tonnes(), Double::sum));
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
