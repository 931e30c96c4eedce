package org.plimsoll.model.policy;

import java.util.List;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Provenance;

/**
 * What a control covers: one row for goods under one code, to the same destinations and end users.
 * Customs codes do not tell controlled goods from others, the issuer's control code does.
 *
 * @param control row of the register, for example {@code E011}
 * @param code of the issuer's control list, such as 1C902; empty if none was retrieved
 * @param minerals goods, as the register words them
 * @param products of the model among them
 * @param to destinations; unnamed for all
 * @param endUsers at whom it is aimed
 * @param dualUse whether it covers every item that the issuer lists, whatever list that is
 * @param provenance source, grade, status
 */
public record ControlScope(
    String control,
    String code,
    String minerals,
    List<ProductId> products,
    Parties to,
    EndUsers endUsers,
    boolean dualUse,
    Provenance provenance) {
  public ControlScope {
    products = List.copyOf(products);
  }

  /** At whom a control is aimed. */
  public enum EndUsers {
    /** At whoever buys. */
    ANY,
    /** At military users and uses. */
    MILITARY,
    /** At named organisations alone. */
    LISTED
  }
}
