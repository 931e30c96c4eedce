package org.plimsoll.sources.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;

/** Rows in are rows accepted, refused or skipped, and each issue says where. */
final class CsvFileTest {
  private static final List<String> COLUMNS = List.of("metal", "tonnes");

  @TempDir private Path folder;

  /** One row of the tests. */
  private record Stock(String metal, double tonnes) {}

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @Test
  void aByteOrderMarkAndWindowsLineEndsAreRead() throws IOException {
    Loaded<List<Stock>> read = read("\ufeffmetal,tonnes\r\nGa,1.5\r\nSb,2\r\n");
    assertEquals(List.of(), read.issues());
    assertEquals(List.of(new Stock("Ga", 1.5), new Stock("Sb", 2)), read.value());
  }

  @Test
  void aLastLineWithoutItsEndIsRead() throws IOException {
    assertEquals(List.of(new Stock("Ga", 1)), read("metal,tonnes\nGa,1").value());
  }

  @Test
  void blankLinesAreNoRowsButCountAsLines() throws IOException {
    Loaded<List<Stock>> read = read("metal,tonnes\n\nGa,1\n\nSb,x\n\n");
    assertEquals(new RowCount(2, 1, 1, 0), read.rows());
    assertEquals("stock.csv:5:2", read.issues().getFirst().place().toString());
  }

  @Test
  void lineBreaksInsideFieldsCountAsLines() throws IOException {
    Loaded<List<Stock>> read = read("metal,tonnes\n\"Ga\nof\n4N\",1\nSb,x\n");
    assertEquals("Ga\nof\n4N", read.value().getFirst().metal());
    assertEquals("stock.csv:5:2", read.issues().getFirst().place().toString());
  }

  @Test
  void aQuotationMarkInsideAFieldIsWrittenTwice() throws IOException {
    assertEquals(
        List.of(new Stock("\"pure\", Ga", 1)),
        read("metal,tonnes\n\"\"\"pure\"\", Ga\",1\n").value());
  }

  @Test
  void anOpenQuotationMarkIsReportedWhereItsRowBegins() throws IOException {
    Loaded<List<Stock>> read = read("metal,tonnes\nGa,1\n\nSb,\"2\nCo,3\n");
    assertEquals(
        """
        stock.csv:4: the row that begins here is not CSV: Unclosed quoted field at end of input
          Maybe look for a quotation mark that is not closed, or write one inside a field twice\
        """,
        read.issues().getFirst().toString());
    assertEquals(List.of(), read.value());
  }

  @Test
  void aRowLeftOutOnPurposeIsCountedAsSkipped() throws IOException {
    Loaded<List<Stock>> read = read("metal,tonnes\nGa,1\ntotal,1\n");
    assertEquals(new RowCount(2, 1, 0, 1), read.rows());
    assertEquals("stock.csv:3: a total, not a metal", read.issues().getFirst().toString());
    assertEquals(false, read.hasErrors());
  }

  @Test
  void aPublishersFileMayHaveOtherColumns() throws IOException {
    Path file = write("year,tonnes,metal,note\n2024,1,Ga,x\n");
    Loaded<List<Stock>> read =
        CsvFile.withAtLeast("stock.csv", COLUMNS).read(file, CsvFileTest::stock);
    assertEquals(List.of(new Stock("Ga", 1)), read.value());
    assertEquals(List.of(), read.issues());
  }

  @Test
  void ourOwnFilesMayNot() throws IOException {
    Issue issue = read("metal,tonnes,note\nGa,1,x\n").issues().getFirst();
    assertEquals("stock.csv:1:3", issue.place().toString());
    assertEquals("unknown column 'note'", issue.problem());
  }

  @Test
  void aByteThatIsNotUtf8IsReportedWithItsLine() throws IOException {
    Path file = folder.resolve("latin.csv");
    Files.write(file, "metal,tonnes\nGa,1\ncaf\u00e9,2\n".getBytes(StandardCharsets.ISO_8859_1));
    Issue issue =
        CsvFile.withExactly("stock.csv", COLUMNS)
            .read(file, CsvFileTest::stock)
            .issues()
            .getFirst();
    assertEquals("stock.csv:3", issue.place().toString());
    assertEquals("the file is not UTF-8: byte 4 of the line is 0xe9", issue.problem());
  }

  /** Rows good and bad are drawn together with what must become of them. */
  @ParameterizedTest
  @MethodSource("seeds")
  void rowsReadAreRowsAcceptedRefusedOrSkipped(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder("metal,tonnes\n");
    int rows = random.nextInt(40);
    int accepted = 0;
    int skipped = 0;
    List<Integer> linesOfErrors = new ArrayList<>();
    int line = 2;
    for (int i = 0; i < rows; i++) {
      String row =
          switch (random.nextInt(8)) {
            case 0 -> "m" + i + ",x";
            case 1 -> "m" + i;
            case 2 -> "m" + i + ",1,2";
            case 3 -> "m" + i + ",-1";
            case 4 -> "total,1";
            case 5 -> "\"m" + i + "\nx\",1";
            default -> "m" + i + "," + random.nextInt(100);
          };
      if (row.startsWith("total")) {
        skipped++;
      } else if (row.matches("(?s).*,\\d+") && !row.endsWith(",1,2")) {
        accepted++;
      } else {
        linesOfErrors.add(line);
      }
      text.append(row).append('\n');
      line += 1 + (int) row.chars().filter(c -> c == '\n').count();
      if (random.nextInt(5) == 0) {
        text.append('\n');
        line++;
      }
    }
    Loaded<List<Stock>> read = read(text.toString());
    assertEquals(new RowCount(rows, accepted, linesOfErrors.size(), skipped), read.rows());
    assertEquals(accepted, read.value().size());
    assertEquals(
        linesOfErrors,
        read.issues().stream().filter(Issue::isError).map(i -> i.place().line()).toList());
  }

  /** Whatever the bytes, reading ends in a value with its issues, and every row is counted. */
  @ParameterizedTest
  @MethodSource("seeds")
  void anyBytesAreReadOrRefused(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    String alphabet = "a1,\"\n\r ;\ufeff\u00e9";
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "metal,tonnes\n" : "");
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    byte[] bytes =
        text.toString()
            .getBytes(random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    Path file = folder.resolve("any.csv");
    Files.write(file, bytes);
    Loaded<List<Stock>> read =
        CsvFile.withExactly("stock.csv", COLUMNS).read(file, CsvFileTest::stock);
    assertEquals(read.rows().accepted(), read.value().size());
    long rowIssues = read.issues().stream().filter(i -> i.place().line() > 1).count();
    assertTrue(rowIssues >= read.rows().errors() + read.rows().skipped(), read.toString());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aNumberReadsBackAsTheSameDouble(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        String text = Decimal.print(value);
        assertEquals(value, Double.parseDouble(text), text);
      }
    }
  }

  @Test
  void numbersArePrintedShort() {
    Function<Double, String> print = Decimal::print;
    assertEquals("0", print.apply(-0.0));
    assertEquals("1500", print.apply(1500.0));
    assertEquals("0.1", print.apply(0.1));
    assertEquals("0.000001", print.apply(1e-6));
    assertEquals("1e-7", print.apply(1e-7));
    assertEquals("1.5e-9", print.apply(1.5e-9));
    assertEquals("12000000000", print.apply(12e9));
    assertEquals("1e15", print.apply(1e15));
    assertEquals("-2.5", print.apply(-2.5));
  }

  private Loaded<List<Stock>> read(String text) throws IOException {
    return CsvFile.withExactly("stock.csv", COLUMNS).read(write(text), CsvFileTest::stock);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("stock.csv"), text);
  }

  private static Stock stock(Row row) {
    if (row.text("metal").equals("total")) {
      throw row.skip("a total, not a metal");
    }
    return new Stock(row.text("metal"), row.amount("tonnes"));
  }
}
