package org.plimsoll.vault.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can happen, with the fields that it needs and those that it may have. */
public enum Verb {
  /** A participant promises to take a quantity at a set inventory price, and owes the entry fee. */
  COMMIT("participant product form grade mass_g price currency", "", "by-participant"),
  /** The operator takes a lot into a site; with a contract, part of it is allotted at once. */
  ACQUIRE(
      "lot site product form grade mass_g assay origin custody",
      "best_before price currency participant contract entitlement_g",
      ""),
  /** What is in store and nobody's becomes a participant's, against its promise. */
  ALLOT("participant contract entitlement_g", "product form grade", ""),
  /** A participant takes material and owes the same quantity back. */
  DRAW("participant contract lot site mass_g", "due refers", "by-participant holdable"),
  /** What was drawn comes back as a new lot. */
  REPLENISH("participant refers lot site mass_g assay origin custody", "best_before", ""),
  /** An entitlement goes to another participant. */
  TRANSFER(
      "participant to contract entitlement_g", "product form grade", "by-participant holdable"),
  /** What is nobody's leaves the vault, sold or given. */
  RELEASE("lot site mass_g", "to price currency", "holdable"),
  /** A lot is changed for as much of a fresher one. */
  ROTATE("lot site mass_g new_lot assay origin custody", "best_before", ""),
  /**
   * A lot becomes one of another form, with the loss booked; from a processor, it names the toll.
   */
  UPGRADE(
      "lot site mass_g out_g new_lot product form grade assay origin custody",
      "best_before refers participant contract entitlement_g",
      ""),
  /** A lot goes to a processor and stays ours. */
  TOLL("lot site processor mass_g", "", ""),
  /** A lot goes to another site. */
  MOVE("lot site to_site mass_g", "", ""),
  /** A major disruption is declared, for a product or for all. */
  EMERGENCY("reason", "product due", ""),
  /** It is over. */
  END("refers", "", ""),
  /** A participant buys what it is entitled to, at the price of its contract. */
  BUY_BACK("participant contract lot site mass_g price currency", "", "by-participant holdable"),
  /** What was drawn did not come back in time: it is owed in money, with the penalty. */
  DEFAULT("participant refers", "", ""),
  /** An invoice. */
  CHARGE("participant amount currency reason", "", ""),
  /** A participant pays. */
  PAY("participant amount currency", "", ""),
  /** A mistake is set right by transfers the other way. */
  CORRECTION("corrects reason", "", ""),
  /** A reservation is carried out. */
  POST("refers", "", ""),
  /** A reservation is given up. */
  VOID("refers", "participant", "by-participant"),
  /** A reservation has run out. */
  EXPIRE("refers", "", "");

  /** Bits of {@link FieldSet}. */
  private final long needed;

  private final long allowed;
  private final boolean isOpenToParticipants;
  private final boolean isHoldable;

  Verb(String needed, String optional, String marks) {
    this.needed = FieldSet.parse(needed).bits();
    this.isOpenToParticipants = marks.contains("by-participant");
    this.isHoldable = marks.contains("holdable");
    this.allowed =
        FieldSet.parse(needed + " " + optional + (isHoldable ? " hold_until" : "") + " at reason")
            .bits();
  }

  /** Fields without which it cannot be. */
  public List<Field> needed() {
    return Arrays.stream(Field.values()).filter(this::needs).toList();
  }

  /** Fields that it may have beside those. */
  public List<Field> optional() {
    return Arrays.stream(Field.values()).filter(f -> allows(f) && !needs(f)).toList();
  }

  boolean needs(Field field) {
    return new FieldSet(needed).has(field);
  }

  boolean allows(Field field) {
    return new FieldSet(allowed).has(field);
  }

  /** Whether a participant may do it for itself. */
  public boolean isOpenToParticipants() {
    return isOpenToParticipants;
  }

  /** Whether it can be reserved first. */
  public boolean isHoldable() {
    return isHoldable;
  }

  /** The word used in files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads the word used in files.
   *
   * @throws IllegalArgumentException if it is no verb
   */
  public static Verb parse(String text) {
    return Arrays.stream(values())
        .filter(verb -> verb.word().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "no verb '%s'\nMaybe one of %s"
                    .formatted(
                        text,
                        Arrays.stream(values())
                            .map(Verb::word)
                            .collect(Collectors.joining(", ")))));
  }
}
