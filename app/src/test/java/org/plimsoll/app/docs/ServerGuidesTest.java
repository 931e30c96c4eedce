package org.plimsoll.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.server.LiveServer;

/** The guides of the server: each block runs where its interpreter is installed. */
class ServerGuidesTest {
  private static final Path ROOT = PageBlocks.ROOT;

  @TempDir private Path folder;

  @Test
  void thePythonOfTheGuideRuns() throws Exception {
    assumeTrue(isInstalled("python3"));
    String said = run("python", "call.py", "python3");
    assertTrue(said.contains("gallium/refined "), said);
    assertTrue(said.lines().count() >= 3, said);
  }

  @Test
  void theROfTheGuideRuns() throws Exception {
    assumeTrue(isInstalled("Rscript"));
    assertTrue(run("r", "call.R", "Rscript").contains("due"));
  }

  @Test
  void theFilesOfProxiesAreRead() throws Exception {
    assumeTrue(isInstalled("nginx") || isInstalled("caddy"));
    if (isInstalled("caddy")) {
      String file = ROOT.resolve("deploy/Caddyfile").toString();
      ended(List.of("caddy", "validate", "--adapter", "caddyfile", "--config", file), "");
    }
    if (isInstalled("nginx")) {
      Path keyless = folder.resolve("nginx.conf");
      String text = Files.readString(ROOT.resolve("deploy/nginx.conf"));
      Files.writeString(
          keyless, text.replace("443 ssl", "127.0.0.1:0").replaceAll("(?m)^ *ssl_.*\n", ""));
      ended(List.of("nginx", "-t", "-c", keyless.toString()), "");
    }
  }

  /** Runs the blocks of a language in one file, against a server; returns what they say. */
  private String run(String language, String file, String interpreter) throws Exception {
    String page = Files.readString(ROOT.resolve("docs/guides/call-the-api.md"));
    String script =
        Pattern.compile("(?ms)^```" + language + "\n(.*?)^```$")
            .matcher(page)
            .results()
            .map(block -> block.group(1))
            .collect(Collectors.joining("\n"));
    assertTrue(script.length() > 100, "the page has no block of " + language);
    Files.writeString(folder.resolve(file), script);
    try (LiveServer server = LiveServer.ofWorld(folder.resolve("state"))) {
      return ended(List.of(interpreter, file), server.address());
    }
  }

  private String ended(List<String> words, String address)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("PLIMSOLL", address);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  private static boolean isInstalled(String program) {
    return Pattern.compile(":")
        .splitAsStream(System.getenv("PATH"))
        .anyMatch(part -> Files.isExecutable(Path.of(part, program)));
  }
}
