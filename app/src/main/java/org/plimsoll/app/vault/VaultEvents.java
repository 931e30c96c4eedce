package org.plimsoll.app.vault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
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
import org.plimsoll.app.session.Refusal;
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
    return String.valueOf(file.getFileName()).endsWith(".csv")
        ? ofCsv(file, CsvRows.read(file))
        : ofJson(file, Files.readAllLines(file, StandardCharsets.UTF_8));
  }

  /** The same of a text of CSV. */
  public static List<Line> ofCsv(String name, String text) {
    return ofCsv(name, CsvRows.parse(name, text));
  }

  private static List<Line> ofCsv(Object name, List<NamedCsvRecord> rows) {
    return rows.stream()
        .map(row -> line(name, row.getStartingLineNumber(), row.getFieldsAsMap()))
        .toList();
  }

  /** The same of a text with an object of JSON a line. */
  public static List<Line> ofJson(String name, String text) {
    return ofJson(name, text.lines().toList());
  }

  private static List<Line> ofJson(Object name, List<String> texts) {
    List<Line> lines = new ArrayList<>();
    long number = 0;
    for (String text : texts) {
      number++;
      if (!text.isBlank()) {
        try {
          lines.add(line(name, number, columns(text)));
        } catch (JsonProcessingException e) {
          lines.add(
              unreadable(name, number, "line" + number, "is no JSON: " + e.getOriginalMessage()));
        }
      }
    }
    return lines;
  }

  /**
   * The event in an object of JSON, which need not repeat its id.
   *
   * @throws Refusal if it cannot be read, or says another id
   */
  public static Event ofObject(String id, String text) {
    try {
      Map<String, String> columns = columns(text);
      String said = columns.getOrDefault("id", id).strip();
      if (!said.equals(id)) {
        throw Refusal.of(
            "the event says that its id is '%s', and its address '%s'".formatted(said, id),
            "leave the id out of the event");
      }
      columns.put("id", id);
      return Event.of(columns);
    } catch (JsonProcessingException e) {
      throw Refusal.of("the event is no JSON: " + e.getOriginalMessage(), "send an object");
    }
  }

  private static Map<String, String> columns(String text) throws JsonProcessingException {
    Map<String, String> columns = new TreeMap<>();
    JSON.readTree(text).properties().forEach(p -> columns.put(p.getKey(), p.getValue().asText()));
    return columns;
  }

  private static Line line(Object name, long number, Map<String, String> columns) {
    String id = columns.getOrDefault("id", "").strip();
    try {
      return new Line(id, Optional.of(Event.of(columns)), Optional.empty());
    } catch (IllegalArgumentException e) {
      String known = id.matches("[A-Za-z0-9][A-Za-z0-9._+:-]{0,99}") ? id : "line" + number;
      return unreadable(name, number, known, String.valueOf(e.getMessage()));
    }
  }

  private static Line unreadable(Object name, long number, String id, String problem) {
    return new Line(
        id,
        Optional.empty(),
        Optional.of(name + ":" + number + ": " + problem.replace("\n", "\n  ")));
  }
}
