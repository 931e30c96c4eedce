package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first page, and plans as pages, as they come without script. */
class PlanPagesTest {
  private static final String[] FORM = {"Content-Type", "application/x-www-form-urlencoded"};
  private static final String ASKED = "scenario=action-plan-2026&quick=true";

  @TempDir private Path folder;
  private LiveServer server;

  @BeforeEach
  void start() {
    server = LiveServer.ofTinyWorld(folder);
  }

  @AfterEach
  void stop() {
    assertEquals(List.of(), server.faults());
    server.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return server.send(server.request(path).GET());
  }

  private HttpResponse<String> post(String body, String... headers) throws Exception {
    return server.send(
        server.request("/plan", headers).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void whoComesFirstSeesAWayInAndAForm() throws Exception {
    HttpResponse<String> page = get("/");
    for (String said :
        List.of(
            "Negotiator",
            "Analyst",
            "<form action=\"/plan\" method=\"post\">",
            "<option value=\"action-plan-2026\" selected=\"\">",
            "name=\"quick\" value=\"true\"",
            "href=\"/minerals\"",
            "href=\"/projects#commitments\"")) {
      assertTrue(page.body().contains(said), () -> said + " is missing of " + page.body());
    }
    assertEquals("same-origin", header(page, "Referrer-Policy"), "else a form has no origin");
  }

  @Test
  void aFormHasThePlanMadeAndItsSectionsAreThoseOfTheReport() throws Exception {
    HttpResponse<String> made = post(ASKED, FORM);
    assertEquals(303, made.statusCode(), made::body);
    String address = header(made, "Location");
    String id = address.replace("/plans/", "");
    HttpResponse<String> meanwhile = get(address);
    assertEquals(200, meanwhile.statusCode());
    assertEquals("no-store", header(meanwhile, "Cache-Control"));
    server.get("/jobs/" + id + "/events"); // ends when the plan is there

    String report = server.get("/plans/" + id + "/plan.html").body();
    String page = get(address).body();
    SameSections.check(report, page);
    assertEquals(page, get("/").body(), "the plan of the default scenario is the first page");
    assertEquals(address, header(post(ASKED, FORM), "Location"));
  }

  @Test
  void theStockpileIsThatOfThePlanAndASmallerBudgetBuysTheFirstOfIt() throws Exception {
    assertTrue(get("/stockpile").body().contains("href=\"/#make\""), "no plan is there yet");
    String address = header(post(ASKED, FORM), "Location");
    String id = address.replace("/plans/", "");
    server.get("/jobs/" + id + "/events"); // ends when the plan is there
    String whole = get("/stockpile").body();
    assertTrue(whole.contains("which is all that the plan buys"), whole);
    assertTrue(
        whole.contains("/api/v1/plans/" + id + "/tables/tranches.csv"), "its table as a file");
    String some = get("/stockpile/part?plan=" + id + "&budget=0.35").body();
    assertTrue(some.contains("pays for the first 2 purchases"), some);
    assertTrue(get("/stockpile?budget=0").body().contains("buys nothing"));
    for (String wrong : List.of("-1", "much", "1e99", "NaN")) {
      assertEquals(400, get("/stockpile?budget=" + wrong).statusCode(), wrong);
    }
    assertEquals(404, get("/stockpile?plan=" + "0".repeat(16)).statusCode());
    assertEquals(404, get("/stockpile/part?plan=x&budget=1").statusCode());
  }

  @Test
  void twoPlansStandSideBySide() throws Exception {
    String address = header(post(ASKED, FORM), "Location");
    String id = address.replace("/plans/", "");
    server.get("/jobs/" + id + "/events"); // ends when the plan is there
    String with = address + "/with?scenario=action-plan-2026";
    String both = header(get(with), "Location");
    assertEquals(address + "/with/" + id, both);
    String page = get(both).body();
    assertTrue(page.contains("Figures that differ"), page);
    assertTrue(page.contains("/api/v1/plans/" + id + "/comparison?with=" + id), page);
    assertEquals(404, get(address + "/with/" + "0".repeat(16)).statusCode());
    assertEquals(400, get(address + "/with?scenario=none").statusCode());
    assertEquals(400, server.get("/plans/" + id + "/comparison").statusCode());
  }

  @Test
  void whoOpensAWrongAddressInABrowserSeesAPage() throws Exception {
    String[] browser = {"Accept", "text/html,application/xhtml+xml,*/*;q=0.8"};
    HttpResponse<String> none = server.send(server.request("/mineralz", browser).GET());
    assertEquals(404, none.statusCode());
    assertTrue(none.body().contains("Nothing is at /mineralz."), none::body);
    assertTrue(none.body().contains("href=\"/minerals\""), none::body);
    HttpResponse<String> wrong =
        server.send(server.request("/plans/x/with?scenario=action-plan", browser).GET());
    assertEquals(400, wrong.statusCode());
    assertTrue(wrong.body().contains("Maybe you meant action-plan-2026"), wrong::body);
    HttpResponse<String> form = server.send(server.request("/plan", browser).GET());
    assertEquals(405, form.statusCode());
    assertEquals("POST", header(form, "Allow"));
    assertTrue(form.body().contains("<h1>This address does not take the method</h1>"));
    HttpResponse<String> program = server.send(server.request("/api/v1/mineralz", browser).GET());
    assertEquals("application/problem+json", header(program, "Content-Type"));
  }

  @Test
  void eachTypeOfProblemHasAPage() throws Exception {
    for (ProblemType type : ProblemType.values()) {
      String page = get("/problems/" + type.word()).body();
      assertTrue(page.contains("<h1>" + type.title() + "</h1>"), page);
    }
    assertEquals(404, get("/problems/none").statusCode());
    HttpResponse<String> wrong = server.get("/comitments");
    assertTrue(wrong.body().contains("\"/problems/no-such-route\""), wrong::body);
  }

  @Test
  void aPlanThatIsBeingMadeSaysHowFarAndComesAnew() throws Exception {
    String address = header(post("scenario=action-plan-2026&quick=false", FORM), "Location");
    HttpResponse<String> page = get(address);
    boolean isDone = page.body().contains("id=\"make\"");
    assertTrue(
        isDone
            || (header(page, "Refresh").equals("2")
                && page.body().contains("href=\"" + address + "\">Look again")),
        page.body());
  }

  @Test
  void whatIsNoFormOfOursIsRefused() throws Exception {
    assertEquals(415, post(ASKED).statusCode());
    assertEquals(415, post("{}", "Content-Type", "application/json").statusCode());
    assertEquals(422, post("scenario=nothing", FORM).statusCode());
    assertEquals(422, post("scenario=../../etc/passwd", FORM).statusCode());
    assertEquals(422, post("wrong=1", FORM).statusCode());
    assertEquals(422, post("scenario=%zz", FORM).statusCode());
    assertEquals(413, post("x".repeat(5000), FORM).statusCode());
    for (String[] foreign :
        List.of(
            new String[] {"Origin", "http://elsewhere.example"},
            new String[] {"Origin", "null"},
            new String[] {"Sec-Fetch-Site", "cross-site"})) {
      assertEquals(
          403, post(ASKED, FORM[0], FORM[1], foreign[0], foreign[1]).statusCode(), foreign[1]);
    }
    assertEquals(405, get("/plan").statusCode());
    assertEquals(404, get("/plans/0123456789abcdef").statusCode());
    assertEquals(404, get("/plans/x").statusCode());
  }
}
