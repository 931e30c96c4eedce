package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.model.provenance.Sha256;
import org.xml.sax.InputSource;

/** Pages for browsers, as they come without script. */
class PagesTest {
  private static final String STATE =
      "on=tinium/refined&from=action-plan-2026&floor.tinium/refined=20&keep.AAA.tinium/refined=0.5";
  private static final Pattern PART = Pattern.compile("<section id=\"([a-z]+)\".*?</section>");

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

  private static String page(String query) throws Exception {
    HttpResponse<String> answer = get("/lab?" + query);
    assertEquals(200, answer.statusCode(), answer::body);
    return answer.body();
  }

  @Test
  void aStateIsAFormWithAButtonAndItsAnswer() throws Exception {
    String page = page(STATE);
    for (String said :
        List.of(
            "action=\"/lab\" method=\"get\"",
            "name=\"floor.tinium/refined\" min=\"0\"",
            "value=\"20\"",
            "name=\"keep.AAA.tinium/refined\"",
            "value=\"0.5\"",
            "type=\"submit\">Solve</button>",
            "id=\"prices\"",
            "id=\"figures\"",
            "id=\"now\"",
            "id=\"before\"",
            "id=\"map\"",
            "id=\"members\"",
            "id=\"findings\"",
            "Certificate",
            "central case")) {
      assertTrue(page.contains(said), () -> said + " is missing of " + page);
    }
  }

  @Test
  void anAddressThatAFormWroteLeadsToTheOneThatUsersShare() throws Exception {
    HttpResponse<String> answer =
        get(
            "/lab?on=tinium%2Frefined&from=action-plan-2026&floor.tinium%2Frefined=20"
                + "&gap.tinium%2Frefined=&by=AAA&to=&share=0.5&h=");
    assertEquals(303, answer.statusCode());
    assertEquals("/lab?" + STATE, answer.headers().firstValue("Location").orElseThrow());
  }

  @Test
  void whatIsNotReadIsNamedWithAWayOut() throws Exception {
    String page = page(STATE + "&flor.tinium/refined=3");
    assertTrue(page.contains("the Lab has no key &#39;flor&#39;"), page);
    assertTrue(page.contains("floor"), page);
  }

  @Test
  void everyMovedLeverHasAnAddressWithoutIt() throws Exception {
    String page = page(STATE);
    assertTrue(
        page.contains(
            "href=\"/lab?on=tinium/refined&amp;from=action-plan-2026"
                + "&amp;keep.AAA.tinium/refined=0.5\""),
        page);
    assertTrue(
        page.contains("href=\"/lab?on=tinium/refined&amp;from=action-plan-2026\">Reset all"), page);
  }

  @Test
  void thePartsOfAnAnswerAreThoseOfThePage() throws Exception {
    String page = page(STATE);
    String fast = get("/lab/part?" + STATE + "&part=fast").body();
    assertEquals(List.of("failure", "figures", "prices", "now"), ids(fast));
    for (String all : List.of(fast, get("/lab/part?" + STATE + "&part=all").body())) {
      PART.matcher(all)
          .results()
          .forEach(part -> assertTrue(page.contains(part.group()), part::group));
    }
  }

  @Test
  void anAnswerSaysHowLongItTookToSolveAndToDraw() throws Exception {
    String timing =
        get("/lab/part?" + STATE + "&part=fast").headers().firstValue("Server-Timing").orElse("");
    assertTrue(timing.matches("solve;dur=[0-9.]+, draw;dur=[0-9.]+"), timing);
  }

  private static List<String> ids(String html) {
    return PART.matcher(html).results().map((MatchResult part) -> part.group(1)).toList();
  }

  private static HttpResponse<String> post(String path, String form) throws Exception {
    return server.send(
        server
            .request(path, "Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  /** Both begin with the mineral that is open, and keep A. */
  @Test
  void nothingDoneAndTheWorstStopCanBeBegunWith() throws Exception {
    String a = "&a=" + URLEncoder.encode(STATE, StandardCharsets.UTF_8).replace("%2F", "/");
    String list = page(STATE + a).replace("&amp;", "&");
    String bare = "/lab?on=tinium/refined&from=action-plan-2026" + a;
    assertTrue(list.contains("href=\"" + bare + "\">Do nothing"), list);
    assertEquals(200, get(bare).statusCode());
    Matcher worst = Pattern.compile("href=\"(/lab/worst\\?[^\"]+)\">The worst stop").matcher(list);
    assertTrue(worst.find(), list);
    HttpResponse<String> led = get(worst.group(1));
    assertEquals(303, led.statusCode(), led::body);
    String state = led.headers().firstValue("Location").orElseThrow();
    assertTrue(
        state.matches(
            "/lab\\?on=(tinium/[a-z]+)&from=action-plan-2026&keep\\.AAA\\.\\1=0"
                + Pattern.quote(a)),
        state);
    assertTrue(get(state).body().contains("exports of"), state);
    assertTrue(
        get(worst.group(1) + "&lang=es")
            .headers()
            .firstValue("Location")
            .orElse("")
            .endsWith("&lang=es"));
  }

  @Test
  void aTextIsAppliedWithoutScript() throws Exception {
    String yaml = get("/api/v1/lab/scenario.yaml?" + STATE).body();
    String like = "&like=" + URLEncoder.encode("on=tinium/refined", StandardCharsets.UTF_8);
    HttpResponse<String> applied =
        post("/lab/text", "text=" + URLEncoder.encode(yaml, StandardCharsets.UTF_8) + like);
    assertEquals(303, applied.statusCode(), applied::body);
    assertEquals("/lab?" + STATE, applied.headers().firstValue("Location").orElseThrow());
    HttpResponse<String> faulty = post("/lab/text", "text=name%3A+x" + like);
    assertEquals(422, faulty.statusCode());
    assertTrue(faulty.body().contains("<li>Line 1, column 1:"), faulty::body);
    assertTrue(faulty.body().contains("name: x</textarea>"), faulty::body);
  }

  @Test
  void aScenarioThatIsSentHasAState() throws Exception {
    String yaml = get("/api/v1/lab/scenario.yaml?" + STATE).body();
    HttpResponse<String> state = server.post("/states", yaml, "Content-Type", "application/yaml");
    assertTrue(state.body().contains("\"query\" : \"" + STATE + "\""), state::body);
  }

  /** Whole in itself: well formed, with its style, and a policy that lets that style apply. */
  @Test
  void thePictureIsOneFile() throws Exception {
    HttpResponse<String> picture = get("/api/v1/lab/picture.svg?" + STATE);
    var svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(picture.body())));
    String style = svg.getElementsByTagName("style").item(0).getTextContent();
    String hash =
        Base64.getEncoder()
            .encodeToString(Sha256.digest().digest(style.getBytes(StandardCharsets.UTF_8)));
    assertTrue(picture.headers().firstValue("Content-Security-Policy").orElse("").contains(hash));
    assertTrue(svg.getElementsByTagName("svg").getLength() > 3, "prices, chain and map");
    assertFalse(picture.body().contains("href=\"http"), "nothing from elsewhere");
  }

  @Test
  void theAnswerComesAsTables() throws Exception {
    String csv = get("/api/v1/lab/tables/products.csv?" + STATE).body();
    assertTrue(csv.startsWith("product,") && csv.contains("tinium/refined"), csv);
    HttpResponse<String> none = get("/api/v1/lab/tables/product.csv?" + STATE);
    assertEquals(404, none.statusCode());
    assertTrue(none.body().contains("you meant products.csv"), none::body);
    HttpResponse<String> book = get("/api/v1/lab/tables.xlsx?" + STATE);
    assertTrue(book.body().startsWith("PK"), "a workbook is an archive");
  }

  @Test
  void nothingOfAPageIsInline() throws Exception {
    String page = page(STATE);
    assertFalse(page.contains("<style"), "style");
    assertFalse(Pattern.compile("<script(?![^>]* src=)").matcher(page).find(), "script");
    assertFalse(Pattern.compile(" (on[a-z]+|style)=\"").matcher(page).find(), "attributes");
  }

  @Test
  void scriptAndStyleAreKeptForGoodUnderANameOfTheirContent() throws Exception {
    List<String> files =
        Pattern.compile("(?:href|src)=\"(/site/[^\"]+)\"")
            .matcher(page(STATE))
            .results()
            .map(match -> match.group(1))
            .toList();
    assertFalse(files.isEmpty());
    for (String file : files) {
      HttpResponse<String> answer = get(file);
      assertEquals(200, answer.statusCode(), file);
      assertTrue(
          answer.headers().firstValue("Cache-Control").orElse("").contains("immutable"), file);
    }
    assertEquals(404, get("/site/000000000000/site.css").statusCode());
    assertEquals(404, get(files.getFirst() + "/../../../etc/passwd").statusCode());
  }

  @Test
  void aPageIsReadAndNothingElse() throws Exception {
    HttpResponse<String> answer =
        server.send(server.request("/lab").POST(HttpRequest.BodyPublishers.ofString("x")));
    assertEquals(405, answer.statusCode());
    assertEquals("GET", answer.headers().firstValue("Allow").orElseThrow());
  }
}
