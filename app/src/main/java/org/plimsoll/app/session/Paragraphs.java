package org.plimsoll.app.session;

import java.util.ArrayList;
import java.util.List;

/** Running text in lines of a width that reads well. */
public final class Paragraphs {
  /** Characters in a line. */
  public static final int WIDTH = 96;

  private Paragraphs() {}

  /**
   * The text after a mark such as {@code "1. "}, further lines set in under its beginning. Words
   * joined by a space that does not break stay on one line.
   */
  public static List<String> item(String mark, String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(mark);
    boolean isBegun = false;
    for (String word : List.of(text.strip().split(" +"))) {
      if (isBegun && line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(mark.length()));
        isBegun = false;
      }
      line.append(isBegun ? " " : "").append(word);
      isBegun = true;
    }
    lines.add(line.toString());
    return lines.stream().map(Paragraphs::plain).toList();
  }

  /** The text with ordinary spaces only. */
  public static String plain(String text) {
    return text.replace('\u00A0', ' ');
  }
}
