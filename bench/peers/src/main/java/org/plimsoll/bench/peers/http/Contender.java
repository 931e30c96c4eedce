package org.plimsoll.bench.peers.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.javalin.Javalin;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.plimsoll.app.server.http.Lane;
import org.plimsoll.app.server.http.Listener;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.server.http.Site;

/**
 * A server of the trial. Each answers {@code /answer} at once by 20 kB, {@code /work} by the same
 * after 4 ms of a processor, and reads what is sent to {@code /body}. Its time limits are those
 * that it has.
 */
enum Contender {
  /** Handlers of Jetty, as the program uses them. */
  JETTY {
    @Override
    int start() throws IOException {
      Lane all = new Lane("all", 512, 512, Duration.ofSeconds(10), Duration.ofSeconds(10));
      return Listener.start(LOOPBACK, List.of(all), new Answers(all)).port();
    }
  },

  /** Javalin, which is Jetty with servlets. */
  JAVALIN {
    @Override
    int start() {
      return Javalin.create(
              config -> {
                config.jetty.threadPool = new VirtualThreadPool();
                config.http.maxRequestSize = 1 << 22;
                config.startup.showJavalinBanner = false;
                config.jetty.modifyHttpConfiguration(http -> http.setIdleTimeout(IDLE.toMillis()));
                config.routes.get("/answer", context -> context.result(ANSWER));
                config.routes.get("/work", context -> context.result(work()));
                config.routes.post(
                    "/body", context -> context.result("" + context.bodyAsBytes().length));
              })
          .start(LOOPBACK.getHostString(), 0)
          .port();
    }
  },

  /** The server of the JDK. */
  JDK {
    @Override
    int start() throws IOException {
      System.setProperty("sun.net.httpserver.maxReqTime", "10");
      System.setProperty("sun.net.httpserver.maxRspTime", "10");
      System.setProperty("sun.net.httpserver.idleInterval", "10");
      System.setProperty("sun.net.httpserver.nodelay", "true");
      HttpServer server = HttpServer.create(LOOPBACK, 512);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/answer", exchange -> answer(exchange, ANSWER));
      server.createContext("/work", exchange -> answer(exchange, work()));
      server.createContext(
          "/body", exchange -> answer(exchange, exchange.getRequestBody().readAllBytes()));
      server.start();
      return server.getAddress().getPort();
    }
  };

  private static final InetSocketAddress LOOPBACK =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final long WORK_NANOS = 4_000_000;
  private static final byte[] ANSWER = new byte[20_000];

  static {
    Arrays.fill(ANSWER, (byte) 'x');
  }

  /** Starts it on a free port of the loopback, which it returns. */
  abstract int start() throws IOException;

  /** Starts the one that is named and says its port and how long after the JVM it was up. */
  public static void main(String[] words) throws IOException {
    int port = valueOf(words[0]).start();
    long started = java.lang.management.ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println(port + " " + (System.currentTimeMillis() - started));
  }

  private static byte[] work() {
    long end = System.nanoTime() + WORK_NANOS;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return ANSWER;
  }

  private static void answer(HttpExchange exchange, byte[] bytes) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private record Answers(Lane all) implements Site {
    @Override
    public Reply reply(Request request) throws IOException {
      return switch (request.path()) {
        case "/answer" -> Reply.of(200, "text/plain", ANSWER);
        case "/work" -> Reply.of(200, "text/plain", work());
        case "/body" -> Reply.of(200, "text/plain", "" + request.body(1 << 22).length);
        default -> Reply.empty(404);
      };
    }

    @Override
    public Lane lane(Request request) {
      return all;
    }

    @Override
    public Optional<String> client(Request request) {
      return Optional.empty();
    }

    @Override
    public Reply turnAway(Request request, int status, String problem) {
      return Reply.empty(status);
    }

    @Override
    public Reply fault(int status, String problem, String wayOut) {
      return Reply.of(status, "text/plain", problem);
    }
  }
}
