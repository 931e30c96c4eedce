package org.plimsoll.model.provenance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A computed figure is as good as the worst of its rows and names every one of them. */
final class BasisTest {
  private static final Provenance MEASURED = row("usgs-mcs@2026#gallium", Grade.A);
  private static final Provenance SCALED = row("baci@202601#811292", Grade.B);
  private static final Provenance PRIOR = row("judgement@2026-11-24#split", Grade.C);

  @Test
  void theGradeIsTheWorstOfTheRowsInWhateverOrder() {
    assertEquals(Grade.B, Basis.of(List.of(MEASURED, SCALED)).grade());
    assertEquals(Grade.C, Basis.of(List.of(PRIOR, MEASURED, SCALED)).grade());
    assertEquals(Grade.C, Basis.of(List.of(MEASURED)).and(Basis.of(List.of(PRIOR))).grade());
  }

  @Test
  void everySourceIsNamedOnceInTheOrderOfTheText() {
    Basis basis = Basis.of(List.of(MEASURED, SCALED, MEASURED)).and(Basis.of(List.of(SCALED)));
    assertEquals(List.of(SCALED.source(), MEASURED.source()), basis.sources());
    assertEquals(List.of("baci@202601", "usgs-mcs@2026"), basis.datasets());
    assertEquals(Basis.of(List.of(SCALED, MEASURED)), basis);
  }

  @Test
  void aFigureRestsOnAtLeastOneRow() {
    assertThrows(IllegalArgumentException.class, () -> Basis.of(List.of()));
  }

  private static Provenance row(String source, Grade grade) {
    return new Provenance(Source.parse(source), grade, Status.READ, "");
  }
}
