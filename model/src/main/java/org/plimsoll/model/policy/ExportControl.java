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
 * @param effect how the market model reads it; empty if it is only listed
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
    Optional<Effect> effect,
    String url,
    Provenance provenance) {

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
   * @param quotaTonnes tonnes of content a year; empty for a licence or ban
   * @param reason for the figures
   */
  public record Effect(
      List<ProductId> products,
      Parties from,
      Parties to,
      InBase inBase,
      Optional<Interval> licensedShare,
      OptionalDouble quotaTonnes,
      String reason) {
    public Effect {
      products = List.copyOf(products);
    }
  }
}
