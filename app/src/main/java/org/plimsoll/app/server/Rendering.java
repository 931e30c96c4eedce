package org.plimsoll.app.server;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerJson;
import org.plimsoll.app.answer.Grid;
import org.plimsoll.app.server.http.Reply;

/** The forms in which tables are sent: the same bytes as the command line's. */
enum Rendering {
  JSON("application/json"),
  CSV("text/csv; charset=utf-8; header=present");

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
    return Reply.of(
        200,
        type,
        switch (this) {
          case JSON -> json(answer);
          case CSV -> csv(answer);
        });
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
