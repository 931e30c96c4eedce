package org.plimsoll.model.policy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Provenance;

/**
 * A row of the register of export controls, with the effect that the model gives it. Dates are kept
 * as printed, since some are only a month or a year.
 *
 * @param id row of the register, for example {@code E011}
 * @param issuer issuing country, as the register names it
 * @param announced date announced
 * @param effective date effective
 * @param reference number or name of the act
 * @param type licence, ban, quota, suspension, entity list, …
 * @param minerals as the register words them
 * @param target as the register words it
 * @param state as the register words it: in force, suspended, ended, denied, …
 * @param suspendedUntil date on which a suspension ends; empty if none
 * @param effects how the market model reads it, each for products of its own; none if it is only
 *     listed
 * @param url where it is reported
 * @param provenance source, grade, status
 */
public record ExportControl(
    String id,
    String issuer,
    String announced,
    String effective,
    String reference,
    String type,
    String minerals,
    String target,
    String state,
    Optional<String> suspendedUntil,
    List<Effect> effects,
    String url,
    Provenance provenance) {
  public ExportControl {
    effects = List.copyOf(effects);
  }

  /** The same control with these effects. */
  public ExportControl withEffects(List<Effect> others) {
    return new ExportControl(
        id,
        issuer,
        announced,
        effective,
        reference,
        type,
        minerals,
        target,
        state,
        suspendedUntil,
        others,
        url,
        provenance);
  }

  /** Every product that some effect covers, in the order of the effects. */
  public List<ProductId> listProducts() {
    return effects.stream().flatMap(effect -> effect.products().stream()).distinct().toList();
  }

  /** Whether base-year trade already shows the control. */
  public enum InBase {
    NO,
    PARTLY,
    YES
  }

  /**
   * The control as the market model reads it.
   *
   * @param products covered
   * @param from acting exporter
   * @param to destinations; unnamed for all
   * @param inBase whether base-year trade already shows it; {@code YES} changes nothing
   * @param licensedShare θ, share of base trade still licensed; empty for a quota
   * @param alreadyTakenShare share of exports before the control that the base year no longer
   *     shows; it is told beside the market and changes nothing in it; empty if not known
   * @param quotaTonnes tonnes of content a year; empty for a licence or ban
   * @param provenance of the figures; its note gives the reason
   */
  public record Effect(
      List<ProductId> products,
      Parties from,
      Parties to,
      InBase inBase,
      Optional<Interval> licensedShare,
      Optional<Interval> alreadyTakenShare,
      OptionalDouble quotaTonnes,
      Provenance provenance) {
    public Effect {
      products = List.copyOf(products);
    }
  }
}
