package org.plimsoll.border.files.bills;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.files.input.Records;
import org.plimsoll.border.files.input.SeparatedCells;
import org.plimsoll.border.files.input.TextSource;
import org.plimsoll.border.files.table.DuckSql;
import org.plimsoll.border.files.table.EntryCsv;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.files.table.UnreadableRecord;
import org.plimsoll.border.origin.Claim;

/**
 * Makes a file of bills of materials one that can be searched: each row is read by itself, DuckDB
 * sorts them on the disk, and only whole bills are kept. A row that is refused takes its bill with
 * it, since a bill without one of its materials would say too much for the goods.
 */
public final class BillSorting {
  /** Nobody makes one line of more; so no bill fills the memory. */
  private static final int MOST_ROWS = 10_000;

  private static final String NO_SIGN = "\u0001";

  private final Path file;
  private final Path folder;
  private long read;
  private long refused;

  private BillSorting(Path file, Path folder) {
    this.file = file;
    this.folder = folder;
  }

  /**
   * Reads, checks and sorts; rejects go to the folder, and files that are in between come and go
   * there.
   *
   * @throws UnreadableInput if it is no file of bills
   */
  public static SortedBills open(Path file, Path folder) throws IOException {
    return new BillSorting(file, folder).run();
  }

  private static InputStream stream(Path file) throws IOException {
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException e) {
      throw new UnreadableInput("there is no file " + file + "\nMaybe check the path", e);
    }
  }

  private SortedBills run() throws IOException {
    Path spool = folder.resolve("materials.spool");
    Path sorted = folder.resolve("materials.sorted");
    Path kept = folder.resolve("materials.kept");
    try (BufferedWriter rejects = Files.newBufferedWriter(folder.resolve(MaterialRows.REJECTS))) {
      rejects.write(EntryCsv.REJECTS_HEADER + "\n");
      try (BufferedWriter out = Files.newBufferedWriter(spool);
          TextSource source =
              TextSource.of(
                  stream(file), header -> SeparatedCells.ofWholeHeader(header, BillColumn.NAMES))) {
        readRows(source, out, rejects);
      } catch (UnreadableRecord e) {
        throw new UnreadableInput(file + " " + e.reason(), e);
      }
      sort(spool, sorted);
      try (BufferedReader in = Files.newBufferedReader(sorted);
          BufferedWriter out = Files.newBufferedWriter(kept)) {
        keepWhole(in, out, rejects);
      }
    } finally {
      Files.deleteIfExists(spool);
      Files.deleteIfExists(sorted);
    }
    return SortedBills.of(kept, new MaterialRows(read, refused));
  }

  /**
   * Each record becomes a line that sorts to its place. One that does not say whose it is may be of
   * the bill before it or of that behind it, and spoils both.
   */
  private void readRows(TextSource source, BufferedWriter out, BufferedWriter rejects)
      throws IOException {
    Records records = new Records();
    String before = "";
    Optional<BillRow> stray = Optional.empty();
    while (source.next(records)) {
      records.split(source.splitter());
      for (int i = 0; i < records.count(); i++) {
        read++;
        long place = records.line(i);
        try {
          Cells cells = records.cells(i);
          String key = BillRow.key(cells);
          if (stray.isPresent()) {
            write(out, BillRow.spoilt(key, stray.get().record(), stray.get().place()));
            stray = Optional.empty();
          }
          before = key;
          write(out, row(key, place, cells, rejects));
        } catch (BillRefused e) {
          reject(rejects, place, e.column().word(), e.reason());
          stray = Optional.of(spoil(out, before, place));
        } catch (UnreadableRecord e) {
          requireWhole(records, i);
          reject(rejects, place, "", e.reason());
          stray = Optional.of(spoil(out, before, place));
        }
      }
    }
  }

  /** Claims would be judged without the bills that are lost, and levied as if there were none. */
  private void requireWhole(Records records, int record) throws UnreadableInput {
    if (records.isBreak(record)) {
      throw new UnreadableInput(
          "%s breaks after line %,d, and bills of materials behind it are lost; nothing is assessed"
                  .formatted(file, records.line(record) - 1)
              + "\nMaybe fetch it again");
    }
  }

  /** The row, or what stands for it if a cell of it is wrong. */
  private BillRow row(String key, long place, Cells cells, BufferedWriter rejects)
      throws IOException {
    try {
      return BillRow.of(key, read, place, cells);
    } catch (BillRefused e) {
      reject(rejects, place, e.column().word(), e.reason());
      return BillRow.spoilt(key, read, place);
    }
  }

  private BillRow spoil(BufferedWriter out, String before, long place) throws IOException {
    BillRow stray = BillRow.spoilt(before, read, place);
    if (!before.isEmpty()) {
      write(out, stray);
    }
    return stray;
  }

  private static void write(BufferedWriter out, BillRow row) throws IOException {
    out.write(row.toLine());
    out.write('\n');
  }

  private void reject(BufferedWriter rejects, long place, String column, String reason)
      throws IOException {
    refused++;
    rejects.write(
        "%s,%d,%s,%s\n"
            .formatted(EntryCsv.safe(file.toString()), place, column, EntryCsv.quoted(reason)));
  }

  /** By the bytes of the lines, on the disk where they do not fit. */
  private void sort(Path spool, Path sorted) throws IOException {
    try (Connection connection = DuckSql.connect();
        Statement statement = connection.createStatement()) {
      DuckSql.spill(statement, folder);
      statement.execute(
          """
          COPY (
            SELECT row FROM read_csv(%1$s, header = false, auto_detect = false, delim = '%3$s',
              quote = '', escape = '', max_line_size = %4$d, columns = {'row': 'VARCHAR'})
            ORDER BY row
          ) TO %2$s (FORMAT csv, HEADER false, DELIMITER '%3$s', QUOTE '', ESCAPE '')
          """
              .formatted(
                  DuckSql.quoted(spool), DuckSql.quoted(sorted), NO_SIGN, 4 * TextSource.LONGEST));
    } catch (SQLException e) {
      throw new IOException("cannot sort the bills of materials: " + e.getMessage(), e);
    }
  }

  private void keepWhole(BufferedReader in, BufferedWriter out, BufferedWriter rejects)
      throws IOException {
    Bill bill = new Bill("");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      BillRow row = BillRow.parse(line);
      if (!row.key().equals(bill.key)) {
        keep(bill, out, rejects);
        bill = new Bill(row.key());
      }
      if (row.role() != BillRow.Role.SPOILT && bill.isFull()) {
        reject(rejects, row.place(), "", bill.tooLong());
      } else {
        bill.add(row);
      }
    }
    keep(bill, out, rejects);
  }

  private void keep(Bill bill, BufferedWriter out, BufferedWriter rejects) throws IOException {
    String fault = bill.fault();
    for (BillRow row : bill.rows) {
      if (fault.isEmpty()) {
        write(out, row);
      } else {
        reject(rejects, row.place(), "", fault);
      }
    }
  }

  /** The rows of a bill, as far as they were not refused. */
  private static final class Bill {
    private final String key;
    private final List<BillRow> rows = new ArrayList<>();
    private Optional<BillRow> spoilt = Optional.empty();
    private boolean isTooLong;

    Bill(String key) {
      this.key = key;
    }

    boolean isFull() {
      isTooLong |= rows.size() == MOST_ROWS;
      return isTooLong;
    }

    void add(BillRow row) {
      if (row.role() == BillRow.Role.SPOILT) {
        spoilt = Optional.of(row);
      } else {
        rows.add(row);
      }
    }

    String tooLong() {
      return "is of a bill of more than %,d rows; Maybe add up materials of one code and origin"
          .formatted(MOST_ROWS);
    }

    /** Why the bill cannot be judged by; empty if it can. */
    String fault() {
      long goods = rows.stream().filter(row -> row.role() == BillRow.Role.GOOD).count();
      long first = rows.stream().mapToLong(BillRow::record).min().orElse(0);
      long last = rows.stream().mapToLong(BillRow::record).max().orElse(-1);
      if (isTooLong) {
        return tooLong();
      }
      if (spoilt.isPresent()) {
        return "is of a bill of which line %d is refused, or may be a part; Maybe put that right"
            .formatted(spoilt.get().place());
      }
      if (goods != 1) {
        return "is of a bill with %d rows of role good; Maybe write one, with the price"
            .formatted(goods);
      }
      if (rows.size() == 1) {
        return "is a bill without materials; Maybe the goods are wholly obtained, which needs none";
      }
      if (last - first + 1 != rows.size()) {
        return "is of a bill whose rows stand apart; Maybe sort the file by entry_id and line";
      }
      Claim claim = BillRow.toClaim(rows);
      return claim.isInOneCurrency() && claim.isImpossible()
          ? "is of a bill whose materials are worth more than the goods at %s; Maybe that is"
                  .formatted(claim.price())
              + " the price of a piece"
          : "";
    }
  }
}
