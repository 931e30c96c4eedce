package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A world that changes on disk under a server is said with each answer, and none is mixed. */
class WorldFilesTest {
  private static final long LONGEST_NANOS = 10_000_000_000L;

  @TempDir private Path folder;

  @Test
  void aChangeIsSaidAndAnswersStayThoseOfTheWorldThatWasRead() throws Exception {
    Path world = Files.createDirectories(folder.resolve("world"));
    Files.writeString(world.resolve("trade.csv"), "a");
    try (LiveServer server = LiveServer.ofTinyWorld(folder)) {
      HttpResponse<String> before = server.get("/world");
      assertEquals(Optional.empty(), said(before));
      Files.writeString(world.resolve("trade.csv"), "another");
      long end = System.nanoTime() + LONGEST_NANOS;
      HttpResponse<String> after = server.get("/world");
      while (said(after).isEmpty() && System.nanoTime() < end) {
        after = server.get("/world");
      }
      assertTrue(said(after).orElse("").contains("changed on disk"));
      assertEquals(before.body(), after.body());
      HttpResponse<String> mixed = server.get("/risk");
      assertEquals(409, mixed.statusCode(), "it reads a table of the world when it is asked");
      assertTrue(mixed.body().contains("start the server again"), mixed::body);
    }
  }

  @Test
  void aScenarioThatChangesIsAnotherAnswer() throws Exception {
    try (LiveServer server = LiveServer.ofTinyWorld(folder)) {
      Path file = folder.resolve("scenarios/action-plan-2026.yaml");
      HttpResponse<String> before = server.get("/scenarios/action-plan-2026");
      String tag = before.headers().firstValue("ETag").orElseThrow();
      String path = "/scenarios/action-plan-2026";
      assertEquals(304, server.get(path, "If-None-Match", tag).statusCode());
      Files.writeString(
          file, Files.readString(file).replaceFirst("(?m)^title: .*$", "title: Another title"));
      HttpResponse<String> after = server.get(path, "If-None-Match", tag);
      assertEquals(200, after.statusCode());
      assertTrue(after.body().contains("Another title"), after::body);
    }
  }

  private static Optional<String> said(HttpResponse<String> answer) {
    return answer.headers().firstValue("Plimsoll-World");
  }
}
