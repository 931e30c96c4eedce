package org.plimsoll.vault.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What can happen, with the fields that it needs and those that it may have. */
public enum Verb {
  COMMIT(
      "a participant promises to take a quantity at a set inventory price, and owes the entry fee",
      "participant product form grade mass_g price currency",
      "",
      "by-participant"),
  ACQUIRE(
      "the operator takes a lot into a site; with a contract, part of it is allotted at once",
      "lot site product form grade mass_g assay origin custody",
      "best_before price currency participant contract entitlement_g",
      ""),
  ALLOT(
      "what is in store and nobody's becomes a participant's, against its promise",
      "participant contract entitlement_g",
      "product form grade",
      ""),
  DRAW(
      "a participant takes material and owes the same quantity back",
      "participant contract lot site mass_g",
      "due refers",
      "by-participant holdable"),
  REPLENISH(
      "what was drawn comes back as a new lot",
      "participant refers lot site mass_g assay origin custody",
      "best_before",
      ""),
  TRANSFER(
      "an entitlement goes to another participant",
      "participant to contract entitlement_g",
      "product form grade",
      "by-participant holdable"),
  RELEASE(
      "what is nobody's leaves the vault, sold or given",
      "lot site mass_g",
      "to price currency",
      "holdable"),
  ROTATE(
      "a lot is changed for as much of a fresher one",
      "lot site mass_g new_lot assay origin custody",
      "best_before",
      ""),
  UPGRADE(
      "a lot becomes one of another form, less a booked loss; from a processor, it names the toll",
      "lot site mass_g out_g new_lot product form grade assay origin custody",
      "best_before refers participant contract entitlement_g",
      ""),
  TOLL("a lot goes to a processor and stays ours", "lot site processor mass_g", "", ""),
  MOVE("a lot goes to another site", "lot site to_site mass_g", "", ""),
  EMERGENCY(
      "a major disruption is declared, for a product or for all", "reason", "product due", ""),
  END("it is over", "refers", "", ""),
  BUY_BACK(
      "a participant buys what it is entitled to, at the price of its contract",
      "participant contract lot site mass_g price currency",
      "",
      "by-participant holdable"),
  DEFAULT(
      "what was drawn did not come back in time: it is owed in money, with the penalty",
      "participant refers",
      "",
      ""),
  CHARGE("an invoice", "participant amount currency reason", "", ""),
  PAY("a participant pays", "participant amount currency", "", ""),
  CORRECTION("a mistake is set right by transfers the other way", "corrects reason", "", ""),
  AMEND(
      "other terms hold from a later day on; contracts signed before that day keep theirs",
      "terms reason",
      "",
      ""),
  POST("a reservation is carried out", "refers", "", ""),
  VOID("a reservation is given up", "refers", "participant", "by-participant"),
  EXPIRE("a reservation has run out", "refers", "", "");

  /** Bits of {@link FieldSet}. */
  private final long needed;

  private final long allowed;
  private final String meaning;
  private final String word;
  private final boolean isOpenToParticipants;
  private final boolean isHoldable;

  Verb(String meaning, String needed, String optional, String marks) {
    this.meaning = meaning;
    this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    this.needed = FieldSet.parse(needed).bits();
    this.isOpenToParticipants = marks.contains("by-participant");
    this.isHoldable = marks.contains("holdable");
    this.allowed =
        FieldSet.parse(needed + " " + optional + (isHoldable ? " hold_until" : "") + " at reason")
            .bits();
  }

  /** What happens, in a sentence without its full stop. */
  public String meaning() {
    return meaning;
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

  boolean lacks(FieldSet given) {
    return (needed & ~given.bits()) != 0;
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
    return word;
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
