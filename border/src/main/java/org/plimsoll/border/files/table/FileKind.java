package org.plimsoll.border.files.table;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a file is that is no text: named by its first bytes, whatever it is called, with the way to
 * a file that can be read.
 */
public final class FileKind {
  /** Bytes that are looked at: the first entry of a workbook's archive says what it is. */
  private static final int LOOKED_AT = 512;

  private static final int SHOWN = 8;

  /** A shorter first line may be there by chance. */
  private static final int SHORTEST = 64;

  private static final String WORKBOOK = "\nMaybe save the sheet as CSV UTF-8, and give that";

  /**
   * A beginning and what it means.
   *
   * @param bytes in hexadecimal digits
   * @param said what the file is, and the way out
   */
  private record Signature(String bytes, String said) {}

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature(
              "d0cf11e0a1b11ae1", "is an old Excel workbook (.xls), or like it" + WORKBOOK),
          new Signature("1f8b", "is packed twice\nMaybe unpack it once: gunzip"),
          new Signature("28b52ffd", "is packed with Zstandard\nMaybe unpack it: zstd -d"),
          new Signature("425a68", "is packed with bzip2\nMaybe unpack it: bunzip2"),
          new Signature("fd377a585a00", "is packed with xz\nMaybe unpack it: unxz"),
          new Signature("377abcaf271c", "is a 7-Zip archive\nMaybe unpack it: 7z x"),
          new Signature("255044462d", "is a PDF\nMaybe ask for the table as CSV"),
          new Signature(
              "50415231", "is Parquet, which is read only where entries are\nMaybe write CSV"));

  private FileKind() {}

  /**
   * What the file is, and the way out in a line of its own; empty if it may be text in UTF-8.
   *
   * @param bytes from the beginning of the file
   * @param length how many of them are there
   */
  public static Optional<String> findOther(byte[] bytes, int length) {
    int seen = Math.min(length, LOOKED_AT);
    String hex = HexFormat.of().formatHex(bytes, 0, seen);
    if (hex.startsWith("504b0304")) {
      return Optional.of(archive(new String(bytes, 0, seen, StandardCharsets.ISO_8859_1)));
    }
    for (Signature signature : SIGNATURES) {
      if (hex.startsWith(signature.bytes())) {
        return Optional.of(signature.said());
      }
    }
    if (isWide(bytes, seen)) {
      return Optional.of(
          "is UTF-16, and only UTF-8 is read\nMaybe convert it: iconv -f UTF-16 -t UTF-8");
    }
    String start = new String(bytes, 0, seen, StandardCharsets.ISO_8859_1).strip();
    String small = start.toLowerCase(Locale.ROOT);
    if (Stream.of("<!doctype html", "<html").anyMatch(small::startsWith)) {
      return Optional.of(
          "is a web page\nMaybe the server wanted a password: open it in a browser, and fetch the"
              + " file again");
    }
    return isText(bytes, seen)
        ? Optional.empty()
        : Optional.of(
            "is no text: it begins with the bytes %s\nMaybe it is another file, or was damaged on"
                    .formatted(hex.substring(0, 2 * Math.min(seen, SHOWN)))
                + " its way: fetch it again");
  }

  private static String archive(String start) {
    if (start.contains("[Content_Types].xml") || start.contains("xl/")) {
      return "is an Excel workbook (.xlsx), or like it" + WORKBOOK;
    }
    return start.contains("opendocument.spreadsheet")
        ? "is an OpenDocument spreadsheet (.ods)" + WORKBOOK
        : "is a zip archive\nMaybe unpack it, and give the file that is in it";
  }

  /** Text in two bytes a letter begins with a mark, or has a zero beside every letter. */
  private static boolean isWide(byte[] bytes, int seen) {
    if (seen < 2) {
      return false;
    }
    int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    return mark == 0xFEFF
        || mark == 0xFFFE
        || hasZerosBesideLetters(bytes, seen, 0)
        || hasZerosBesideLetters(bytes, seen, 1);
  }

  private static boolean hasZerosBesideLetters(byte[] bytes, int seen, int zeros) {
    for (int i = 0; i + 1 < seen; i += 2) {
      if (bytes[i + zeros] != 0 || bytes[i + 1 - zeros] == 0) {
        return false;
      }
    }
    return true;
  }

  /** The first line of text has no sign below the blank but tabs and its end. */
  private static boolean isText(byte[] bytes, int seen) {
    for (int i = 0; i < seen; i++) {
      if (bytes[i] == '\n' && i >= SHORTEST) {
        return true;
      }
      if (bytes[i] >= 0 && bytes[i] < ' ' && "\t\n\r".indexOf(bytes[i]) < 0) {
        return false;
      }
    }
    return true;
  }
}
