package org.plimsoll.border.files.input;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.Checksum;
import java.util.zip.ZipException;
import org.plimsoll.border.entry.CellGrid;
import org.plimsoll.border.entry.EightBytes;
import org.plimsoll.border.files.table.FileKind;
import org.plimsoll.border.files.table.UnreadableRecord;

/**
 * Lines of CSV or JSON, compressed with gzip or not, from a file or a pipe. Memory does not grow
 * with the file, nor with its longest line: a line beyond {@link #LONGEST} bytes is passed over and
 * becomes a record with a fault.
 */
public final class TextSource implements EntrySource {
  /** Longest line that is kept. */
  public static final int LONGEST = 1 << 16;

  /** Why a longer one is refused. */
  static final String TOO_LONG = "the line is longer than " + LONGEST + " bytes";

  /** What is read at once: more than the longest line, or a part of one would end the reading. */
  private static final int BLOCK = 2 * LONGEST;

  private static final long BREAKS = EightBytes.of('\n');

  /** A stream that swells so far is no file of entries. */
  private static final long MOST_SWELLING = 250;

  private static final long HARMLESS = 1L << 26;

  private final InputStream in;
  private final Counting packed;
  private final Optional<Checksum> checksum;
  private final CellSplitter splitter;

  /** What was read behind the last whole line. */
  private byte[] rest = {};

  private int restLength;
  private long unpacked;
  private long line;
  private boolean isAtEnd;
  private boolean isPassingOver;
  private String broken = "";

  private TextSource(
      InputStream in,
      Counting packed,
      Optional<Checksum> checksum,
      Function<String, CellSplitter> form)
      throws IOException {
    this.in = in;
    this.packed = packed;
    this.checksum = checksum;
    splitter = readHeader(form);
  }

  /**
   * Opens a file of entries, whatever it holds.
   *
   * @throws UnreadableRecord if it has no header that can be used
   */
  public static TextSource of(InputStream file) throws IOException {
    return of(file, Optional.empty(), TextSource::entries);
  }

  /** The same of a pipe, which is known by its bytes alone. */
  static TextSource ofPipe(InputStream pipe) throws IOException {
    return of(pipe, Optional.of(new CRC32C()), TextSource::entries);
  }

  /**
   * Opens a stream of another table.
   *
   * @param form how cells are told apart, by the first line
   * @throws UnreadableRecord if the form throws it
   */
  public static TextSource of(InputStream file, Function<String, CellSplitter> form)
      throws IOException {
    return of(file, Optional.empty(), form);
  }

  private static CellSplitter entries(String first) {
    return first.stripLeading().startsWith("{") ? new JsonCells() : SeparatedCells.ofHeader(first);
  }

  private static TextSource of(
      InputStream file, Optional<Checksum> checksum, Function<String, CellSplitter> form)
      throws IOException {
    Counting packed = new Counting(file);
    PushbackInputStream looked = new PushbackInputStream(packed, 2);
    byte[] first = looked.readNBytes(2);
    looked.unread(first);
    boolean isGzip = first.length == 2 && first[0] == 0x1F && first[1] == (byte) 0x8B;
    try {
      InputStream plain = isGzip ? new GzipMembers(looked, BLOCK) : looked;
      return new TextSource(
          checksum.isPresent() ? new CheckedInputStream(plain, checksum.get()) : plain,
          packed,
          checksum,
          form);
    } catch (EOFException e) {
      throw new UnreadableRecord("is gzip and breaks off in its first line\nMaybe fetch it again");
    } catch (ZipException e) {
      throw new UnreadableRecord(
          "begins as gzip and is none: %s\nMaybe fetch it again".formatted(e.getMessage()));
    }
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

  private CellSplitter readHeader(Function<String, CellSplitter> form) throws IOException {
    byte[] first = new byte[LONGEST];
    int length = fill(first, 0, LONGEST);
    Optional<String> other = FileKind.findOther(first, length);
    if (other.isPresent()) {
      throw new UnreadableRecord(other.get());
    }
    int start = hasMark(first) ? 3 : 0;
    int end = nextBreak(first, start, length);
    if (end == length && !broken.isEmpty()) {
      throw new UnreadableRecord(broken + "\nMaybe fetch it again");
    }
    int last = end > start && first[end - 1] == '\r' ? end - 1 : end;
    CellSplitter made = form.apply(new String(first, start, last - start, StandardCharsets.UTF_8));
    switch (made) {
      case JsonCells json -> keep(first, start, length);
      case SeparatedCells separated -> {
        keep(first, Math.min(length, end + 1), length);
        line = 1;
      }
    }
    return made;
  }

  private static boolean hasMark(byte[] bytes) {
    return bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
  }

  @Override
  public CellSplitter splitter() {
    return splitter;
  }

  @Override
  public boolean next(Records records) throws IOException {
    records.clear();
    while (records.count() == 0 && (!isAtEnd || restLength > 0)) {
      read(records);
    }
    if (checksum.isPresent()) {
      records.see(unpacked + ":" + Long.toHexString(checksum.get().getValue()));
    }
    return records.count() > 0;
  }

  private void read(Records records) throws IOException {
    int room = restLength + (restLength < BLOCK && !isAtEnd ? BLOCK : 0);
    records.reserve(room + CellGrid.BEHIND);
    byte[] bytes = records.bytes();
    System.arraycopy(rest, 0, bytes, 0, restLength);
    int length = fill(bytes, restLength, room);
    int start = split(records, bytes, length);
    keep(bytes, start, length);
    if (!broken.isEmpty() && !records.isFull() && !hasLine()) {
      // What is left is a part of a line, and the fault stands for it.
      restLength = 0;
      isAtEnd = true;
      records.addBreak(line + 1, broken);
    }
  }

  /**
   * Reads until there is no room or nothing left; a file that is broken in itself ends there, but a
   * disk that fails ends the run.
   *
   * @return the end of what was read
   */
  private int fill(byte[] bytes, int from, int room) throws IOException {
    int length = from;
    try {
      while (length < room && !isAtEnd && broken.isEmpty()) {
        int read = in.read(bytes, length, room - length);
        isAtEnd = read < 0;
        length += Math.max(0, read);
        unpacked += Math.max(0, read);
      }
      if (isSwelling()) {
        broken = "a block is packed more than 250-fold; that is no entry";
      }
    } catch (EOFException | ZipException e) {
      broken = "the compressed file is broken here, and nothing behind it can be read";
    }
    return length;
  }

  private void keep(byte[] bytes, int start, int end) {
    restLength = end - start;
    if (restLength > rest.length) {
      rest = new byte[restLength];
    }
    System.arraycopy(bytes, start, rest, 0, restLength);
  }

  private boolean hasLine() {
    return nextBreak(rest, 0, restLength) < restLength;
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
      records.endOpen(!isPassingOver);
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
      long breaks = EightBytes.equal(EightBytes.at(bytes, at), BREAKS);
      if (breaks != 0) {
        return at + EightBytes.first(breaks);
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
      records.addFault(line, TOO_LONG);
    } else if (last > start) {
      records.add(line, start, last);
    }
  }

  @Override
  public boolean skip(long records, String seen) throws IOException {
    Records passed = new Records();
    long left = records;
    while (left > 0 && next(passed)) {
      left -= passed.count();
    }
    return left == 0 && passed.seen().equals(seen);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
