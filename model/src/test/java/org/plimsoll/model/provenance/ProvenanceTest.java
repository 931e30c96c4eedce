package org.plimsoll.model.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** A sum is as well known as its worse part and names the sources of both. */
final class ProvenanceTest {
  private static final Provenance READ = row("usgs-mcs@2026#gallium", Grade.A, Status.READ, "");
  private static final Provenance PRIOR =
      row("judgement@2026#split", Grade.C, Status.ASSUMED, "a share of the rest");

  @Test
  void theWorseGradeHoldsWhicheverComesFirst() {
    assertEquals(Grade.C, READ.and(PRIOR).grade());
    assertEquals(Grade.C, PRIOR.and(READ).grade());
  }

  @Test
  void theNoteNamesTheOtherSourceOnceAndKeepsBothNotes() {
    Provenance sum = READ.and(PRIOR);
    assertEquals(READ.source(), sum.source());
    assertEquals(Status.DERIVED, sum.status());
    assertEquals("with judgement@2026#split; a share of the rest", sum.note());
    assertEquals(sum, sum.and(PRIOR));
  }

  @Test
  void partsOfOneRowStayWhatTheyAre() {
    assertEquals(PRIOR, PRIOR.and(PRIOR));
    Provenance more = row("judgement@2026#split", Grade.B, Status.ASSUMED, "another reason");
    assertEquals(
        row("judgement@2026#split", Grade.C, Status.ASSUMED, "a share of the rest; another reason"),
        PRIOR.and(more));
  }

  private static Provenance row(String source, Grade grade, Status status, String note) {
    return new Provenance(Source.parse(source), grade, status, note);
  }
}
