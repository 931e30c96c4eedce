package org.plimsoll.vault.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.vault.server.OwnServer;
import org.plimsoll.vault.server.ServerFailure;

/**
 * Where a vault is kept: a PostgreSQL of our own in a folder, or a server by address. Either must
 * write through to the disk before it answers, which is asserted for every connection.
 */
public final class Database implements AutoCloseable {
  /** What an acknowledged posting hangs on. The embedded one would start with the first one off. */
  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private final String url;
  private final Optional<OwnServer> own;

  private Database(String url, Optional<OwnServer> own) {
    this.url = url;
    this.own = own;
  }

  /**
   * A server, by a JDBC address such as {@code jdbc:postgresql://db.example/vault?user=vault}.
   *
   * @throws StoreFailure if it does not answer
   */
  public static Database ofServer(String url) {
    Database database = new Database(url, Optional.empty());
    database.check();
    return database;
  }

  /**
   * A PostgreSQL of our own whose data are in {@code folder}, made if it is not there. One that a
   * killed process left is stopped first.
   *
   * @throws StoreFailure if it does not start, or another process has the folder
   */
  public static Database embedded(Path folder) {
    try {
      Map<String, String> durable = new TreeMap<>();
      DURABLE.forEach(setting -> durable.put(setting, "on"));
      OwnServer started = OwnServer.start(folder, durable);
      Database database = new Database(started.url(), Optional.of(started));
      database.check();
      return database;
    } catch (ServerFailure e) {
      throw new StoreFailure(String.valueOf(e.getMessage()), e);
    }
  }

  /** Its JDBC address. */
  public String url() {
    return url;
  }

  /** Tells who finds the folder of a database of our own taken where it is served. */
  public void serveAt(String address) {
    own.ifPresent(server -> server.serveAt(address));
  }

  /** Does this at the end of the process, before a database of our own stops. */
  public void beforeExit(Runnable last) {
    own.ifPresent(server -> server.beforeExit(last));
  }

  private void check() {
    try (Connection connection = connect()) {
      if (connection.getMetaData().getDatabaseMajorVersion() < 15) {
        throw new StoreFailure(
            "the database is PostgreSQL %s, but a vault needs 15 or newer"
                .formatted(connection.getMetaData().getDatabaseProductVersion()));
      }
    } catch (SQLException e) {
      boolean isRefused = "28".equals(String.valueOf(e.getSQLState()).substring(0, 2));
      throw new StoreFailure(
          "the database does not answer: "
              + e.getMessage()
              + (isRefused
                  ? "\nMaybe the password of the address, or its user, is an old one"
                  : "\nMaybe its address, its user or its network is wrong"),
          e);
    }
  }

  /** A new connection to a database that is known to keep what it acknowledges. */
  Connection connect() throws SQLException {
    Connection connection = DriverManager.getConnection(url);
    try {
      for (String setting : DURABLE) {
        String value = show(connection, setting);
        if (!value.equals("on")) {
          throw new StoreFailure(
              "the database has %s = %s, so an acknowledged posting could be lost"
                      .formatted(setting, value)
                  + "\nMaybe switch it on in postgresql.conf");
        }
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }

  /** What the caller is told when a statement failed; names the disk if that is full. */
  StoreFailure failure(String what, SQLException e) {
    String said = String.valueOf(e.getMessage());
    String disk = own.flatMap(server -> server.explainFullDisk(said)).orElse("");
    return new StoreFailure("%s: %s\n%s".formatted(what, said, disk).strip(), e);
  }

  private static String show(Connection connection, String setting) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show " + setting)) {
      rows.next();
      return rows.getString(1);
    }
  }

  /** Stops a database of our own; a server is left alone. */
  @Override
  public void close() {
    try {
      own.ifPresent(OwnServer::close);
    } catch (ServerFailure e) {
      throw new StoreFailure(String.valueOf(e.getMessage()), e);
    }
  }
}
