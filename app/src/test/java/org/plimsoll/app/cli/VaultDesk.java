package org.plimsoll.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.sources.pack.Pack;
import org.plimsoll.vault.store.Database;

/**
 * Verbs of the vault on one server, which runs as long as this object: starting one for each verb
 * would take most of the time. Tests about a vault's folder do without it.
 */
final class VaultDesk implements AutoCloseable {
  private final Path folder;
  private final Database server;
  private String url;
  private int databases;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private VaultDesk(Path folder, Database server) {
    this.folder = folder;
    this.server = server;
    this.url = server.url();
  }

  /** A server with its data below {@code folder}, and no vault yet. */
  static VaultDesk open(Path folder) {
    return new VaultDesk(folder, Database.embedded(folder.resolve("server")));
  }

  /** From now on verbs are about another database, an empty one. */
  void clear() throws SQLException {
    String name = "other" + ++databases;
    try (Connection connection = DriverManager.getConnection(server.url());
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    url = server.url().replace("/postgres?", "/" + name + "?");
  }

  /** A verb and its options. */
  int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> line = new ArrayList<>(List.of("vault"));
    line.addAll(List.of(arguments));
    line.addAll(List.of("--db", url));
    return shell().run(line.toArray(String[]::new));
  }

  /** The same, of words between blanks. */
  int runWords(String line) {
    return run(line.split(" +", -1));
  }

  Shell shell() {
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    return new Shell(new Console(Pack::open, folder, terminal));
  }

  /** What the last verb answered. */
  String out() {
    return out.toString();
  }

  /** What the last verb complained of. */
  String err() {
    return err.toString();
  }

  @Override
  public void close() {
    server.close();
  }
}
