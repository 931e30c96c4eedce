package org.plimsoll.planner.portfolio;

import java.util.List;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.study.Bloc;
import org.plimsoll.planner.study.CaseId;

/**
 * A stop of one chain, to the alliance alone: of one product or of several at once.
 *
 * @param exporter who stops
 * @param products what, from the mine on
 */
public record ChainStop(CountryCode exporter, List<ProductId> products) {
  public ChainStop {
    products = List.copyOf(products);
    if (products.isEmpty()) {
      throw new IllegalArgumentException("a stop must name a product");
    }
  }

  /** The case of this stop and nothing else. */
  public CaseId id() {
    ProductId last = products.getLast();
    return products.size() == 1
        ? CaseId.of("stop", exporter.alpha3(), last.commodity(), last.stage())
        : CaseId.of("stop", exporter.alpha3(), "chain", last.commodity(), last.stage());
  }

  /** The stop as a measure. */
  public BorderMeasure.ExportBan ban(Bloc bloc) {
    return new BorderMeasure.ExportBan(
        Terms.of(
            id().id(),
            products,
            Parties.of(exporter.alpha3()),
            bloc.parties(),
            Status.ASSUMED,
            "portfolio"));
  }
}
