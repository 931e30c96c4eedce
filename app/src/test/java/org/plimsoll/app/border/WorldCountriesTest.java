package org.plimsoll.app.border;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.border.origin.CountryList;
import org.plimsoll.model.place.CountryCode;

/** The border knows every country that the world's list has. */
class WorldCountriesTest {
  /** Aggregates, the Union's delegation, and islands of which the code was withdrawn. */
  private static final List<String> NO_ORIGINS = List.of("EUE", "PUS", "ROW", "XEU");

  @Test
  void everyCountryOfTheWorldIsKnown() throws IOException {
    List<String> codes =
        Files.readAllLines(Path.of("..", "world", "countries.csv")).stream()
            .skip(1)
            .map(row -> row.split(",", 2)[0])
            .toList();
    assertTrue(codes.size() > 200, codes::toString);
    assertEquals(
        NO_ORIGINS,
        codes.stream().filter(code -> !CountryList.has(CountryCode.of(code))).sorted().toList());
  }
}
