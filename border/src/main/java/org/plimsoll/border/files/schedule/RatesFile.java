package org.plimsoll.border.files.schedule;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.plimsoll.border.files.table.FixedTable;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.border.levy.ExchangeRate;
import org.plimsoll.model.quantity.CurrencyCode;

/**
 * Rates of exchange as CSV. They are published far more often than the law changes: in a folder of
 * versions, {@link #NAME} holds for all of them.
 */
public final class RatesFile {
  /** The file in a folder of versions. */
  public static final String NAME = "rates.csv";

  private static final String HEADER = "currency,from,rate";

  private RatesFile() {}

  /** Writes a table that {@link #read} reads. */
  public static void write(Path file, List<ExchangeRate> rates) throws IOException {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    for (ExchangeRate rate : rates) {
      text.append("%s,%s,%s\n".formatted(rate.currency(), rate.from(), rate.toDecimal()));
    }
    Files.writeString(file, text);
  }

  /**
   * Reads a table.
   *
   * @throws UnreadableInput with the line that is wrong
   */
  public static List<ExchangeRate> read(Path file) throws IOException {
    Set<String> known = new HashSet<>();
    return FixedTable.read(
        file,
        HEADER,
        (place, cells) -> {
          try {
            if (!known.add(cells[0] + "," + cells[1])) {
              throw new IllegalArgumentException("is a second rate of that currency and day");
            }
            return ExchangeRate.of(
                CurrencyCode.of(cells[0]), LocalDate.parse(cells[1]), new BigDecimal(cells[2]));
          } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableInput(
                "%s: '%s': %s\nMaybe write EUR,2027-01-01,1.0825"
                    .formatted(
                        place,
                        String.join(",", cells),
                        String.valueOf(e.getMessage()).lines().findFirst().orElse("is no rate")),
                e);
          }
        });
  }
}
