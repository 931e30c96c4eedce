package org.plimsoll.border.files.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.table.DuckSql;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.ScheduleBook;

/**
 * The same line in every form that is legal: 100 kg of gallium for 40,000 dollars owe 10,000. What
 * could be read in two ways is refused.
 */
class InputFormsTest {
  private static final String ROW =
      EntryText.csv(TinyLaw.line("811292", "Ga", "100", "1", "40000"));
  private static final String JSON =
      EntryText.json(TinyLaw.line("811292", "Ga", "100", "1", "40000"));
  private static final int LEVY = 22;

  @TempDir Path folder;

  /** Levies of the lines that were assessed, then the reasons of those that were not. */
  private List<String> outcome(String name, String text) throws IOException {
    return outcome(Files.writeString(folder.resolve(name), text));
  }

  private List<String> outcome(Path file) throws IOException {
    Path out = folder.resolve("out");
    new AssessRun(ScheduleBook.of(TinyLaw.schedule()), 1, 9000).run(EntryInput.of(file), out);
    List<String> found = new ArrayList<>();
    List<String> results = Files.readAllLines(out.resolve(AssessRun.RESULTS));
    results.subList(1, results.size()).forEach(row -> found.add(row.split(",", -1)[LEVY]));
    List<String> rejects = Files.readAllLines(out.resolve(AssessRun.REJECTS));
    rejects.subList(1, rejects.size()).forEach(row -> found.add(row.split(",", 3)[2]));
    return found;
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\n\n"})
  void linesEndAsTheyLike(String end) throws IOException {
    String text = EntryText.header() + end + ROW + end;
    assertEquals(List.of("10000.00"), outcome("a.csv", text));
  }

  @ParameterizedTest
  @CsvSource({"marked", "capitals", "semicolons", "marks", "open", "blanks"})
  void headersAreWrittenAsTheyAre(String form) throws IOException {
    String header = EntryText.header();
    String text =
        switch (form) {
          case "marked" -> "\uFEFF" + header + "\n" + ROW;
          case "capitals" -> header.toUpperCase(Locale.ROOT) + "\n" + ROW;
          case "semicolons" -> (header + "\n" + ROW).replace(',', ';');
          case "marks" ->
              "\"" + header.replace(",", "\",\"") + "\"\n\"" + ROW.replace(",", "\",\"") + "\"";
          case "open" -> header + ",note\n" + ROW + ",\"a, \"\"b\"\"\"\n";
          case "blanks" -> header.replace(",", " , ") + "\n" + ROW;
          default -> throw new AssertionError(form);
        };
    assertEquals(List.of("10000.00"), outcome("a.csv", text));
  }

  /** A header in capitals may be meant for the same column twice. */
  @Test
  void aColumnInCapitalsIsTheSameColumn() {
    String text = EntryText.header() + ",Assay\n" + ROW + ",0.5\n";
    UnreadableInput refused = assertThrows(UnreadableInput.class, () -> outcome("twice.csv", text));
    assertTrue(
        String.valueOf(refused.getMessage()).contains("the header names assay twice"),
        refused::toString);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        // what is replaced | by what
        "\"40000.00\" | 40000",
        "\"40000.00\" | 4.0E+4",
        "\"40000.00\" | \"4\\u0030000.00\"",
        "\"customs_value\" | \"customs\\u005fvalue\"",
        "\"customs_value\" | \"Customs_Value\"",
        "\"preference_code\":\"\" | \"preference_code\":null",
        ", | !\t , !",
        "{ | {\"note\":[{\"customs_value\":1}],",
        "{ | \uFEFF{",
        "{ |!  {!",
        "\"E1\" | \"\\ud83d\\ude00\"",
      })
  void jsonIsReadAsItIsWritten(String what, String other) throws IOException {
    String line = what.equals(",") ? JSON.replace(",", other) : JSON.replace(what, other);
    assertTrue(!line.equals(JSON), what);
    assertEquals(List.of("10000.00"), outcome("a.jsonl", line + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '!',
      value = {
        "\"customs_value\": | \"customs_value\":\"90000.00\",\"customs_value\":"
            + "| ,names customs_value twice; Maybe take one out",
        "\"customs_value\": | \"CUSTOMS_VALUE\":\"90000.00\",\"customs_value\":"
            + "| ,names customs_value twice; Maybe take one out",
        "\"assay\": | \"assay\":null,\"assay\": | ,names assay twice; Maybe take one out",
        "\"E1\" | \"\\ud83d\" | ,entry_id holds half a character",
        "\"E1\" | \"a\\tb\" | ,entry_id holds a control character",
        "\"E1\" | true | ,entry_id is neither a text nor a number",
      })
  void jsonThatCouldMeanTwoThingsIsRefused(String what, String other, String reason)
      throws IOException {
    String line = JSON.replace(what, other);
    assertTrue(!line.equals(JSON), what);
    assertEquals(List.of("10000.00", reason), outcome("a.jsonl", JSON + "\n" + line + "\n"));
  }

  private Path parquet(String replaced) throws IOException, SQLException {
    Path json = Files.writeString(folder.resolve("a.jsonl"), JSON + "\n");
    Path parquet = folder.resolve("a.parquet");
    try (Connection duck = DuckSql.connect();
        Statement statement = duck.createStatement()) {
      statement.execute(
          ("COPY (SELECT * REPLACE (%s) FROM read_json('%s', columns = {%s})) TO '%s'"
                  + " (FORMAT parquet)")
              .formatted(
                  replaced,
                  json,
                  String.join(
                      ", ", EntryColumn.ALL.stream().map(c -> c.word() + ": 'VARCHAR'").toList()),
                  parquet));
    }
    return parquet;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CAST(net_mass_kg AS DOUBLE) AS net_mass_kg",
        "CAST(net_mass_kg AS DECIMAL(18, 3)) AS net_mass_kg",
        "CAST(100 AS BIGINT) AS net_mass_kg",
        "CAST(customs_value AS DOUBLE) AS customs_value",
        "CAST(customs_value AS DECIMAL(38, 10)) AS customs_value",
        "CAST(40000 AS HUGEINT) AS customs_value",
        "CAST(assay AS DOUBLE) AS assay",
        "CAST(1 AS UTINYINT) AS assay",
        "CAST(line AS INTEGER) AS line",
        "CAST(hs_code AS INTEGER) AS hs_code",
        "CAST(hs_edition AS SMALLINT) AS hs_edition",
        "CAST(entry_date AS DATE) AS entry_date",
        "CAST(entry_date AS TIMESTAMP) AS entry_date",
        "CAST(entry_date AS TIMESTAMP_NS) AS entry_date",
        "CAST(NULL AS INTEGER) AS preference_code",
        "CAST(NULL AS VARCHAR) AS other_duties",
        "CAST(transformed_in AS ENUM('CHN', 'USA')) AS transformed_in",
      })
  void parquetMayHaveColumnsOfOtherTypes(String column) throws IOException, SQLException {
    assertEquals(List.of("10000.00"), outcome(parquet(column)));
  }

  /** Without a value there is no line, and half a cent is no amount. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CAST(NULL AS DATE) AS entry_date | entry_date,is empty",
        "CAST('nan' AS DOUBLE) AS customs_value | customs_value,",
        "CAST(0.1 AS DOUBLE) + 0.2 AS customs_value | customs_value,",
        "CAST(1.005 AS DECIMAL(9, 3)) AS customs_value | customs_value,",
        "CAST(line AS DOUBLE) AS line | line,",
        "CAST(-5 AS INTEGER) AS net_mass_kg | net_mass_kg,",
      })
  void whatIsNoAmountIsAReject(String column, String reason) throws IOException, SQLException {
    List<String> outcome = outcome(parquet(column));
    assertEquals(1, outcome.size());
    assertTrue(outcome.getFirst().startsWith(reason), outcome::toString);
  }

  /** Midnight in one place is the day before in another, and seven digits end below the cents. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CAST(entry_date AS TIMESTAMPTZ) AS entry_date | has entry_date as a time with a zone",
        "CAST(1234567.89 AS FLOAT) AS customs_value | has customs_value as a float of 32 bits",
      })
  void columnsThatDoNotSayWhatWasDeclaredAreRefused(String column, String reason)
      throws IOException, SQLException {
    Path parquet = parquet(column);
    UnreadableInput refused = assertThrows(UnreadableInput.class, () -> outcome(parquet));
    assertTrue(String.valueOf(refused.getMessage()).contains(reason), refused::toString);
    assertTrue(String.valueOf(refused.getMessage()).contains("\nMaybe write it"));
  }
}
