package org.plimsoll.app.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.registers.CommitmentList;
import org.plimsoll.app.session.Selection;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.app.world.WorldHtml;
import org.plimsoll.app.world.WorldSubject;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.Project;

/** Pages about minerals and registers, of the world that comes with the program. */
class WorldSitesTest {
  private static final Evidence WORLD = RealWorld.evidence();

  @TempDir private static Path folder;
  private static LiveServer server;

  @BeforeAll
  static void start() {
    server = LiveServer.ofWorld(folder);
  }

  @AfterAll
  static void stop() {
    assertEquals(List.of(), server.faults());
    server.close();
  }

  private static String get(String path) throws Exception {
    HttpResponse<String> answer = server.send(server.request(path).GET());
    assertEquals(200, answer.statusCode(), path);
    return answer.body();
  }

  @Test
  void theSectionsOfAMineralAreThoseOfTheReport() throws Exception {
    for (String material : List.of("gallium", "neodymium-praseodymium")) {
      WorldSubject subject = new WorldSubject(WORLD, new Selection(WORLD).products(material));
      SameSections.check(new WorldHtml(subject).render(), get("/minerals/" + material));
    }
  }

  @Test
  void everyMineralIsListedWithItsStagesAndWhoMakesMost() throws Exception {
    String list = get("/minerals");
    WORLD
        .commodities()
        .forEach(commodity ->
            assertTrue(
                list.contains("href=\"/minerals/" + commodity.id() + "\"")
                    || WORLD.products().stream()
                        .noneMatch(p -> p.id().commodity().equals(commodity.id())),
                commodity.id()));
    assertTrue(list.contains("href=\"/lab?on=gallium/refined&amp;from=action-plan-2026\""), list);
    assertTrue(list.contains("China"), list);
  }

  @Test
  void aMineralThatIsNotThereIsSaidWithWhatWasMeant() throws Exception {
    HttpResponse<String> answer = server.send(server.request("/minerals/galium").GET());
    assertEquals(404, answer.statusCode());
    assertTrue(answer.body().contains("you meant gallium"), answer.body());
  }

  @Test
  void aProjectHasAPageOfWhatTheRegisterKnowsAndDoesNotKnow() throws Exception {
    String list = get("/projects");
    for (Project project : WORLD.projects()) {
      assertTrue(list.contains("href=\"/projects/" + project.id() + "\""), project.id());
    }
    String promises = list.substring(0, list.indexOf("id=\"projects\""));
    assertTrue(promises.contains("href=\"/projects/P003\""), "from a promise to its plants");
    String page = get("/projects/P002");
    for (String said :
        List.of(
            "Saskatchewan Research Council",
            "Canada",
            "href=\"/sources/registers@2026-12-01#projects_P002\"",
            "REalloys 80% offtake",
            "capital, USD million</th><td class=\"long\"><span class=\"missing\">unknown",
            "href=\"/projects/P001\"",
            "href=\"/minerals/dysprosium\"",
            "build=P001.P002.P003\"",
            "href=\"/#make\"")) {
      assertTrue(page.contains(said), () -> said + " is missing of " + page);
    }
    assertTrue(page.contains("keep.CHN.dysprosium/oxide=0"), "the stop that it may help in");
    assertTrue(page.contains("plimsoll solve --stop CHN:dysprosium/oxide --add P002"), page);
    String bare = get("/projects/P004");
    assertTrue(bare.contains("it makes no product of the model"), bare);
    assertTrue(bare.contains(">C048<"), "who speaks of it");
    assertFalse(bare.contains("href=\"/lab?"), "it makes nothing that has a market");
    HttpResponse<String> none = server.send(server.request("/projects/P0O1").GET());
    assertEquals(404, none.statusCode());
    assertTrue(none.body().contains("you meant P001"), none.body());
  }

  @Test
  void everyProjectAndPromiseIsARowWithItsSource() throws Exception {
    String page = get("/projects");
    for (Project project : WORLD.projects()) {
      assertTrue(page.contains(">" + project.id() + "<"), project.id());
    }
    for (Commitment commitment : WORLD.commitments()) {
      assertTrue(page.contains(">" + commitment.id() + "<"), commitment.id());
    }
    int rows = WORLD.projects().size() + WORLD.commitments().size();
    long cited =
        page.lines()
            .flatMap(l -> java.util.Arrays.stream(l.split("<tr>", -1)))
            .filter(row -> row.contains("href=\"/sources/"))
            .count();
    assertTrue(cited >= rows, cited + " of " + rows);
    for (String word : CommitmentList.WORDS) {
      assertTrue(page.contains("<dt>" + word + "</dt>"), word);
    }
  }

  @Test
  void thePageOfTheRegistersTakesAShipmentAndAName() throws Exception {
    String reached =
        get("/projects?as-of=2026-11-24&product=dysprosium/oxide&to=JPN&end-user=military");
    assertTrue(reached.contains("covers every dual-use item, and"), reached);
    assertTrue(reached.contains("1C904-1C908"), "keyed by the control code");
    assertTrue(get("/projects?to=Japam").contains("Maybe you meant Japan"), "a way out");
    assertTrue(
        get("/projects?name=SRC").contains("abbreviation, the same but for case"),
        "why it matched");
    HttpResponse<String> dates =
        server.send(server.request("/api/v1/commitments.ics?only=kept%20late").GET());
    assertEquals(
        "text/calendar; charset=utf-8", dates.headers().firstValue("Content-Type").orElse(""));
    assertTrue(dates.body().contains("UID:C037-due@"), dates.body());
    assertFalse(dates.body().contains("UID:C036-due@"), dates.body());
  }
}
