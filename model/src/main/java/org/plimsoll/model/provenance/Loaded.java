package org.plimsoll.model.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What was read together with everything that was wrong with it.
 *
 * @param value the accepted part
 * @param issues in file order
 * @param rows what became of each row
 */
public record Loaded<T>(T value, List<Issue> issues, RowCount rows) {
  public Loaded {
    issues = List.copyOf(issues);
  }

  /** Whether any row was refused. */
  public boolean hasErrors() {
    return issues.stream().anyMatch(Issue::isError);
  }

  /** The same issues about another value. */
  public <U> Loaded<U> map(Function<? super T, ? extends U> change) {
    return new Loaded<>(change.apply(value), issues, rows);
  }

  /** The same value with more issues; the row counts are added up. */
  public Loaded<T> and(Loaded<?> other) {
    List<Issue> all = new ArrayList<>(issues);
    all.addAll(other.issues);
    return new Loaded<>(value, all, rows.plus(other.rows));
  }
}
