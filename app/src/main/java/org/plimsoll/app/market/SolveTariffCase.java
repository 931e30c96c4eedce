package org.plimsoll.app.market;

import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.policy.TariffCase;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.gsim.Gsim;
import org.plimsoll.planner.gsim.GsimResult;
import org.plimsoll.sources.scenario.TariffCaseFile;

/**
 * What a change of tariffs does in GSIM.
 *
 * @param file a case
 */
public record SolveTariffCase(Path file) {
  /**
   * Solves it.
   *
   * @throws Refusal with every fault of the file
   */
  public Answer answer() {
    Loaded<Optional<TariffCase>> loaded = TariffCaseFile.read(file);
    TariffCase asked =
        loaded.value().orElseThrow(() -> Refusal.ofIssues("the case " + file, loaded.issues()));
    GsimResult result = Gsim.solve(asked);
    return Answer.of(asked.title())
        .fact("title", asked.title())
        .fact("source", asked.source())
        .with(
            Table.of(
                    "regions",
                    asked.title().isEmpty() ? "Regions" : asked.title(),
                    result.regions())
                .words("region", "region", GsimResult.Region::name)
                .share("exporterPriceChange", "exporter price", r -> r.exporterPriceChange())
                .share("compositePriceChange", "composite price", r -> r.compositePriceChange())
                .figure("producerSurplus", "producers", GsimResult.Region::producerSurplus)
                .figure("consumerSurplus", "consumers", GsimResult.Region::consumerSurplus)
                .figure("tariffRevenue", "revenue", GsimResult.Region::tariffRevenue)
                .figure("netWelfare", "net", GsimResult.Region::netWelfare),
            Table.of("flows", "Trade at exporters' prices", result.flows())
                .words("from", "from", GsimResult.Flow::from)
                .words("to", "to", GsimResult.Flow::to)
                .figure("valueBefore", "before", GsimResult.Flow::valueBefore)
                .figure("valueAfter", "after", GsimResult.Flow::valueAfter)
                .share("quantityChange", "quantity", GsimResult.Flow::quantityChange))
        .remark(
            "Changes are first order; money is in the unit of the case's trade."
                + " Equations and limits: docs/method/gsim.md");
  }
}
