package org.plimsoll.sources.dataset;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/**
 * One way in which a publisher lays out a table; it is recognised by its header, never by the
 * file's name.
 *
 * @param name what it is and of which edition
 * @param kind where its header stands
 * @param columns that must be there, in any order among others; of a sheet, the words that its
 *     title begins with
 * @param units what its figures are given in
 * @param series what it gives and in what unit
 * @param reader makes figures of a file
 */
record Layout(
    String name, Kind kind, List<String> columns, String units, String series, FileReader reader) {

  /** Where the header of a layout stands. */
  enum Kind {
    /** In the first row. */
    TABLE("header"),
    /** In the second row, below a title. */
    TITLED("header below a title"),
    /** Nowhere: a sheet with headings among its rows, known by its title. */
    SHEET("title");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  /** Reads a file whose header has been recognised. */
  interface FileReader {
    Loaded<Figures> read(CsvFile csv, Path file, Wanted wanted);
  }

  Layout {
    columns = List.copyOf(columns);
  }

  private static List<String> columns(String header) {
    return List.of(header.split(","));
  }

  /** A table with this header among other columns, in any order. */
  static Layout of(String name, String header, String units, String series, FileReader reader) {
    return new Layout(name, Kind.TABLE, columns(header), units, series, reader);
  }

  /** A table with a title above its header. */
  static Layout ofTitled(
      String name, String header, String units, String series, FileReader reader) {
    return new Layout(name, Kind.TITLED, columns(header), units, series, reader);
  }

  /** A sheet of a workbook. */
  static Layout ofSheet(String name, String title, String units, String series, FileReader reader) {
    return new Layout(name, Kind.SHEET, List.of(title), units, series, reader);
  }

  /** A table of which each row gives figures by itself. */
  static Layout ofRows(
      String name,
      String header,
      String units,
      String series,
      BiFunction<Row, Wanted, List<Reading>> toReadings) {
    return of(
        name,
        header,
        units,
        series,
        (csv, file, wanted) ->
            csv.read(file, row -> toReadings.apply(row, wanted))
                .map(lists -> Figures.of(lists.stream().flatMap(Collection::stream).toList())));
  }

  /**
   * How many of the columns a file has, as a share of all.
   *
   * @param top its first two rows
   */
  double shareIn(List<List<String>> top) {
    int row = kind == Kind.TITLED ? 1 : 0;
    if (top.size() <= row) {
      return 0;
    }
    if (kind == Kind.SHEET) {
      return top.getFirst().getFirst().startsWith(columns.getFirst()) ? 1 : 0;
    }
    return (double) columns.stream().filter(top.get(row)::contains).count() / columns.size();
  }

  Loaded<Figures> read(Path file, String fileName, Wanted wanted) {
    CsvFile csv =
        switch (kind) {
          case TABLE -> CsvFile.withAtLeast(fileName, columns);
          case TITLED -> CsvFile.withTitle(fileName, columns);
          case SHEET -> CsvFile.ofSheet(fileName);
        };
    return reader.read(csv, file, wanted);
  }
}
