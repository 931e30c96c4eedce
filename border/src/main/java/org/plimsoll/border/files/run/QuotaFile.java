package org.plimsoll.border.files.run;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.plimsoll.border.files.table.FixedTable;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.levy.ContentText;
import org.plimsoll.border.levy.QuotaYear;
import org.plimsoll.border.levy.ScheduleBook;

/**
 * What was taken of quotas, as CSV: a run writes it at its end, and the run over the entries that
 * come next begins with it, since a quota lasts a year and a file of entries perhaps a month.
 */
public final class QuotaFile {
  /** The file in the folder of a run whose schedule has quotas. */
  public static final String NAME = "quotas.csv";

  private static final String HEADER = "quota,year,taken_kg";
  private static final Pattern YEAR = Pattern.compile("[0-9]{4}");
  private static final Pattern KILOGRAMS = Pattern.compile("[0-9]{1,10}(\\.[0-9]{1,9})?");
  private static final BigDecimal MOST = new BigDecimal("9e9");
  private static final int DECIMALS = 9;

  private QuotaFile() {}

  /**
   * What was taken, in micrograms.
   *
   * @throws UnreadableInput with the line that is wrong, or whose quota the schedule has not
   */
  static SortedMap<QuotaYear, Long> read(Path file, ScheduleBook book) throws IOException {
    SortedMap<QuotaYear, Long> taken = new TreeMap<>();
    FixedTable.read(
        file,
        HEADER,
        (place, cells) -> {
          if (!book.hasQuota(cells[0])) {
            throw new UnreadableInput(
                "%s: the schedule has no quota '%s'\nMaybe compare the name, or take the line out"
                    .formatted(place, cells[0]));
          }
          if (!YEAR.matcher(cells[1]).matches()
              || !KILOGRAMS.matcher(cells[2]).matches()
              || new BigDecimal(cells[2]).compareTo(MOST) > 0) {
            throw new UnreadableInput(
                "%s: '%s' is no year and mass up to 9 Mt\nMaybe write %s,2027,1234.5"
                    .formatted(place, cells[1] + "," + cells[2], cells[0]));
          }
          long micrograms = new BigDecimal(cells[2]).movePointRight(DECIMALS).longValueExact();
          QuotaYear quota = new QuotaYear(cells[0], Integer.parseInt(cells[1]));
          if (taken.put(quota, micrograms) != null) {
            throw new UnreadableInput(
                "%s: %s stands twice for %s\nMaybe take the earlier line out"
                    .formatted(place, cells[0], cells[1]));
          }
          return micrograms;
        });
    return taken;
  }

  static void write(Path file, SortedMap<QuotaYear, Long> taken) throws IOException {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    taken.forEach((quota, micrograms) -> {
      text.append(quota.quota()).append(',').append("%04d".formatted(quota.year())).append(',');
      text.append(ContentText.of(micrograms)).append('\n');
    });
    Files.writeString(file, text);
  }
}
