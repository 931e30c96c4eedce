package org.plimsoll.app.plan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * At most one process writes a folder. The lock is the operating system's, so it dies with its
 * process; the file that carries it is removed at the end.
 */
final class FolderLock implements AutoCloseable {
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
    while (true) {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isLocked(channel)) {
        channel.close();
        throw new IllegalArgumentException(
            "another run is writing "
                + target.getFileName()
                + "\nMaybe wait for it to end, or name another place with --out");
      }
      // The file may have been removed by its last holder after it was opened here; then this lock
      // is on a file that nobody else can find, and is worth nothing.
      String mark = Long.toString(ProcessHandle.current().pid());
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.US_ASCII)));
      if (isFound(file, mark)) {
        return new FolderLock(file, channel);
      }
      channel.close();
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  private static boolean isFound(Path file, String mark) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.US_ASCII).equals(mark);
    } catch (NoSuchFileException removed) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    channel.close();
  }
}
