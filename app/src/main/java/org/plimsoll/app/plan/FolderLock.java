package org.plimsoll.app.plan;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * At most one process writes a folder. The lock is the operating system's, so it dies with its
 * process; the file that carries it is removed at the end.
 */
final class FolderLock implements AutoCloseable {
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @param file that carries it
   * @param target folder that is written, for the message
   * @throws IllegalArgumentException if another run holds it
   */
  static FolderLock take(Path file, Path target) throws IOException {
    // Asked first: a second opening in this process would free the lock when it is closed.
    if (!HELD.add(file)) {
      throw refused(target);
    }
    boolean isTaken = false;
    try {
      while (true) {
        Optional<Object> before = key(file);
        FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Optional<Object> opened = key(file);
        @Nullable FileLock lock = channel.tryLock();
        if (lock == null) {
          channel.close();
          throw refused(target);
        }
        // The file may have been removed by its last holder after it was opened here; then this
        // lock is on a file that nobody else can find, and is worth nothing.
        boolean isOpened = before.isEmpty() || before.equals(opened);
        if (isOpened && opened.isPresent() && opened.equals(key(file))) {
          isTaken = true;
          return new FolderLock(file, channel);
        }
        channel.close();
      }
    } finally {
      if (!isTaken) {
        HELD.remove(file);
      }
    }
  }

  private static IllegalArgumentException refused(Path target) {
    return new IllegalArgumentException(
        "another run is writing "
            + target.getFileName()
            + "\nMaybe wait for it to end, or name another place with --out");
  }

  /**
   * Which file stands under the name. It is asked of the folder: to open the file a second time and
   * close it would free the lock, which POSIX has by process and file.
   */
  private static Optional<Object> key(Path file) throws IOException {
    try {
      return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    } catch (NoSuchFileException removed) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(file);
    } finally {
      HELD.remove(file);
    }
  }
}
