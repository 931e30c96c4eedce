package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server says that it lives at once, and that it is warm after questions of its own. */
class HealthTest {
  @TempDir private Path folder;

  @Test
  void itIsWarmAfterTwoHundredQuestionsOfItsOwn() throws Exception {
    try (LiveServer server = LiveServer.ofTinyWorld(folder)) {
      assertTrue(health(server, "/health/live").contains("live"));
      assertTrue(health(server, "/health/ready").contains("ready"));
      assertEquals(200, server.rehearse());
      assertTrue(health(server, "/health/ready").contains("warm"));
      assertEquals(List.of(), server.faults());
    }
  }

  private static String health(LiveServer server, String path) throws Exception {
    return server.send(server.request(path)).body();
  }
}
