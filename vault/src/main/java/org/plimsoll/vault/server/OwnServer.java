package org.plimsoll.vault.server;

import java.io.File;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL on a folder of data that lives as long as this object. It listens on a socket in a
 * folder that its user alone may enter, and on no network; whoever connects must be that user, or
 * root. One that was left by a process that is gone is stopped first; data that another process
 * holds are left alone.
 */
public final class OwnServer implements AutoCloseable {
  /** In every folder of a PostgreSQL: the version it was made by. */
  public static final String VERSION = "PG_VERSION";

  private static final String NO_SPACE = "No space left on device";

  /** User of the database itself, to whom all of it belongs. */
  private static final String DATABASE_USER = "postgres";

  private static final Duration ORDERLY = Duration.ofSeconds(60);
  private static final Duration AT_ONCE = Duration.ofSeconds(5);
  private static final long LOOK_EVERY_MILLIS = 15;

  private final RunFolder run;
  private final Hold hold;
  private final ProcessMark server;
  private final Thread atExit = new Thread(this::end, "stops the database");
  private volatile Runnable last = () -> {};

  private OwnServer(RunFolder run, Hold hold, ProcessMark server) {
    this.run = run;
    this.hold = hold;
    this.server = server;
  }

  /**
   * Starts it, once the data were made if there are none.
   *
   * @param folder of the data, made if it is not there
   * @param settings of the server, name and value
   * @throws ServerFailure if it does not start, saying who or what is in the way
   */
  public static OwnServer start(Path folder, Map<String, String> settings) {
    return start(folder, settings, System.getenv());
  }

  static OwnServer start(
      Path folder, Map<String, String> settings, Map<String, String> environment) {
    Cache cache = Cache.open(environment);
    try {
      Files.createDirectories(folder);
      Path data = folder.toRealPath();
      RunFolder run = RunFolder.of(cache, data);
      Hold hold = Hold.take(run);
      try {
        stopOrphan(run);
        Programs programs = Programs.of(cache);
        Account account = Account.choose(List.of(parent(data), cache.folder(), programs.folder()));
        account.own(run.folder());
        make(programs, account, run);
        account.own(data);
        OwnServer started = new OwnServer(run, hold, launch(run, programs, account, settings));
        Runtime.getRuntime().addShutdownHook(started.atExit);
        return started;
      } catch (IOException | RuntimeException e) {
        hold.close();
        throw e;
      }
    } catch (IOException e) {
      throw new ServerFailure(
          "no database could be started in %s: %s".formatted(folder, e.getMessage())
              + "\nMaybe the folder may not be written",
          e);
    }
  }

  private static Path parent(Path data) {
    Path parent = data.getParent();
    return parent == null ? data : parent;
  }

  /** Stops a server that nobody holds any more; one that is not ours is named. */
  private static void stopOrphan(RunFolder run) throws IOException {
    Optional<ProcessMark> orphan = run.running();
    if (orphan.isPresent()) {
      stop(orphan.get(), ORDERLY);
      run.forget();
      return;
    }
    Optional<Long> other = run.postmaster().filter(pid -> isPostgres(pid, run.data()));
    if (other.isPresent()) {
      throw new ServerFailure(
          "a PostgreSQL that this program did not start, process %d, runs on %s"
                  .formatted(other.get(), run.data())
              + "\nMaybe stop it: kill -INT "
              + other.get());
    }
  }

  /** Whether the process is a PostgreSQL on the data. */
  private static boolean isPostgres(long pid, Path data) {
    try {
      String command = Files.readString(Path.of("/proc/" + pid + "/cmdline"));
      return List.of(command.split("\0", -1)).contains(data.toString());
    } catch (IOException e) {
      return false;
    }
  }

  /** Makes the data if there are none; what a killed process left half made is made again. */
  private static void make(Programs programs, Account account, RunFolder run) throws IOException {
    Path data = run.data();
    if (Files.exists(run.making())) {
      Programs.empty(data);
    } else if (Files.exists(data.resolve(VERSION))) {
      return;
    }
    Files.writeString(run.making(), "");
    account.own(data);
    Account.Ran made =
        Account.Ran.of(
            account.command(
                List.of(
                    programs.path("initdb"),
                    "--pgdata=" + data,
                    "--username=" + DATABASE_USER,
                    "--auth=peer",
                    "--encoding=UTF8",
                    "--locale=C")));
    if (!made.isDone()) {
      throw failure(run, "no database could be made in " + data, made.said());
    }
    Files.delete(run.making());
  }

  private static ProcessMark launch(
      RunFolder run, Programs programs, Account account, Map<String, String> settings)
      throws IOException {
    Files.writeString(run.access(), "local all all peer map=own\n");
    Files.writeString(
        run.users(),
        "own \"%s\" %s%nown root %s%n".formatted(account.name(), DATABASE_USER, DATABASE_USER));
    List<String> command = new ArrayList<>(List.of("setsid", programs.path("postgres")));
    command.addAll(List.of("-D", run.data().toString()));
    List<String> closed =
        List.of(
            "listen_addresses=",
            "port=5432",
            "unix_socket_directories=" + run.folder(),
            "unix_socket_permissions=0700",
            "hba_file=" + run.access(),
            "ident_file=" + run.users(),
            "logging_collector=off",
            "log_destination=stderr");
    closed.forEach(setting -> command.addAll(List.of("-c", setting)));
    settings.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
    File log = run.log().toFile();
    Process process =
        new ProcessBuilder(account.command(command))
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    process.getOutputStream().close();
    ProcessMark mark =
        ProcessMark.of(process.pid())
            .orElseThrow(() -> failure(run, "no database could be started", logged(run)));
    run.note(mark);
    await(process, run);
    return mark;
  }

  /**
   * Waits until the server takes connections: after a crash it first repeats what it had logged.
   */
  private static void await(Process process, RunFolder run) {
    while (true) {
      try (Connection connection = DriverManager.getConnection(url(run))) {
        connection.isReadOnly();
        return;
      } catch (SQLException e) {
        if (!process.isAlive()) {
          throw failure(run, "no database could be started in " + run.data(), logged(run));
        }
      }
      try {
        Thread.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        process.destroy();
        Thread.currentThread().interrupt();
        throw new ServerFailure("interrupted while the database started", e);
      }
    }
  }

  private static String url(RunFolder run) {
    return "jdbc:postgresql://localhost/postgres?user=%s&sslmode=disable&gssEncMode=disable"
            .formatted(DATABASE_USER)
        + "&socketFactory="
        + LocalSocketFactory.class.getName()
        + "&socketFactoryArg="
        + URLEncoder.encode(run.socket().toString(), StandardCharsets.UTF_8);
  }

  /**
   * Does this at the end of the process, before the database stops: whoever is in the midst of a
   * posting gets his answer.
   */
  public void beforeExit(Runnable what) {
    last = what;
  }

  /** Whoever finds the data taken is told where they are served. */
  public void serveAt(String address) {
    try {
      hold.note(address);
    } catch (IOException e) {
      throw new ServerFailure("cannot say who has %s: %s".formatted(run.data(), e.getMessage()), e);
    }
  }

  /** Its JDBC address. */
  public String url() {
    return url(run);
  }

  /** The last error that ended the server, or the first that says its disk is full. */
  private static String logged(RunFolder run) {
    try {
      return RunFolder.lines(run.log()).stream()
          .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
          .map(line -> line.replaceFirst("^.*?(FATAL|PANIC): +", ""))
          .reduce((known, next) -> known.contains(NO_SPACE) ? known : next)
          .orElseGet(() -> lastLine(run));
    } catch (IOException e) {
      return "its log cannot be read: " + e.getMessage();
    }
  }

  private static String lastLine(RunFolder run) {
    try {
      List<String> lines = RunFolder.lines(run.log());
      return lines.isEmpty() ? "it said nothing" : lines.getLast();
    } catch (IOException e) {
      return "its log cannot be read: " + e.getMessage();
    }
  }

  private static ServerFailure failure(RunFolder run, String what, String why) {
    String wayOut =
        diskFull(run, why)
            .orElseGet(() ->
                why.contains("Permission denied") || why.contains("error=13")
                    ? "Maybe programs may not be run from the cache, as on a disk mounted noexec:"
                        + " name another folder with "
                        + Cache.VARIABLE
                    : "Maybe its log says more: " + run.log());
    return new ServerFailure("%s: %s\n%s".formatted(what, why, wayOut));
  }

  private static Optional<String> diskFull(RunFolder run, String why) {
    if (!why.contains(NO_SPACE)) {
      return Optional.empty();
    }
    try {
      FileStore disk = Files.getFileStore(run.data());
      return Optional.of(
          "Maybe make room on %s, which has %,d of %,d bytes left; what was acknowledged is there"
              .formatted(disk, disk.getUsableSpace(), disk.getTotalSpace()));
    } catch (IOException e) {
      return Optional.of("Maybe make room on the disk of " + run.data());
    }
  }

  /**
   * A way out if the disk of the data is full.
   *
   * @param said by the server; its log is looked at too, since a server that ends says little else
   */
  public Optional<String> explainFullDisk(String said) {
    return diskFull(run, said)
        .or(() -> {
          String why = logged(run);
          return diskFull(run, why).map(way -> why + "\n" + way);
        });
  }

  /** Stops it; what was acknowledged is on disk. */
  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(atExit);
    stop();
  }

  private void end() {
    try {
      last.run();
    } finally {
      stop();
    }
  }

  private void stop() {
    try {
      // One whose disk is full cannot write what an orderly end writes.
      stop(server, diskFull(run, logged(run)).isPresent() ? AT_ONCE : ORDERLY);
      run.forget();
      hold.close();
    } catch (IOException e) {
      throw new ServerFailure("the database did not stop: " + e.getMessage(), e);
    }
  }

  /**
   * Stops a server in order; one that does not end is told to stop at once, as after a full disk,
   * and killed in the end. What was acknowledged stands in its log either way.
   */
  private static void stop(ProcessMark server, Duration orderly) {
    for (String signal : List.of("INT", "QUIT", "KILL")) {
      if (!server.isAlive()) {
        return;
      }
      Account.Ran.of(List.of("sh", "-c", "kill -%s %d".formatted(signal, server.pid())));
      if (hasEnded(server, signal.equals("INT") ? orderly : AT_ONCE)) {
        return;
      }
    }
    throw new ServerFailure("the database, process %d, does not stop".formatted(server.pid()));
  }

  private static boolean hasEnded(ProcessMark server, Duration within) {
    long end = System.nanoTime() + within.toNanos();
    while (server.isAlive()) {
      if (System.nanoTime() > end) {
        return false;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }
}
