package org.plimsoll.planner.market.file;

import java.util.List;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;

/**
 * Figures of measures as a market file calls them. Its prices and quantities are in whatever units
 * it uses, so that no name may speak of dollars and tonnes.
 */
final class OwnWords {
  private OwnWords() {}

  /** The scope of a figure, {@code measures[0]/floor}, from that in which it is drawn. */
  static String scope(String scope, List<Measure> measures) {
    int slash = scope.lastIndexOf('/');
    String field = scope.substring(slash + 1);
    return measures.stream()
        .filter(measure -> slash >= 0 && measure.id().equals(scope.substring(0, slash)))
        .findFirst()
        .map(measure -> measure.id() + "/" + word(measure, field))
        .orElse(scope);
  }

  private static String word(Measure measure, String field) {
    boolean isQuota =
        measure instanceof BorderMeasure.ExportQuota
            || measure instanceof BorderMeasure.TariffRateQuota;
    return switch (field) {
      case "usdPerTonne" -> measure instanceof BorderMeasure.PriceFloor ? "floor" : "specific";
      case "tonnesPerYear" -> isQuota ? "quota" : "amount";
      case "tonnes" -> "amount";
      case "inQuotaUsdPerTonne", "outOfQuotaUsdPerTonne" ->
          field.replace("UsdPerTonne", "Specific");
      default -> field.replace("UsdPerTonne", "");
    };
  }
}
