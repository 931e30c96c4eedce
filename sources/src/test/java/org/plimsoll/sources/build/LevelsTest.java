package org.plimsoll.sources.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;

/** A level that is added up is as well known as the worst of its parts. */
final class LevelsTest {
  @Test
  void aSumHasTheWorstGradeAndNamesAllItsSources() {
    Levels levels = new Levels(TinyWorld.evidence().activities());
    levels.put("tinium-mining", TinyWorld.AAA, 60, row("first@1#table 1", Grade.A));
    levels.put("tinium-mining", TinyWorld.AAA, 20, row("second@1#table 2", Grade.C));
    Amount sum =
        Optional.ofNullable(levels.byActivity().get("tinium-mining"))
            .map(byCountry -> byCountry.get(TinyWorld.AAA))
            .orElseThrow();
    assertEquals(80, sum.tonnes());
    assertEquals(Grade.C, sum.provenance().grade());
    assertEquals("with second@1#table 2", sum.provenance().note());
  }

  private static Provenance row(String source, Grade grade) {
    return new Provenance(Source.parse(source), grade, Status.READ, "");
  }
}
