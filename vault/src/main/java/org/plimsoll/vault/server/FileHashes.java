package org.plimsoll.vault.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * SHA-256 of files. The system's {@code sha256sum} uses the processor's own instructions, which a
 * Java that has just started does not: 0.05 s rather than 1 s for the programs of a database. Where
 * there is none, Java hashes.
 */
final class FileHashes {
  private static final int BUFFER = 1 << 16;
  private static final int DIGITS = 64;

  private FileHashes() {}

  /** Hashes of files below a folder, in their order. */
  static List<String> of(Path folder, List<String> names) throws IOException {
    Optional<List<String>> quick = bySystem(folder, names);
    return quick.isPresent() ? quick.get() : byJava(folder, names);
  }

  /** Nothing if there is no such program, or it does not answer a line for each file. */
  static Optional<List<String>> bySystem(Path folder, List<String> names) {
    List<String> command = new ArrayList<>(List.of("sha256sum", "--"));
    names.forEach(name -> command.add(folder.resolve(name).toString()));
    Account.Ran ran = Account.Ran.of(command);
    List<String> lines = ran.said().lines().toList();
    if (!ran.isDone() || lines.size() != names.size()) {
      return Optional.empty();
    }
    List<String> hashes = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String line = lines.get(i);
      if (line.length() <= DIGITS
          || !line.substring(DIGITS).equals("  " + folder.resolve(names.get(i)))) {
        return Optional.empty();
      }
      hashes.add(line.substring(0, DIGITS));
    }
    return Optional.of(hashes);
  }

  static List<String> byJava(Path folder, List<String> names) throws IOException {
    List<String> hashes = new ArrayList<>();
    byte[] buffer = new byte[BUFFER];
    for (String name : names) {
      try (InputStream file = Files.newInputStream(folder.resolve(name));
          DigestInputStream bytes =
              new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
        while (bytes.read(buffer) >= 0) {
          // Only the hash is wanted.
        }
        hashes.add(HexFormat.of().formatHex(bytes.getMessageDigest().digest()));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
    return hashes;
  }
}
