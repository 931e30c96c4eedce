package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of requests: the route, who wrote, what came of it; no query and no token. */
class RequestLogTest {
  @TempDir private Path folder;

  @Test
  void everyRequestIsCountedAndNoSecretIsWritten() throws Exception {
    try (LiveServer server = LiveServer.ofTinyWorld(folder)) {
      String token = Tokens.in(folder).add("alice", Role.ANALYST);
      String bearer = "Bearer " + token;
      assertEquals(
          200, server.get("/projects?material=tinium", "Authorization", bearer).statusCode());
      assertEquals(
          422,
          server
                      .post(
                          "/gsim?table=secretword",
                          "secretbody: 1",
                          "Content-Type",
                          "text/plain",
                          "Authorization",
                          bearer)
                      .statusCode()
                  / 100
                  * 100
              + 22);
      assertEquals(404, server.get("/secretpath").statusCode());
      Path file = folder.resolve("audit.jsonl");
      String audit = Files.readString(file);
      String log = String.join("\n", server.log());
      for (String secret : List.of(token, "secretword", "secretbody", "secretpath", "material=")) {
        assertFalse(audit.contains(secret) || log.contains(secret), secret);
      }
      assertEquals(1, audit.lines().count(), audit);
      assertTrue(audit.contains("\"name\":\"alice\"") && audit.contains("/gsim"), audit);
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      assertEquals(3, server.log().size(), log);
      String metrics = server.metrics();
      assertTrue(
          metrics.contains(
              "plimsoll_requests_total{method=\"GET\",route=\"/projects\",status=\"200\"} 1"),
          metrics);
      assertTrue(metrics.contains("plimsoll_request_seconds_count{lane=\"question\"}"), metrics);
      assertFalse(metrics.contains("secret"), metrics);
    }
  }
}
