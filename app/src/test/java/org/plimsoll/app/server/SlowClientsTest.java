package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send a head or a body not at all or byte by byte are let go, and nobody waits. */
class SlowClientsTest {
  private static final Duration CLOSED_WITHIN = Duration.ofSeconds(15);
  private static final String BODY =
      "POST /api/v1/gsim HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n"
          + "Content-Length: 1000\r\n\r\nab";

  @TempDir private Path folder;

  @Test
  void theyAreClosedInTimeAndKeepNoOthersWaiting() throws Exception {
    try (LiveServer server = LiveServer.ofTinyWorld(folder);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Duration>> closed = new ArrayList<>();
      for (boolean drips : List.of(false, true)) {
        for (String start : List.of("GET /api/v1/pa", "GET / HTTP/1.1\r\nX-Slow: a", BODY, BODY)) {
          closed.add(clients.submit(() -> untilClosed(server.port(), start, drips)));
        }
      }
      for (int i = 0; i < 20; i++) {
        assertEquals(200, server.get("/partners").statusCode());
        assertEquals(422, server.post("/gsim", "a: 1", "Content-Type", "text/plain").statusCode());
      }
      assertTrue(closed.stream().noneMatch(Future::isDone), "they were not slow at all");
      for (Future<Duration> each : closed) {
        assertTrue(each.get().compareTo(CLOSED_WITHIN) < 0, () -> "open after " + CLOSED_WITHIN);
      }
      assertTrue(stop(server).compareTo(Duration.ofSeconds(3)) < 0, "they are still waited for");
    }
  }

  private static Duration stop(LiveServer server) {
    long begin = System.nanoTime();
    server.close();
    return since(begin);
  }

  private static Duration untilClosed(int port, String start, boolean drips) throws IOException {
    long begin = System.nanoTime();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(200);
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      out.write(start.getBytes(StandardCharsets.US_ASCII));
      while (since(begin).compareTo(CLOSED_WITHIN) < 0 && !isClosed(in)) {
        if (drips) {
          out.write('a');
        }
      }
    } catch (IOException closed) {
      // a write to what the server has closed
    }
    return since(begin);
  }

  private static boolean isClosed(InputStream in) {
    try {
      while (in.read() >= 0) {
        // an answer that says so may come before the end
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
