package org.plimsoll.sources.dataset;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;

/**
 * Rows of files too large to be read one by one: DuckDB adds them up in groups.
 *
 * @param memory that DuckDB may take
 * @param wayOut if the files cannot be read
 */
record GroupedRows(String memory, String wayOut) {

  /** Takes a group that is wanted. */
  interface Taker {
    /**
     * Takes it.
     *
     * @throws IllegalArgumentException if it is refused
     */
    void take(ResultSet group) throws SQLException;
  }

  /**
   * Reads the files in one pass.
   *
   * @param place of issues
   * @param query gives groups with their {@code count} of rows, and {@code why} one is not wanted;
   *     empty if it is
   * @param arguments of the query
   * @param result what the taker fills
   */
  <T> Loaded<T> read(Place place, String query, List<String> arguments, Taker taker, T result) {
    List<Issue> issues = new ArrayList<>();
    int read = 0;
    int accepted = 0;
    int errors = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement limit = connection.createStatement()) {
      limit.execute("set memory_limit = '" + memory + "'");
      limit.execute("set preserve_insertion_order = false");
      try (PreparedStatement sums = connection.prepareStatement(query)) {
        for (int i = 0; i < arguments.size(); i++) {
          sums.setString(i + 1, arguments.get(i));
        }
        try (ResultSet group = sums.executeQuery()) {
          while (group.next()) {
            int count = group.getInt("count");
            read += count;
            if (!group.getString("why").isEmpty()) {
              continue;
            }
            try {
              taker.take(group);
              accepted += count;
            } catch (IllegalArgumentException e) {
              String[] lines = String.valueOf(e.getMessage()).split("\nMaybe ", 2);
              issues.add(
                  Issue.error(place, lines[0], lines.length > 1 ? lines[1] : "take the file anew"));
              errors += count;
            }
          }
        }
      }
    } catch (SQLException e) {
      String said = String.valueOf(e.getMessage()).lines().findFirst().orElse("it cannot be read");
      issues.add(Issue.error(place, said, wayOut));
      return new Loaded<>(result, issues, RowCount.NONE);
    }
    return new Loaded<>(
        result, issues, new RowCount(read, accepted, errors, read - accepted - errors));
  }
}
