package org.plimsoll.app.report.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {
  private static final String LETTERS = "<>&\"'ab;#lt é≈";

  @Test
  void textCannotBecomeMarkup() {
    assertEquals(
        "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;",
        Markup.text("<script>alert(\"1\" & '2')</script>").toString());
  }

  @Test
  void attributesCannotBeLeft() {
    String tag = Tag.of("p").with("title", "\" onclick=\"x()").text("a<b").markup().toString();
    assertEquals("<p title=\"&quot; onclick=&quot;x()\">a&lt;b</p>", tag);
  }

  @Test
  void controlCharactersAreReplaced() {
    assertEquals("a\uFFFDb\tc\nd", Markup.text("a\u0000b\tc\nd").toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void readingBackGivesTheText(int seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    String html = Markup.text(text.toString()).toString();
    assertFalse(html.contains("<") || html.contains(">") || html.contains("\""));
    String back =
        html.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");
    assertEquals(text.toString(), back);
  }

  @Test
  void emptyElementsAreClosedAsHtmlWantsIt() {
    assertEquals("<td></td>", Tag.of("td").markup().toString());
    assertEquals("<br>", Tag.of("br").markup().toString());
    assertEquals("<rect x=\"1.5\"/>", Tag.of("rect").with("x", 1.5).markup().toString());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-0.04, 0", "1, 1", "1.25, 1.3", "-0.5, -0.5", "-12.34, -12.3", "100, 100"})
  void coordinatesHaveATenthAtMost(double value, String text) {
    assertEquals(text, Tag.number(value));
  }

  @Test
  void coordinatesAreFinite() {
    assertThrows(IllegalArgumentException.class, () -> Tag.number(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Tag.number(Double.POSITIVE_INFINITY));
  }

  @Test
  void linksLeadToPagesOnly() {
    assertThrows(IllegalArgumentException.class, () -> Inline.link("x", "javascript:alert(1)"));
    assertThrows(IllegalArgumentException.class, () -> Inline.link("x", "data:text/html,x"));
    assertEquals(
        "<a href=\"https://example.org/?a=1&amp;b=2\" rel=\"noreferrer\">x</a>",
        Inline.link("x", "https://example.org/?a=1&b=2").render(new Numbering()).toString());
  }
}
