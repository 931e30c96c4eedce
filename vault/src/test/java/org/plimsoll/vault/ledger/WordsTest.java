package org.plimsoll.vault.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
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
    assertFalse(field.label().isEmpty());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> field.canonical("\u0007"));
    assertTrue(
        String.valueOf(refused.getMessage()).endsWith("Maybe write " + field.example()),
        refused::toString);
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
