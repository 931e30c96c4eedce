package org.plimsoll.sources.build;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Place;

/**
 * What is wrong with the rules of a build: a rule that cannot be followed is an issue, not an end.
 */
final class RuleIssues {
  private final List<Issue> issues = new ArrayList<>();

  List<Issue> list() {
    return List.copyOf(issues);
  }

  void add(Issue issue) {
    issues.add(issue);
  }

  /**
   * Follows a rule. An IllegalArgumentException becomes an issue at the rule's place; of its
   * message a line that begins with "Maybe" is the way out.
   *
   * @param wayOut for a message without one
   */
  void follow(Place place, String wayOut, Runnable step) {
    try {
      step.run();
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      int newline = message.indexOf('\n');
      add(
          Issue.error(
              place,
              newline < 0 ? message : message.substring(0, newline),
              newline < 0 ? wayOut : message.substring(newline + 1).replaceFirst("^Maybe ", "")));
    }
  }
}
