package org.plimsoll.app.method;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MethodPagesTest {
  private static final Path DOCS =
      Path.of(System.getProperty("plimsoll.root", ".."), "docs", "method");
  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]*)\"");

  @Test
  void everyPageOfTheFolderIsThere() throws Exception {
    try (Stream<Path> files = Files.list(DOCS)) {
      assertEquals(
          files
              .map(file -> String.valueOf(file.getFileName()))
              .filter(name -> name.endsWith(".md"))
              .map(name -> name.substring(0, name.length() - 3))
              .sorted()
              .toList(),
          MethodPages.NAMES.stream().sorted().toList());
    }
    assertEquals(Optional.empty(), MethodPages.find("../dictionary"));
    assertEquals(Optional.empty(), MethodPages.findPicture("market.md"));
  }

  @Test
  void everyLinkLeadsSomewhere() {
    for (MethodPage page : MethodPages.list()) {
      for (String address : links(page)) {
        assertTrue(leadsSomewhere(page, address), page.name() + " links to " + address);
      }
    }
  }

  private static List<String> links(MethodPage page) {
    return LINK.matcher(page.body().toString()).results().map(found -> found.group(1)).toList();
  }

  private static boolean leadsSomewhere(MethodPage page, String address) {
    if (address.startsWith("https://")) {
      return true;
    }
    String file = address.replaceAll("#.*", "").replace("/method/", "");
    String fragment = address.contains("#") ? address.replaceAll(".*#", "") : "";
    if (MethodPages.findPicture(file).isPresent()) {
      return true;
    }
    Optional<MethodPage> target = file.isEmpty() ? Optional.of(page) : MethodPages.find(file);
    return target
        .map(t -> fragment.isEmpty() || t.body().toString().contains("id=\"" + fragment + "\""))
        .orElse(false);
  }

  @Test
  void markdownBecomesHtmlAndNothingOfItIsInline() {
    MethodPage page =
        new MethodText(
                """
                # A title with `code`

                Words, *stress*, <b>no tag</b>, [here](market.md#demand), [elsewhere](../verbs.md).

                <!-- begin -->

                | a | b |
                |---|--:|
                | 1 | 2 < 3 |

                    x = y

                ## Two words, there

                - one
                - two
                """)
            .page("x");
    String html = page.body().toString();
    assertEquals("A title with code", page.title());
    for (String said :
        List.of(
            "<em>stress</em>",
            "&lt;b&gt;no tag&lt;/b&gt;",
            "<a href=\"/method/market#demand\">here</a>, elsewhere.",
            "<table class=\"words\">",
            "<td align=\"right\">2 &lt; 3</td>",
            "<pre class=\"scroll\" tabindex=\"0\"><code>x = y",
            "<h2 id=\"two-words-there\">",
            "<li>one</li>")) {
      assertTrue(html.contains(said), () -> said + " is missing of " + html);
    }
    assertFalse(html.contains("begin"), html);
    MethodPages.list()
        .forEach(each ->
            assertFalse(
                Pattern.compile("<[a-z][^>]* (?:on[a-z]+|style)=")
                    .matcher(each.body().toString())
                    .find(),
                each.name()));
  }

  @Test
  void noTwoHeadingsOfAPageHaveOneAnchor() {
    for (MethodPage page : MethodPages.list()) {
      List<String> ids =
          Pattern.compile(" id=\"([^\"]*)\"")
              .matcher(page.body().toString())
              .results()
              .map((MatchResult found) -> found.group(1))
              .toList();
      assertEquals(ids.stream().distinct().toList(), ids, page.name());
    }
  }
}
