package org.plimsoll.sources.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final boolean othersAllowed;

  private CsvFile(String name, List<String> required, boolean othersAllowed) {
    this.name = name;
    this.required = List.copyOf(required);
    this.othersAllowed = othersAllowed;
  }

  /** A file of our own schema: exactly these columns, in any order. */
  public static CsvFile withExactly(String name, List<String> columns) {
    return new CsvFile(name, columns, false);
  }

  /** A publisher's file: at least these columns; others are not read. */
  public static CsvFile withAtLeast(String name, List<String> columns) {
    return new CsvFile(name, columns, true);
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
    Loaded<Optional<String>> text = Utf8Text.read(path, name, MOST_BYTES);
    if (text.value().isEmpty()) {
      return failed(text.issues().getFirst());
    }
    List<CsvRecord> records = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .skipEmptyLines(true)
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text.value().get())) {
      reader.forEach(records::add);
    } catch (CsvParseException e) {
      return failed(notCsv(String.valueOf(e.getMessage())));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail to be read", e);
    }
    if (records.isEmpty()) {
      return failed(
          Issue.error(
              Place.ofFile(name),
              "the file is empty",
              "give it a header: " + String.join(",", required)));
    }
    return readRows(records, toRecord, keyOf);
  }

  private <T> Loaded<List<T>> readRows(
      List<CsvRecord> records,
      Function<Row, T> toRecord,
      Optional<Function<T, ? extends Object>> keyOf) {
    List<Issue> issues = new ArrayList<>();
    Map<String, Integer> columns = readHeader(records.getFirst(), issues);
    if (!issues.isEmpty()) {
      return new Loaded<>(List.of(), issues, RowCount.NONE);
    }
    int width = records.getFirst().getFieldCount();
    List<T> accepted = new ArrayList<>();
    Map<Object, Integer> lineOfKey = new HashMap<>();
    int errors = 0;
    int skipped = 0;
    for (CsvRecord record : records.subList(1, records.size())) {
      int line = lineOf(record);
      try {
        if (record.getFieldCount() != width) {
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
        accepted, issues, new RowCount(records.size() - 1, accepted.size(), errors, skipped));
  }

  private Map<String, Integer> readHeader(CsvRecord header, List<Issue> issues) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (int i = 0; i < header.getFieldCount(); i++) {
      String column = header.getField(i).strip();
      if (columns.putIfAbsent(column, i) != null) {
        issues.add(
            Issue.error(
                new Place(name, 1, i + 1),
                "column '" + column + "' stands twice in the header",
                "take one of them out"));
      } else if (!othersAllowed && !required.contains(column)) {
        issues.add(
            Issue.error(
                new Place(name, 1, i + 1),
                "unknown column '" + column + "'",
                "you meant "
                    + nearest(column)
                    + "; the columns are "
                    + String.join(",", required)));
      }
    }
    for (String column : required) {
      if (!columns.containsKey(column)) {
        issues.add(
            Issue.error(
                new Place(name, 1, 0),
                "column '" + column + "' is missing",
                "the file is of another edition, or the column was renamed; this header has "
                    + String.join(",", columns.keySet())));
      }
    }
    return columns;
  }

  private String nearest(String column) {
    return Spelling.nearest(column, required).map(c -> "'" + c + "'").orElse("another file");
  }

  private Issue notCsv(String message) {
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
