package org.plimsoll.sources.pack;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.EvidenceDraft;

/**
 * A table and the part of the evidence that it holds.
 *
 * @param rows the table's rows in some evidence
 * @param set puts rows that were read into a draft
 */
record Bound<T>(
    Table<T> table, Function<Evidence, List<T>> rows, BiConsumer<EvidenceDraft, List<T>> set) {
  /** Whether this is the part of the evidence that the other table holds. */
  boolean isOf(Table<?> other) {
    return table.name().equals(other.name());
  }

  /** The table's text for this evidence. */
  String print(Evidence evidence) {
    return table.print(rows.apply(evidence));
  }

  /** Datasets that the rows cite. */
  List<String> datasets(Evidence evidence) {
    return List.copyOf(table.datasets(rows.apply(evidence)));
  }

  /** Puts the rows of the evidence, in the order of the file, into a draft. */
  void sort(Evidence evidence, EvidenceDraft draft) {
    set.accept(draft, table.sort(rows.apply(evidence)));
  }

  /** Reads the table's file into a draft. */
  void read(TableReader tables, EvidenceDraft draft) {
    set.accept(draft, tables.plain(table));
  }
}
