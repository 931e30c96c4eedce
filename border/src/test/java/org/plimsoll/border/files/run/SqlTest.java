package org.plimsoll.border.files.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.table.DuckSql;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.LevySql;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.border.levy.LevyRule;
import org.plimsoll.border.levy.ScheduleBook;

/** The same law in SQL on two hundred thousand lines: every line equal to the cent. */
class SqlTest {
  private static final int LINES = 200_000;

  @Test
  void everyLineIsEqualToTheCent(@TempDir Path folder) throws IOException, SQLException {
    List<LevyRule> rules = EntryText.plainRules();
    Path csv = folder.resolve("entries.csv");
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write(EntryText.header() + "\n");
      for (int i = 0; i < LINES; i++) {
        out.write(EntryText.csv(EntryText.line(20261124, i, rules)) + "\n");
      }
    }
    Path out = folder.resolve("out");
    new AssessRun(ScheduleBook.of(TinyLaw.schedule(rules)), 1, AssessRun.OFTEN)
        .run(EntryInput.of(csv), out);
    String results = "read_csv('%s', all_varchar = true)".formatted(out.resolve(AssessRun.RESULTS));
    String entries = "read_csv('%s', all_varchar = true)".formatted(csv);
    try (Connection duck = DuckSql.connect();
        Statement statement = duck.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT count(*), count(*) FILTER (cents > 0),
                  count(*) FILTER (cents <> CAST(CAST(levy AS DECIMAL(30, 2)) * 100 AS HUGEINT))
                FROM (%s) theirs JOIN %s ours USING (entry_id, line)
                """
                    .formatted(LevySql.levies(entries), results))) {
      assertTrue(row.next());
      assertEquals(LINES, row.getLong(1));
      assertTrue(row.getLong(2) > LINES / 4, row.getLong(2) + " lines owe something");
      assertEquals(0, row.getLong(3));
    }
  }
}
