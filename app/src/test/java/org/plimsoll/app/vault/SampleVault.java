package org.plimsoll.app.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Catalogue;
import org.plimsoll.vault.store.Database;
import org.plimsoll.vault.store.Vault;
import org.plimsoll.vault.terms.UsReserve;

/**
 * Databases of one PostgreSQL that ends with the tests of a process, since starting one takes
 * seconds; and a vault with a little in it.
 */
public final class SampleVault {
  /** Acme has 1,000 kg of 1,500 kg in store and drew 100 of them; bolt has 200. */
  public static final String EVENTS =
      """
      id,verb,participant,product,form,grade,contract,lot,site,mass_g,entitlement_g,price,\
      currency,assay,origin,custody,reason
      c1,commit,acme,gallium/refined,ingot,4N,,,,1000000,,300,USD,,,,
      c2,commit,bolt,gallium/refined,ingot,4N,,,,200000,,310,USD,,,,
      l1,acquire,acme,gallium/refined,ingot,4N,c1,l1,north,1500000,1000000,280,USD,0.99,JPN,keeper,
      a2,allot,bolt,,,,c2,,,,200000,,,,,,
      d1,draw,acme,,,,c1,l1,north,100000,,,,,,,
      """;

  private static final AtomicInteger COUNT = new AtomicInteger();

  private SampleVault() {}

  /** Started once, when somebody wants a database. */
  private static final class Server {
    private static final Path FOLDER = folder();
    private static final Database ONLY = Database.embedded(FOLDER.resolve("data"));

    static {
      // Nobody wants what is in it, and an orderly end would write all of it to the disk.
      Runtime.getRuntime().addShutdownHook(new Thread(Server::killAndDelete));
    }

    private static Path folder() {
      try {
        return Files.createTempDirectory("plimsoll-vault");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void killAndDelete() {
      try {
        Path note = FOLDER.resolve("data").resolve("postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(note).getFirst().strip());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> children = server.descendants().toList();
        server.destroyForcibly();
        server.onExit().join();
        children.forEach(child -> child.onExit().join());
        try (Stream<Path> files = Files.walk(FOLDER)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(file);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** The address of a database in which nothing is. */
  public static String emptyDatabase() {
    String name = "empty" + COUNT.incrementAndGet();
    execute("create database " + name);
    return Server.ONLY.url().replace("/postgres?", "/" + name + "?");
  }

  /** Takes a database away under whoever uses it. */
  public static void drop(String url) {
    execute("drop database " + url.replaceAll("^.*/(empty[0-9]+)[?].*$", "$1") + " with (force)");
  }

  private static void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(Server.ONLY.url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A vault with a little in it, at this address. */
  public static OpenVault open(String url, InstantSource clock) {
    Database database = Database.ofServer(url);
    Vault.init(database, UsReserve.terms(), clock).close();
    OpenVault open = OpenVault.in(database, clock, Catalogue.OPEN);
    for (VaultEvents.Line line : VaultEvents.ofCsv("the sample", EVENTS)) {
      Answer answer =
          open.vault().post(Actor.OPERATOR, List.of(line.event().orElseThrow())).getFirst();
      if (!answer.status().isAccepted()) {
        throw new IllegalStateException(answer.toString());
      }
    }
    return open;
  }
}
