package org.plimsoll.border.files.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.border.files.table.Fingerprint;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.files.table.UnreadableRecord;

/**
 * Where entries come from. What they are, CSV, JSON lines or Parquet, packed or not, is seen by
 * their first bytes, whatever the file is called.
 *
 * @param name for messages and rejects
 * @param file empty for a pipe
 * @param pipe read if there is no file
 */
public record EntryInput(String name, Optional<Path> file, InputStream pipe) {
  private static final int MARK = 4;

  public static EntryInput of(Path file) {
    return new EntryInput(file.toString(), Optional.of(file), InputStream.nullInputStream());
  }

  /** Standard input or another stream that can be read once. */
  public static EntryInput of(String name, InputStream pipe) {
    return new EntryInput(name, Optional.empty(), pipe);
  }

  public boolean isPipe() {
    return file.isEmpty();
  }

  public EntrySource open() throws IOException {
    if (isPipe()) {
      BufferedInputStream buffered = new BufferedInputStream(pipe);
      buffered.mark(MARK);
      if (isParquet(buffered)) {
        throw new UnreadableRecord(
            "is Parquet, which cannot be read from a pipe, since it begins at its end"
                + "\nMaybe name the file itself in place of -");
      }
      buffered.reset();
      return TextSource.ofPipe(buffered);
    }
    Path path = file.get();
    requireFile(path);
    try (InputStream in = Files.newInputStream(path)) {
      if (isParquet(in)) {
        return ParquetSource.of(path);
      }
    }
    return text(path);
  }

  private static TextSource text(Path path) throws IOException {
    InputStream in = Files.newInputStream(path);
    try {
      return TextSource.of(in);
    } catch (UnreadableRecord e) {
      in.close();
      throw path.toString().endsWith(".gz") && !isGzip(path)
          ? new UnreadableRecord("is called .gz, and is no gzip: " + e.reason())
          : e;
    }
  }

  private static boolean isGzip(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == 0x1F && in.read() == 0x8B;
    }
  }

  private static boolean isParquet(InputStream in) throws IOException {
    return new String(in.readNBytes(MARK), StandardCharsets.ISO_8859_1).equals("PAR1");
  }

  /**
   * Tells one file from another, so that a run goes on with the file that it began. Pipes are alike
   * until they are read: then {@link EntrySource#skip} tells them apart.
   */
  public String fingerprint() throws IOException {
    if (isPipe()) {
      return "pipe";
    }
    requireFile(file.get());
    return Fingerprint.ofEnds(file.get());
  }

  /** A folder has no lines, and what is read once here would be missing there. */
  private static void requireFile(Path path) throws UnreadableInput {
    if (!Files.exists(path)) {
      throw new UnreadableInput("there is no file " + path + "\nMaybe check the path");
    }
    if (!Files.isRegularFile(path)) {
      throw new UnreadableInput(
          path + " is no plain file\nMaybe give a pipe as standard input, which is written -");
    }
  }
}
