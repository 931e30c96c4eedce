package org.plimsoll.model.commodity;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.provenance.Provenance;

/**
 * A fixed-proportion way of turning products into products: mining, separation, smelting, recovery
 * of scrap. Its level is counted in tonnes of its {@link #primary} output.
 *
 * @param id identifier, for example {@code rare-earth-mining}
 * @param name name for a person
 * @param scope the one country whose technology this is; empty for every country without its own
 * @param primary the output whose tonnes count the level
 * @param inputs tonnes of each input a tonne of level; empty for mines and scrap
 * @param outputs tonnes of each output a tonne of level; the primary's is 1
 * @param host the activity whose level caps this one as a by-product
 * @param marginShare base unit margin as a share of the value of outputs, used where the prices of
 *     inputs and outputs do not give one; empty for mines and scrap
 * @param provenance of the coefficients
 */
public record Activity(
    String id,
    String name,
    Optional<CountryCode> scope,
    ProductId primary,
    SortedMap<ProductId, Double> inputs,
    SortedMap<ProductId, Double> outputs,
    Optional<Host> host,
    OptionalDouble marginShare,
    Provenance provenance) {
  public Activity {
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    if (!Double.valueOf(1).equals(outputs.get(primary))) {
      throw new IllegalArgumentException(
          "activity " + id + " must put out exactly 1 of its primary product " + primary);
    }
    for (Map<ProductId, Double> side : java.util.List.of(inputs, outputs)) {
      side.forEach((product, perUnit) -> {
        if (!(perUnit > 0)) {
          throw new IllegalArgumentException(
              "activity " + id + " must use a positive amount of " + product);
        }
      });
    }
  }

  /** How the identifier of an activity that takes scrap ends. */
  private static final String RECYCLING = "-recycling";

  /**
   * Whether it recovers scrap. Such an activity has no inputs, like a mine, so its identifier says
   * it: {@code gallium-recycling}.
   */
  public boolean isRecycling() {
    return id.endsWith(RECYCLING);
  }

  /**
   * A by-product's first cap: its level is at most {@code yield} × the host product's output in the
   * same country. The second cap, the recovery circuit, is its own capacity.
   *
   * @param product the host's product, for example {@code aluminium/alumina}
   * @param yield tonnes of by-product a tonne of host output, if everything were recovered
   */
  public record Host(ProductId product, double yield) {}
}
