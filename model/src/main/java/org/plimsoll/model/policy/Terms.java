package org.plimsoll.model.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Status;

/**
 * What every measure says beside its own figures: on what, from whom, to whom, when, who is exempt,
 * and who says so.
 *
 * @param id unique in its scenario, for messages and reports
 * @param products covered, at least one
 * @param from origins (or the exporter that acts); empty for every origin
 * @param to destinations (or the importer that acts); empty for every destination
 * @param exempt to whom it does not apply: origins; of what exporters do, and of use and stocks,
 *     destinations too
 * @param start first day in force; empty if before the scenario's date
 * @param end first day not in force; empty if open
 * @param status reported, proposed, assumed
 * @param source where it is reported, for example {@code F001}, or the reason for assuming it
 */
public record Terms(
    String id,
    List<ProductId> products,
    Parties from,
    Parties to,
    Parties exempt,
    Optional<LocalDate> start,
    Optional<LocalDate> end,
    Status status,
    String source) {
  public Terms {
    products = List.copyOf(products);
    if (products.isEmpty()) {
      throw new IllegalArgumentException("measure " + id + " must name at least one product");
    }
  }

  /** Of a measure that is in force on every day and exempts nobody. */
  public static Terms of(
      String id, List<ProductId> products, Parties from, Parties to, Status status, String source) {
    return new Terms(
        id,
        products,
        from,
        to,
        Parties.UNNAMED,
        Optional.empty(),
        Optional.empty(),
        status,
        source);
  }

  /** The same on these products alone. */
  public Terms withProducts(List<ProductId> others) {
    return new Terms(id, others, from, to, exempt, start, end, status, source);
  }

  /** The same with these spared, in the place of whom it spares now. */
  public Terms exempting(Parties others) {
    return new Terms(id, products, from, to, others, start, end, status, source);
  }

  /** Whether the measure is in force on {@code date}. */
  public boolean isInForceOn(LocalDate date) {
    return start.map(s -> !date.isBefore(s)).orElse(true) && end.map(date::isBefore).orElse(true);
  }
}
