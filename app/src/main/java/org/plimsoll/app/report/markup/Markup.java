package org.plimsoll.app.report.markup;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of HTML or SVG. Text enters it only through {@link #text}, which escapes, so that a piece
 * can be put into another without asking where it came from.
 */
public final class Markup {
  /** Nothing. */
  public static final Markup NONE = new Markup("");

  private final String html;

  private Markup(String html) {
    this.html = html;
  }

  /** Text for a person, escaped so that it cannot be read as markup. */
  public static Markup text(String text) {
    return new Markup(escape(text));
  }

  /** The pieces one after the other. */
  public static Markup of(Markup... pieces) {
    return of(Arrays.asList(pieces));
  }

  /** The pieces one after the other. */
  public static Markup of(List<Markup> pieces) {
    return new Markup(pieces.stream().map(Markup::toString).collect(Collectors.joining()));
  }

  /** What this package wrote itself and knows to be well formed. */
  public static Markup trusted(String html) {
    return new Markup(html);
  }

  /** Text as it may stand between tags and between double quotes. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n', '\t' -> out.append(c);
        // Control characters are not allowed in HTML, not even as references.
        default -> out.append(Character.isISOControl(c) ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }

  /** The HTML or SVG. */
  @Override
  public String toString() {
    return html;
  }
}
