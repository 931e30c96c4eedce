package org.plimsoll.border.files.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.plimsoll.border.entry.Cells;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.files.table.UnreadableRecord;
import org.plimsoll.border.files.table.Utf8Check;

/** JSON lines: an object of texts and numbers a line; null is empty. */
final class JsonCells implements CellSplitter {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(8).maxNumberLength(100).build())
          .build();

  private final CharsetEncoder utf8 = StandardCharsets.UTF_8.newEncoder();
  private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
  private final int[] starts = new int[EntryColumn.COUNT];
  private final int[] ends = new int[EntryColumn.COUNT];
  private final boolean[] isNamed = new boolean[EntryColumn.COUNT];

  @Override
  public CellSplitter copy() {
    return new JsonCells();
  }

  @Override
  public boolean split(byte[] bytes, int start, int end, Cells cells) {
    Utf8Check.require(bytes, start, end);
    texts.reset();
    java.util.Arrays.fill(starts, 0);
    java.util.Arrays.fill(ends, 0);
    java.util.Arrays.fill(isNamed, false);
    try (JsonParser json = FACTORY.createParser(bytes, start, end - start)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new UnreadableRecord("is no JSON object; Maybe write one {...} a line");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        Optional<EntryColumn> column = EntryColumn.find(json.currentName());
        JsonToken value = json.nextToken();
        if (column.isEmpty()) {
          json.skipChildren();
        } else {
          keep(column.get(), value, json);
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        throw new UnreadableRecord("goes on behind its JSON object; Maybe write one a line");
      }
    } catch (IOException e) {
      throw new UnreadableRecord(
          "is no JSON: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    cells.clear();
    cells.point(texts.toByteArray());
    for (EntryColumn column : EntryColumn.ALL) {
      cells.set(column, starts[column.position()], ends[column.position()]);
    }
    return false;
  }

  private void keep(EntryColumn column, JsonToken value, JsonParser json) throws IOException {
    if (isNamed[column.position()]) {
      throw new UnreadableRecord("names " + column.word() + " twice; Maybe take one out");
    }
    isNamed[column.position()] = true;
    switch (value) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
        String text = json.getText();
        if (text.chars().anyMatch(c -> c < ' ')) {
          throw new UnreadableRecord(column.word() + " holds a control character");
        }
        if (!utf8.canEncode(text)) {
          throw new UnreadableRecord(column.word() + " holds half a character");
        }
        starts[column.position()] = texts.size();
        texts.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        ends[column.position()] = texts.size();
      }
      case VALUE_NULL -> {}
      default -> throw new UnreadableRecord(column.word() + " is neither a text nor a number");
    }
  }
}
