package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.app.language.Language;
import org.plimsoll.app.language.Messages;

/** Pages in the languages that there are, as they come without script. */
class LanguagesTest {
  private static final String STATE = "on=tinium/refined&from=action-plan-2026";

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

  private static HttpResponse<String> get(String path, String... headers) throws Exception {
    return server.send(server.request(path, headers).GET());
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static boolean varies(HttpResponse<String> answer) {
    return String.join(", ", answer.headers().allValues("Vary")).contains("Accept-Language");
  }

  @Test
  void aBrowserGetsItsLanguageAndAnAddressAnother() throws Exception {
    HttpResponse<String> english = get("/minerals");
    HttpResponse<String> spanish = get("/minerals", "Accept-Language", "es-MX, en;q=0.5");
    HttpResponse<String> japanese = get("/minerals?lang=ja", "Accept-Language", "es-MX");
    assertTrue(english.body().contains("<html lang=\"en\">"));
    assertTrue(spanish.body().contains("<html lang=\"es\">"));
    assertTrue(spanish.body().contains("<h1>Minerales</h1>"));
    assertTrue(japanese.body().contains("<html lang=\"ja\">"));
    for (HttpResponse<String> page : List.of(english, spanish, japanese)) {
      assertTrue(varies(page), "another browser may get another language");
    }
    assertEquals(304, get("/minerals", "If-None-Match", header(english, "ETag")).statusCode());
    assertNotEquals(header(english, "ETag"), header(spanish, "ETag"));
    HttpResponse<String> other =
        get("/minerals", "If-None-Match", header(english, "ETag"), "Accept-Language", "es");
    assertEquals(200, other.statusCode(), "what a browser has is in another language");
    assertTrue(varies(get("/lab")));
    assertFalse(varies(server.get("/products")));
  }

  @Test
  void onlyATranslationThatNobodyReadSaysSo() throws Exception {
    for (Language language : Language.values()) {
      String said = Messages.read(language).say("frame.unreviewed");
      boolean isSaid = get("/minerals?lang=" + language.code()).body().contains(said);
      assertEquals(!language.isReviewed(), isSaid, language::code);
    }
  }

  @Test
  void aLanguageThatThereIsNotIsNamedWithThoseThereAre() throws Exception {
    HttpResponse<String> answer = get("/minerals?lang=fr");
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("en or es or ja"), answer.body());
  }

  @Test
  void whatAPageLeadsToKeepsTheLanguageThatWasAskedFor() throws Exception {
    String page = get("/minerals?lang=es").body();
    for (String link :
        List.of(
            "href=\"/lab?lang=es\"",
            "href=\"/projects?lang=es\"",
            "href=\"/lab?on=tinium/refined&amp;from=action-plan-2026&amp;lang=es\"",
            "href=\"/api/v1/openapi.json\"",
            "href=\"?lang=ja\"",
            "href=\"#minerals\"")) {
      assertTrue(page.contains(link), () -> link + " is missing of " + page);
    }
    String first = get("/?lang=es").body();
    assertTrue(first.contains("href=\"/projects?lang=es#commitments\""), first);
    assertTrue(first.contains("action=\"/plan?lang=es\""), first);
    String preferred = get("/minerals", "Accept-Language", "es").body();
    assertTrue(preferred.contains("href=\"/projects\""), "nobody asked for it in the address");
  }

  @Test
  void aPlanThatIsOrderedInALanguageComesInIt() throws Exception {
    HttpResponse<String> made =
        server.send(
            server
                .request("/plan?lang=ja", "Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("quick=true")));
    assertEquals(303, made.statusCode(), made::body);
    String address = header(made, "Location");
    assertTrue(address.matches("/plans/[0-9a-f]+\\?lang=ja"), address);
    server.get("/jobs/" + address.replaceAll("/plans/|\\?.*", "") + "/events"); // until it is there
    String plan = get(address).body();
    assertTrue(plan.contains("<div lang=\"en\"><section id="), "the report is in English");
    assertTrue(plan.contains("<h2>目次</h2>"), plan);
  }

  @Test
  void theLabKeepsALanguageInItsAddressAndItsForm() throws Exception {
    HttpResponse<String> led = get("/lab?lang=es&floor.tinium%2Frefined=20&" + STATE);
    assertEquals(303, led.statusCode());
    String address = "/lab?" + STATE + "&floor.tinium/refined=20&lang=es";
    assertEquals(address, header(led, "Location"));
    String page = get(address).body();
    String state = address.replace("/lab?", "").replace("&", "&amp;");
    assertTrue(page.contains("data-state=\"" + state + "\""), page);
    assertTrue(page.contains("name=\"lang\" value=\"es\"></form>"), page);
    assertTrue(page.contains("href=\"?" + state.replace("lang=es", "lang=ja") + "\""), page);
    String part = get("/lab/part?" + STATE + "&lang=es&part=all").body();
    assertTrue(part.contains("data-state=\"" + STATE.replace("&", "&amp;") + "&amp;lang=es\""));
    assertFalse(get("/lab?" + STATE).body().contains("name=\"lang\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/?x=\"><u>", "/lab?lang=es&x=%22\"><u>"})
  void whatIsWrittenInAnAddressIsNoPartOfThePage(String path) throws Exception {
    String page = server.rawGet(path);
    assertFalse(page.contains("<u>"), page);
  }
}
