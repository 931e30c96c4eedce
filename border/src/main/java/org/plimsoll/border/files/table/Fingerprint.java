package org.plimsoll.border.files.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import org.plimsoll.model.provenance.Sha256;

/** Tells one file from another, so that a run goes on with what it began with. */
public final class Fingerprint {
  private static final int END = 1 << 16;

  private Fingerprint() {}

  /** The hash of every byte. */
  public static String ofWhole(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    byte[] block = new byte[END];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(block); read >= 0; read = in.read(block)) {
        digest.update(block, 0, read);
      }
    } catch (IOException e) {
      throw UnreadableInput.of(file, e);
    }
    return Sha256.of(digest);
  }

  /**
   * For a file that is too large to be read twice: its size, when it was written to, and the hash
   * of its beginning and its end.
   */
  public static String ofEnds(Path file) throws IOException {
    MessageDigest digest = Sha256.digest();
    try (FileChannel in = FileChannel.open(file)) {
      update(digest, in, 0);
      update(digest, in, Math.max(0, in.size() - END));
      return "%d:%s:%s".formatted(in.size(), Files.getLastModifiedTime(file), Sha256.of(digest));
    }
  }

  /** Whether a file begins with a text, or ends within it. */
  public static boolean begins(Path file, String text) throws IOException {
    byte[] own = text.getBytes(StandardCharsets.UTF_8);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] first = in.readNBytes(own.length);
      return Arrays.equals(first, Arrays.copyOf(own, first.length));
    }
  }

  private static void update(MessageDigest digest, FileChannel in, long from) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(END);
    for (int read = 0; read >= 0 && block.hasRemaining(); ) {
      read = in.read(block, from + block.position());
    }
    digest.update(block.flip());
  }
}
