package org.plimsoll.sources.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.sources.table.Spelling;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Everything wrong with one file, each with line and column. */
final class Issues {
  private final String file;
  private final List<Issue> issues = new ArrayList<>();

  Issues(String file) {
    this.file = file;
  }

  void error(Node node, String problem, String wayOut) {
    issues.add(Issue.error(placeOf(node.getStartMark()), problem, wayOut));
  }

  void error(Optional<Mark> mark, String problem, String wayOut) {
    issues.add(Issue.error(placeOf(mark), problem, wayOut));
  }

  void error(int line, int column, String problem, String wayOut) {
    issues.add(Issue.error(new Place(file, line, column), problem, wayOut));
  }

  void remark(Node node, String problem) {
    issues.add(Issue.remark(placeOf(node.getStartMark()), problem));
  }

  boolean hasErrors() {
    return issues.stream().anyMatch(Issue::isError);
  }

  int size() {
    return issues.size();
  }

  /** In the order of the file. */
  List<Issue> list() {
    return issues.stream()
        .sorted(
            Comparator.comparingInt((Issue issue) -> issue.place().line())
                .thenComparingInt(issue -> issue.place().column()))
        .toList();
  }

  /** {@code you meant 'x'; } if there is a near word, else nothing. */
  static String meant(String word, Collection<String> candidates) {
    return Spelling.nearest(word, candidates).map(n -> "you meant '" + n + "'; ").orElse("");
  }

  private Place placeOf(Optional<Mark> mark) {
    return mark.map(m -> new Place(file, m.getLine() + 1, m.getColumn() + 1))
        .orElse(Place.ofFile(file));
  }
}
