package org.plimsoll.border.files;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /**
   * Reads a table.
   *
   * @throws UnreadableInput with the line that is wrong
   */
  public static List<ExchangeRate> read(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw UnreadableInput.of(file, e);
    }
    if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
      throw new UnreadableInput(file + " does not begin with its header\nMaybe write " + HEADER);
    }
    List<ExchangeRate> rates = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      try {
        if (cells.length != 3) {
          throw new IllegalArgumentException("has %d cells, not 3".formatted(cells.length));
        }
        rates.add(
            ExchangeRate.of(
                CurrencyCode.of(cells[0]), LocalDate.parse(cells[1]), new BigDecimal(cells[2])));
        if (!known.add(cells[0] + "," + cells[1])) {
          throw new IllegalArgumentException("is a second rate of that currency and day");
        }
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new UnreadableInput(
            "%s, line %d: '%s': %s\nMaybe write EUR,2027-01-01,1.0825"
                .formatted(
                    file,
                    i + 1,
                    lines.get(i),
                    String.valueOf(e.getMessage()).lines().findFirst().orElse("is no rate")),
            e);
      }
    }
    return rates;
  }
}
