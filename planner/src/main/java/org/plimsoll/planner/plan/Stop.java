package org.plimsoll.planner.plan;

import java.util.List;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.study.Bloc;
import org.plimsoll.planner.study.CaseId;

/** A stop of one product by one exporter. */
record Stop(CountryCode exporter, ProductId product) {
  /** The case of this stop and nothing else. */
  CaseId id() {
    return CaseId.of("stop", exporter.alpha3(), product.commodity(), product.stage());
  }

  /** The case of the same stop to all countries. */
  CaseId idToAll() {
    return CaseId.of(id().id(), "to", "all");
  }

  /** To the members of the alliance alone. */
  BorderMeasure.ExportBan ban(Bloc bloc) {
    return ban(id(), bloc.parties());
  }

  /** To all countries, as nearly every control of the past was. */
  BorderMeasure.ExportBan banToAll() {
    return ban(idToAll(), Parties.UNNAMED);
  }

  private BorderMeasure.ExportBan ban(CaseId id, Parties to) {
    return new BorderMeasure.ExportBan(
        Terms.of(
            id.id(),
            List.of(product),
            Parties.of(exporter.alpha3()),
            to,
            Status.ASSUMED,
            "leverage"));
  }
}
