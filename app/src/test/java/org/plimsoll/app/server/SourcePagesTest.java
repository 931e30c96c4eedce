package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.SiteCitations;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.trade.Flow;

/** Pages about what was read and how numbers are computed. */
class SourcePagesTest {
  @TempDir private static Path folder;
  private static LiveServer server;

  @BeforeAll
  static void start() {
    server = LiveServer.ofTinyWorld(folder);
  }

  @AfterAll
  static void stop() {
    assertEquals(List.of(), server.faults());
    server.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    return server.send(server.request(path).GET());
  }

  @Test
  void aRowIsWhereItsCitationLeads() throws Exception {
    Evidence evidence = TinyWorld.evidence();
    for (Flow flow : evidence.flows()) {
      Source source = flow.provenance().source();
      String address = new SiteCitations().ofSource(source, 1).replaceAll("#.*", "");
      HttpResponse<String> page = get(address);
      assertEquals(200, page.statusCode(), address);
      String anchor = Markup.escape(SiteCitations.anchor(source.locator()));
      assertTrue(page.body().contains("<tr id=\"" + anchor + "\">"), anchor);
      assertTrue(page.body().contains("exporter " + flow.exporter().alpha3()), address);
    }
  }

  @Test
  void whatIsNotThereIsAPageThatSaysSo() throws Exception {
    for (String path : List.of("/sources/nobody@2020", "/method/nothing")) {
      HttpResponse<String> page = get(path);
      assertEquals(404, page.statusCode(), path);
      assertTrue(page.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
      assertTrue(page.body().contains("<h1>Not found</h1>"), page.body());
    }
  }

  @Test
  void aListNamesEachDatasetAndEachPageAboutTheMethod() throws Exception {
    String sources = get("/sources").body();
    for (Evidence.Dataset dataset : TinyWorld.evidence().datasets()) {
      String address = "/sources/" + dataset.id() + "@" + dataset.edition();
      assertTrue(sources.contains("href=\"" + address + "\""), address);
      assertEquals(200, get(address).statusCode(), address);
    }
    assertTrue(get("/method").body().contains("href=\"/method/market-search\""));
    String market = get("/method/market").body();
    assertTrue(market.contains("<h1 id=\"the-market\">The market</h1>"), market);
    assertEquals(
        "image/svg+xml", get("/method/growth.svg").headers().firstValue("Content-Type").orElse(""));
  }

  @Test
  void everyPageSaysWhatHoldsForAllOfIt() throws Exception {
    for (String path : List.of("/sources", "/method", "/method/risk")) {
      String page = get(path).body();
      for (String said : List.of("World ", "as of 2026", "vintage", "no draws")) {
        assertTrue(page.contains(said), () -> said + " is missing of " + path);
      }
    }
  }
}
