package org.plimsoll.app.cli;

import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.lab.LabAnswer;
import org.plimsoll.app.lab.LabCase;
import org.plimsoll.app.lab.LabComparison;
import org.plimsoll.app.lab.LabDrawTables;
import org.plimsoll.app.lab.LabDraws;
import org.plimsoll.app.lab.LabMarkets;
import org.plimsoll.app.lab.LabPage;
import org.plimsoll.app.lab.LabState;
import org.plimsoll.app.lab.LabWhy;
import org.plimsoll.app.lab.LabWords;
import org.plimsoll.app.market.DrawsOf;
import org.plimsoll.app.market.PosteriorFolder;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.sources.pack.StampedWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll lab}. */
@Command(
    name = "lab",
    description = {
      "Lays levers on a scenario and says what they change.",
      "Levers are floors, licences, partners, projects and stock. Gains and losses count from the",
      "scenario as it stands, controls in force included.",
      "The question is the query of an address: docs/reference/lab-state.md."
    },
    footer = {
      "  plimsoll lab 'on=gallium/refined&floor.gallium/refined=500'",
      "  plimsoll lab 'keep.CHN.dysprosium/oxide=0.5&in=AUS.KOR&h=5y' --json",
      "  plimsoll lab 'from=export-stop-chn-all&release.gallium/refined=30' --html lab.html",
      "  plimsoll lab 'floor.gallium/refined=500' --yaml > lab.yaml",
      "  plimsoll lab 'floor.gallium/refined=900' --against 'floor.gallium/refined=500'",
      "  plimsoll lab 'keep.CHN.dysprosium/oxide=0.5' --draws 20 --why",
      "",
      "Exit codes: 0 solved, 1 no answer, 2 a fault in the question."
    })
final class LabVerb extends WorldVerb {
  private static final int MOST_DRAWS = 1_000;

  @Parameters(
      arity = "1",
      paramLabel = "QUERY",
      description = "Keys and values joined by &, in quotation marks; a whole address is read too.")
  private String query = "";

  @Option(names = "--yaml", description = "Print the question as a scenario file, unsolved.")
  private boolean yaml;

  @Option(
      names = "--against",
      paramLabel = "QUERY",
      description = "Another question, A: which levers differ, and A, now and the difference.")
  private Optional<String> against = Optional.empty();

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "Answer in N draws of the parameters as well: bands, and draw by draw.")
  private int draws;

  @Option(
      names = "--why",
      description = "Say what the answer hangs on: levers unit by unit, figures over their ranges.")
  private boolean why;

  LabVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Refusal.requireUse("--yaml", !yaml || !options.asJson(), "beside --json");
    Refusal.requireUse("--against", against.isEmpty() || !yaml, "beside --yaml");
    Refusal.requireUse("--draws", draws == 0 || !yaml, "beside --yaml");
    Refusal.requireUse("--why", !why || !yaml, "beside --yaml");
    if (draws < 0 || draws > MOST_DRAWS) {
      throw Refusal.of("--draws is " + draws, "write 20, at most " + MOST_DRAWS);
    }
    StampedWorld world = console.openWorld(options.world());
    LabWords words = LabWords.of(world.evidence(), console.session());
    LabState state = read(query, "the question", words);
    if (yaml) {
      return console.print(LabCase.of(state, words).yaml());
    }
    Optional<LabState> other = against.map(text -> read(text, "the question A", words));
    LabMarkets markets =
        new LabMarkets(words, world.stamp().sha256OfAll(), ForkJoinPool.commonPool());
    LabAnswer answer = markets.ask(state);
    Answer central =
        other
            .map(first -> LabComparison.of(markets.ask(first), answer, words))
            .orElse(answer.answer());
    Answer reasoned =
        why && answer.isSolved() ? LabWhy.in(central, markets, state, SolverLimits.USUAL) : central;
    Answer said =
        draws > 0 && answer.isSolved() ? drawn(reasoned, state, markets, world) : reasoned;
    if (answer.isSolved() || options.asJson()) {
      console.print(
          said,
          options.answer(),
          () -> LabPage.of(said, answer.pictures(), world.evidence().datasets()).render());
    }
    return answer.failure().map(failure -> console.fail("lab", failure)).orElse(0);
  }

  private Answer drawn(Answer answer, LabState state, LabMarkets markets, StampedWorld world) {
    DrawsOf of = PosteriorFolder.drawsOf(world, console.session().world(options.world()));
    return console.watched(
        progress -> LabDrawTables.in(answer, state, draws, new LabDraws(markets, of), progress));
  }

  private static LabState read(String text, String what, LabWords words) {
    Loaded<LabState> state = LabState.parse(text, words);
    if (state.hasErrors()) {
      throw Refusal.ofIssues(what, state.issues());
    }
    return state.value();
  }
}
