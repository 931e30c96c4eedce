package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.app.server.LiveServer;
import org.plimsoll.sources.pack.Pack;
import picocli.CommandLine;

/** What the server answers is what the verb prints with {@code --json}, byte for byte. */
class VerbsOverHttpTest {
  /** Verbs that answer in JSON and are not routes: what each needs stands on the right. */
  private static final SortedSet<String> NOT_SERVED =
      new TreeSet<>(
          java.util.List.of(
              "ensemble",
              "world build",
              "assess",
              "correct",
              "drawback",
              "screen",
              "schedule check",
              "schedule diff",
              "entries generate",
              "token list"));

  @TempDir private static Path state;
  private static LiveServer server;

  @BeforeAll
  static void start() {
    server = LiveServer.ofWorld(state);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          commitments                                  | /commitments
          commitments --only overdue,unknown           | /commitments?only=overdue,unknown
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
          solve --stop CHN:gallium/refined --months 3,6 | /solve?stop=CHN:gallium/refined&months=3,6
          lab floor.gallium/refined=500                | /lab?floor.gallium/refined=500
          lab keep.CHN.dysprosium/oxide=0.5&h=5y        | /lab?h=5y&keep.CHN.dysprosium/oxide=0.5
          leverage --product gallium/refined           | /leverage?product=gallium/refined
          backtest --draws 0                           | /backtest?draws=0
          """)
  void theSameBytes(String words, String path) throws Exception {
    HttpResponse<String> answer = server.get(path);
    assertEquals(200, answer.statusCode(), answer::body);
    assertEquals(run(words + " --json"), answer.body());
  }

  @Test
  void everyVerbThatAnswersInJsonIsARouteOrSaysWhyNot() throws Exception {
    SortedSet<String> verbs = new TreeSet<>();
    collect(shell(new StringWriter()).commands(), "", verbs);
    SortedSet<String> routes = new TreeSet<>(NOT_SERVED);
    JsonNode document = new ObjectMapper().readTree(server.get("/openapi.json").body());
    routes.addAll(document.findValuesAsText("x-verb"));
    routes.removeIf(verb -> verb.startsWith("lab --"));
    verbs.removeIf(verb -> verb.startsWith("vault "));
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
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(out, true), false, false);
    return Main.shell(new Console(Pack::open, LiveServer.ROOT, terminal));
  }
}
