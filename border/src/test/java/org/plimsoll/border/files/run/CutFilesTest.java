package org.plimsoll.border.files.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPOutputStream;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.border.files.bills.BillSorting;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.input.EntryLines;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.ScheduleBook;

/** Files that break off, and files that are something else: no lines are lost without a word. */
class CutFilesTest {
  private static final String ROW =
      EntryText.csv(TinyLaw.line("811292", "Ga", "100", "1", "40000"));

  /** Bytes of gzip's header, and of the sums behind a member. */
  private static final int HEADER = 10;

  @TempDir Path folder;

  private final AssessRun run = new AssessRun(ScheduleBook.of(TinyLaw.schedule()), 1, 9000);

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Totals totals(Path file, String out) throws IOException {
    return run.run(EntryInput.of(file), folder.resolve(out)).totals();
  }

  private String fault(Path file) {
    return String.valueOf(
        assertThrows(UnreadableInput.class, () -> totals(file, "fault")).getMessage());
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] lines(int count) {
    StringBuilder text = new StringBuilder(EntryText.header()).append('\n');
    for (int i = 0; i < count; i++) {
      text.append(EntryText.csv(EntryText.line(11, i, TinyLaw.rules()))).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Every line that the bytes still hold, by the plain inflater, is assessed or has its reason. */
  @ParameterizedTest
  @ValueSource(ints = {18, 30, 50, 75, 90, 99})
  void nothingIsLostOfWhatStandsBeforeTheBreak(int percent) throws Exception {
    byte[] packed = gzip(lines(3000));
    byte[] kept = Arrays.copyOf(packed, packed.length * percent / 100);
    long whole = inflated(kept).chars().filter(c -> c == '\n').count();
    Totals totals = totals(file("cut.csv.gz", kept), "cut");
    assertEquals(OptionalLong.of(whole), totals.brokenAfter());
    // the header is a line and no entry; the break is one reject
    assertEquals(whole - 1 + 1, totals.read());
    assertEquals(
        totals.brokenAfter(),
        EntryLines.read(EntryInput.of(folder.resolve("cut.csv.gz")), line -> {}).brokenAfter());
    assertEquals(
        totals.brokenAfter(),
        run.explain(EntryInput.of(folder.resolve("cut.csv.gz")), "E1").brokenAfter());
    assertEquals(totals.brokenAfter(), AssessRun.findBreak(folder.resolve("cut")));
    assertFalse(Files.exists(folder.resolve("cut").resolve(QuotaFile.NAME)));
  }

  private static String inflated(byte[] gzip) throws DataFormatException {
    Inflater inflater = new Inflater(true);
    inflater.setInput(gzip, HEADER, gzip.length - HEADER);
    byte[] text = new byte[1 << 22];
    int length = inflater.inflate(text);
    inflater.end();
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }

  @Test
  void aWholeFileHasNoBreak() throws IOException {
    Path whole = file("whole.csv.gz", gzip(lines(50)));
    assertEquals(OptionalLong.empty(), totals(whole, "whole").brokenAfter());
    assertEquals(OptionalLong.empty(), AssessRun.findBreak(folder.resolve("whole")));
    assertEquals(
        OptionalLong.empty(), EntryLines.read(EntryInput.of(whole), l -> {}).brokenAfter());
    assertTrue(Files.exists(folder.resolve("whole").resolve(QuotaFile.NAME)));
  }

  /** A second member whose header is damaged used to end the file without a word. */
  @Test
  void whatFollowsAMemberAndIsNoGzipIsABreak() throws IOException {
    byte[] first = gzip(lines(20));
    byte[] second = gzip((ROW + "\n").getBytes(StandardCharsets.UTF_8));
    assertEquals(21, totals(file("two.gz", joined(first, second)), "two").assessed());
    second[0] ^= 1;
    Totals broken = totals(file("damaged.gz", joined(first, second)), "damaged");
    assertEquals(20, broken.assessed());
    assertEquals(OptionalLong.of(21), broken.brokenAfter());
    Totals padded = totals(file("tape.gz", joined(first, new byte[512])), "tape");
    assertEquals(OptionalLong.empty(), padded.brokenAfter());
  }

  /** Text that ends within a line is cut; a whole last line needs no line break. */
  @Test
  void textThatEndsWithinALineIsCut() throws IOException {
    String text = EntryText.header() + "\n" + ROW + "\n" + ROW;
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertEquals(OptionalLong.empty(), totals(file("end.csv", bytes), "end").brokenAfter());
    byte[] cut = Arrays.copyOf(bytes, bytes.length - ROW.length() / 2);
    Totals totals = totals(file("cut.csv", cut), "cut");
    assertEquals(OptionalLong.of(2), totals.brokenAfter());
    assertEquals(1, totals.assessed());
    Totals ended = totals(file("ended.csv", joined(cut, new byte[] {'\n'})), "ended");
    assertEquals(OptionalLong.empty(), ended.brokenAfter(), "a short line is a fault of its own");
    assertEquals(1, ended.refused());
  }

  @Test
  void billsThatBreakOffStopTheRun() throws IOException {
    String bills =
        "entry_id,line,role,hs_code,origin,value,currency\n"
            + "E1,1,good,811292,,40000,USD\nE1,1,material,280530,CHN,20000,USD\n".repeat(500);
    byte[] packed = gzip(bills.getBytes(StandardCharsets.UTF_8));
    Path cut = file("bills.gz", Arrays.copyOf(packed, packed.length - 12));
    String said =
        String.valueOf(
            assertThrows(UnreadableInput.class, () -> BillSorting.open(cut, folder)).getMessage());
    assertTrue(said.matches("(?s).*bills.gz breaks after line .*nothing is assessed.*"), said);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "d0cf11e0a1b11ae1 | is an old Excel workbook (.xls), or like it | CSV UTF-8",
        "28b52ffd00       | is packed with Zstandard                   | zstd -d",
        "425a683931       | is packed with bzip2                       | bunzip2",
        "fd377a585a0000   | is packed with xz                          | unxz",
        "377abcaf271c     | is a 7-Zip archive                         | 7z x",
        "255044462d312e   | is a PDF                                   | as CSV",
        "0d0a3c21444f43545950452068746d6c3e | is a web page            | password",
        "3c48544d4c3e     | is a web page                              | password",
        "feff0061         | is UTF-16, and only UTF-8 is read          | iconv",
        "fffe6100         | is UTF-16, and only UTF-8 is read          | iconv",
        "610062006300     | is UTF-16, and only UTF-8 is read          | iconv",
        "006100620063     | is UTF-16, and only UTF-8 is read          | iconv",
        "6100620c         | is no text: it begins with the bytes 6100620c | fetch it again",
        "6162636465666700 | is no text: it begins with the bytes 6162636465666700\\nMaybe | again",
      })
  void whatIsSomethingElseIsNamed(String bytes, String what, String wayOut) throws IOException {
    Path other = file("other.csv", HexFormat.of().parseHex(bytes));
    String said = fault(other);
    assertTrue(said.startsWith(other + " " + what.replace("\\n", "\n")), said);
    String way = said.substring(said.indexOf("\nMaybe"));
    assertTrue(way.contains(wayOut), said);
    String packed = fault(file("other.gz", gzip(Files.readAllBytes(other))));
    assertTrue(packed.contains("other.gz " + what.replace("\\n", "\n")), packed);
    String called = fault(file("called.gz", Files.readAllBytes(other)));
    assertTrue(
        called.contains("called.gz is called .gz, and is no gzip: " + what.replace("\\n", "\n")),
        called);
  }

  @Test
  void archivesAreNamedByWhatIsInThem() throws IOException {
    assertTrue(fault(zip("[Content_Types].xml", "")).contains("is an Excel workbook (.xlsx)"));
    assertTrue(fault(zip("xl/workbook.xml", "")).contains("is an Excel workbook (.xlsx)"));
    String sheet = "application/vnd.oasis.opendocument.spreadsheet";
    assertTrue(fault(zip("mimetype", sheet)).contains("is an OpenDocument spreadsheet (.ods)"));
    assertTrue(fault(zip("entries.csv", "a,b")).contains("is a zip archive\nMaybe unpack it"));
    byte[] twice = gzip(gzip(lines(3)));
    assertTrue(fault(file("twice.gz", twice)).contains("is packed twice\nMaybe unpack it once"));
  }

  /** The first entry is stored as it is, as workbooks of OpenDocument have it. */
  private Path zip(String name, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.setLevel(0);
      out.putNextEntry(new ZipEntry(name));
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.closeEntry();
    }
    return file("book.csv", bytes.toByteArray());
  }

  /** Random bytes are never taken for a header with columns missing. */
  @Test
  void randomBytesAreNoText() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      byte[] bytes = new byte[400];
      new SplittableRandom(seed).nextBytes(bytes);
      String said = fault(file("random.gz", bytes));
      assertTrue(said.contains("is no text: it begins with the bytes"), seed + ": " + said);
    }
  }

  @Test
  void textThatIsCalledGzipIsRead() throws IOException {
    assertEquals(20, totals(file("plain.csv.gz", lines(20)), "plain").read());
    String said = fault(file("short.gz", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
    assertTrue(said.contains("is called .gz, and is no gzip: the columns"), said);
  }

  @Test
  void tablesOfOtherKindsAreNamedToo() throws IOException {
    Path book = zip("xl/workbook.xml", "");
    AssessRun opened = run.withQuotas(book);
    String said =
        String.valueOf(
            assertThrows(
                    UnreadableInput.class,
                    () -> opened.run(EntryInput.of(file("e.csv", lines(3))), folder.resolve("q")))
                .getMessage());
    assertEquals(
        List.of(
            book + " is an Excel workbook (.xlsx), or like it",
            "Maybe save the sheet as CSV UTF-8, and give that"),
        said.lines().toList());
  }
}
