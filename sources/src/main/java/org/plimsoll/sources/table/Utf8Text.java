package org.plimsoll.sources.table;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;

/** The text of a file that must be UTF-8, with or without a byte order mark. */
public final class Utf8Text {
  private Utf8Text() {}

  /**
   * Reads the file; the value is empty, and an issue says why, if it is missing, too large or not
   * UTF-8.
   *
   * @param path where it lies; issues name it as {@code name}
   * @param mostBytes largest size that is read
   */
  public static Loaded<Optional<String>> read(Path path, String name, long mostBytes) {
    return read(path, name, mostBytes, bytes -> {});
  }

  /**
   * The same.
   *
   * @param seen takes the bytes that were read, whatever becomes of them
   */
  static Loaded<Optional<String>> read(
      Path path, String name, long mostBytes, Consumer<byte[]> seen) {
    try {
      long size = Files.size(path);
      if (size > mostBytes) {
        return failed(
            Issue.error(
                Place.ofFile(name),
                "the file has %d bytes, more than the %d that are read".formatted(size, mostBytes),
                "check that it is the right file, or split it"));
      }
      byte[] bytes = Files.readAllBytes(path);
      seen.accept(bytes);
      return decode(bytes, name);
    } catch (NoSuchFileException e) {
      return failed(
          Issue.error(
              Place.ofFile(name), "the file does not exist", "check the path; nothing was read"));
    } catch (IOException e) {
      String why =
          e instanceof AccessDeniedException
              ? "it is not open to you"
              : Files.isDirectory(path) ? "it is a folder" : String.valueOf(e.getMessage());
      return failed(
          Issue.error(
              Place.ofFile(name),
              "the file cannot be read: " + why,
              "check that it is a file and that you may read it"));
    }
  }

  private static Loaded<Optional<String>> decode(byte[] bytes, String name) {
    int start = hasMark(bytes) ? 3 : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, start, bytes.length - start);
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(in)
              .toString();
      return new Loaded<>(Optional.of(text), List.of(), RowCount.NONE);
    } catch (CharacterCodingException e) {
      return failed(notUtf8(bytes, start, in.position(), name));
    }
  }

  private static boolean hasMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  private static Issue notUtf8(byte[] bytes, int start, int position, String name) {
    int line = 1;
    int lineStart = start;
    for (int i = start; i < position; i++) {
      if (bytes[i] == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return Issue.error(
        new Place(name, line, 0),
        "the file is not UTF-8: byte %d of the line is 0x%02x"
            .formatted(position - lineStart + 1, bytes[position] & 0xFF),
        "it is Windows-1252 or mixed: convert it, for example with iconv -f cp1252 -t utf-8");
  }

  private static Loaded<Optional<String>> failed(Issue issue) {
    return new Loaded<>(Optional.empty(), List.of(issue), RowCount.NONE);
  }
}
