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

  private static final String ITSELF = "this process itself";

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
      throw refused(run, List.of(ITSELF));
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
        throw refused(run, RunFolder.lines(run.owner()));
      }
      Hold hold = new Hold(run.owner(), channel);
      hold.note("");
      taken = hold;
      return taken;
    } finally {
      if (taken == null) {
        HELD.remove(run.owner());
      }
    }
  }

  private static ServerFailure refused(RunFolder run, List<String> note) {
    String address = address(note);
    return new ServerFailure(
        "%s is in use by %s".formatted(run.data(), holder(note))
            + (address.isEmpty()
                ? "\nMaybe wait until it ends; vault status says what runs"
                : "\nMaybe ask there, by the page %1$svault or below %1$sapi/v1/vault; or stop it"
                    .formatted(address)));
  }

  /** Writes down who has the data, and where they are served; an empty address is nowhere. */
  void note(String address) throws IOException {
    ProcessHandle self = ProcessHandle.current();
    String note =
        "process %d\n%s\n%s\n"
            .formatted(
                self.pid(), self.info().startInstant().map(Object::toString).orElse(""), address);
    byte[] bytes = note.getBytes(StandardCharsets.UTF_8);
    channel.write(ByteBuffer.wrap(bytes), 0);
    channel.truncate(bytes.length);
  }

  private static String address(List<String> note) {
    return note.size() < 3 ? "" : note.get(2);
  }

  /** In words, who wrote a note. */
  private static String holder(List<String> note) {
    if (note.size() < 2) {
      return note.isEmpty() ? "another process" : note.getFirst();
    }
    String address = address(note);
    return "%s, which began at %s%s"
        .formatted(
            note.get(0), note.get(1), address.isEmpty() ? "" : " and serves it at " + address);
  }

  /** Who holds the data now, in words; nobody if no living process does. */
  static Optional<String> look(RunFolder run) throws IOException {
    if (HELD.contains(run.owner())) {
      return Optional.of(ITSELF);
    }
    List<String> note = RunFolder.lines(run.owner());
    if (note.isEmpty()) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(run.owner(), StandardOpenOption.WRITE)) {
      @Nullable FileLock lock = channel.tryLock();
      return lock == null ? Optional.of(holder(note)) : Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
    HELD.remove(file);
  }
}
