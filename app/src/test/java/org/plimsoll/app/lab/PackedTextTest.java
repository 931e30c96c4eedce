package org.plimsoll.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

/** Text in an address is small, before and after. */
class PackedTextTest {
  @Test
  void whatIsPackedUnpacks() {
    String text = "- type: priceFloor\n  # 価格\n".repeat(40);
    assertEquals(text, PackedText.unpack(PackedText.pack(text).orElseThrow()));
  }

  /** A megabyte of one letter packs into a kilobyte. */
  @Test
  void aBombIsRefused() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_COMPRESSION, true))) {
      out.write(new byte[1 << 20]);
    }
    String bomb = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    assertTrue(bomb.length() < PackedText.MOST_CHARACTERS);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> PackedText.unpack(bomb));
    assertTrue(String.valueOf(e.getMessage()).contains("more than 65536 bytes"), e.getMessage());
  }

  @Test
  void whatIsTooLongIsNotPacked() {
    StringBuilder noise = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      noise.append((char) (' ' + random.nextInt(90)));
    }
    assertTrue(PackedText.pack(noise.toString()).isEmpty());
    assertThrows(
        IllegalArgumentException.class,
        () -> PackedText.unpack("A".repeat(PackedText.MOST_CHARACTERS + 1)));
  }

  @Test
  void whatBreaksOffIsRefused() {
    String whole = PackedText.pack("- type: priceFloor").orElseThrow();
    for (int end = 0; end < whole.length() - 1; end++) {
      String part = whole.substring(0, end);
      assertThrows(IllegalArgumentException.class, () -> PackedText.unpack(part), part);
    }
  }
}
