package org.plimsoll.border.files.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Whether a record is text in UTF-8; nearly all are plain ASCII, which is seen at a glance. */
public final class Utf8Check {
  private Utf8Check() {}

  /**
   * Accepts the record.
   *
   * @throws UnreadableRecord if it is in another encoding, or holds a NUL or a line break
   */
  public static void require(byte[] bytes, int start, int end) {
    int all = 0;
    boolean hasNul = false;
    boolean hasBreak = false;
    for (int i = start; i < end; i++) {
      all |= bytes[i];
      hasNul |= bytes[i] == 0;
      hasBreak |= bytes[i] == '\n' || bytes[i] == '\r';
    }
    if (hasBreak) {
      throw new UnreadableRecord("has a line break within a value");
    }
    if (hasNul) {
      throw new UnreadableRecord("holds a NUL; Maybe the file is UTF-16: convert it to UTF-8");
    }
    if (all >= 0) {
      return;
    }
    ByteBuffer in = ByteBuffer.wrap(bytes, start, end - start);
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(in);
    } catch (CharacterCodingException e) {
      throw new UnreadableRecord(
          "is not UTF-8: byte %d of the line is 0x%02x; Maybe it is Windows-1252: convert it"
              .formatted(in.position() - start + 1, bytes[in.position()] & 0xFF));
    }
  }
}
