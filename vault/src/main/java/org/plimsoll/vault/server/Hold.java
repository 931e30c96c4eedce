package org.plimsoll.vault.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * That this process, and no other, has the data of a folder. It is a lock of the system on a file,
 * which goes with the process, however that ends.
 */
final class Hold implements AutoCloseable {
  /**
   * What this process holds. The system would give up its lock when the process closes the file
   * once more, so the file is not opened again.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private Hold(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes hold.
   *
   * @throws ServerFailure if somebody else has it, naming the process
   */
  static Hold take(RunFolder run) throws IOException {
    if (!HELD.add(run.owner())) {
      throw refused(run, "this process itself");
    }
    @Nullable Hold taken = null;
    try {
      FileChannel channel =
          FileChannel.open(
              run.owner(),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      @Nullable FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw refused(run, holder(run).orElse("another process"));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(self().getBytes(StandardCharsets.UTF_8)));
      taken = new Hold(run.owner(), channel);
      return taken;
    } finally {
      if (taken == null) {
        HELD.remove(run.owner());
      }
    }
  }

  private static ServerFailure refused(RunFolder run, String holder) {
    return new ServerFailure(
        "%s is in use by %s".formatted(run.data(), holder)
            + "\nMaybe wait until it ends; vault status says what runs");
  }

  private static String self() {
    ProcessHandle self = ProcessHandle.current();
    String[] arguments = self.info().arguments().orElse(new String[0]);
    return "process %d\n%s\n%s\n"
        .formatted(
            self.pid(),
            self.info().startInstant().map(Object::toString).orElse(""),
            arguments.length == 0 ? "" : arguments[arguments.length - 1]);
  }

  /** Who wrote that he holds it, in words. */
  private static Optional<String> holder(RunFolder run) throws IOException {
    List<String> note = RunFolder.lines(run.owner());
    return note.size() < 2
        ? Optional.empty()
        : Optional.of("%s, which began at %s".formatted(note.get(0), note.get(1)));
  }

  /** Who holds the data now, in words; nobody if no living process does. */
  static Optional<String> look(RunFolder run) throws IOException {
    if (HELD.contains(run.owner())) {
      return Optional.of("this process itself");
    }
    if (RunFolder.lines(run.owner()).isEmpty()) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(run.owner(), StandardOpenOption.WRITE)) {
      @Nullable FileLock lock = channel.tryLock();
      return lock == null ? holder(run).or(() -> Optional.of("another process")) : Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(file);
  }
}
