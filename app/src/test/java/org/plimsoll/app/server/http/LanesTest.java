package org.plimsoll.app.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A lane answers so many at a time, lets so many wait, and refuses the rest with a way out. */
class LanesTest {
  private static final Lane NARROW =
      new Lane("narrow", 2, 3, Duration.ofSeconds(20), Duration.ofSeconds(20));
  private static final Lane WIDE =
      new Lane("wide", 8, 8, Duration.ofSeconds(20), Duration.ofSeconds(20));

  /** Answers to /narrow wait until they are let go. */
  private static final class Waiting implements Site {
    private final CountDownLatch let = new CountDownLatch(1);
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger away = new AtomicInteger();

    @Override
    public Reply reply(Request request) {
      if (lane(request).equals(NARROW)) {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
          let.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        running.decrementAndGet();
      }
      return Reply.of(200, "text/plain", "done");
    }

    @Override
    public Lane lane(Request request) {
      return request.path().equals("/narrow") ? NARROW : WIDE;
    }

    @Override
    public Optional<String> client(Request request) {
      return Optional.empty();
    }

    @Override
    public Reply turnAway(Request request, int status, String problem) {
      assertEquals("/narrow", request.path());
      away.incrementAndGet();
      return fault(status, problem, "");
    }

    @Override
    public Reply fault(int status, String problem, String wayOut) {
      return Reply.of(status, "text/plain", problem);
    }
  }

  @Test
  void whatDoesNotFitIsRefusedAtOnceAndOtherLanesGoOn() throws Exception {
    Waiting site = new Waiting();
    InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    try (Listener listener = Listener.start(free, List.of(NARROW, WIDE), site);
        HttpClient client = HttpClient.newHttpClient()) {
      List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        asked.add(ask(client, listener.port(), "/narrow"));
      }
      long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (asked.stream().filter(CompletableFuture::isDone).count() < 7
          && System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      List<HttpResponse<String>> refused =
          asked.stream().filter(CompletableFuture::isDone).map(CompletableFuture::join).toList();
      assertEquals(7, refused.size());
      assertEquals(7, site.away.get(), "the site hears of each");
      for (HttpResponse<String> answer : refused) {
        assertEquals(503, answer.statusCode());
        assertEquals("1", answer.headers().firstValue("Retry-After").orElse(""));
      }
      assertEquals(200, ask(client, listener.port(), "/wide").join().statusCode());
      site.let.countDown();
      assertEquals(5, asked.stream().filter(each -> each.join().statusCode() == 200).count());
      assertTrue(site.most.get() <= 2, () -> site.most + " ran at a time");
    }
  }

  private static CompletableFuture<HttpResponse<String>> ask(
      HttpClient client, int port, String path) {
    return client.sendAsync(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
