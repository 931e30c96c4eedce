package org.plimsoll.planner.study;

import java.util.List;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Status;

/**
 * An exporter stops what it sells for a year: one product, or several of a chain at once.
 *
 * @param exporter who stops
 * @param products what, from the mine on; at least one
 */
public record Stop(CountryCode exporter, List<ProductId> products) {
  public Stop {
    products = List.copyOf(products);
    if (products.isEmpty()) {
      throw new IllegalArgumentException("a stop must name a product");
    }
  }

  /** A stop of one product. */
  public Stop(CountryCode exporter, ProductId product) {
    this(exporter, List.of(product));
  }

  /** The product that is stopped, of several the last. */
  public ProductId product() {
    return products.getLast();
  }

  /** The case of this stop and nothing else. */
  public CaseId id() {
    String what = product().commodity() + "-" + product().stage();
    return products.size() == 1
        ? CaseId.of("stop", exporter.alpha3(), what)
        : CaseId.of("stop", exporter.alpha3(), "chain", what);
  }

  /** The case of the same stop to all countries. */
  public CaseId idToAll() {
    return CaseId.of(id().id(), "to", "all");
  }

  /** To the members of the alliance alone. */
  public BorderMeasure.ExportBan ban(Bloc bloc) {
    return ban(id(), bloc.parties());
  }

  /** To all countries, as nearly every control of the past was. */
  public BorderMeasure.ExportBan banToAll() {
    return ban(idToAll(), Parties.UNNAMED);
  }

  private BorderMeasure.ExportBan ban(CaseId id, Parties to) {
    return new BorderMeasure.ExportBan(
        Terms.of(id.id(), products, Parties.of(exporter.alpha3()), to, Status.ASSUMED, "leverage"));
  }
}
