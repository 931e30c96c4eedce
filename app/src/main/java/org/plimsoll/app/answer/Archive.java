package org.plimsoll.app.answer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * ZIP archives in memory. {@link #read} goes by the central directory (APPNOTE 6.3, 4.3.12), since
 * the workbook library writes sizes after the content in a form that {@link
 * java.util.zip.ZipInputStream} refuses. {@link #write} stores what it is given, undated.
 */
public final class Archive {
  private static final int DIRECTORY_END = 0x06054b50;
  private static final int DIRECTORY_ENTRY = 0x02014b50;
  private static final int LOCAL_HEADER_LENGTH = 30;
  private static final int DIRECTORY_ENTRY_LENGTH = 46;
  private static final int DIRECTORY_END_LENGTH = 22;
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private Archive() {}

  /** The entries by name, in the order of the archive. Archives beyond 4 GB are not read. */
  public static Map<String, byte[]> read(byte[] archive) {
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int end = archive.length - DIRECTORY_END_LENGTH;
    while (bytes.getInt(end) != DIRECTORY_END) {
      end--;
    }
    int count = Short.toUnsignedInt(bytes.getShort(end + 10));
    int at = bytes.getInt(end + 16);
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      if (bytes.getInt(at) != DIRECTORY_ENTRY) {
        throw new IllegalArgumentException("entry " + i + " of the archive is not at byte " + at);
      }
      int nameLength = Short.toUnsignedInt(bytes.getShort(at + 28));
      int restLength =
          Short.toUnsignedInt(bytes.getShort(at + 30))
              + Short.toUnsignedInt(bytes.getShort(at + 32));
      String name =
          new String(archive, at + DIRECTORY_ENTRY_LENGTH, nameLength, StandardCharsets.UTF_8);
      entries.put(name, content(bytes, at));
      at += DIRECTORY_ENTRY_LENGTH + nameLength + restLength;
    }
    return entries;
  }

  private static byte[] content(ByteBuffer bytes, int at) {
    int packed = bytes.getInt(at + 20);
    byte[] content = new byte[bytes.getInt(at + 24)];
    int header = bytes.getInt(at + 42);
    int start =
        header
            + LOCAL_HEADER_LENGTH
            + Short.toUnsignedInt(bytes.getShort(header + 26))
            + Short.toUnsignedInt(bytes.getShort(header + 28));
    if (bytes.getShort(at + 10) == ZipEntry.STORED) {
      bytes.get(start, content);
      return content;
    }
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(bytes.slice(start, packed));
      int length = 0;
      while (length < content.length && !inflater.finished()) {
        length += inflater.inflate(content, length, content.length - length);
      }
      return content;
    } catch (DataFormatException e) {
      throw new IllegalArgumentException("an entry of the archive is damaged", e);
    } finally {
      inflater.end();
    }
  }

  /** An archive of these entries in their order, uncompressed; equal entries give equal bytes. */
  public static byte[] write(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(stored(entry.getKey(), entry.getValue()));
        out.write(entry.getValue());
        out.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private static ZipEntry stored(String name, byte[] content) {
    ZipEntry entry = new ZipEntry(name);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(crc.getValue());
    entry.setTimeLocal(NO_TIME);
    return entry;
  }
}
