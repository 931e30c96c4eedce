package org.plimsoll.app.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.app.cli.Called;

/** The shell blocks of a page, run in order in a folder that has the launcher in it. */
final class PageBlocks implements AutoCloseable {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```$");
  private static final String PROGRAM = "program";

  private final Path folder;
  private final Process program;

  private PageBlocks(Path folder, Process program) {
    this.folder = folder;
    this.program = program;
  }

  /** The lines of a page share a process, which starts but once. */
  static PageBlocks in(Path folder) throws IOException, InterruptedException {
    Path pipes = Files.createDirectory(folder.resolve(PROGRAM));
    String call = pipes.resolve("call").toString();
    String answer = pipes.resolve("answer").toString();
    assertEquals(0, new ProcessBuilder("mkfifo", call, answer).start().waitFor());
    write(
        folder,
        """
        cd -P . && [ "$PWD" = '%s' ] || exit 4
        for word; do printf '%%s\\n' "$word"; done >'%s/arguments'
        echo >'%s/call'
        read -r code <'%s/answer'
        cat '%s/out'
        cat '%s/err' >&2
        exit "$code"
        """
            .formatted(folder.toRealPath(), pipes, pipes, pipes, pipes, pipes));
    ProcessBuilder builder =
        new ProcessBuilder(
            "sh", "-c", "exec %s %s '%s'".formatted(java(), Called.class.getName(), pipes));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.directory(folder.toFile()).redirectErrorStream(true);
    return new PageBlocks(folder, builder.redirectOutput(said(folder, PROGRAM)).start());
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

  private static String java() {
    return "'%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmn256m '-Dplimsoll.root=%s' -cp '%s'"
        .formatted(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            ROOT,
            System.getProperty("java.class.path"));
  }

  private static void write(Path folder, String script) throws IOException {
    Path launcher = folder.resolve("plimsoll");
    Files.writeString(launcher, "#!/bin/sh\n" + script);
    assertTrue(launcher.toFile().setExecutable(true));
  }

  private static File said(Path folder, String whose) {
    return folder.resolve(whose + ".txt").toFile();
  }

  void run(String block) throws IOException, InterruptedException {
    File said = said(folder, "said");
    ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", block);
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said);
    Process process = builder.start();
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly();
    }
    assertTrue(ended, "still running after two minutes: " + block);
    assertEquals(0, process.exitValue(), block + Files.readString(said.toPath()));
  }

  @Override
  public void close() {
    program.destroy();
  }
}
