package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.server.LiveServer;

/** {@code plimsoll serve} as a process of its own, on a free port. */
final class ServeProcess {
  private ServeProcess() {}

  /**
   * Starts it.
   *
   * @param state folder of its tokens and plans
   * @param more words of its command line
   */
  static Process start(Path state, String... more) throws IOException {
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dplimsoll.root=" + LiveServer.ROOT.toAbsolutePath().normalize(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--port",
                "0",
                "--state",
                state.toString()));
    words.addAll(List.of(more));
    return new ProcessBuilder(words).redirectErrorStream(true).start();
  }
}
