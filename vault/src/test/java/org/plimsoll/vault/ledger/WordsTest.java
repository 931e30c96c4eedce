package org.plimsoll.vault.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is read as it was, and what has not its form is refused with a way out. */
class WordsTest {
  @Test
  void anEventIsReadAsItWasWritten() {
    Event event = TinyVault.event("c1 commit participant=acme ga mass_g=5 usd300 reason=a=b,");
    assertEquals(event, Event.parse(event.toText()));
    assertEquals("a=b,", Event.parse(event.toText()).find(Field.REASON).orElseThrow());
    assertEquals(event, Event.parse(event.toText() + "=nothing\n\nno column\n"));
    assertThrows(IllegalArgumentException.class, () -> Event.parse("no event"));
    Map<String, String> columns = new TreeMap<>(Map.of("id", "c 1", "verb", "commit"));
    assertThrows(IllegalArgumentException.class, () -> Event.of(columns));
  }

  @ParameterizedTest
  @EnumSource(Verb.class)
  void verbs(Verb verb) {
    assertEquals(verb, Verb.parse(verb.word()));
    assertFalse(verb.meaning().isEmpty());
    for (Field field : Field.values()) {
      assertEquals(verb.needs(field), verb.needed().contains(field));
      assertEquals(verb.allows(field) && !verb.needs(field), verb.optional().contains(field));
    }
    assertTrue(verb.optional().containsAll(List.of(Field.AT)), "every event may say when");
    assertEquals(verb.isHoldable(), verb.optional().contains(Field.HOLD_UNTIL));
  }

  @ParameterizedTest
  @EnumSource(Field.class)
  void fields(Field field) {
    assertEquals(field, Field.parse(field.column()));
    assertEquals("--" + field.column(), field.option().replaceAll("(?<=[a-z])-", "_"));
    assertFalse(field.label().isEmpty() || field.example().isEmpty());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> field.canonical("\u0007"));
    assertTrue(
        String.valueOf(refused.getMessage()).endsWith("Maybe write " + field.example()),
        refused::toString);
  }

  @Test
  void whatAVerbNeeds() {
    assertEquals(
        List.of(Field.PARTICIPANT, Field.AMOUNT, Field.CURRENCY), List.copyOf(Verb.PAY.needed()));
    assertEquals(List.of(Field.AT, Field.REASON), List.copyOf(Verb.PAY.optional()));
    assertEquals(List.of(Field.TERMS, Field.REASON), List.copyOf(Verb.AMEND.needed()));
  }

  /** The first and the last of each run of characters, and what stands beside them. */
  @Test
  void words() {
    for (String fit : List.of("a", "z", "A", "Z", "0", "9", "a0._+:-", "x".repeat(100))) {
      assertEquals(fit, Field.LOT.canonical(" " + fit + " "));
      assertEquals(fit, new Event(fit, Verb.PAY, new TreeMap<>()).id());
    }
    for (String unfit :
        List.of(
            "",
            "a b",
            "-a",
            ".a",
            "+a",
            "a`",
            "a{",
            "a@",
            "a[",
            "a/",
            "a;",
            "é",
            "x".repeat(101))) {
      assertThrows(IllegalArgumentException.class, () -> Field.LOT.canonical(unfit), unfit);
      assertThrows(
          IllegalArgumentException.class, () -> new Event(unfit, Verb.PAY, new TreeMap<>()), unfit);
    }
  }

  @Test
  void amounts() {
    String longest = "1." + "0".repeat(37) + "1";
    assertEquals(longest, Field.AMOUNT.canonical(longest));
    assertEquals("0", Field.AMOUNT.canonical("-0.00"));
    assertEquals("1200", Field.AMOUNT.canonical("1200.00"));
    for (String unfit : List.of(longest + "1", "1e3", "1E3", "e", "E1", "")) {
      assertThrows(IllegalArgumentException.class, () -> Field.AMOUNT.canonical(unfit), unfit);
    }
  }

  @Test
  void timesEndWithTheYear9999() {
    String last = "9999-12-31T23:59:59.999999Z";
    assertEquals(last, Field.AT.canonical(last));
    assertEquals("9999-12-31", Field.DUE.canonical("9999-12-31"));
    for (String unfit : List.of("+10000-01-01T00:00:00Z", "2026-01-01T00:00:00.0000001Z", "soon")) {
      assertThrows(IllegalArgumentException.class, () -> Field.AT.canonical(unfit), unfit);
    }
    assertThrows(IllegalArgumentException.class, () -> Field.DUE.canonical("+10000-01-01"));
  }

  /** Of a dozen lines the one that is wrong is named. */
  @Test
  void termsThatCannotBeRead() {
    String text = TinyVault.TERMS.toText();
    assertEquals(TinyVault.TERMS.toLine(), Field.TERMS.canonical(text));
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> Field.TERMS.canonical(text.replace("grace_days", "days_of_grace")));
    assertTrue(
        String.valueOf(refused.getMessage())
            .startsWith("terms, line 9: not a term: 'days_of_grace'\nMaybe write the lines"),
        refused::toString);
  }

  @Test
  void aLevelThatIsNoNumberAndALineWithoutOne() {
    String text = TinyVault.TERMS.toText();
    String told = refusal(text.replace("grace_days | ", "grace_days | some "));
    assertTrue(told.startsWith("terms, line 9: grace_days: 'some "), told);
    assertTrue(refusal(text + "rent\n").contains(": 'rent' has no | and level behind it"));
  }

  private static String refusal(String terms) {
    return String.valueOf(
        assertThrows(IllegalArgumentException.class, () -> Field.TERMS.canonical(terms))
            .getMessage());
  }

  /** Those that the event and its sender decide alone, whatever the journal and the clock say. */
  private static final Set<Status> OF_THE_EVENT =
      EnumSet.of(
          Status.UNREADABLE,
          Status.EXISTS,
          Status.NOT_ALLOWED,
          Status.FIELD_MISSING,
          Status.FIELD_IDLE,
          Status.AMOUNT_NOT_POSITIVE,
          Status.AMOUNT_TOO_LARGE,
          Status.AMOUNT_TOO_FINE,
          Status.ASSAY_OUT_OF_RANGE,
          Status.CURRENCY_UNKNOWN,
          Status.PRODUCT_UNKNOWN,
          Status.PLACE_UNKNOWN);

  @ParameterizedTest
  @EnumSource(Status.class)
  void whatRestsOnTheJournal(Status status) {
    assertEquals(!OF_THE_EVENT.contains(status), status.restsOnJournal());
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void statuses(Status status) {
    assertFalse(status.meaning().isEmpty());
    assertEquals(status == Status.POSTED || status == Status.RESERVED, status.isAccepted());
    assertEquals(Status.UNREADABLE, Answer.unreadable("x").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"operator", "auditor", "participant:acme"})
  void actors(String text) {
    assertEquals(text, Actor.parse(text).toString());
  }

  @Test
  void whoMaySeeWhat() {
    assertTrue(Actor.OPERATOR.maySee("acme") && Actor.AUDITOR.maySee("acme"));
    assertTrue(Actor.participant("acme").maySee("acme"));
    assertFalse(Actor.participant("acme").maySee("bolt"));
    assertThrows(IllegalArgumentException.class, () -> Actor.parse("participant:"));
    assertThrows(IllegalArgumentException.class, () -> Actor.parse("boss"));
  }

  @Test
  void materials() {
    Material gallium = TinyVault.event("a allot ga").material();
    assertEquals(gallium, Material.parse(gallium.toString()));
    Material oxide = TinyVault.event("a allot ndox").material();
    assertTrue(gallium.compareTo(oxide) < 0 && oxide.compareTo(gallium) > 0);
    assertThrows(IllegalArgumentException.class, () -> Material.parse("gallium/refined ingot"));
  }
}
