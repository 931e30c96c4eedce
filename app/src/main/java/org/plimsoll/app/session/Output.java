package org.plimsoll.app.session;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * Where a verb is told to write. It is looked at before the work, so that a wrong word costs no
 * time, and is written whole, so that what was there before is lost to nothing but its successor.
 */
public final class Output {
  private static final FileAttribute<?> OWNER_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final String option;
  private final Path path;
  private final boolean isForOwner;

  private Output(String option, Path path, boolean isForOwner) {
    this.option = option;
    this.path = path;
    this.isForOwner = isForOwner;
  }

  /** The same file, which its owner alone may read: it says who has how much. */
  public Output forOwner() {
    return new Output(option, path, true);
  }

  /**
   * A file that can be written; it may be there, its folder need not.
   *
   * @param option by which it was named
   * @param read files that the same command reads, or others that it must not write over
   * @throws Refusal if it cannot be written, or is one of those
   */
  public static Output file(String option, Path path, Path... read) {
    Output output = named(option, path);
    if (Files.isDirectory(path)) {
      throw output.refusal("which is a folder", "name a file in it");
    }
    for (Path input : read) {
      output.requireOther(input);
    }
    output.requireOpen();
    return output;
  }

  /**
   * A folder in which files can be written; it need not be there.
   *
   * @throws Refusal if it is a file, or nothing can be written in it
   */
  public static Output folder(String option, Path path) {
    Output output = named(option, path);
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw output.refusal("which is a file, not a folder", "name another place");
    }
    output.requireOpen();
    return output;
  }

  /**
   * A folder that is written beside its place and then renamed, so the one above it must be open.
   *
   * @throws Refusal if it is not
   */
  public static void besides(String option, Path path) {
    named(option, path).requireWritableAbove(path);
  }

  private static Output named(String option, Path path) {
    if (path.toString().isBlank()) {
      throw Refusal.of(option + " names nothing", "write a name behind it");
    }
    return new Output(option, path, false);
  }

  /**
   * The same, where files of it are known not to be those that are read.
   *
   * @param name of a file that will be written in this folder
   * @param read a file that the same command reads
   * @throws Refusal if they are one
   */
  public void requireOther(String name, Path read) {
    new Output(option, path.resolve(name), false).requireOther(read);
  }

  private void requireOther(Path read) {
    if (isSame(path, read)) {
      throw refusal("which the same command reads or writes already", "name another place");
    }
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize())
          || (Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other));
    } catch (IOException e) {
      return false; // whoever reads it says what is wrong
    }
  }

  private void requireOpen() {
    if (Files.exists(path)) {
      requireWritable(path);
    } else {
      requireWritableAbove(path);
    }
  }

  /** What is not there yet will be made in the first folder above it that is. */
  private void requireWritableAbove(Path missing) {
    @Nullable Path above = missing.toAbsolutePath().normalize().getParent();
    while (above != null && !Files.exists(above, LinkOption.NOFOLLOW_LINKS)) {
      above = above.getParent();
    }
    if (above == null) {
      throw refusal("which is nowhere", "name another place");
    }
    if (!Files.isDirectory(above)) {
      throw refusal("but " + above + " is no folder", "name another place");
    }
    requireWritable(above);
  }

  private void requireWritable(Path there) {
    if (!Files.isWritable(there)) {
      throw refusal(
          (there.equals(path) ? "which" : "but " + there) + " is not yours to write",
          "name another place, or have it opened to you");
    }
  }

  private Refusal refusal(String problem, String wayOut) {
    return Refusal.of("%s is %s, %s".formatted(option, path, problem), wayOut);
  }

  /**
   * The path, whose folder is made now if it is missing: for those who write it themselves.
   *
   * @throws Refusal if the folder cannot be made
   */
  public Path ready() {
    try {
      @Nullable Path above = path.toAbsolutePath().getParent();
      if (above != null) {
        Files.createDirectories(above);
      }
      return path;
    } catch (IOException e) {
      throw Refusal.ofDisk(path, e);
    }
  }

  /**
   * Writes a file beside it and gives that its name, so that a disk that is full leaves what was
   * there before. A device or a pipe is written to as it is.
   *
   * @return the path
   * @throws Refusal if the disk fails
   */
  public Path write(String text) {
    return write(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same of bytes. */
  public Path write(byte[] content) {
    return write(out -> out.write(content));
  }

  /** What writes a file. */
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** The same of what comes as it is written. */
  public Path write(Content content) {
    Path file = ready();
    try {
      if (!Files.exists(file)) {
        replace(file, content);
      } else if (Files.isRegularFile(file) && Files.isWritable(parent(file.toRealPath()))) {
        replace(file.toRealPath(), content); // a link stays, and what it leads to is replaced
      } else {
        try (OutputStream out = Files.newOutputStream(file)) {
          content.writeTo(out);
        }
      }
      return file;
    } catch (IOException e) {
      throw Refusal.ofDisk(path, e);
    }
  }

  private void replace(Path file, Content content) throws IOException {
    Path partial = file.resolveSibling(".plimsoll.partial-" + ProcessHandle.current().pid());
    try {
      Files.deleteIfExists(partial);
      if (isForOwner) {
        Files.createFile(partial, OWNER_ALONE);
      }
      try (FileChannel channel =
          FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
        content.writeTo(out);
        out.flush();
        channel.force(true);
      }
      Files.move(
          partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }

  private static Path parent(Path file) {
    @Nullable Path parent = file.getParent();
    return parent == null ? file : parent;
  }
}
