package org.plimsoll.border.files.bills;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.border.origin.Claim;
import org.plimsoll.border.origin.Claims;

/**
 * Bills of materials in a sorted file, found by halving it: the file is mapped, not read, so that
 * memory does not grow with it, and any number of threads may look at once.
 */
public final class SortedBills implements Claims, AutoCloseable {
  private final Arena arena = Arena.ofShared();
  private final Optional<Path> file;
  private final MemorySegment rows;
  private final MaterialRows count;

  private SortedBills(Optional<Path> file, MaterialRows count) throws IOException {
    this.file = file;
    this.count = count;
    rows = file.isPresent() ? map(file.get()) : MemorySegment.ofArray(new byte[0]);
  }

  private MemorySegment map(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    }
  }

  /** None at all. */
  public static SortedBills none() throws IOException {
    return new SortedBills(Optional.empty(), MaterialRows.NONE);
  }

  /**
   * Those of a file of lines as {@link BillRow} makes them, whole bills, sorted by their bytes; it
   * is taken away when this is closed.
   */
  static SortedBills of(Path file, MaterialRows count) throws IOException {
    return new SortedBills(Optional.of(file), count);
  }

  public MaterialRows count() {
    return count;
  }

  @Override
  public Optional<Claim> find(String entryId, long line) {
    byte[] key = BillRow.key(entryId, Long.toString(line)).getBytes(StandardCharsets.UTF_8);
    List<BillRow> bill = new ArrayList<>();
    for (long at = first(key); at < rows.byteSize() && compare(at, key) == 0; at = behind(at)) {
      bill.add(BillRow.parse(text(at, behind(at) - 1)));
    }
    return bill.isEmpty() ? Optional.empty() : Optional.of(BillRow.toClaim(bill));
  }

  /** Where the first row begins that is not below the key; the end if there is none. */
  private long first(byte[] key) {
    long low = 0;
    long high = rows.byteSize();
    while (low < high) {
      long middle = beginning((low + high) >>> 1);
      if (compare(middle, key) < 0) {
        low = behind(middle);
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Where the row begins that this byte is of. */
  private long beginning(long byteOfRow) {
    long at = byteOfRow;
    while (at > 0 && rows.get(ValueLayout.JAVA_BYTE, at - 1) != '\n') {
      at--;
    }
    return at;
  }

  /** Where the row behind this one begins. */
  private long behind(long row) {
    long at = row;
    while (rows.get(ValueLayout.JAVA_BYTE, at) != '\n') {
      at++;
    }
    return at + 1;
  }

  /** The row against the key as far as the key goes, by unsigned bytes. */
  private int compare(long row, byte[] key) {
    for (int i = 0; i < key.length; i++) {
      // A row that ends here has its break there, which is below all that a key holds.
      int difference = Byte.compareUnsigned(rows.get(ValueLayout.JAVA_BYTE, row + i), key[i]);
      if (difference != 0) {
        return difference;
      }
    }
    return 0;
  }

  private String text(long from, long to) {
    byte[] bytes = rows.asSlice(from, to - from).toArray(ValueLayout.JAVA_BYTE);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    arena.close();
    if (file.isPresent()) {
      Files.deleteIfExists(file.get());
    }
  }
}
