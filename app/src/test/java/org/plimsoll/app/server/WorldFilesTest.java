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
    }
  }

  private static Optional<String> said(HttpResponse<String> answer) {
    return answer.headers().firstValue("Plimsoll-World");
  }
}
