package org.plimsoll.app.cli;

import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plimsoll.app.world.RealWorld;

/**
 * The program, run again and again in one process. Its argument is a folder with two named pipes: a
 * line on {@code call} has it read {@code arguments}, a line each; what it says goes to {@code out}
 * and {@code err}, and its exit code to {@code answer}.
 */
public final class Called {
  private Called() {}

  /** Runs until it is ended. */
  public static void main(String[] arguments) throws IOException {
    Path pipes = Path.of(arguments[0]);
    Path root = Path.of(System.getProperty("plimsoll.root", ""));
    // Open for writing as well, so that the pipe does not end with each caller.
    try (RandomAccessFile call = new RandomAccessFile(pipes.resolve("call").toFile(), "rw")) {
      while (call.readLine() != null) {
        String[] line = Files.readAllLines(pipes.resolve("arguments")).toArray(String[]::new);
        int code;
        try (PrintWriter out =
                new PrintWriter(pipes.resolve("out").toFile(), StandardCharsets.UTF_8);
            PrintWriter err =
                new PrintWriter(pipes.resolve("err").toFile(), StandardCharsets.UTF_8)) {
          Terminal terminal = new Terminal(out, err, false, false);
          code = Main.shell(new Console(RealWorld::open, root, terminal)).run(line);
        }
        try (FileWriter answer =
            new FileWriter(pipes.resolve("answer").toFile(), StandardCharsets.UTF_8)) {
          answer.write(code + "\n");
        }
      }
    }
  }
}
