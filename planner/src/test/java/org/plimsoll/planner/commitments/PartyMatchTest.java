package org.plimsoll.planner.commitments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.PartyName;
import org.plimsoll.model.provenance.Words;

class PartyMatchTest {
  private static Evidence world(String known, String kind) {
    return TinyWorld.evidence()
        .with(e ->
            e.partyNames =
                List.of(
                    new PartyName(
                        "the firm",
                        known,
                        Words.parse(kind, PartyName.Kind.class, "a kind"),
                        Optional.empty(),
                        List.of("E1"),
                        TinyWorld.MADE_UP)));
  }

  @ParameterizedTest(name = "{0}, {2}")
  @CsvFileSource(resources = "parties.txt", delimiter = '|')
  void aNameMatchesByARuleOrNot(
      String known, String kind, String given, @Nullable String expected) {
    assertEquals(
        expected == null ? List.of() : List.of(expected),
        PartyMatch.of(world(known, kind), given).stream().map(PartyMatch::rule).toList());
  }

  @Test
  void aMatchNamesItsRows() {
    PartyMatch match = PartyMatch.of(world("NEC", "name"), "nec").getFirst();
    assertEquals("the firm", match.party());
    assertEquals(List.of("E1"), match.rows());
    assertFalse(PartyMatch.isName("--"));
  }
}
