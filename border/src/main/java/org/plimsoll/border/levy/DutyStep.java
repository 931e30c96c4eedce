package org.plimsoll.border.levy;

import java.util.List;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.DutyKind;
import org.plimsoll.model.quantity.Share;

/**
 * A duty in the order of a schedule.
 *
 * @param kind which
 * @param rate share of its base; empty if the entry states the amount
 * @param onEarlierDuties whether its base is the value with the duties before it, or the value
 *     alone
 * @param countsTowardsFloor whether the levy on a gap is so much less
 * @param products to which it applies; empty for all
 * @param origins of the last step to which it applies; empty for all
 * @param paidBackOnExport whether drawback on goods that leave again holds for it
 */
public record DutyStep(
    DutyKind kind,
    Optional<Share> rate,
    boolean onEarlierDuties,
    boolean countsTowardsFloor,
    List<ProductId> products,
    List<CountryCode> origins,
    boolean paidBackOnExport) {
  public DutyStep {
    products = List.copyOf(products);
    origins = List.copyOf(origins);
  }

  /** As the entry states it, on any goods. */
  public static DutyStep declared(DutyKind kind) {
    return new DutyStep(
        kind, Optional.empty(), false, DutyKind.COUNTS_TOWARDS_FLOOR, List.of(), List.of(), true);
  }

  /** A share of the value of any goods. */
  public static DutyStep of(DutyKind kind, Share rate) {
    return new DutyStep(
        kind, Optional.of(rate), false, DutyKind.COUNTS_TOWARDS_FLOOR, List.of(), List.of(), true);
  }

  boolean appliesTo(ProductId product, Optional<CountryCode> origin) {
    return isOn(product) && (origins.isEmpty() || origin.filter(origins::contains).isPresent());
  }

  /** Whether only an origin, which is not known, can say if it applies. */
  boolean isOpen(ProductId product, Optional<CountryCode> origin) {
    return origin.isEmpty() && isByOrigin(product);
  }

  /** Whether the origin says if it applies to these goods. */
  boolean isByOrigin(ProductId product) {
    return !origins.isEmpty() && isOn(product);
  }

  private boolean isOn(ProductId product) {
    return products.isEmpty() || products.contains(product);
  }
}
