package org.plimsoll.app.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An answer as a JSON object: its facts, then a list of objects per table, then {@code remarks}. A
 * row has every key of its table. A value that is missing is null, and {@code missing} of that row
 * says why by key.
 */
public final class AnswerJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private AnswerJson() {}

  public static String write(Answer answer) {
    StringWriter text = new StringWriter();
    write(answer, text);
    return text.toString();
  }

  /** The same, as it comes. */
  public static void write(Answer answer, Writer to) {
    try (JsonGenerator json = FACTORY.createGenerator(to)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.configure(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN.mappedFeature(), true);
      json.setPrettyPrinter(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      for (Map.Entry<String, Cell> fact : answer.facts().entrySet()) {
        json.writeFieldName(fact.getKey());
        write(fact.getValue(), json);
      }
      for (Table<?> table : answer.tables()) {
        write(table, json);
      }
      json.writeFieldName("remarks");
      writeNames(json, answer.remarks());
      json.writeEndObject();
      json.writeRaw('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("an answer could not be written", e);
    }
  }

  private static void write(Table<?> table, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(table.key());
    table.eachPart(part -> {
      try {
        writeRows(part, json);
      } catch (IOException e) {
        throw new UncheckedIOException("an answer could not be written", e);
      }
    });
    json.writeEndArray();
  }

  private static void writeRows(Table<?> table, JsonGenerator json) throws IOException {
    for (List<Cell> row : table.cells()) {
      Map<String, String> reasons = new TreeMap<>();
      json.writeStartObject();
      for (int i = 0; i < row.size(); i++) {
        String key = table.columns().get(i).key();
        json.writeFieldName(key);
        write(row.get(i), json);
        if (row.get(i) instanceof Cell.Missing(String reason)) {
          reasons.put(key, reason);
        }
      }
      if (!reasons.isEmpty()) {
        json.writeObjectFieldStart("missing");
        for (Map.Entry<String, String> reason : reasons.entrySet()) {
          json.writeStringField(reason.getKey(), reason.getValue());
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    }
  }

  private static void write(Cell cell, JsonGenerator json) throws IOException {
    switch (cell) {
      case Cell.Words words -> json.writeString(words.text());
      case Cell.Names names -> writeNames(json, names.names());
      case Cell.Truth truth -> json.writeBoolean(truth.value());
      case Cell.Day day -> json.writeString(day.text());
      case Cell.Exact exact -> json.writeNumber(exact.value());
      case Cell.Count count -> json.writeNumber(count.value());
      case Cell.Whole whole -> json.writeNumber(whole.value());
      case Cell.Figure figure -> json.writeNumber(figure.value());
      case Cell.Share share -> json.writeNumber(share.value());
      case Cell.Tiny tiny -> json.writeNumber(tiny.value());
      case Cell.Span span -> {
        json.writeStartObject();
        json.writeNumberField("low", span.low());
        json.writeNumberField("high", span.high());
        json.writeEndObject();
      }
      case Cell.Range range -> {
        json.writeStartObject();
        json.writeNumberField("low", range.value().low());
        json.writeNumberField("central", range.value().central());
        json.writeNumberField("high", range.value().high());
        json.writeEndObject();
      }
      case Cell.Fields fields -> {
        json.writeStartObject();
        for (Map.Entry<String, Cell> part : fields.parts().entrySet()) {
          json.writeFieldName(part.getKey());
          write(part.getValue(), json);
        }
        json.writeEndObject();
      }
      case Cell.Missing _ -> json.writeNull();
    }
  }

  private static void writeNames(JsonGenerator json, List<String> names) throws IOException {
    json.writeStartArray();
    for (String name : names) {
      json.writeString(name);
    }
    json.writeEndArray();
  }
}
