package org.plimsoll.app.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;

/** A state as the text of a scenario file, and back. */
class ScenarioTextTest {
  private static final LabWords WORDS = TinyLab.words();

  private static LabState state(String query) {
    Loaded<LabState> read = LabState.parse(query, WORDS);
    assertEquals(List.of(), read.issues());
    return read.value();
  }

  private static Loaded<Optional<LabState>> read(String text, LabState like) {
    return ScenarioText.read(text, Optional.of(like), WORDS);
  }

  private static String yaml(LabState state) {
    return LabCase.of(state, WORDS).yaml();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from=tiny",
        "from=tiny&floor.tinium/refined=20&gap.tinium/refined=exporter",
        "from=tiny&keep.AAA.tinium/refined=0.5&keep.AAA-CCC.tinium/mine=0",
        "from=controlled&in=AAA&build=P001.P002&release.tinium/refined=3&h=5y&v=latest",
        "from=floored&floor.tinium/refined=0",
        "from=floored&floor.tinium/refined=15",
        "from=floored&keep.AAA-CCC.tinium/refined=1",
        "from=floored&keep.AAA-CCC.tinium/mine=0.25"
      })
  void theStateOfItsTextIsTheStateItself(String query) {
    LabState state = state("on=tinium/refined&" + query);
    Loaded<Optional<LabState>> read = read(yaml(state), LabState.of(state.on(), state.from()));
    assertEquals(List.of(), read.issues());
    assertEquals(state, read.value().orElseThrow());
  }

  @Test
  void measuresWithoutALeverStayInWords() {
    LabState state =
        state("on=tinium/refined&from=tiny&floor.tinium/refined=20")
            .withMore(
                "- {type: tariff, products: [tinium/mine], to: [core], adValorem: 0.1,"
                    + " status: assumed}");
    LabState read = read(yaml(state), state).value().orElseThrow();
    assertEquals(state.floors(), read.floors());
    assertEquals(
        LabText.measures(state, WORDS).value().size(),
        LabText.measures(read, WORDS).value().size());
    assertTrue(read.more().contains("tariff"), read::more);
  }

  /** Whatever levers do, its text is read, and the text of what was read says the same. */
  @Test
  void everyStateIsReadFromItsText() {
    for (long seed = 0; seed < 300; seed++) {
      LabState state = LabStateTest.state(new Random(seed));
      String which = "seed " + seed + ": " + state.print();
      LabState once = read(yaml(state), state).value().orElseThrow();
      assertEquals(once, read(yaml(once), state).value().orElseThrow(), which);
    }
  }

  @Test
  void whatNoLeverMovesIsNamedWithItsLine() {
    LabState state = state("on=tinium/refined&from=tiny");
    String text = yaml(state);
    String changed = text.replaceFirst("(?m)^asOf: .*$", "asOf: 2001-02-03");
    int line = text.substring(0, text.indexOf("asOf:")).split("\n", -1).length;
    Issue issue = read(changed, state).issues().getFirst();
    assertEquals(line, issue.place().line());
    assertTrue(issue.problem().contains("'asOf'"), issue::problem);
  }

  @Test
  void faultsOfTheFileHaveLineAndColumn() {
    LabState state = state("on=tinium/refined&from=tiny&floor.tinium/refined=20");
    String text = yaml(state).replace("type: priceFloor", "type: priceFlor");
    Issue issue = read(text, state).issues().getFirst();
    assertTrue(issue.place().line() > 1 && issue.place().column() > 1, issue::toString);
    assertTrue(issue.wayOut().contains("priceFloor"), issue::wayOut);
  }
}
