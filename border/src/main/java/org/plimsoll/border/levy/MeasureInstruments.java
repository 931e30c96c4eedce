package org.plimsoll.border.levy;

import java.util.Optional;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.PricePerKilogram;
import org.plimsoll.model.quantity.Share;

/**
 * What a measure of a scenario means at the border of the importer. A new border measure does not
 * compile until this says what becomes of it.
 */
public final class MeasureInstruments {
  private MeasureInstruments() {}

  /** The instrument, from central figures; empty for what acts at the exporter's border. */
  public static Optional<Instrument> of(BorderMeasure measure) {
    return switch (measure) {
      case BorderMeasure.PriceFloor floor ->
          Optional.of(
              ofFloor(
                  price(floor.usdPerTonne()),
                  floor.boundUsdPerTonne().map(PricePerKilogram::roundUsdPerTonne),
                  floor.gapGoesTo()));
      case BorderMeasure.PartialLevy levy ->
          Optional.of(new Instrument.PartialLevy(price(levy.triggerUsdPerTonne()), levy.ladder()));
      case BorderMeasure.Tariff tariff ->
          Optional.of(new Instrument.Compound(rate(tariff.adValorem(), tariff.usdPerTonne())));
      case BorderMeasure.TariffRateQuota quota ->
          Optional.of(
              new Instrument.TariffRateQuota(
                  quota.terms().id(),
                  Mass.roundTonnes(quota.tonnesPerYear().central()),
                  rate(quota.inQuota().adValorem(), quota.inQuota().usdPerTonne()),
                  rate(quota.outOfQuota().adValorem(), quota.outOfQuota().usdPerTonne())));
      case BorderMeasure.ExportRestriction _, BorderMeasure.ExportTax _ -> Optional.empty();
    };
  }

  /**
   * The instrument that keeps a floor.
   *
   * @param floor the least that goods may cost duty paid
   * @param bound largest levy; an undertaking levies nothing and has none
   * @param gapGoesTo who keeps the gap
   */
  public static Instrument ofFloor(
      PricePerKilogram floor, Optional<PricePerKilogram> bound, BorderMeasure.GapGoesTo gapGoesTo) {
    return switch (gapGoesTo) {
      case IMPORTER -> new Instrument.VariableLevy(floor, bound);
      case EXPORTER -> new Instrument.Undertaking(floor);
    };
  }

  private static Rate rate(Interval adValorem, Interval usdPerTonne) {
    return new Rate(Share.round(adValorem.central()), price(usdPerTonne));
  }

  private static PricePerKilogram price(Interval usdPerTonne) {
    return PricePerKilogram.roundUsdPerTonne(usdPerTonne.central());
  }
}
