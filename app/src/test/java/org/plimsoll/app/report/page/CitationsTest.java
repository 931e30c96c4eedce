package org.plimsoll.app.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.report.markup.Citations;
import org.plimsoll.app.report.markup.ListCitations;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.SiteCitations;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;

/** The same sections in a report and on a site: only the addresses of citations differ. */
class CitationsTest {
  private static final String CITED = "href=\"(#src-|#how-|/sources/|/method)[^\"]*\"";

  private static String written(List<Section> sections, Citations citations) {
    Numbering numbering = new Numbering(citations, Width.PAGE);
    return sections.stream()
        .flatMap(section -> section.blocks().stream())
        .map(block -> block.render(numbering).toString())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void nothingDiffersButTheAddresses() {
    List<Section> sections = new ArrayList<>(Demonstration.page().sections());
    sections.add(Section.of("computed", "Computed", Paragraph.of(computed())));
    String report = written(sections, new ListCitations());
    String site = written(sections, new SiteCitations());
    assertFalse(report.equals(site));
    assertEquals(report.replaceAll(CITED, "href"), site.replaceAll(CITED, "href"));
    assertTrue(report.contains("href=\"#src-1\"") && report.contains("href=\"#how-1\""));
    assertFalse(site.contains("#src-") || site.contains("#how-"));
    assertTrue(site.contains("href=\"/method/market\""), site);
    assertTrue(site.contains("href=\"/sources/made-up-trade@2026#all_rows\""), site);
  }

  private static Num computed() {
    Origin origin = Origin.derived(List.of("run status-quo", "docs/method/market.md"));
    return Num.of(
        Interval.exactly(7),
        Unit.TONNES,
        Grade.B,
        Status.DERIVED,
        origin.and(Demonstration.TRADE),
        "");
  }

  private static String site(String... from) {
    return new SiteCitations().ofDerivation(new Numbering.Derivation(1, List.of(from)));
  }

  @Test
  void aComputedNumberLeadsToItsMethodOrElseToItsFirstSource() {
    assertEquals(
        "/method/market", site("run status-quo", "usgs-mcs@2026#row 2", "docs/method/market.md"));
    assertEquals("/sources/usgs-mcs@2026#row_2", site("run status-quo", "usgs-mcs@2026#row 2"));
    assertEquals("/method", site("count of leverage in this plan"));
  }

  @Test
  void whatCannotStandInAnAddressIsWrittenInHexadecimals() {
    Source source = new Source("tariffs", "2026/11", "\"CIF\" über FOB, 261710?#");
    assertEquals(
        "/sources/tariffs@2026%2F11#%22CIF%22_%C3%BCber_FOB%2C_261710%3F%23",
        new SiteCitations().ofSource(source, 1));
    assertEquals("\"CIF\"_über_FOB,_261710?#", SiteCitations.anchor(source.locator()));
  }
}
