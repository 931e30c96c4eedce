package org.plimsoll.app.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plimsoll.app.session.Refusal;

/**
 * What customs officers brought and had done, on the disk: a folder for each token, which nobody
 * but the server's own user may open, within a bound for all together and for so many days.
 *
 * @param root need not be there
 * @param bytes that all of it may take
 * @param removed so many have been taken out of the way before they are deleted
 */
record BorderFolder(Path root, long bytes, AtomicLong removed) {
  /** What nobody wrote to for so long is forgotten. */
  static final Duration KEPT = Duration.ofDays(7);

  private static final int OWNER_LENGTH = 16;
  private static final String OWNER = "[0-9a-f]{" + OWNER_LENGTH + "}";

  /** A file takes at least so much of the disk, and a folder as well. */
  private static final long BLOCK = 4096;

  BorderFolder(Path root, long bytes) {
    this(root, bytes, new AtomicLong());
  }

  /** The folder of who holds a token; made now if it is not there. */
  Path of(Tokens.Token who) throws IOException {
    Path owner = root.resolve(who.sha256().substring(0, OWNER_LENGTH));
    OwnerFiles.makeFolder(owner);
    return owner;
  }

  /** The folders of all who hold tokens. */
  List<Path> listOwners() throws IOException {
    return list(root).stream()
        .filter(folder -> String.valueOf(folder.getFileName()).matches(OWNER))
        .toList();
  }

  /** What is in a folder, in the order of names; nothing if there is none. */
  static List<Path> list(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    }
  }

  /**
   * Whether there is room for more.
   *
   * @return why not; empty if there is
   */
  Optional<Refusal> findLack(long more) throws IOException {
    long used = used();
    return used + more <= bytes
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                "%,d bytes of %,d are taken by uploads and what was made of them, and %,d more are"
                        .formatted(used, bytes, more)
                    + " wanted",
                "delete what is no longer needed; after %d days it goes by itself"
                    .formatted(KEPT.toDays())));
  }

  /**
   * Refuses what there is no room for.
   *
   * @throws Api.ProblemFound saying how much is taken
   */
  void requireRoom(long more) throws IOException {
    Optional<Refusal> lack = findLack(more);
    if (lack.isPresent()) {
      throw new Api.ProblemFound(
          Problem.of(
              more > bytes ? 413 : 507,
              more > bytes ? ProblemType.TOO_LARGE : ProblemType.NO_ROOM,
              lack.get().problem(),
              lack.get().wayOut()));
    }
  }

  private long used() throws IOException {
    AtomicLong sum = new AtomicLong();
    if (Files.isDirectory(root)) {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes its) {
              sum.addAndGet(Math.max(BLOCK, its.size()));
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes its) {
              sum.addAndGet(BLOCK);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) {
              return FileVisitResult.CONTINUE; // gone meanwhile
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException why) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return sum.get();
  }

  /** Deletes what nobody wrote to for as long as things are kept. */
  void forgetOld() throws IOException {
    FileTime oldest = FileTime.from(Instant.now().minus(KEPT));
    for (Path owner : list(root)) {
      if (!listOwners().contains(owner)) {
        delete(owner); // was being removed when the server stopped
        continue;
      }
      for (Path kind : list(owner)) {
        for (Path one : list(kind)) {
          if (lastWritten(one).compareTo(oldest) < 0) {
            remove(one);
          }
        }
      }
    }
  }

  private static FileTime lastWritten(Path folder) throws IOException {
    FileTime last = Files.getLastModifiedTime(folder);
    for (Path file : list(folder)) {
      FileTime its = Files.exists(file) ? Files.getLastModifiedTime(file) : last;
      last = its.compareTo(last) > 0 ? its : last;
    }
    return last;
  }

  /** Deletes a folder: it is out of its place at once, whoever is writing in it. */
  void remove(Path folder) throws IOException {
    Path aside = root.resolve("removed-" + removed.incrementAndGet());
    Files.move(folder, aside);
    delete(aside);
  }

  /** Deletes a folder where it is; nothing if there is none. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
