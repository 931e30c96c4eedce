package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.app.server.LiveServer;
import org.plimsoll.app.server.Officer;
import org.plimsoll.app.vault.OpenVault;
import org.plimsoll.app.vault.SampleVault;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.vault.ledger.Verb;
import picocli.CommandLine;

/** What the server answers is what the verb prints with {@code --json}, byte for byte. */
class VerbsOverHttpTest {
  /** Verbs that answer in JSON and are not routes: what each needs stands on the right. */
  private static final SortedSet<String> NOT_SERVED =
      new TreeSet<>(java.util.List.of("world build", "token list", "vault status"));

  /** Three lines that the made-up schedule takes. */
  private static final String ENTRIES =
      """
      entry_id,line,entry_date,hs_code,hs_edition,net_mass_kg,assay,assay_basis,customs_value,\
      currency,incoterm_basis,extracted_in,processed_in,transformed_in,consigned_from,importer_id,\
      other_duties,preference_code
      E1,1,2027-03-01,282580,2022,1000,,Sb,40000.00,USD,FOB,CHN,CHN,CHN,CHN,north,,
      E2,1,2027-03-02,811010,2022,1000,,Sb,30000.00,USD,FOB,TJK,VNM,VNM,VNM,south,,
      E3,1,2027-03-03,010121,2022,400,,,9000.00,USD,FOB,FRA,FRA,FRA,FRA,north,,
      """;

  private static final String EXPORTS = "entry_id,line,export_id,net_mass_kg\nE2,1,X1,250\n";

  @TempDir private static Path state;
  private static String url = "";
  private static OpenVault vault;
  private static LiveServer server;
  private static String operator = "";

  @BeforeAll
  static void start() {
    url = SampleVault.emptyDatabase();
    vault = SampleVault.open(url, InstantSource.system());
    server = LiveServer.ofWorld(state, vault);
    String token = run("token add o --role vault:operator --state " + state);
    operator = "Bearer " + token.lines().findFirst().orElseThrow();
  }

  @AfterAll
  static void stop() {
    server.close();
    vault.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          commitments                                  | /commitments
          commitments --only overdue,unknown           | /commitments?only=overdue,unknown
          controls --to JPN --end-user military        | /controls?to=JPN&end-user=military
          controls --product gallium --to USA          | /controls?product=gallium&to=USA
          parties Bland                                | /parties?name=Bland
          commitments --as-of 2026-03-20               | /commitments?as-of=2026-03-20
          controls --material gallium                  | /controls?material=gallium
          partners --signed                            | /partners?signed=true
          projects --country AUS                       | /projects?country=AUS
          risk                                         | /risk
          risk --country USA+JPN+EU27                  | /risk?country=USA%2BJPN%2BEU27
          risk --method eu-supply-risk                 | /risk?method=eu-supply-risk
          world show                                   | /world
          world show antimony/metal                    | /world?material=antimony/metal
          world show cobalt --rows                     | /world?material=cobalt&rows=true
          world check                                  | /world/check
          solve --product gallium                      | /solve?product=gallium
          solve --stop CHN:gallium/refined --months 3 | /solve?stop=CHN:gallium/refined&months=3
          solve --add P067 --stop CHN:gallium/refined | /solve?add=P067&stop=CHN:gallium/refined
          lab floor.gallium/refined=500                | /lab?floor.gallium/refined=500
          lab keep.CHN.dysprosium/oxide=0.5&h=5y        | /lab?h=5y&keep.CHN.dysprosium/oxide=0.5
          reference yttrium/oxide --method index | /reference?product=yttrium/oxide&method=index
          floors gallium --target paid=500             | /floors?product=gallium&target=paid=500
          leverage --product gallium/refined           | /leverage?product=gallium/refined
          portfolio --chain bismuth --draws 0          | /portfolio?chain=bismuth&draws=0
          finance P021                                 | /finance?project=P021
          backtest --draws 0                           | /backtest?draws=0
          """)
  void theSameBytes(String words, String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertEquals(200, answer.statusCode(), answer::body);
    assertEquals(run(words + " --json"), answer.body());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          vault stock                              | /vault/stock
          vault stock --use gallium/refined=12.5   | /vault/stock?use=gallium/refined=12.5
          vault stock --region USA+JPN             | /vault/stock?region=USA%2BJPN
          vault stock --participant acme           | /vault/stock?participant=acme
          vault lots                               | /vault/lots
          vault lots --participant acme            | /vault/lots?participant=acme
          vault due --until 2100-01-01             | /vault/draws-due?until=2100-01-01
          vault journal                            | /vault/journal
          vault journal --participant bolt         | /vault/journal?participant=bolt
          vault journal --from 2999-01-01          | /vault/journal?from=2999-01-01
          vault verify                             | /vault/verify
          """)
  void theSameBytesOfAVault(String words, String path) throws Exception {
    HttpResponse<String> answer = server.get(path, "Authorization", operator);
    assertEquals(200, answer.statusCode(), answer::body);
    assertEquals(run(words + " --json --db " + url), answer.body());
  }

  @Test
  void theSameBytesOfStatementsAndTerms() throws Exception {
    String[] page = {"Authorization", operator, "Accept", "text/html"};
    Path file = state.resolve("acme.html");
    run("vault statement --participant acme --html " + file + " --db " + url);
    assertEquals(Files.readString(file), server.get("/vault/statements/acme", page).body());
    assertEquals(
        run("vault statement --participant acme --db " + url),
        server.get("/vault/statements/acme", "Authorization", operator).body());
    assertEquals(
        run("vault terms --db " + url),
        server.get("/vault/terms", "Authorization", operator).body());
  }

  /** What a client has booked is answered to the verb as to the client, and the other way. */
  @Test
  void theSameBytesOfEvents() throws Exception {
    HttpResponse<String> sent =
        server.put(
            "/vault/events/p1",
            "{\"verb\":\"pay\",\"participant\":\"acme\",\"amount\":\"1\",\"currency\":\"USD\"}",
            "Authorization",
            operator);
    String verb =
        "vault pay --id p1 --participant acme --amount 1 --currency USD --json --db " + url;
    assertEquals(sent.body().replace("posted\"", "exists\""), run(verb));
    Path events = Files.writeString(state.resolve("events.csv"), SampleVault.EVENTS);
    String[] csv = {"Authorization", operator, "Content-Type", "text/csv"};
    assertEquals(
        run("vault post " + events + " --json --db " + url),
        server.post("/vault/events", SampleVault.EVENTS, csv).body());
    Path wishes =
        Files.writeString(
            state.resolve("wishes.csv"), "participant,contract,mass_g\nacme,c1,1000\n");
    assertEquals(
        run(
            "vault allocate "
                + wishes
                + " --product gallium/refined --form ingot --grade 4N --simulate --json --db "
                + url),
        server
            .post(
                "/vault/allocations?product=gallium/refined&form=ingot&grade=4N",
                Files.readString(wishes),
                csv)
            .body());
  }

  /** What is done with uploads; a place on the command line is an address here, and all else is. */
  @Test
  void theSameBytesOfWhatIsDoneWithUploads() throws Exception {
    Officer officer = Officer.of(server, state, "officer");
    Path entries = Files.writeString(mine("entries.csv"), ENTRIES);
    Path again = Files.writeString(mine("again.csv"), ENTRIES.replace(",40000.00,", ",39000.00,"));
    Path exports = Files.writeString(mine("exports.csv"), EXPORTS);
    String law = LiveServer.ROOT.resolve("examples/border/schedule-made-up.yaml").toString();

    String first = assessed(officer, entries, "first", law);
    String explained = "assess %s --schedule %s --explain E2/1".formatted(entries, law);
    assertEquals(run(explained + " --json"), officer.get(first + "/lines/E2?line=1").body());
    String second = assessed(officer, again, "second", law);
    same(
        officer,
        "/corrections?earlier=%s&later=%s".formatted(id(first), id(second)),
        "correct %s %s --out OUT/corrections.csv".formatted(mine("first"), mine("second")));
    same(
        officer,
        "/drawbacks?exports=%s&run=%s".formatted(sent(officer, exports), id(first)),
        "drawback %s --run %s --out OUT/refunds.csv".formatted(exports, mine("first")));
    same(
        officer,
        "/screenings?entries=%s&schedule=schedule-made-up".formatted(sent(officer, entries)),
        "screen %s --schedule %s --out OUT".formatted(entries, law));
    same(officer, "/screenings?entries=" + sent(officer, entries), "screen " + entries);
    same(
        officer,
        "/screenings?mirror="
            + sent(officer, LiveServer.ROOT.resolve("examples/border/mirror-made-up.csv")),
        "screen --mirror " + LiveServer.ROOT.resolve("examples/border/mirror-made-up.csv"));
    same(
        officer,
        "/entries?lines=50&plant=undervaluation=0.1",
        "entries generate --lines 50 --plant undervaluation=0.1 --out OUT/entries.csv");
    assertEquals(
        run("schedule check " + law + " --json"), server.get("/schedules/schedule-made-up").body());
    assertEquals(
        run("schedule diff " + law + " " + law + " --json"),
        server.get("/schedule-changes?earlier=schedule-made-up&later=schedule-made-up").body());
  }

  private static Path mine(String name) {
    return state.resolve(name);
  }

  private static String sent(Officer officer, Path file) throws Exception {
    return officer.upload(String.valueOf(file.getFileName()), Files.readString(file));
  }

  private static String id(String result) {
    return result.substring(result.lastIndexOf('/') + 1);
  }

  private static String assessed(Officer officer, Path entries, String out, String law)
      throws Exception {
    String result =
        officer.done("/assessments?schedule=schedule-made-up&entries=" + sent(officer, entries));
    assertEquals(
        run("assess %s --schedule %s --out %s --html --json".formatted(entries, law, mine(out)))
            .replace(mine(out).toString(), "/api/v1" + result + "/files"),
        officer.get(result).body());
    return result;
  }

  private static void same(Officer officer, String path, String words) throws Exception {
    String result = officer.done(path);
    Path out = Files.createTempDirectory(state, "out");
    assertEquals(
        run(words.replace("OUT", out.toString()) + " --json")
            .replace(out.toString(), "/api/v1" + result + "/files"),
        officer.get(result).body());
  }

  @Test
  void everyVerbThatAnswersInJsonIsARouteOrSaysWhyNot() throws Exception {
    SortedSet<String> verbs = new TreeSet<>();
    collect(shell(new StringWriter()).commands(), "", verbs);
    SortedSet<String> routes = new TreeSet<>(NOT_SERVED);
    JsonNode document = new ObjectMapper().readTree(server.get("/openapi.json").body());
    routes.addAll(document.findValuesAsText("x-verb"));
    routes.removeIf(verb -> verb.contains(" --"));
    // One address books what any verb of the ledger does.
    Stream.of(Verb.values())
        .map(verb -> verb == Verb.POST ? "carry-out" : verb.word())
        .forEach(word -> verbs.remove("vault " + word));
    assertEquals(verbs, routes);
    assertTrue(verbs.contains("commitments"));
  }

  private static void collect(CommandLine command, String name, SortedSet<String> verbs) {
    if (command.getSubcommands().isEmpty()
        && command.getCommandSpec().optionsMap().containsKey("--json")) {
      verbs.add(name);
    }
    command
        .getSubcommands()
        .forEach((word, sub) -> collect(sub, (name + " " + word).strip(), verbs));
  }

  private static String run(String words) {
    StringWriter out = new StringWriter();
    assertEquals(0, shell(out).run(words.strip().split("\\s+")), out::toString);
    return out.toString();
  }

  private static Shell shell(StringWriter out) {
    StringWriter beside = new StringWriter(); // remarks beside an answer, which no program reads
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(beside, true), false, false);
    return Main.shell(new Console(RealWorld::open, LiveServer.ROOT, terminal));
  }
}
