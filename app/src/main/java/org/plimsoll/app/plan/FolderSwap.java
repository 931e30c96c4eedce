package org.plimsoll.app.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces a folder whole. The new one is written beside it as {@code .NAME.partial-PID}; then the
 * old one is renamed to {@code .NAME.old-PID}, the new one to {@code NAME}, and the old one is
 * deleted. A process killed between any two steps leaves {@code NAME} whole or absent; the next run
 * puts back an old one whose successor never came, and clears the rest. The folder is locked from
 * the beginning to {@link #close}, so that of two runs the second ends before it has worked.
 */
final class FolderSwap implements AutoCloseable {
  private final Path target;
  private final Path parent;
  private final String name;
  private final Watcher watcher;
  private final FolderLock lock;

  /** Steps of a replacement, in order. */
  enum Step {
    LOCKED,
    RECOVERED,
    FIRST_FILE_WRITTEN,
    WRITTEN,
    OLD_MOVED_AWAY,
    NEW_IN_PLACE,
    OLD_HALF_DELETED,
    OLD_DELETED
  }

  /** Is told of each step; a test stops the process there. */
  @FunctionalInterface
  interface Watcher {
    Watcher NONE = _ -> {};

    void after(Step step);
  }

  /**
   * Locks the folder.
   *
   * @throws IllegalArgumentException if another run holds it
   */
  FolderSwap(Path out, Watcher watcher) throws IOException {
    Path path = out.toAbsolutePath().normalize();
    // A link is followed, so that what it leads to is replaced and not the link.
    this.target = Files.isSymbolicLink(path) ? path.toRealPath() : path;
    this.parent = parent(target);
    this.name = target.getFileName().toString();
    this.watcher = watcher;
    Files.createDirectories(parent);
    this.lock = FolderLock.take(parent.resolve("." + name + ".lock"), target);
    watcher.after(Step.LOCKED);
  }

  /**
   * Writes the files as the new folder.
   *
   * @param files by name; a name may have one folder in it
   */
  void write(SortedMap<String, byte[]> files) throws IOException {
    recover();
    requireReplaceable(target);
    watcher.after(Step.RECOVERED);
    long process = ProcessHandle.current().pid();
    Path partial = parent.resolve("." + name + ".partial-" + process);
    Path old = parent.resolve("." + name + ".old-" + process);
    try {
      writeAll(files, partial);
      watcher.after(Step.WRITTEN);
      swap(partial, old);
    } catch (IOException e) {
      recover();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private void swap(Path partial, Path old) throws IOException {
    if (Files.exists(target)) {
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
      watcher.after(Step.OLD_MOVED_AWAY);
    }
    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
    watcher.after(Step.NEW_IN_PLACE);
    delete(old);
    watcher.after(Step.OLD_DELETED);
  }

  private void writeAll(SortedMap<String, byte[]> files, Path folder) throws IOException {
    Files.createDirectory(folder);
    boolean isFirst = true;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(parent(path));
      write(path, file.getValue());
      if (isFirst) {
        watcher.after(Step.FIRST_FILE_WRITTEN);
        isFirst = false;
      }
    }
  }

  /** Forced to disk, so that a folder that is renamed whole is whole after a power cut too. */
  private static void write(Path path, byte[] bytes) throws IOException {
    try (FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      file.force(true);
    }
  }

  /** Nobody else is here: the lock is held, so whatever such names belong to is dead. */
  private void recover() throws IOException {
    for (Path old : leftovers("old")) {
      if (!Files.exists(target) && PlanManifest.isIn(old)) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      } else {
        delete(old);
      }
    }
    for (Path partial : leftovers("partial")) {
      delete(partial);
    }
  }

  private List<Path> leftovers(String kind) throws IOException {
    Pattern form = Pattern.compile(Pattern.quote("." + name + "." + kind + "-") + "\\d+");
    try (Stream<Path> siblings = Files.list(parent)) {
      return siblings
          .filter(path -> form.matcher(path.getFileName().toString()).matches())
          .sorted()
          .toList();
    }
  }

  /** Its manifest goes first: what is half deleted is then no plan that anyone would put back. */
  private void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.deleteIfExists(folder.resolve(PlanManifest.FILE));
    watcher.after(Step.OLD_HALF_DELETED);
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = new ArrayList<>(all.sorted().toList());
    }
    Collections.reverse(paths);
    for (Path path : paths) {
      Files.delete(path);
    }
  }

  /**
   * Refuses to replace what is no plan.
   *
   * @throws IllegalArgumentException if {@code out} is there and is neither empty nor a plan and
   *     nothing else
   */
  static void requireReplaceable(Path out) {
    if (!Files.exists(out) || isEmptyFolder(out)) {
      return;
    }
    if (!Files.isDirectory(out)) {
      throw refusal(out + " is a file, not a folder");
    }
    if (!PlanManifest.isIn(out)) {
      throw refusal("the folder " + out + " holds files, but no plan that this program wrote");
    }
    List<String> foreign = PlanManifest.listForeign(out);
    if (!foreign.isEmpty()) {
      throw refusal(
          "the folder %s holds %s beside an earlier plan"
              .formatted(
                  out,
                  foreign.size() == 1
                      ? foreign.getFirst()
                      : "%s and %d more".formatted(foreign.getFirst(), foreign.size() - 1)));
    }
  }

  private static IllegalArgumentException refusal(String what) {
    return new IllegalArgumentException(
        what + ", so it is not overwritten\nMaybe name another place with --out");
  }

  private static boolean isEmptyFolder(Path out) {
    if (!Files.isDirectory(out)) {
      return false;
    }
    try (Stream<Path> files = Files.list(out)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the folder " + out, e);
    }
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    if (parent == null) {
      throw new IllegalArgumentException(
          path + " has no folder above it, so nothing can be written beside it");
    }
    return parent;
  }
}
