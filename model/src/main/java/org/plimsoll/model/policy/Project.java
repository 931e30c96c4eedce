package org.plimsoll.model.policy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Provenance;

/**
 * A row of the register of projects.
 *
 * @param id row of the register, for example {@code P025}
 * @param name project
 * @param operator firm or body, as quoted
 * @param country where; empty if the register names more than one
 * @param mineral as the register words it
 * @param stage as the register words it
 * @param product the model's product; empty if it has none
 * @param orProducts products that it may make instead, where nothing reported tells: the market
 *     counts it under {@code product}
 * @param capacityTonnesPerYear on that product's basis; empty if not published
 * @param capacityNote what the published figure counts
 * @param capitalUsdMillion capital cost; empty if not published
 * @param startYear announced start; empty if none
 * @param state as the register words it
 * @param support public support and offtake, as quoted
 * @param url where it is reported
 * @param verification the register's own mark
 * @param provenance source, grade, status
 */
public record Project(
    String id,
    String name,
    String operator,
    Optional<CountryCode> country,
    String mineral,
    String stage,
    Optional<ProductId> product,
    List<ProductId> orProducts,
    OptionalDouble capacityTonnesPerYear,
    String capacityNote,
    OptionalDouble capitalUsdMillion,
    OptionalInt startYear,
    String state,
    String support,
    String url,
    String verification,
    Provenance provenance) {
  public Project {
    orProducts = List.copyOf(orProducts);
  }

  /** Whether nothing reported tells which of several products it makes. */
  public boolean isProductUnknown() {
    return !orProducts.isEmpty();
  }
}
