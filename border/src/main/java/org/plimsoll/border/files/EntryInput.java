package org.plimsoll.border.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where entries come from. What they are, CSV, JSON lines or Parquet, packed or not, is seen by
 * their first bytes, whatever the file is called.
 *
 * @param name for messages and rejects
 * @param file empty for a pipe
 * @param pipe read if there is no file
 */
public record EntryInput(String name, Optional<Path> file, InputStream pipe) {
  private static final int LOOKED_AT = 1 << 16;

  public static EntryInput of(Path file) {
    return new EntryInput(file.toString(), Optional.of(file), InputStream.nullInputStream());
  }

  /** Standard input or another stream that can be read once. */
  public static EntryInput of(String name, InputStream pipe) {
    return new EntryInput(name, Optional.empty(), pipe);
  }

  EntrySource open() throws IOException {
    if (file.isEmpty()) {
      return TextSource.of(new BufferedInputStream(pipe));
    }
    Path path = file.get();
    byte[] first = beginning(path, 4);
    return new String(first, StandardCharsets.ISO_8859_1).equals("PAR1")
        ? ParquetSource.of(path)
        : TextSource.of(Files.newInputStream(path));
  }

  /**
   * Tells one file from another, so that a run goes on with the file that it began: its size and
   * the hash of its beginning. A pipe has none.
   */
  String fingerprint() throws IOException {
    if (file.isEmpty()) {
      return "pipe";
    }
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(beginning(file.get(), LOOKED_AT));
      return Files.size(file.get()) + ":" + HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static byte[] beginning(Path path, int bytes) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(bytes);
    } catch (NoSuchFileException e) {
      throw new UnreadableInput("there is no file " + path + "\nMaybe check the path", e);
    }
  }
}
