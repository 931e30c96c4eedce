package org.plimsoll.vault.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Status;
import org.plimsoll.vault.terms.UsReserve;

/** A vault in a database of its own on one embedded server, which ends with the tests. */
final class VaultFolder implements AutoCloseable {
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T09:00:00Z"));

  private static int count;

  private final Database database;
  private final Optional<Vault> vault;
  private Instant now = CLOCK.instant();

  VaultFolder() throws SQLException {
    this(true);
  }

  private VaultFolder(boolean withVault) throws SQLException {
    count++;
    String name = "vault" + count;
    execute("create database " + name);
    database =
        Database.ofServer(
            Server.ONLY.database.url().replaceFirst("/postgres\\?", "/" + name + "?"));
    vault =
        withVault
            ? Optional.of(Vault.init(database, UsReserve.terms(), () -> now))
            : Optional.empty();
  }

  /** A database in which nothing is. */
  static VaultFolder withoutVault() throws SQLException {
    return new VaultFolder(false);
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = Server.ONLY.database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Started once, when somebody wants a vault: making a cluster takes seconds. */
  private static final class Server {
    private static final Server ONLY = new Server();

    private final Database database;

    Server() {
      try {
        Path folder = Files.createTempDirectory("plimsoll-vault");
        database = Database.embedded(folder.resolve("data"));
        Runtime.getRuntime()
            .addShutdownHook(
                new Thread(() -> {
                  // Nobody wants what is in it: an orderly end would write all of it to the disk,
                  // which on a busy machine takes longer than the tests are given to end.
                  kill(folder.resolve("data"));
                  delete(folder);
                }));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Kills the server of a folder, if one runs, and waits until its children are gone too. */
  static void kill(Path data) {
    Path note = data.resolve("postmaster.pid");
    try {
      if (!Files.exists(note)) {
        return;
      }
      long number = Long.parseLong(Files.readAllLines(note).getFirst().strip());
      ProcessHandle server = ProcessHandle.of(number).orElse(null);
      if (server == null) {
        return;
      }
      List<ProcessHandle> children = server.descendants().toList();
      server.destroyForcibly();
      server.onExit().join();
      children.forEach(child -> child.onExit().join());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Acme may claim all 1,000 g that it committed to, of 1,500 g in store. */
  void fill() {
    String gallium = " product=gallium/refined form=ingot grade=4N";
    List<Event> events =
        List.of(
            event("c1 commit participant=acme" + gallium + " mass_g=1000 price=300 currency=USD"),
            event(
                "l1 acquire lot=l1 site=north"
                    + gallium
                    + " mass_g=1500 price=280 currency=USD participant=acme contract=c1"
                    + " entitlement_g=1000 best_before=2030-01-01"
                    + " assay=0.99 origin=JPN custody=keeper"));
    for (Answer answer : vault().post(Actor.OPERATOR, events)) {
      if (answer.status() != Status.POSTED) {
        throw new IllegalStateException(answer.toString());
      }
    }
  }

  /** What the operator is told of one event. */
  static Status post(Vault vault, String line) {
    return vault.post(Actor.OPERATOR, List.of(event(line))).getFirst().status();
  }

  Status post(String line) {
    return post(vault(), line);
  }

  /** What proving the vault finds, a finding a line. */
  String verified() {
    return String.join("\n", vault().reader().verify(Actor.OPERATOR).findings());
  }

  Database database() {
    return database;
  }

  Vault vault() {
    return vault.orElseThrow();
  }

  Vault another() {
    return Vault.open(database, () -> now);
  }

  /** Lets time pass for all its vaults. */
  void passTo(String moment) {
    now = Instant.parse(moment);
  }

  /** Runs statements as somebody who has the database to himself: no trigger, no key holds him. */
  void tamper(String... statements) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("set session_replication_role = replica");
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** An event from a line {@code id verb column=value …}. */
  static Event event(String line) {
    Map<String, String> columns = new TreeMap<>();
    String[] words = line.split(" +", -1);
    columns.put("id", words[0]);
    columns.put("verb", words[1]);
    for (String word : List.of(words).subList(2, words.length)) {
      int equals = word.indexOf('=');
      columns.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return Event.of(columns);
  }

  @Override
  public void close() {
    vault.ifPresent(Vault::close);
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
