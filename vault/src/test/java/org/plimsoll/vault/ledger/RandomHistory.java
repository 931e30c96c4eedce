package org.plimsoll.vault.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Events at random over few names. Most of what an event says fits together, so that about half are
 * posted; each field may go astray, so that the rest are refused for every reason.
 */
final class RandomHistory {
  private static final List<String> MATERIALS =
      List.of(
          "product=gallium/refined form=ingot grade=4N",
          "product=neodymium/oxide form=powder grade=2N5",
          "product=neodymium/metal form=ingot grade=2N5");
  private static final List<String> PARTICIPANTS = List.of("acme", "bolt");
  private static final List<String> SITES = List.of("north", "north", "north", "south");

  /** What an accepted event was about. */
  private record Known(String id, String participant, String contract, String material) {}

  private final SplittableRandom random;
  private final Map<Verb, List<Known>> accepted = new EnumMap<>(Verb.class);
  private final List<Known> holds = new ArrayList<>();
  private final List<Known> lots = new ArrayList<>();
  private int number;
  private int day;

  private Verb verb = Verb.COMMIT;
  private Known focus = new Known("", "acme", "none", MATERIALS.getFirst());
  private final Map<Field, String> said = new TreeMap<>();
  private String id = "";

  RandomHistory(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The next line, as {@link TinyVault#post} reads it. */
  String next() {
    verb = random.nextInt(4) == 0 ? Verb.ACQUIRE : any(List.of(Verb.values()));
    id = isRare(40) ? "e" + random.nextInt(number + 1) : "e" + number;
    number++;
    focus = subject();
    said.clear();
    boolean isForSomebody = random.nextBoolean();
    boolean isPriced = random.nextInt(3) == 0;
    for (Field field : Field.values()) {
      boolean isOptional =
          switch (field) {
            case PARTICIPANT, CONTRACT, ENTITLEMENT_G -> isForSomebody;
            case PRICE, CURRENCY, TO -> isPriced;
            case PRODUCT, FORM, GRADE -> verb != Verb.EMERGENCY && !isRare(5);
            case REFERS -> isRare(3);
            case DUE -> isRare(2);
            default -> isRare(5);
          };
      boolean isWanted =
          isRare(400)
              ? !verb.needs(field)
              : verb.needs(field) || (verb.allows(field) && isOptional);
      if (isWanted && field != Field.AT) {
        said.put(field, value(field));
      }
    }
    day += random.nextInt(3);
    StringBuilder line = new StringBuilder(id).append(' ').append(verb.word());
    said.forEach(
        (field, value) -> line.append(' ').append(field.column()).append('=').append(value));
    if (random.nextInt(3) > 0) {
      line.append(" day=").append(later(isRare(30) ? -9 : 0));
    }
    return line.toString();
  }

  /** Says that the last line was accepted. */
  void accept() {
    String contract = verb == Verb.COMMIT ? id : focus.contract();
    String material = materialSaid();
    Known known = new Known(id, said.getOrDefault(Field.PARTICIPANT, "acme"), contract, material);
    accepted.computeIfAbsent(verb, v -> new ArrayList<>()).add(known);
    if (said.containsKey(Field.HOLD_UNTIL)) {
      holds.add(known);
    }
    switch (verb) {
      case ACQUIRE, REPLENISH ->
          lots.add(new Known(said.getOrDefault(Field.LOT, ""), "", contract, material));
      case ROTATE, UPGRADE ->
          lots.add(new Known(said.getOrDefault(Field.NEW_LOT, ""), "", contract, material));
      default -> {}
    }
  }

  private String materialSaid() {
    return said.containsKey(Field.PRODUCT) && said.containsKey(Field.FORM)
        ? "product=%s form=%s grade=%s"
            .formatted(
                said.get(Field.PRODUCT), said.get(Field.FORM), said.getOrDefault(Field.GRADE, ""))
        : focus.material();
  }

  /** What the event is about: a draw, a reservation, a contract. */
  private Known subject() {
    List<Known> about =
        switch (verb) {
          case COMMIT ->
              List.of(
                  new Known(
                      id,
                      any(PARTICIPANTS),
                      id,
                      MATERIALS.get(Math.max(0, random.nextInt(5) - 2))));
          case REPLENISH, DEFAULT -> list(Verb.DRAW);
          case POST, VOID, EXPIRE -> holds;
          case END -> list(Verb.EMERGENCY);
          case UPGRADE -> random.nextBoolean() ? list(Verb.TOLL) : list(Verb.COMMIT);
          default -> list(Verb.COMMIT);
        };
    return about.isEmpty() ? focus : recent(about);
  }

  private String value(Field field) {
    String[] material =
        (verb == Verb.UPGRADE ? MATERIALS.get(2) : focus.material()).split("[ =]", -1);
    return switch (field) {
      case PRODUCT -> material[1];
      case FORM -> material[3];
      case GRADE -> material[5];
      case PARTICIPANT -> isRare(15) ? any(PARTICIPANTS) : focus.participant();
      case TO -> any(PARTICIPANTS);
      case SITE, TO_SITE -> any(SITES);
      case PROCESSOR -> "smelter";
      case LOT -> verb == Verb.ACQUIRE || verb == Verb.REPLENISH ? newLot() : lot();
      case NEW_LOT -> newLot();
      case CONTRACT -> isRare(30) ? "e" + random.nextInt(number) : focus.contract();
      case REFERS ->
          isRare(15) ? "e" + random.nextInt(number) : verb == Verb.DRAW ? emergency() : focus.id();
      case CORRECTS -> "e" + Math.max(0, number - 1 - random.nextInt(12));
      case MASS_G ->
          ""
              + (isRare(30)
                  ? 0
                  : random.nextInt(verb == Verb.COMMIT || verb == Verb.ACQUIRE ? 900 : 90));
      case OUT_G -> "" + random.nextInt(60);
      case ENTITLEMENT_G -> "" + random.nextInt(200);
      case PRICE -> isRare(8) ? "299.5" : "300";
      case AMOUNT -> random.nextInt(20) + ".25";
      case CURRENCY -> isRare(30) ? "EUR" : "USD";
      case ASSAY -> "0.99";
      case ORIGIN -> "JPN";
      case CUSTODY -> "keeper";
      case BEST_BEFORE -> later(random.nextInt(300));
      case DUE -> later(random.nextInt(90));
      case HOLD_UNTIL -> later(random.nextInt(30));
      case TERMS ->
          "v%d,%s,draw_share:0.%d,entry_fee:0.0%d,grace_days:%d"
              .formatted(
                  isRare(5) ? 1 : number,
                  later(random.nextInt(20)),
                  3 + random.nextInt(6),
                  random.nextInt(9),
                  random.nextInt(40));
      case REASON -> "why";
      case AT -> throw new IllegalStateException("the day says when");
    };
  }

  private String newLot() {
    return isRare(20) ? lot() : "l" + number;
  }

  /** Most often one of the material that the event is about. */
  private String lot() {
    List<Known> same =
        lots.stream().filter(lot -> lot.material().equals(focus.material())).toList();
    return isRare(20) || same.isEmpty() ? "l" + random.nextInt(number) : recent(same).id();
  }

  private String emergency() {
    return list(Verb.EMERGENCY).isEmpty() ? "none" : recent(list(Verb.EMERGENCY)).id();
  }

  private List<Known> list(Verb of) {
    return accepted.getOrDefault(of, List.of());
  }

  private String later(int days) {
    return LocalDate.of(2026, 1, 1).plusDays(day + days).toString();
  }

  private boolean isRare(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> T recent(List<T> of) {
    return of.get(of.size() - 1 - random.nextInt(Math.min(6, of.size())));
  }
}
