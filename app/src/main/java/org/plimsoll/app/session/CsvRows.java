package org.plimsoll.app.session;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of a CSV that a verb is given. */
public final class CsvRows {
  private CsvRows() {}

  /**
   * Reads all.
   *
   * @throws Refusal if the file is not to be had, is empty, or is no CSV
   */
  public static List<NamedCsvRecord> read(Path file) {
    try {
      return read(file, Files.newBufferedReader(file));
    } catch (IOException e) {
      throw Refusal.ofFile(file, e);
    }
  }

  /**
   * The same of a text.
   *
   * @param name of the text, for complaints
   */
  public static List<NamedCsvRecord> parse(String name, String text) {
    return read(name, new StringReader(text));
  }

  private static List<NamedCsvRecord> read(Object name, Reader text) {
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().allowUnclosedQuote(false).ofNamedCsvRecord(text)) {
      List<NamedCsvRecord> all = new ArrayList<>();
      rows.forEach(all::add);
      if (all.isEmpty()) {
        throw Refusal.of(name + " has no rows", "look whether it was written whole");
      }
      return all;
    } catch (IOException e) {
      throw Refusal.ofFile(name, e);
    } catch (UncheckedIOException e) {
      throw Refusal.ofFile(name, Refusal.cause(e));
    } catch (CsvParseException e) {
      throw Refusal.of(
          "cannot read %s: it is no CSV: %s".formatted(name, e.getMessage()),
          "look there for a quotation mark that is not closed, or a column that stands twice");
    }
  }
}
