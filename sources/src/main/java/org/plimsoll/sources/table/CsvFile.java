package org.plimsoll.sources.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;

/**
 * A CSV file with a header, in UTF-8, read against the columns its reader needs.
 *
 * <p>Law: rows read = rows accepted + rows with an error + rows skipped with a reason.
 */
public final class CsvFile {
  /** Ten times the largest public table that is read. */
  private static final long MOST_BYTES = 1L << 30;

  /** The parser tells the line only in its message. */
  private static final Pattern RECORD = Pattern.compile("\\(record starting at line (\\d+)\\)");

  private final String name;
  private final List<String> required;
  private final List<String> further;
  private final boolean othersAllowed;
  private final Heading heading;
  private final Consumer<byte[]> seen;

  /** Where the names of the columns stand. */
  private enum Heading {
    FIRST_ROW,
    SECOND_ROW,
    NOWHERE
  }

  private CsvFile(
      String name,
      List<String> required,
      List<String> further,
      boolean othersAllowed,
      Heading heading,
      Consumer<byte[]> seen) {
    this.name = name;
    this.required = List.copyOf(required);
    this.further = List.copyOf(further);
    this.othersAllowed = othersAllowed;
    this.heading = heading;
    this.seen = seen;
  }

  /** The same file, whose bytes are also shown to {@code taker} when it is read. */
  public CsvFile seenBy(Consumer<byte[]> taker) {
    return new CsvFile(name, required, further, othersAllowed, heading, taker);
  }

  private static CsvFile of(
      String name,
      List<String> required,
      List<String> further,
      boolean othersAllowed,
      Heading heading) {
    return new CsvFile(name, required, further, othersAllowed, heading, bytes -> {});
  }

  /** A file of our own schema: exactly these columns, in any order. */
  public static CsvFile withExactly(String name, List<String> columns) {
    return withExactly(name, columns, List.of());
  }

  /** The same, with further columns that may be left out. */
  public static CsvFile withExactly(String name, List<String> columns, List<String> further) {
    return of(name, columns, further, false, Heading.FIRST_ROW);
  }

  /** A publisher's file: at least these columns; others are not read. */
  public static CsvFile withAtLeast(String name, List<String> columns) {
    return of(name, columns, List.of(), true, Heading.FIRST_ROW);
  }

  /** As {@link #withAtLeast}, but a title stands in the row above the header. */
  public static CsvFile withTitle(String name, List<String> columns) {
    return of(name, columns, List.of(), true, Heading.SECOND_ROW);
  }

  /**
   * A sheet of a workbook saved as CSV, titles and headings among its rows: every row is read, and
   * its columns are named as in the workbook, A, B, C and so on.
   */
  public static CsvFile ofSheet(String name) {
    return of(name, List.of(), List.of(), true, Heading.NOWHERE);
  }

  /**
   * The first rows of a file, to tell its layout by; fewer if it has fewer.
   *
   * @param path where it lies; issues name it as {@code name}
   */
  public static Loaded<List<List<String>>> top(Path path, String name, int rows) {
    return records(path, name, rows, bytes -> {})
        .map(records ->
            records.stream()
                .map(record -> record.getFields().stream().map(String::strip).toList())
                .toList());
  }

  private static Loaded<List<CsvRecord>> records(
      Path path, String name, long most, Consumer<byte[]> seen) {
    Loaded<Optional<String>> text = Utf8Text.read(path, name, MOST_BYTES, seen);
    if (text.value().isEmpty()) {
      return failed(text.issues().getFirst());
    }
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(text.value().get()))
            .skipEmptyLines(true)
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text.value().get())) {
      reader.stream().limit(most).forEach(records::add);
    } catch (CsvParseException e) {
      return failed(notCsv(name, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    return new Loaded<>(records, List.of(), RowCount.NONE);
  }

  /** Bulk files of some publishers stand in tabs. */
  private static char separator(String text) {
    String first = text.lines().findFirst().orElse("");
    return first.indexOf('\t') >= 0 && first.indexOf(',') < 0 ? '\t' : ',';
  }

  /**
   * Reads the file.
   *
   * @param path where it lies; issues name it as {@code name}
   * @param toRecord makes a record of a row, or refuses it through the row's own accessors
   */
  public <T> Loaded<List<T>> read(Path path, Function<Row, T> toRecord) {
    return read(path, toRecord, Optional.empty());
  }

  /**
   * Reads the file and refuses a second row with the same key.
   *
   * @param keyOf what no two rows may share
   */
  public <T> Loaded<List<T>> readUnique(
      Path path, Function<Row, T> toRecord, Function<T, ? extends Object> keyOf) {
    return read(path, toRecord, Optional.of(keyOf));
  }

  private <T> Loaded<List<T>> read(
      Path path, Function<Row, T> toRecord, Optional<Function<T, ? extends Object>> keyOf) {
    Loaded<List<CsvRecord>> records = records(path, name, Long.MAX_VALUE, seen);
    if (records.hasErrors()) {
      return records.map(none -> List.of());
    }
    if (records.value().isEmpty()) {
      return failed(
          Issue.error(
              Place.ofFile(name),
              "the file is empty",
              "give it a header: " + String.join(",", required)));
    }
    return readRows(records.value(), toRecord, keyOf);
  }

  private <T> Loaded<List<T>> readRows(
      List<CsvRecord> records,
      Function<Row, T> toRecord,
      Optional<Function<T, ? extends Object>> keyOf) {
    List<Issue> issues = new ArrayList<>();
    CsvRecord header =
        records.get(Math.min(heading == Heading.SECOND_ROW ? 1 : 0, records.size() - 1));
    Map<String, Integer> columns =
        heading == Heading.NOWHERE ? letters(records) : readHeader(header, issues);
    if (!issues.isEmpty()) {
      return new Loaded<>(List.of(), issues, RowCount.NONE);
    }
    int width = header.getFieldCount();
    int first =
        switch (heading) {
          case FIRST_ROW -> 1;
          case SECOND_ROW -> Math.min(2, records.size());
          case NOWHERE -> 0;
        };
    List<T> accepted = new ArrayList<>();
    Map<Object, Integer> lineOfKey = new HashMap<>();
    int errors = 0;
    int skipped = 0;
    for (CsvRecord record : records.subList(first, records.size())) {
      int line = lineOf(record);
      try {
        if (record.getFieldCount() != width && heading != Heading.NOWHERE) {
          throw new RowRefused(
              Issue.error(
                  new Place(name, line, 0),
                  "the header has " + width + " fields, this row has " + record.getFieldCount(),
                  "put quotation marks around a field that holds a comma"));
        }
        T value = toRecord.apply(new Row(name, line, columns, record.getFields()));
        if (keyOf.isPresent()) {
          Object key = keyOf.get().apply(value);
          Integer earlier = lineOfKey.putIfAbsent(key, line);
          if (earlier != null) {
            throw new RowRefused(
                Issue.error(
                    new Place(name, line, 0),
                    "the same row stands in line " + earlier + ": " + key,
                    "take one of them out, or add them up"));
          }
        }
        accepted.add(value);
      } catch (RowRefused refused) {
        issues.add(refused.issue());
        if (refused.issue().isError()) {
          errors++;
        } else {
          skipped++;
        }
      }
    }
    return new Loaded<>(
        accepted, issues, new RowCount(records.size() - first, accepted.size(), errors, skipped));
  }

  /** A, B, … Z, AA, … as many as the widest row has. */
  private static Map<String, Integer> letters(List<CsvRecord> records) {
    int width = records.stream().mapToInt(CsvRecord::getFieldCount).max().orElse(0);
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int i = 0; i < width; i++) {
      String last = Character.toString('A' + i % 26);
      columns.put(i < 26 ? last : Character.toString('A' + i / 26 - 1) + last, i);
    }
    return columns;
  }

  private Map<String, Integer> readHeader(CsvRecord header, List<Issue> issues) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int i = 0; i < header.getFieldCount(); i++) {
      String column = header.getField(i).strip();
      boolean second = columns.putIfAbsent(column, i) != null;
      if (second && (!othersAllowed || required.contains(column))) {
        issues.add(
            Issue.error(
                new Place(name, lineOf(header), i + 1),
                "column '" + column + "' stands twice in the header",
                "take one of them out"));
      } else if (!othersAllowed && !required.contains(column) && !further.contains(column)) {
        issues.add(
            Issue.error(
                new Place(name, lineOf(header), i + 1),
                "unknown column '" + column + "'",
                "you meant " + nearest(column) + "; the columns are " + String.join(",", known())));
      }
    }
    for (String column : required) {
      if (!columns.containsKey(column)) {
        issues.add(
            Issue.error(
                new Place(name, lineOf(header), 0),
                "column '" + column + "' is missing",
                "the file is of another edition, or the column was renamed"
                    + renamed(column, columns.keySet())
                    + "; this header has "
                    + String.join(",", columns.keySet())));
      }
    }
    return columns;
  }

  /** The name in the header that a missing column may have now. */
  private String renamed(String column, Set<String> header) {
    List<String> others = header.stream().filter(name -> !required.contains(name)).toList();
    return others.stream()
        .filter(name -> name.contains(column))
        .min(Comparator.comparingInt(String::length))
        .or(() -> others.stream().filter(n -> n.length() > 2 && column.contains(n)).findFirst())
        .or(() -> Spelling.nearest(column, others))
        .map(name -> " to '" + name + "'")
        .orElse("");
  }

  private String nearest(String column) {
    return Spelling.nearest(column, known()).map(c -> "'" + c + "'").orElse("another file");
  }

  private List<String> known() {
    List<String> known = new ArrayList<>(required);
    known.addAll(further);
    return known;
  }

  private static Issue notCsv(String name, String message) {
    Matcher record = RECORD.matcher(message);
    int line = record.find() ? Integer.parseInt(record.group(1)) : 0;
    return Issue.error(
        new Place(name, line, 0),
        "the row that begins here is not CSV: " + record.replaceAll("").strip(),
        "look for a quotation mark that is not closed, or write one inside a field twice");
  }

  private static int lineOf(CsvRecord record) {
    return Math.toIntExact(record.getStartingLineNumber());
  }

  private static <T> Loaded<List<T>> failed(Issue issue) {
    return new Loaded<>(List.of(), List.of(issue), RowCount.NONE);
  }
}
