package org.plimsoll.model.evidence;

import java.util.List;
import org.plimsoll.model.trade.BillOfMaterials;
import org.plimsoll.model.trade.DemandGrowth;
import org.plimsoll.model.trade.ProductVolume;
import org.plimsoll.model.trade.Recycling;

/**
 * What materials end in, how many of it, how that grows, and what comes back.
 *
 * @param bills how much one unit of a good holds
 * @param volumes how many units were made or sold
 * @param growth outlooks of demand
 * @param recycling rates of recycling
 */
public record ProductsInUse(
    List<BillOfMaterials> bills,
    List<ProductVolume> volumes,
    List<DemandGrowth> growth,
    List<Recycling> recycling) {
  /** Nothing known. */
  public static final ProductsInUse NONE =
      new ProductsInUse(List.of(), List.of(), List.of(), List.of());

  public ProductsInUse {
    bills = List.copyOf(bills);
    volumes = List.copyOf(volumes);
    growth = List.copyOf(growth);
    recycling = List.copyOf(recycling);
  }
}
