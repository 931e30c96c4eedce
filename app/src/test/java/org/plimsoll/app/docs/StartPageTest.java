package org.plimsoll.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.cli.Main;

/** Every block of {@code docs/start.md}, in order, as a newcomer would run it. */
class StartPageTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");

  @TempDir private Path folder;

  @Test
  void everyBlockRuns() throws Exception {
    List<String> blocks = blocks(Files.readString(ROOT.resolve("docs/start.md")));
    assertTrue(blocks.size() >= 6, "found only " + blocks);
    String example = "scenarios/subsidised-supply-chn.yaml";
    Files.createDirectory(folder.resolve("scenarios"));
    Files.copy(ROOT.resolve(example), folder.resolve(example));
    standInForTheLauncher();
    for (String block : blocks) {
      run(block);
    }
    assertTrue(Files.size(folder.resolve("out/action-plan-2026/plan.html")) > 100_000);
    assertTrue(Files.exists(folder.resolve("out/my-question.yaml")), "the reader's own question");
  }

  private static List<String> blocks(String page) {
    List<String> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(page);
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  /** The same program without a build: this module is being built while the test runs. */
  private void standInForTheLauncher() throws IOException {
    Path launcher = folder.resolve("plimsoll");
    Files.writeString(
        launcher,
        """
        #!/bin/sh
        exec '%s' -XX:TieredStopAtLevel=1 '-Dplimsoll.root=%s' -cp '%s' %s "$@"
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                ROOT,
                System.getProperty("java.class.path"),
                Main.class.getName()));
    assertTrue(launcher.toFile().setExecutable(true));
  }

  private void run(String block) throws IOException, InterruptedException {
    Path said = folder.resolve("said.txt");
    ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", block);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile());
    Process process = builder.start();
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertTrue(ended, "still running after two minutes: " + block);
    assertEquals(0, process.exitValue(), block + Files.readString(said));
  }
}
