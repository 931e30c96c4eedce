package org.plimsoll.vault.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/**
 * Where a vault is kept: a PostgreSQL of our own in a folder, or a server by address. Either must
 * write through to the disk before it answers, which is asserted for every connection.
 */
public final class Database implements AutoCloseable {
  /** What an acknowledged posting hangs on. The embedded one would start with the first one off. */
  private static final List<String> DURABLE =
      List.of("fsync", "synchronous_commit", "full_page_writes");

  private static final int PORT_LINE = 3;

  private final String url;
  private final Optional<EmbeddedPostgres> own;

  private Database(String url, Optional<EmbeddedPostgres> own) {
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
   * A PostgreSQL of our own whose data are in {@code folder}, made if it is not there. If one is
   * running on it already, left by a process that was killed or used by another, it is joined.
   *
   * @throws StoreFailure if it does not start
   */
  public static Database embedded(Path folder) {
    Optional<Database> running = findRunning(folder);
    if (running.isPresent()) {
      return running.get();
    }
    try {
      Files.createDirectories(folder);
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder().setDataDirectory(folder).setCleanDataDirectory(false);
      DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
      EmbeddedPostgres started = builder.start();
      Database database =
          new Database(started.getJdbcUrl("postgres", "postgres"), Optional.of(started));
      database.check();
      return database;
    } catch (IOException | IllegalStateException e) {
      throw new StoreFailure(
          "no database could be started in %s: %s".formatted(folder, e.getMessage())
              + "\nMaybe another process is starting it, or the disk is full; its log says more",
          e);
    }
  }

  /** The server that holds the folder, by the port in its own note. */
  private static Optional<Database> findRunning(Path folder) {
    Path note = folder.resolve("postmaster.pid");
    try {
      List<String> lines = Files.exists(note) ? Files.readAllLines(note) : List.of();
      if (lines.size() <= PORT_LINE) {
        return Optional.empty();
      }
      String url =
          "jdbc:postgresql://127.0.0.1:%s/postgres?user=postgres&connectTimeout=3"
              .formatted(lines.get(PORT_LINE).strip());
      Database database = new Database(url, Optional.empty());
      return database.isOf(folder) ? Optional.of(database) : Optional.empty();
    } catch (IOException e) {
      throw new StoreFailure("cannot read " + note + ": " + e.getMessage(), e);
    }
  }

  /** Whether the server answers and is that of the folder: ports are used again. */
  private boolean isOf(Path folder) {
    try (Connection connection = DriverManager.getConnection(url)) {
      return Path.of(show(connection, "data_directory")).toRealPath().equals(folder.toRealPath());
    } catch (SQLException | IOException e) {
      // A note left behind by a server that is gone: the one we start clears it away.
      return false;
    }
  }

  /** Its JDBC address. */
  public String url() {
    return url;
  }

  private void check() {
    try (Connection connection = connect()) {
      if (connection.getMetaData().getDatabaseMajorVersion() < 15) {
        throw new StoreFailure(
            "the database is PostgreSQL %s, but a vault needs 15 or newer"
                .formatted(connection.getMetaData().getDatabaseProductVersion()));
      }
    } catch (SQLException e) {
      throw new StoreFailure(
          "the database does not answer: "
              + e.getMessage()
              + "\nMaybe its address, its user or its network is wrong",
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
      if (own.isPresent()) {
        own.get().close();
      }
    } catch (IOException e) {
      throw new StoreFailure("the database did not stop: " + e.getMessage(), e);
    }
  }
}
