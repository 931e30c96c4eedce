package org.plimsoll.border.files.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Place;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Everything wrong with one schedule, each with line and column. */
final class ScheduleIssues {
  private final String file;
  private final List<Issue> issues = new ArrayList<>();

  ScheduleIssues(String file) {
    this.file = file;
  }

  void error(Node node, String problem, String wayOut) {
    error(node.getStartMark(), problem, wayOut);
  }

  void error(Optional<Mark> mark, String problem, String wayOut) {
    Place place =
        mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
            .orElse(Place.ofFile(file));
    issues.add(Issue.error(place, problem, wayOut));
  }

  boolean isEmpty() {
    return issues.isEmpty();
  }

  /** In the order of the file. */
  List<Issue> list() {
    return issues.stream()
        .sorted(
            Comparator.comparingInt((Issue issue) -> issue.place().line())
                .thenComparingInt(issue -> issue.place().column()))
        .toList();
  }
}
