package org.plimsoll.app.server;

import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;

/**
 * A part of an answer: one table, or some rows of it. Without any of these parameters an answer is
 * whole.
 *
 * @param answer what is left of it
 * @param next cursor of the rows that follow; empty if there are none
 */
record Paging(Answer answer, Optional<String> next) {
  private static final int MOST_ROWS = 100_000;

  static final List<Param> PARAMS =
      List.of(
          Param.words("table", "Only this table of the answer, by its key.", "commitments"),
          Param.count(
              "limit", 1, MOST_ROWS, "At most so many rows of the table; else all of them.", 100),
          Param.words("after", "With limit: rows after this cursor of the last page.", "100"));

  /**
   * What the request wants of the answer.
   *
   * @param isOneTable whether the form asked for has room for one table alone, as CSV has
   * @throws Refusal if there is no such table, or the cursor is none
   */
  static Paging of(Answer whole, Asked asked, boolean isOneTable) {
    Optional<String> key = asked.word("table");
    Optional<Integer> limit = asked.count("limit");
    int after = asked.word("after").map(Paging::cursor).orElse(0);
    if (after > 0 && limit.isEmpty()) {
      throw Refusal.of("after has no meaning without limit", "add limit=100");
    }
    if (key.isEmpty() && limit.isEmpty() && !isOneTable) {
      return new Paging(whole, Optional.empty());
    }
    Table<?> table = table(whole, key);
    Answer one = new Answer(whole.title(), whole.facts(), List.of(), whole.remarks());
    if (limit.isEmpty()) {
      return new Paging(one.with(table), Optional.empty());
    }
    int end = after + limit.get();
    Optional<String> next =
        end < table.rows().size() ? Optional.of(Integer.toString(end)) : Optional.empty();
    return new Paging(one.with(table.part(after, limit.get())), next);
  }

  private static Table<?> table(Answer answer, Optional<String> key) {
    List<String> keys = answer.tables().stream().map(Table::key).toList();
    if (keys.isEmpty()) {
      throw Refusal.of("this answer has no table", "ask for it as application/json");
    }
    return answer.tables().stream()
        .filter(table -> table.key().equals(key.orElse(keys.getFirst())))
        .findFirst()
        .orElseThrow(() ->
            Refusal.of(
                "the answer has no table '" + key.orElse("") + "'",
                Nearest.wayOut(key.orElse(""), keys, "one of " + String.join(", ", keys))));
  }

  private static int cursor(String text) {
    if (!text.matches("[0-9]{1,8}")) {
      throw Refusal.of("after is '" + text + "', which is no cursor", "take that of Link: next");
    }
    return Integer.parseInt(text);
  }
}
