package org.plimsoll.app.server;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerJson;
import org.plimsoll.app.answer.Grid;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.server.http.Reply;

/** The forms in which tables are sent: the same bytes as the command line's. */
enum Rendering {
  JSON("application/json"),
  CSV("text/csv; charset=utf-8; header=present");

  private static final Duration STREAMED = Duration.ofSeconds(60);

  private final String type;

  Rendering(String type) {
    this.type = type;
  }

  /** The form that a request accepts: JSON, unless it names CSV and not JSON before it. */
  static Rendering accepted(String accept) {
    int csv = accept.indexOf("text/csv");
    int json = accept.indexOf("application/json");
    return csv >= 0 && (json < 0 || csv < json) ? CSV : JSON;
  }

  Reply reply(Answer answer) {
    if (answer.tables().stream().anyMatch(Table::isStreamed)) {
      return Reply.streamed(type, STREAMED, out -> write(answer, out));
    }
    return Reply.of(
        200,
        type,
        switch (this) {
          case JSON -> json(answer);
          case CSV -> csv(answer);
        });
  }

  /** Few rows at a time, so that a table of any length takes no more memory than a short one. */
  private void write(Answer answer, OutputStream out) throws IOException {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    switch (this) {
      case JSON -> AnswerJson.write(answer, text);
      case CSV -> Grid.writeCsv(answer.tables().getFirst(), text);
    }
    text.flush();
  }

  /** A text of JSON, as it is sent. */
  static Reply sent(String json) {
    return Reply.of(200, JSON.type, json);
  }

  static String json(Answer answer) {
    return AnswerJson.write(answer);
  }

  private static String csv(Answer answer) {
    StringWriter text = new StringWriter();
    try {
      Grid.writeCsv(answer.tables().getFirst(), text);
    } catch (IOException impossible) {
      throw new UncheckedIOException("writing to memory failed", impossible);
    }
    return text.toString();
  }
}
