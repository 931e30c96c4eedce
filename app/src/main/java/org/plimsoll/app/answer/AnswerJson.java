package org.plimsoll.app.answer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.plimsoll.app.answer.Answer.Table;

/**
 * An answer as a JSON object: its facts, then a list of objects per table, then {@code remarks}.
 * What is not known has no key.
 */
public final class AnswerJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private AnswerJson() {}

  public static String write(Answer answer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      json.setPrettyPrinter(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));
      json.writeStartObject();
      for (Map.Entry<String, String> fact : answer.facts().entrySet()) {
        json.writeStringField(fact.getKey(), fact.getValue());
      }
      for (Table table : answer.tables()) {
        write(table, json);
      }
      writeNames(json, "remarks", answer.remarks());
      json.writeEndObject();
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return text.append('\n').toString();
  }

  private static void write(Table table, JsonGenerator json) throws IOException {
    json.writeArrayFieldStart(table.key());
    for (List<Cell> row : table.rows()) {
      json.writeStartObject();
      for (int i = 0; i < row.size(); i++) {
        write(table.columns().get(i).key(), row.get(i), json);
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void write(String key, Cell cell, JsonGenerator json) throws IOException {
    switch (cell) {
      case Cell.Words words -> json.writeStringField(key, words.text());
      case Cell.Amount amount -> json.writeStringField(key, amount.text());
      case Cell.Names names -> writeNames(json, key, names.names());
      case Cell.Figure figure -> json.writeNumberField(key, figure.value());
      case Cell.Share share -> json.writeNumberField(key, share.value());
      case Cell.Tiny tiny -> json.writeNumberField(key, tiny.value());
      case Cell.Whole whole -> json.writeNumberField(key, whole.value());
      case Cell.Span span -> {
        json.writeObjectFieldStart(key);
        json.writeNumberField("low", span.low());
        json.writeNumberField("high", span.high());
        json.writeEndObject();
      }
      case Cell.Range range -> {
        json.writeObjectFieldStart(key);
        json.writeNumberField("low", range.value().low());
        json.writeNumberField("central", range.value().central());
        json.writeNumberField("high", range.value().high());
        json.writeEndObject();
      }
      case Cell.Nothing nothing -> {}
    }
  }

  private static void writeNames(JsonGenerator json, String key, List<String> names)
      throws IOException {
    json.writeArrayFieldStart(key);
    for (String name : names) {
      json.writeString(name);
    }
    json.writeEndArray();
  }
}
