package org.plimsoll.border.files;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Lines of CSV or JSON, compressed with gzip or not, from a file or a pipe. Memory does not grow
 * with the file, nor with its longest line: a line beyond {@link #LONGEST} bytes is passed over and
 * becomes a record with a fault.
 */
final class TextSource implements EntrySource {
  /** Longest line that is kept. */
  static final int LONGEST = 1 << 16;

  private static final int BLOCK = 1 << 20;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long HIGHS = 0x8080_8080_8080_8080L;
  private static final long BREAKS = '\n' * ONES;

  /** A stream that swells so far is no file of entries. */
  private static final long MOST_SWELLING = 250;

  private static final long HARMLESS = 1L << 26;

  private final InputStream in;
  private final Counting packed;
  private final CellSplitter splitter;
  private byte[] rest = {};
  private long unpacked;
  private long line;
  private boolean isAtEnd;
  private boolean isPassingOver;
  private String broken = "";

  private TextSource(InputStream in, Counting packed) throws IOException {
    this.in = in;
    this.packed = packed;
    splitter = readHeader();
  }

  /**
   * Opens a stream, whatever it holds.
   *
   * @throws UnreadableRecord if it has no header that can be used
   */
  static TextSource of(InputStream file) throws IOException {
    Counting packed = new Counting(file);
    PushbackInputStream looked = new PushbackInputStream(packed, 2);
    byte[] first = looked.readNBytes(2);
    looked.unread(first);
    boolean isGzip = first.length == 2 && first[0] == 0x1F && first[1] == (byte) 0x8B;
    return new TextSource(isGzip ? new GZIPInputStream(looked, BLOCK) : looked, packed);
  }

  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = super.read(bytes, from, length);
      count += Math.max(0, read);
      return read;
    }
  }

  private CellSplitter readHeader() throws IOException {
    rest = in.readNBytes(LONGEST);
    unpacked = rest.length;
    int start = hasMark(rest) ? 3 : 0;
    if (rest.length > start && rest[start] == '{') {
      rest = Arrays.copyOfRange(rest, start, rest.length);
      return new JsonCells();
    }
    int end = start;
    while (end < rest.length && rest[end] != '\n') {
      end++;
    }
    int last = end > start && rest[end - 1] == '\r' ? end - 1 : end;
    String header = new String(rest, start, last - start, StandardCharsets.UTF_8);
    rest = Arrays.copyOfRange(rest, Math.min(rest.length, end + 1), rest.length);
    line = 1;
    return SeparatedCells.ofHeader(header);
  }

  private static boolean hasMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }

  @Override
  public CellSplitter splitter() {
    return splitter;
  }

  @Override
  public Optional<Records> next() throws IOException {
    while (!isAtEnd || rest.length > 0) {
      Records records = read();
      if (records.count() > 0) {
        return Optional.of(records);
      }
    }
    return Optional.empty();
  }

  private Records read() {
    byte[] bytes = new byte[rest.length + (rest.length < BLOCK && !isAtEnd ? BLOCK : 0)];
    System.arraycopy(rest, 0, bytes, 0, rest.length);
    int length = rest.length;
    String fault = "";
    try {
      while (length < bytes.length && !isAtEnd) {
        int read = in.read(bytes, length, bytes.length - length);
        isAtEnd = read < 0;
        length += Math.max(0, read);
        unpacked += Math.max(0, read);
      }
      fault = isSwelling() ? "a block is packed more than 250-fold; that is no entry" : "";
    } catch (EOFException | ZipException e) {
      fault = "the compressed file is broken here, and nothing behind it can be read";
    } catch (IOException e) {
      fault = "cannot be read: " + e.getClass().getSimpleName();
    }
    Records records = Records.of(bytes);
    int start = split(records, bytes, length);
    rest = Arrays.copyOfRange(bytes, start, length);
    if (!fault.isEmpty()) {
      broken = fault;
    }
    if (!broken.isEmpty() && !records.isFull() && !hasLine(rest)) {
      // What is left is a part of a line, and the fault stands for it.
      rest = new byte[0];
      isAtEnd = true;
      records.addFault(line + 1, broken);
    }
    return records;
  }

  private static boolean hasLine(byte[] bytes) {
    for (byte b : bytes) {
      if (b == '\n') {
        return true;
      }
    }
    return false;
  }

  private boolean isSwelling() {
    return unpacked > HARMLESS && unpacked / MOST_SWELLING > packed.count;
  }

  /** Marks whole lines; returns where the first one begins that is not whole. */
  private int split(Records records, byte[] bytes, int length) {
    int start = 0;
    for (int at = nextBreak(bytes, 0, length);
        at < length && !records.isFull();
        at = nextBreak(bytes, start, length)) {
      add(records, bytes, start, at);
      start = at + 1;
    }
    if (records.isFull()) {
      return start;
    }
    if (isAtEnd && (start < length || isPassingOver)) {
      add(records, bytes, start, length);
      return length;
    }
    if (length - start > LONGEST) {
      isPassingOver = true;
      return length;
    }
    return start;
  }

  /** The next line break, eight bytes at a time; {@code length} if there is none. */
  private static int nextBreak(byte[] bytes, int from, int length) {
    int at = from;
    for (; at + 8 <= length; at += 8) {
      long eight = (long) EIGHT.get(bytes, at) ^ BREAKS;
      // Sets the highest bit of each byte that is zero, and perhaps of one above it.
      long zeros = (eight - ONES) & ~eight & HIGHS;
      if (zeros != 0) {
        return at + (Long.numberOfTrailingZeros(zeros) >>> 3);
      }
    }
    while (at < length && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private void add(Records records, byte[] bytes, int start, int end) {
    line++;
    int last = end > start && bytes[end - 1] == '\r' ? end - 1 : end;
    if (isPassingOver || last - start > LONGEST) {
      isPassingOver = false;
      records.addFault(line, "the line is longer than " + LONGEST + " bytes");
    } else if (last > start) {
      records.add(line, start, last);
    }
  }

  @Override
  public void skip(long records) throws IOException {
    long left = records;
    while (left > 0) {
      Optional<Records> batch = next();
      if (batch.isEmpty()) {
        return;
      }
      int count = batch.get().count();
      if (count > left) {
        throw new IOException("the run stopped within a batch");
      }
      left -= count;
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
