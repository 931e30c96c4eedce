package org.plimsoll.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * People in the Lab: each drags a floor for three seconds, one question in flight and the newest
 * next, then looks at the answer for 5 to 19 seconds. Prints what they waited, and what the server
 * took.
 */
public final class LabUsers {
  private static final long DRAG_NANOS = 3_000_000_000L;
  private static final long STEP_NANOS = 50_000_000;
  private static final int LEAST_LOOK_MILLIS = 5_000;
  private static final int MOST_LOOK_MILLIS = 19_000;
  private static final int STEPS = 100;
  private static final int BUSY = 503;

  private static final List<String> PRODUCTS =
      List.of(
          "gallium/refined",
          "germanium/refined",
          "neodymium-praseodymium/oxide",
          "dysprosium/oxide",
          "terbium/oxide",
          "antimony/metal",
          "tungsten/apt",
          "cobalt/refined",
          "lithium/refined",
          "graphite/anode");

  private final String address;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  private LabUsers(String address) {
    this.address = address;
  }

  /** Takes the project's folder, how many users, and for how many seconds. */
  public static void main(String[] words) throws Exception {
    Path root = Path.of(words[0]);
    int users = Integer.parseInt(words[1]);
    long nanos = Long.parseLong(words[2]) * 1_000_000_000L;
    System.out.println(Machine.describe());
    try (ServedProcess server =
            ServedProcess.start(root, Files.createTempDirectory("bench-lab-users"));
        HttpClient client = HttpClient.newHttpClient()) {
      server.awaitWarm(client);
      long before = server.residentMegabytes();
      pin();
      new LabUsers(server.address()).run(users, nanos, server, before);
    }
  }

  /** Leaves the server one processor and asks from the other, where the system can. */
  private static void pin() throws InterruptedException {
    try {
      new ProcessBuilder("taskset", "-acp", "0", Long.toString(ProcessHandle.current().pid()))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      System.out.println("not pinned: " + e.getMessage());
    }
  }

  private void run(int users, long nanos, ServedProcess server, long before) throws Exception {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    List<Double> waits = new ArrayList<>();
    List<Long> resident = new ArrayList<>();
    long begin = System.nanoTime();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Double>>> each = new ArrayList<>();
      for (int i = 0; i < users; i++) {
        int user = i;
        each.add(threads.submit(() -> user(user, begin + nanos)));
      }
      while (System.nanoTime() < begin + nanos) {
        Thread.sleep(1000);
        resident.add(server.residentMegabytes());
      }
      for (Future<List<Double>> user : each) {
        waits.addAll(user.get());
      }
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    waits.sort(null);
    System.out.printf(
        Locale.ROOT,
        "| users | answers a second | p50, ms | p95, ms | most, ms | refused, 503 | failed | RSS"
            + " before, most, at the end, MB | share of a processor that asked |%n"
            + "|---|---|---|---|---|---|---|---|---|%n"
            + "| %d | %.0f | %.1f | %.1f | %.0f | %d | %d | %d, %d, %d | %.2f |%n",
        users,
        waits.size() / seconds,
        waits.get(waits.size() / 2),
        waits.get(waits.size() * 95 / 100),
        waits.getLast(),
        busy.get(),
        failed.get(),
        before,
        resident.stream().mapToLong(mb -> mb).max().orElse(0),
        resident.getLast(),
        system.getProcessCpuTime() / 1e9 / seconds);
  }

  /** One user until the end; returns how long each answer took, milliseconds. */
  private List<Double> user(int number, long end) throws IOException, InterruptedException {
    Random random = new Random(number);
    List<Double> waits = new ArrayList<>();
    Thread.sleep(random.nextInt(MOST_LOOK_MILLIS));
    while (System.nanoTime() < end) {
      String product = PRODUCTS.get(random.nextInt(PRODUCTS.size()));
      int step = random.nextInt(STEPS);
      long last = Math.min(end, System.nanoTime() + DRAG_NANOS);
      while (System.nanoTime() < last) {
        long begin = System.nanoTime();
        ask("on=%s&floor.%s=%d".formatted(product, product, 10 + step * 13), waits, begin);
        step = Math.floorMod(step + (random.nextBoolean() ? 1 : -1), STEPS);
        long left = STEP_NANOS - (System.nanoTime() - begin);
        if (left > 0) {
          Thread.sleep(left / 1_000_000);
        }
      }
      Thread.sleep(random.nextInt(LEAST_LOOK_MILLIS, MOST_LOOK_MILLIS));
    }
    return waits;
  }

  private void ask(String query, List<Double> waits, long begin)
      throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(address + "/api/v1/lab?" + query))
                .header("Accept-Encoding", "gzip")
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() == BUSY) {
      busy.incrementAndGet();
    } else if (answer.statusCode() != 200) {
      failed.incrementAndGet();
    } else {
      waits.add((System.nanoTime() - begin) / 1e6);
    }
  }
}
