package org.plimsoll.app.lab;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Text in an address: UTF-8, deflated (RFC 1951), in base64url without padding (RFC 4648). */
final class PackedText {
  /** The most characters in an address. */
  static final int MOST_CHARACTERS = 4096;

  /** The most bytes that come of them: measures that a person wrote are a few kilobytes. */
  static final int MOST_BYTES = 1 << 16;

  private PackedText() {}

  /** The packed text; empty if it is too long. */
  static Optional<String> pack(String text) {
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    if (plain.length > MOST_BYTES) {
      return Optional.empty();
    }
    byte[] packed = new byte[MOST_CHARACTERS];
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
    try {
      deflater.setInput(plain);
      deflater.finish();
      int length = deflater.deflate(packed);
      String encoded =
          Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(packed, length));
      return deflater.finished() && encoded.length() <= MOST_CHARACTERS
          ? Optional.of(encoded)
          : Optional.empty();
    } finally {
      deflater.end();
    }
  }

  /**
   * The text.
   *
   * @throws IllegalArgumentException if it is too long, before or after, or not packed like this
   */
  static String unpack(String packed) {
    if (packed.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException(
          "it has %d characters, but at most %d are read"
              .formatted(packed.length(), MOST_CHARACTERS));
    }
    byte[] plain = new byte[MOST_BYTES + 1];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(Base64.getUrlDecoder().decode(packed));
      int length = inflater.inflate(plain);
      if (length > MOST_BYTES) {
        throw new IllegalArgumentException(
            "it unpacks to more than %d bytes".formatted(MOST_BYTES));
      }
      if (!inflater.finished()) {
        throw new IllegalArgumentException("it breaks off");
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(plain, 0, length))
          .toString();
    } catch (DataFormatException | CharacterCodingException e) {
      throw new IllegalArgumentException("it is not deflated UTF-8", e);
    } finally {
      inflater.end();
    }
  }
}
