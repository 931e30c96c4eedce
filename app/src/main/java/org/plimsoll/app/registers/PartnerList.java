package org.plimsoll.app.registers;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Partner;
import org.plimsoll.planner.risk.Concentration;
import org.plimsoll.planner.risk.RiskTable;

/**
 * Who attends and who signed frameworks of cooperation, and who makes what.
 *
 * @param signedOnly whether only those that signed a framework are meant
 */
public record PartnerList(boolean signedOnly) {
  private static final double LEAST_SHARE = 0.01;
  private static final int SHOWN = 4;

  public Answer answer(Evidence evidence) {
    RiskTable output = RiskTable.of(evidence, List.of());
    return Answer.of("Partners")
        .fact("asOf", evidence.asOf())
        .with(
            Table.of(
                    "partners",
                    "Partners in frameworks of cooperation on critical minerals",
                    evidence.partners().stream()
                        .map(Partner::country)
                        .distinct()
                        .map(country -> evidence.findPartner(country).orElseThrow())
                        .filter(p -> !signedOnly || p.tie() == Partner.Tie.SIGNED)
                        .toList())
                .country("country", "code", p -> p.country().alpha3())
                .words("name", "name", p -> p.name())
                .words("tie", "tie", p -> p.tie().name().toLowerCase(Locale.ROOT))
                .words("counterpart", "with", p -> p.counterpart())
                .words("date", "date", p -> p.date())
                .knownQuietly(p -> p.provenance())
                .names(
                    "makes",
                    "makes, share of world output " + evidence.baseYear(),
                    p -> makes(output, p.country())))
        .remark("Shown are the four largest shares of at least 1%.");
  }

  private static List<String> makes(RiskTable output, CountryCode country) {
    return output.world().stream()
        .filter(product -> share(product, country) >= LEAST_SHARE)
        .sorted(
            Comparator.comparingDouble((Concentration c) -> -share(c, country))
                .thenComparing(Concentration::product))
        .limit(SHOWN)
        .map(c -> c.product() + " " + new Cell.Share(share(c, country), 2).text())
        .toList();
  }

  private static double share(Concentration product, CountryCode country) {
    return product.shares().byCountry().getOrDefault(country, 0.0);
  }
}
