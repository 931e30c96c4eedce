package org.plimsoll.app.registers;

import java.util.Comparator;
import java.util.List;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.planner.risk.Concentration;
import org.plimsoll.planner.risk.RiskTable;

/**
 * Who was at the ministerial of 4 February 2026, who signed, who makes what.
 *
 * @param signedOnly whether only those with a framework with the United States are meant
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
                    "Delegations at the ministerial of 4 February 2026",
                    evidence.partners().stream()
                        .filter(p -> !signedOnly || p.signedWithUsa().isPresent())
                        .toList())
                .country("country", "code", p -> p.country().alpha3())
                .words("name", "name", p -> p.name())
                .words("signedWithUsa", "signed with USA", p -> p.signedWithUsa())
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
