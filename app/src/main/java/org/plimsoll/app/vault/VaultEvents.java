package org.plimsoll.app.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.plimsoll.app.session.CsvRows;
import org.plimsoll.vault.ledger.Event;

/** Files of events for a vault: JSON lines or CSV. */
public final class VaultEvents {
  /** Prices stay as they are written. */
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private VaultEvents() {}

  /**
   * A line of the file.
   *
   * @param id what it says its id is; a line that says none is known by its number
   * @param event what it asks for, if it can be read
   * @param problem why it cannot, with place and way out
   */
  public record Line(String id, Optional<Event> event, Optional<String> problem) {}

  public static List<Line> read(Path file) throws IOException {
    return String.valueOf(file.getFileName()).endsWith(".csv") ? readCsv(file) : readJson(file);
  }

  private static List<Line> readCsv(Path file) {
    return CsvRows.read(file).stream()
        .map(row -> line(file, row.getStartingLineNumber(), row.getFieldsAsMap()))
        .toList();
  }

  private static List<Line> readJson(Path file) throws IOException {
    List<Line> lines = new ArrayList<>();
    long number = 0;
    for (String text : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      number++;
      if (!text.isBlank()) {
        try {
          JsonNode node = JSON.readTree(text);
          Map<String, String> columns = new TreeMap<>();
          node.properties().forEach(p -> columns.put(p.getKey(), p.getValue().asText()));
          lines.add(line(file, number, columns));
        } catch (JsonProcessingException e) {
          lines.add(
              unreadable(file, number, "line" + number, "is no JSON: " + e.getOriginalMessage()));
        }
      }
    }
    return lines;
  }

  private static Line line(Path file, long number, Map<String, String> columns) {
    String id = columns.getOrDefault("id", "").strip();
    try {
      return new Line(id, Optional.of(Event.of(columns)), Optional.empty());
    } catch (IllegalArgumentException e) {
      String known = id.matches("[A-Za-z0-9][A-Za-z0-9._+:-]{0,99}") ? id : "line" + number;
      return unreadable(file, number, known, String.valueOf(e.getMessage()));
    }
  }

  private static Line unreadable(Path file, long number, String id, String problem) {
    return new Line(
        id,
        Optional.empty(),
        Optional.of(file + ":" + number + ": " + problem.replace("\n", "\n  ")));
  }
}
