package org.plimsoll.bench.peers.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.plimsoll.bench.Machine;

/**
 * Libraries of HTTP side by side in one run: start, slow clients, answers a second, and two hundred
 * users who ask, read and pause. Prints a table.
 */
public final class HttpTrial {
  private static final int STARTS = 5;
  private static final int ASKERS = 16;
  private static final int USERS = 200;
  private static final int PAUSE_MILLIS = 500;
  private static final long RUN_NANOS = 8_000_000_000L;

  private HttpTrial() {}

  public static void main(String[] words) throws Exception {
    System.out.println(Machine.describe());
    System.out.println(
        "| server | up after, ms | seconds until closed: head silent, dripping; body silent,"
            + " dripping | answers of 20 kB a second | 200 users: answers a second | p50, ms | p95,"
            + " ms | jars it loads from |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (Contender contender : Contender.values()) {
      System.out.println(row(contender));
    }
  }

  private static String row(Contender contender) throws Exception {
    List<Long> starts = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      try (Running running = Running.start(contender, false)) {
        starts.add(running.upAfterMillis());
      }
    }
    starts.sort(null);
    int jars;
    try (Running running = Running.start(contender, true)) {
      ask(running.port(), "/answer", 0, System.nanoTime());
      jars = running.jars();
    }
    try (Running running = Running.start(contender, false)) {
      List<String> closed = slow(running.port());
      run(running.port(), "/answer", ASKERS, 0);
      List<double[]> fast = run(running.port(), "/answer", ASKERS, 0);
      List<double[]> users = run(running.port(), "/work", USERS, PAUSE_MILLIS);
      double[] waits = users.stream().flatMapToDouble(Arrays::stream).sorted().toArray();
      return String.format(
          Locale.ROOT,
          "| %s | %d | %s | %,.0f | %,.0f | %.1f | %.1f | %d |",
          contender.name().toLowerCase(Locale.ROOT),
          starts.get(STARTS / 2),
          String.join(", ", closed),
          fast.stream().mapToInt(each -> each.length).sum() / (RUN_NANOS / 1e9),
          waits.length / (RUN_NANOS / 1e9),
          waits[waits.length / 2],
          waits[waits.length * 95 / 100],
          jars);
    }
  }

  private static List<String> slow(int port) throws Exception {
    List<Callable<String>> clients = new ArrayList<>();
    for (SlowClient client : SlowClient.values()) {
      clients.add(() -> {
        double seconds = client.secondsUntilClosed(port);
        return seconds < 0 ? "never" : String.format(Locale.ROOT, "%.1f", seconds);
      });
    }
    return all(clients);
  }

  /** For each asker how long each of its answers took, milliseconds. */
  private static List<double[]> run(int port, String path, int askers, int pauseMillis)
      throws Exception {
    long end = System.nanoTime() + RUN_NANOS;
    List<Callable<double[]>> all = new ArrayList<>();
    for (int i = 0; i < askers; i++) {
      all.add(() -> ask(port, path, pauseMillis, end));
    }
    return all(all);
  }

  private static <T> List<T> all(List<Callable<T>> work) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> begun = new ArrayList<>();
      work.forEach(each -> begun.add(threads.submit(each)));
      List<T> done = new ArrayList<>();
      for (Future<T> each : begun) {
        try {
          done.add(each.get());
        } catch (ExecutionException failure) {
          throw new IllegalStateException("a client of the trial failed", failure);
        }
      }
      return done;
    }
  }

  /** Asks on one connection until the end, at least once. */
  private static double[] ask(int port, String path, int pauseMillis, long end)
      throws IOException, InterruptedException {
    byte[] request =
        ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    double[] waits = new double[1 << 16];
    int n = 0;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      InputStream in = socket.getInputStream();
      byte[] read = new byte[65_536];
      do {
        long begin = System.nanoTime();
        socket.getOutputStream().write(request);
        readAnswer(in, read);
        waits[n++] = (System.nanoTime() - begin) / 1e6;
        if (pauseMillis > 0) {
          Thread.sleep(pauseMillis);
        }
      } while (System.nanoTime() < end && n < waits.length);
    }
    return Arrays.copyOf(waits, n);
  }

  /** Reads a head and the 20,000 bytes behind it. */
  private static void readAnswer(InputStream in, byte[] buffer) throws IOException {
    int have = 0;
    int body = -1;
    while (body < 0 || have < body + 20_000) {
      int n = in.read(buffer, have, buffer.length - have);
      if (n < 0) {
        throw new IOException("the server closed before it had answered");
      }
      have += n;
      if (body < 0) {
        int end =
            new String(buffer, 0, Math.min(have, 2048), StandardCharsets.US_ASCII)
                .indexOf("\r\n\r\n");
        body = end < 0 ? -1 : end + 4;
      }
    }
  }

  /** A server in a process of its own. */
  private record Running(Process process, BufferedReader out, int port, long upAfterMillis)
      implements AutoCloseable {
    static Running start(Contender contender, boolean saysJars) throws IOException {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx512m",
                  "-cp",
                  System.getProperty("java.class.path")));
      if (saysJars) {
        command.add("-Xlog:class+load");
      }
      command.add(Contender.class.getName());
      command.add(contender.name());
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      BufferedReader out = process.inputReader();
      String line = out.readLine();
      StringBuilder log = new StringBuilder();
      while (line != null && !line.matches("[0-9]+ [0-9]+")) {
        log.append(line).append('\n');
        line = out.readLine();
      }
      if (line == null) {
        throw new IOException(contender + " did not start:\n" + log);
      }
      int blank = line.indexOf(' ');
      return new Running(
          process,
          out,
          Integer.parseInt(line.substring(0, blank)),
          Long.parseLong(line.substring(blank + 1)));
    }

    /** Ends it, and counts the jars of others that its classes came from. */
    int jars() throws IOException {
      process.toHandle().destroy(); // leaves what it said to be read
      return (int)
          out.lines()
              .filter(line -> line.contains("source: file:") && line.contains(".jar"))
              .map(line -> line.substring(line.indexOf("source: ")))
              .filter(source -> !source.contains("plimsoll"))
              .distinct()
              .count();
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
