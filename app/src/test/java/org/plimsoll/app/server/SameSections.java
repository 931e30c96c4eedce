package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Holds a page of the site against the report of the same thing. */
final class SameSections {
  private static final Pattern SECTION =
      Pattern.compile("<section id=\"([a-z0-9-]+)\">.*?</section>", Pattern.DOTALL);

  /** Where citations lead: in the report to its lists, on the site to other pages. */
  private static final Pattern CITATION =
      Pattern.compile("href=\"(?:#src-|#how-|/sources/|/method)[^\"]*\"");

  /** The lists that close a report, which the site has as pages. */
  private static final List<String> LISTS = List.of("sources", "computed");

  private SameSections() {}

  /** Fails if a section of the report differs from the site's in more than where it cites. */
  static void check(String report, String site) {
    Map<String, String> wanted = sections(report);
    wanted.keySet().removeAll(LISTS);
    assertFalse(wanted.isEmpty(), "the report has no sections");
    Map<String, String> found = sections(site);
    wanted.forEach((id, section) -> assertEquals(section, found.get(id), id));
  }

  private static Map<String, String> sections(String page) {
    Map<String, String> sections = new TreeMap<>();
    SECTION
        .matcher(page)
        .results()
        .forEach(found ->
            sections.put(found.group(1), CITATION.matcher(found.group()).replaceAll("href=\"\"")));
    return sections;
  }
}
