package org.plimsoll.app.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A program that writes a folder and dies at a step, without a word and without closing anything,
 * as one that is killed does. Arguments: the folder, what its files say, and the step or "never",
 * or "waits": then it says a line once it has the folder, and goes on when its input ends.
 */
final class KilledWriter {
  /** Exit code of one that died where it was told to. */
  static final int KILLED = 77;

  private KilledWriter() {}

  public static void main(String[] arguments) throws IOException {
    String last = arguments[2];
    FolderSwap.Watcher killer =
        step -> {
          if (last.equals("waits") && step == FolderSwap.Step.LOCKED) {
            waitForEndOfInput();
          }
          if (step.name().equals(last)) {
            Runtime.getRuntime().halt(KILLED);
          }
        };
    try (FolderSwap swap = new FolderSwap(Path.of(arguments[0]), killer)) {
      swap.write(files(arguments[1]));
    }
  }

  private static void waitForEndOfInput() {
    System.out.println("taken");
    try {
      System.in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A small plan of which every file says the same word. */
  static SortedMap<String, byte[]> files(String word) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String name : new String[] {"a.txt", "tables/b.csv", "z.txt"}) {
      files.put(name, word.getBytes(StandardCharsets.UTF_8));
    }
    String manifest =
        "{\"kind\": \"%s\", \"word\": \"%s\", \"sha256\": {%s}}"
            .formatted(
                PlanManifest.KIND,
                word,
                files.keySet().stream()
                    .map(name -> "\"" + name + "\": \"\"")
                    .collect(Collectors.joining(", ")));
    files.put(PlanManifest.FILE, manifest.getBytes(StandardCharsets.UTF_8));
    return files;
  }
}
