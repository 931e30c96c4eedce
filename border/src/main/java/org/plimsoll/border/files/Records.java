package org.plimsoll.border.files;

import java.util.Arrays;

/**
 * A batch of records as they stand in a file: their bytes one behind the other, and where each
 * begins, ends, and stood.
 */
final class Records {
  /** Few enough that a batch stays in the cache, enough that threads need not meet often. */
  static final int MOST = 8192;

  private byte[] bytes;
  private int length;
  private int count;
  private final int[] starts = new int[MOST];
  private final int[] ends = new int[MOST];
  private final long[] lines = new long[MOST];
  private final String[] faults = new String[MOST];

  Records(int capacity) {
    bytes = new byte[capacity];
    Arrays.fill(faults, "");
  }

  /** Records that lie in an array already. */
  static Records of(byte[] bytes) {
    Records records = new Records(0);
    records.bytes = bytes;
    records.length = bytes.length;
    return records;
  }

  boolean isFull() {
    return count == MOST;
  }

  int count() {
    return count;
  }

  byte[] bytes() {
    return bytes;
  }

  int start(int record) {
    return starts[record];
  }

  int end(int record) {
    return ends[record];
  }

  /** Line or row of the file, from 1. */
  long line(int record) {
    return lines[record];
  }

  /** Why nothing can be made of the record; empty if something can. */
  String fault(int record) {
    return faults[record];
  }

  /** Marks bytes that are there already as a record. */
  void add(long line, int start, int end) {
    starts[count] = start;
    ends[count] = end;
    lines[count] = line;
    count++;
  }

  /** A record of which only its fault is known. */
  void addFault(long line, String fault) {
    faults[count] = fault;
    add(line, 0, 0);
  }

  /** Copies a record to the end. */
  void append(long line, byte[] record) {
    if (length + record.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + record.length));
    }
    System.arraycopy(record, 0, bytes, length, record.length);
    add(line, length, length + record.length);
    length += record.length;
  }
}
