package org.plimsoll.vault.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The numbered SQL files that make the tables, each applied once and in one transaction. */
final class Migrations {
  private static final List<String> FILES =
      List.of(
          "001-ledger.sql",
          "002-fewer-indexes.sql",
          "003-no-foreign-keys.sql",
          "004-turns-and-terms.sql");

  private Migrations() {}

  /**
   * Applies what is missing. Refuses a database that a newer version of this program has changed.
   */
  static void apply(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists migration"
              + " (number int primary key, file text not null, content text not null)");
    }
    for (int i = 0; i < FILES.size(); i++) {
      String content = read(FILES.get(i));
      String applied = find(connection, i + 1);
      if (applied.isEmpty()) {
        apply(connection, i + 1, FILES.get(i), content);
      } else if (!applied.equals(content)) {
        throw new StoreFailure(
            "migration %d was applied with other content than %s".formatted(i + 1, FILES.get(i))
                + "\nMaybe the database belongs to another version of this program");
      }
    }
    if (!find(connection, FILES.size() + 1).isEmpty()) {
      throw new StoreFailure(
          "the database has more than the %d migrations that are known".formatted(FILES.size())
              + "\nMaybe use the newer version of this program that made them");
    }
  }

  private static void apply(Connection connection, int number, String file, String content)
      throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement();
        PreparedStatement note =
            connection.prepareStatement("insert into migration values (?, ?, ?)")) {
      statement.execute(content);
      note.setInt(1, number);
      note.setString(2, file);
      note.setString(3, content);
      note.executeUpdate();
      connection.commit();
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static String find(Connection connection, int number) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select content from migration where number = ?")) {
      query.setInt(1, number);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? rows.getString(1) : "";
      }
    }
  }

  private static String read(String file) {
    try (InputStream in = Migrations.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("the program has lost its file " + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }
}
