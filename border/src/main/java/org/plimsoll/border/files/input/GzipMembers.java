package org.plimsoll.border.files.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Gzip, one member behind the other. {@link GZIPInputStream} takes whatever stands behind a member
 * and is no header for the end of the file; a second member with a damaged header would be lost
 * without a word. Here only zeros, which fill up blocks of tapes, may stand there.
 */
final class GzipMembers extends GZIPInputStream {
  /** Checksum and length at the end of a member, which stay in the buffer. */
  private static final int TRAILER = 8;

  GzipMembers(InputStream in, int size) throws IOException {
    super(in, size);
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int read = super.read(bytes, from, length);
    if (read < 0) {
      requireZeros();
    }
    return read;
  }

  private void requireZeros() throws ZipException {
    for (int i = len - inf.getRemaining() + TRAILER; i < len; i++) {
      if (buf[i] != 0) {
        throw new ZipException("what follows a member is no gzip");
      }
    }
  }
}
