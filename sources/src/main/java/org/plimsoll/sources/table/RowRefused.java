package org.plimsoll.sources.table;

import org.plimsoll.model.provenance.Issue;

/** Stops the reading of one row; {@link CsvFile} turns it into the row's issue. */
final class RowRefused extends RuntimeException {
  private final transient Issue issue;

  RowRefused(Issue issue) {
    super(issue.problem(), null, false, false);
    this.issue = issue;
  }

  Issue issue() {
    return issue;
  }
}
