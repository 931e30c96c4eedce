package org.plimsoll.app.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Status;

/**
 * How the figures of a row are known, so that a page can cite each of them.
 *
 * @param grade how well they are observed
 * @param status how they came to be known
 * @param origin where they were read, or what they were computed from
 * @param note formula or caveat; empty if there is none
 */
public record Known(Grade grade, Status status, Origin origin, String note) {
  /** A sum over a table of trade has hundreds of rows: so many are named, the others counted. */
  private static final int NAMED = 8;

  /** Figures of one row of the world. */
  public static Known of(Provenance provenance) {
    return new Known(
        provenance.grade(),
        provenance.status(),
        Origin.read(provenance.source()),
        provenance.note());
  }

  /**
   * Figures computed from rows of the world: as weak as the weakest of them.
   *
   * @param rows at least one
   * @param how method page or formula in words
   */
  public static Known computed(Collection<Provenance> rows, String how) {
    Grade grade = rows.stream().map(Provenance::grade).reduce(Grade.A, Grade::worse);
    List<String> sources =
        rows.stream().map(row -> row.source().toString()).distinct().sorted().toList();
    List<String> from = new ArrayList<>(sources.subList(0, Math.min(NAMED, sources.size())));
    if (sources.size() > NAMED) {
      from.add("and " + (sources.size() - NAMED) + " further rows");
    }
    from.add(how);
    return new Known(grade, Status.DERIVED, Origin.derived(from), "");
  }
}
