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
 * @param asked the case
 */
public record SolveTariffCase(TariffCase asked) {
  /**
   * The case of a file.
   *
   * @throws Refusal with every fault of the file
   */
  public static SolveTariffCase read(Path file) {
    return accepted(file.toString(), TariffCaseFile.read(file));
  }

  /**
   * The same of a text.
   *
   * @param name for issues
   */
  public static SolveTariffCase parse(String name, String text) {
    return accepted(name, TariffCaseFile.parse(name, text));
  }

  private static SolveTariffCase accepted(String name, Loaded<Optional<TariffCase>> loaded) {
    return loaded
        .value()
        .map(SolveTariffCase::new)
        .orElseThrow(() -> Refusal.ofIssues("the case " + name, loaded.issues()));
  }

  /** Solves it. */
  public Answer answer() {
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
