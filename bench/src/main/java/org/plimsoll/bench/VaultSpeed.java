package org.plimsoll.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.store.Database;
import org.plimsoll.vault.store.Vault;
import org.plimsoll.vault.store.Verification;
import org.plimsoll.vault.terms.UsReserve;

/**
 * Durable postings a second beside what the database can do at all, on the same database in the
 * same run. The script {@code bench/vault} starts it. Long because every way is measured here, so
 * that all are measured alike.
 */
public final class VaultSpeed {
  private static final long MILLIS = 5000;
  private static final int ROUNDS = 3;
  private static final int BATCH = 500;
  private static final int WARM = 250_000;
  private static final int CLIENTS = 64;
  private static final int PARTICIPANTS = 1000;

  /** As long as an event's text and hash are. */
  private static final String CONTENT = "x".repeat(140);

  private static final String HASH = "0".repeat(64);

  /** Rows like those of our events, for numbers from the one to the other. */
  private static final List<String> ROWS =
      List.of(
          "insert into copy_event select n, 'event-' || n, now(), 'operator', '"
              + CONTENT
              + "', false, null, lpad(n::text, 64, '0') from generate_series(?, ?) n",
          "insert into copy_transfer select n, 1, 'CLAIM', 'gallium/refined ingot 4N', 'p0', 'c0',"
              + " 'p' || n % 1000, 'c0', 1, 'TRANSFERRED' from generate_series(?, ?) n",
          "insert into copy_lot select 'lot-' || n, 'gallium/refined ingot 4N', '0.99', 'JPN',"
              + " 'keeper', null, 'event-' || n from generate_series(?, ?, 5) n",
          "insert into copy_account select 'CLAIM', 'gallium/refined ingot 4N', 'p' || n % 1000,"
              + " 'c0', 1, 0 from generate_series(?, ?) n on conflict (book, asset, party, paper)"
              + " do update set amount = excluded.amount + 1");

  private final Database database;
  private final Vault vault;
  private final Optional<Path> note;
  private long number;

  private VaultSpeed(Database database, Optional<Path> folder) {
    this.database = database;
    note = folder.map(data -> data.resolve("postmaster.pid"));
    vault = Vault.init(database, UsReserve.terms(), InstantSource.system());
    post(
        List.of(
            event(
                "verb=commit participant=p0 product=gallium/refined form=ingot grade=4N"
                    + " mass_g=1000000000000 price=300 currency=USD id=c0"),
            event(
                "verb=acquire lot=l0 site=north product=gallium/refined form=ingot grade=4N"
                    + " mass_g=1000000000000 assay=0.99 origin=JPN custody=keeper participant=p0"
                    + " contract=c0 entitlement_g=1000000000000 id=l0")));
  }

  /**
   * Measures.
   *
   * @param arguments {@code speed embedded:FOLDER|URL}, or {@code growth embedded:FOLDER|URL ROWS
   *     MINUTES}
   */
  public static void main(String[] arguments) throws Exception {
    System.out.println(Machine.describe());
    String where = arguments[1];
    Optional<Path> folder =
        where.startsWith("embedded:")
            ? Optional.of(Path.of(where.substring("embedded:".length())))
            : Optional.empty();
    try (Database database =
        folder.isPresent() ? Database.embedded(folder.get()) : Database.ofServer(where)) {
      VaultSpeed speed = new VaultSpeed(database, folder);
      if (arguments[0].equals("speed")) {
        speed.compare();
      } else {
        speed.grow(Long.parseLong(arguments[2]), Long.parseLong(arguments[3]) * 60_000);
      }
      speed.vault.close();
    }
  }

  /**
   * Each way in turn, and all of it again, so that what else the machine does meets all alike. A
   * row is events a second by the clock and by processor time, and the median, 99th percentile and
   * longest of a call in milliseconds.
   */
  private void compare() throws Exception {
    pgbench("-i", "-q", "-s", "10");
    // For the compiler, unheard: until then it costs more than the postings.
    for (int i = 0; i < WARM; i += BATCH) {
      post(events(BATCH));
    }
    postings(CLIENTS, 1);
    for (int round = 1; round <= ROUNDS; round++) {
      System.out.println("round " + round);
      say("plain inserts, one row a transaction", () -> plain(1));
      say("plain inserts, %d rows a transaction".formatted(BATCH), () -> plain(BATCH));
      say(
          "tables of the vault, %d events a transaction, no ledger".formatted(BATCH),
          () -> tables());
      say("postings, one at a time", () -> postings(1, 1));
      say("postings, %d clients one at a time".formatted(CLIENTS), () -> postings(CLIENTS, 1));
      say("postings, batches of %d".formatted(BATCH), () -> postings(1, BATCH));
      pgbench("-n", "-T", "5", "-c", "1");
      pgbench("-n", "-T", "5", "-c", Integer.toString(CLIENTS), "-j", "2");
    }
    verify();
  }

  /** Events a second and the times of a call. */
  @SuppressWarnings("ArrayRecordComponent") // read at once, never compared
  private record Times(long events, long nanos, double processorSeconds, long[] calls) {}

  private interface Way {
    Times times() throws Exception;
  }

  private void say(String what, Way way) throws Exception {
    Times times = way.times();
    long[] calls = times.calls().clone();
    Arrays.sort(calls);
    System.out.printf(
        Locale.ROOT,
        "| %s | %,.0f | %,.0f | %.2f | %.2f | %.2f |%n",
        what,
        times.events() * 1e9 / times.nanos(),
        times.events() / times.processorSeconds(),
        calls[calls.length / 2] / 1e6,
        calls[(int) (calls.length * 0.99)] / 1e6,
        calls[calls.length - 1] / 1e6);
  }

  /** Of this program and, if it is our own, of the database with all its processes. */
  private SortedMap<Long, Double> processorSeconds() throws IOException {
    List<ProcessHandle> processes = new ArrayList<>(List.of(ProcessHandle.current()));
    if (note.isPresent()) {
      String number = Files.readAllLines(note.get()).getFirst().strip();
      ProcessHandle server = ProcessHandle.of(Long.parseLong(number)).orElseThrow();
      processes.add(server);
      server.descendants().forEach(processes::add);
    }
    SortedMap<Long, Double> seconds = new TreeMap<>();
    for (ProcessHandle process : processes) {
      process
          .info()
          .totalCpuDuration()
          .ifPresent(spent -> seconds.put(process.pid(), spent.toNanos() / 1e9));
    }
    return seconds;
  }

  /** What processes that are there now have spent since then. */
  private double since(SortedMap<Long, Double> before) throws IOException {
    return processorSeconds().entrySet().stream()
        .mapToDouble(now -> now.getValue() - before.getOrDefault(now.getKey(), 0.0))
        .sum();
  }

  private interface Call<T> {
    void call(T prepared) throws SQLException;
  }

  /** Again and again for a while; what is prepared for a call is not timed. */
  private <T> Times repeat(int events, Supplier<T> prepare, Call<T> call)
      throws SQLException, IOException {
    SortedMap<Long, Double> before = processorSeconds();
    List<Long> calls = new ArrayList<>();
    long spent = 0;
    while (spent < MILLIS * 1_000_000) {
      T prepared = prepare.get();
      long begin = System.nanoTime();
      call.call(prepared);
      long took = System.nanoTime() - begin;
      calls.add(took);
      spent += took;
    }
    return new Times(
        (long) events * calls.size(),
        spent,
        since(before),
        calls.stream().mapToLong(Long::longValue).toArray());
  }

  /** A table with a number, an id and as much text as an event has. */
  private Times plain(int rows) throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists plain");
      statement.execute(
          "create table plain (number bigint primary key, id text not null unique,"
              + " content text not null, hash text not null)");
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into plain select n, 'event-' || n, ?, ? from generate_series(?::bigint,"
                  + " ?::bigint) n")) {
        return repeat(
            rows,
            () -> number,
            first -> {
              insert.setString(1, CONTENT);
              insert.setString(2, HASH);
              insert.setLong(3, first);
              insert.setLong(4, first + rows - 1);
              insert.executeUpdate();
              connection.commit();
              number += rows;
            });
      }
    }
  }

  /** The rows that postings of our mix make, in tables like the vault's, made by the server. */
  private Times tables() throws SQLException, IOException {
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement()) {
      statement.execute("drop table if exists copy_event, copy_transfer, copy_lot, copy_account");
      for (String table : List.of("event", "transfer", "lot", "account")) {
        statement.execute("create table copy_" + table + " (like " + table + " including all)");
      }
      connection.setAutoCommit(false);
      List<PreparedStatement> inserts = new ArrayList<>();
      for (String rows : ROWS) {
        inserts.add(connection.prepareStatement(rows));
      }
      return repeat(
          BATCH,
          () -> number,
          first -> {
            for (PreparedStatement insert : inserts) {
              insert.setLong(1, first);
              insert.setLong(2, first + BATCH - 1);
              insert.executeUpdate();
            }
            connection.commit();
            number += BATCH;
          });
    }
  }

  private Times postings(int clients, int batch)
      throws SQLException, IOException, InterruptedException, ExecutionException {
    if (clients == 1) {
      return repeat(batch, () -> events(batch), this::post);
    }
    try (ExecutorService pool = Executors.newFixedThreadPool(clients)) {
      List<Callable<Times>> tasks = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        tasks.add(() -> repeat(batch, () -> events(batch), this::post));
      }
      SortedMap<Long, Double> before = processorSeconds();
      long events = 0;
      long nanos = 0;
      List<Long> calls = new ArrayList<>();
      for (Future<Times> done : pool.invokeAll(tasks)) {
        events += done.get().events();
        nanos = Math.max(nanos, done.get().nanos());
        Arrays.stream(done.get().calls()).forEach(calls::add);
      }
      return new Times(
          events, nanos, since(before), calls.stream().mapToLong(Long::longValue).toArray());
    }
  }

  private void post(List<Event> events) {
    for (Answer answer : vault.post(Actor.OPERATOR, events)) {
      if (!answer.status().isAccepted()) {
        throw new IllegalStateException(answer.toString());
      }
    }
  }

  /** Of ten events, five transfer an entitlement, three charge, two bring a lot. */
  private List<Event> events(int count) {
    List<Event> events = new ArrayList<>();
    synchronized (this) {
      for (int i = 0; i < count; i++) {
        number++;
        long to = 1 + number % (PARTICIPANTS - 1);
        events.add(
            event(
                switch ((int) (number % 10)) {
                  case 0, 1, 2, 3, 4 ->
                      "verb=transfer participant=p0 contract=c0 entitlement_g=1 to=p%d id=e%d"
                          .formatted(to, number);
                  case 5, 6, 7 ->
                      "verb=charge participant=p%d amount=12.34 currency=USD reason=storage id=e%d"
                          .formatted(to, number);
                  default ->
                      ("verb=acquire lot=lot%d site=north product=gallium/refined form=ingot"
                              + " grade=4N mass_g=250000 price=280 currency=USD assay=0.9999"
                              + " origin=JPN custody=keeper id=e%d")
                          .formatted(number, number);
                }));
      }
    }
    return events;
  }

  private static Event event(String line) {
    Map<String, String> columns = new TreeMap<>();
    for (String word : line.split(" ", -1)) {
      int equals = word.indexOf('=');
      columns.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return Event.of(columns);
  }

  /** The database's own measure, if its program is there. */
  private void pgbench(String... arguments) throws IOException, InterruptedException {
    URI address = URI.create(database.url().substring("jdbc:".length()));
    List<String> command = new ArrayList<>(List.of("pgbench"));
    command.addAll(List.of(arguments));
    String user = address.getQuery().replaceFirst("(?:.*&)?user=([^&]*).*", "$1");
    command.addAll(List.of("-h", address.getHost(), "-p", "" + address.getPort(), "-U", user));
    command.add(address.getPath().substring(1));
    Process process;
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).start();
    } catch (IOException e) {
      System.out.println("| pgbench | not installed | | | |");
      return;
    }
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    said.lines()
        .filter(line -> line.startsWith("tps") || line.startsWith("latency average") || code != 0)
        .forEach(line -> System.out.println("  " + String.join(" ", command) + ": " + line));
  }

  /** Batches until there are {@code rows} or the time is over; the rate of each decade. */
  private void grow(long rows, long millis) throws SQLException {
    long begin = System.nanoTime();
    long mark = begin;
    long done = 0;
    long markDone = 0;
    long next = 10_000;
    while (done < rows && (System.nanoTime() - begin) / 1_000_000 < millis) {
      post(events(BATCH));
      done += BATCH;
      if (done >= next || done >= rows) {
        long now = System.nanoTime();
        System.out.printf(
            Locale.ROOT,
            "| %,d | %,.0f | %,d |%n",
            done,
            (done - markDone) * 1e9 / (now - mark),
            bytes() / 1_000_000);
        verify();
        next *= 10;
        markDone = done;
        mark = System.nanoTime();
      }
    }
    System.out.printf(
        Locale.ROOT,
        "ended at %,d rows after %,d s, the last %,d at %,.0f a second%n",
        done,
        (System.nanoTime() - begin) / 1_000_000_000,
        done - markDone,
        (done - markDone) * 1e9 / (System.nanoTime() - mark));
  }

  private long bytes() throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("select pg_database_size(current_database())")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private void verify() {
    long begin = System.nanoTime();
    Verification verification = vault.reader().verify(Actor.OPERATOR);
    System.out.printf(
        Locale.ROOT,
        "  verify: %s, %,d rows in %.1f s%n",
        verification.isSound() ? "sound" : verification.findings().toString(),
        verification.head().number(),
        (System.nanoTime() - begin) / 1e9);
  }
}
