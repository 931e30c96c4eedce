package org.plimsoll.sources.build;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.trade.Freight;
import org.plimsoll.sources.dataset.FreightMargins.Margin;

/** Freight by product from margins by code. */
final class FreightRates {
  private FreightRates() {}

  /** The margins of each product's main code: the last of its codes that has any. */
  static List<Freight> of(List<Product> products, List<Margin> margins) {
    List<Freight> rates = new ArrayList<>();
    for (Product product : products) {
      for (String code : product.hsCodes().reversed()) {
        List<Margin> own = margins.stream().filter(m -> m.code().equals(code)).toList();
        own.forEach(margin -> rates.add(freight(product, margin)));
        if (!own.isEmpty()) {
          break;
        }
      }
    }
    return rates;
  }

  private static Freight freight(Product product, Margin margin) {
    return new Freight(
        product.id(),
        margin.exporter(),
        margin.importer(),
        margin.period(),
        margin.shareOfFob(),
        new Provenance(
            new Source(
                "freight",
                "2026-11-24",
                "CIF over FOB of HS %s, %s, %s to %s"
                    .formatted(
                        margin.code(), margin.period(), margin.exporter(), margin.importer())),
            product.bundled() ? Grade.C : Grade.B,
            margin.status(),
            note(product, margin)));
  }

  private static String note(Product product, Margin margin) {
    List<String> notes = new ArrayList<>();
    if (margin.shareOfFob().low() < margin.shareOfFob().high()) {
      notes.add("weighted mean of " + margin.reporters() + ", with their quartiles");
    }
    if (margin.isMeanOutside()) {
      notes.add("the mean lies outside the quartiles and is an end of the range");
    }
    if (product.bundled()) {
      notes.add("the code holds other goods too");
    }
    return String.join("; ", notes);
  }
}
