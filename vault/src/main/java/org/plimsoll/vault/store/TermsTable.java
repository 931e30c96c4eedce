package org.plimsoll.vault.store;

import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.vault.terms.Terms;
import org.plimsoll.vault.terms.TermsBook;

/** The versions of the terms: what the vault was opened with, and what its events made of them. */
final class TermsTable {
  private TermsTable() {}

  /** Before anything is made: two vaults do not fit in one database. */
  static void refuseSecond(Connection connection) throws SQLException {
    List<Terms> there = list(connection);
    if (!there.isEmpty()) {
      throw new StoreFailure(
          "there is a vault already, under the terms "
              + there.getFirst().version()
              + "\nMaybe name another folder or database");
    }
  }

  /**
   * Adds a version.
   *
   * @param number of the row of the journal that brought it; 0 for the first
   */
  static void insert(Connection connection, long number, Terms terms) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into terms (number, version, first_day, content) values (?, ?, ?, ?)")) {
      insert.setLong(1, number);
      insert.setString(2, terms.version());
      insert.setDate(3, Date.valueOf(terms.from()));
      insert.setString(4, terms.toText());
      insert.executeUpdate();
    }
  }

  /**
   * All versions.
   *
   * @throws StoreFailure if there is none, hence no vault
   */
  static TermsBook read(Connection connection) throws SQLException {
    List<Terms> versions = list(connection);
    if (versions.isEmpty()) {
      throw new StoreFailure("there is no vault in this database\nMaybe begin with vault init");
    }
    return new TermsBook(versions);
  }

  private static List<Terms> list(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select content from terms order by number")) {
      List<Terms> versions = new ArrayList<>();
      while (rows.next()) {
        versions.add(Terms.parse(rows.getString(1)));
      }
      return versions;
    }
  }
}
