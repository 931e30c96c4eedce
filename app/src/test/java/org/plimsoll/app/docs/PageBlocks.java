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
import org.plimsoll.app.cli.Main;

/** The shell blocks of a page, run in order in a folder that has the launcher in it. */
final class PageBlocks {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");

  private final Path folder;

  PageBlocks(Path folder) throws IOException {
    this.folder = folder;
    standInForTheLauncher();
  }

  /** The blocks of a page below {@code docs}. */
  static List<String> of(String page) throws IOException {
    List<String> blocks = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve("docs").resolve(page)));
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  /**
   * The same program, with the launcher's flags but without a build: this module is being built
   * while the test runs.
   */
  private void standInForTheLauncher() throws IOException {
    Path launcher = folder.resolve("plimsoll");
    Files.writeString(
        launcher,
        """
        #!/bin/sh
        exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmn256m \\
          '-Dplimsoll.root=%s' -cp '%s' %s "$@"
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                ROOT,
                System.getProperty("java.class.path"),
                Main.class.getName()));
    assertTrue(launcher.toFile().setExecutable(true));
  }

  void run(String block) throws IOException, InterruptedException {
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
