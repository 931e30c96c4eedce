package org.plimsoll.app.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * Whether the files of a world are still those that were read. Answers go on being those of the
 * world that was read; whoever asks is told. The disk is looked at once in a few seconds.
 */
final class WorldFiles {
  private static final long LOOK_NANOS = 3_000_000_000L;

  private final Path folder;
  private final SortedMap<String, String> read;
  private final AtomicLong looked = new AtomicLong(System.nanoTime());
  private volatile boolean isChanged;

  /**
   * @param folder as it is now, just after it was read
   */
  WorldFiles(Path folder) {
    this.folder = folder;
    read = files(folder);
  }

  /**
   * Looks at the disk now, for whoever is about to read it again.
   *
   * @throws Api.ProblemFound if the files are others: nothing of two worlds is mixed
   */
  void requireUnchanged() {
    isChanged = !read.equals(files(folder));
    if (isChanged) {
      throw new Api.ProblemFound(
          Problem.of(
              409,
              ProblemType.SUPERSEDED,
              "the files of " + folder + " are not those that this server read",
              "start the server again to serve the new world"));
    }
  }

  boolean isChanged() {
    long last = looked.get();
    long now = System.nanoTime();
    if (now - last > LOOK_NANOS && looked.compareAndSet(last, now)) {
      isChanged = !read.equals(files(folder));
    }
    return isChanged;
  }

  /** The files of a folder as a text that is another when one of them is. */
  static String state(Path folder) {
    return files(folder).toString();
  }

  /** Size and date of each file; nothing of a folder that cannot be read. */
  private static SortedMap<String, String> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Collections.emptySortedMap();
    }
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder, 2)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
      }
      return files;
    } catch (IOException e) {
      return Collections.emptySortedMap();
    }
  }
}
