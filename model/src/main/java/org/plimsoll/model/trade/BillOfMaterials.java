package org.plimsoll.model.trade;

import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * How much of a commodity one unit of a good holds, in one form and as one source has it. Sources
 * that conflict are rows of their own; rows of one good may overlap and must not be added.
 *
 * @param good a finished thing: {@code electric car}, {@code F-35}
 * @param component part of the good; {@code all} for the whole of it
 * @param commodity identifier in {@code commodities.csv}
 * @param form what the kilograms are of: element, NdFeB magnet, alloy, …
 * @param asOf year or date of the figure, as printed
 * @param kilograms a unit of the good
 * @param unit what is counted: {@code car}, {@code MW}
 * @param provenance source, grade, status
 */
public record BillOfMaterials(
    String good,
    String component,
    String commodity,
    String form,
    String asOf,
    Interval kilograms,
    String unit,
    Provenance provenance) {
  /**
   * What so many units hold: kilograms × units ÷ 1,000, low with low and high with high.
   *
   * @return tonnes, in the form of this row
   * @throws IllegalArgumentException if another good, or another unit of it, was counted
   */
  public Interval tonnesIn(ProductVolume volume) {
    if (!volume.good().equals(good) || !volume.unit().equals(unit)) {
      throw new IllegalArgumentException(
          "a bill of a %s of %s cannot be multiplied by a count of a %s of %s"
              .formatted(unit, good, volume.unit(), volume.good()));
    }
    return new Interval(
        kilograms.low() * volume.units().low() / 1000,
        kilograms.central() * volume.units().central() / 1000,
        kilograms.high() * volume.units().high() / 1000);
  }
}
