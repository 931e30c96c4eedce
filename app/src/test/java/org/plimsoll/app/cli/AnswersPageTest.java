package org.plimsoll.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerJson;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Column;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.border.AssessEntries;
import org.plimsoll.app.border.Schedules;
import org.plimsoll.app.border.ScreenEntries;
import org.plimsoll.app.border.ScreenTrade;
import org.plimsoll.app.lab.LabDrawTables;
import org.plimsoll.app.lab.LabDraws;
import org.plimsoll.app.lab.LabMarkets;
import org.plimsoll.app.lab.LabState;
import org.plimsoll.app.lab.LabWhy;
import org.plimsoll.app.lab.LabWords;
import org.plimsoll.app.market.BacktestTables;
import org.plimsoll.app.market.DrawsOf;
import org.plimsoll.app.market.SolveScenario;
import org.plimsoll.app.market.SolveTariffCase;
import org.plimsoll.app.market.StopList;
import org.plimsoll.app.market.StopMonths;
import org.plimsoll.app.plan.PlanComparison;
import org.plimsoll.app.plan.SamplePlan;
import org.plimsoll.app.portfolio.ChoosePortfolio;
import org.plimsoll.app.registers.CommitmentList;
import org.plimsoll.app.registers.ControlList;
import org.plimsoll.app.registers.PartnerList;
import org.plimsoll.app.registers.PartyList;
import org.plimsoll.app.registers.ProjectList;
import org.plimsoll.app.risk.AssessRisk;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.app.world.WorldCheck;
import org.plimsoll.app.world.WorldPage;
import org.plimsoll.app.world.WorldRows;
import org.plimsoll.app.world.WorldSubject;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.schedule.ScheduleFile;
import org.plimsoll.border.fixture.EntryText;
import org.plimsoll.border.fixture.TinyLaw;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.planner.backtest.Backtest;
import org.plimsoll.planner.market.search.SolverLimits;
import org.plimsoll.planner.study.Progress;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;

/**
 * docs/reference/answers.md is made of answers, and answers as JSON have what it says. Run with
 * {@code -Dplimsoll.regenerate=true} to write it anew.
 */
class AnswersPageTest {
  private static final Path ROOT = Path.of(System.getProperty("plimsoll.root", ".."));
  private static final Path PAGE = ROOT.resolve("docs/reference/answers.md");
  private static final String BEGIN = "<!-- begin: made by AnswersPageTest -->\n";

  @TempDir private Path folder;
  private final Map<String, Answer> answers = new LinkedHashMap<>();

  private void collect() throws IOException {
    Evidence world = TinyRegisters.evidence();
    SolveScenario solve =
        new SolveScenario(
            Optional.of("tinium/refined"),
            true,
            Optional.of(2025),
            Optional.of("plan"),
            SolverLimits.USUAL);
    SolveScenario.Result solved =
        solve.solve(world, SolveVerbTest.taxed(), Workers.of(ForkJoinPool.commonPool()));
    answers.put("solve SCENARIO", ((SolveScenario.Result.Solved) solved).answer());
    collectLab(world);
    StopList stops = new StopList(Optional.empty(), Optional.empty(), Optional.empty());
    answers.put(
        "leverage",
        stops.answer(
            world,
            TinyWorld.scenario(),
            List.of(),
            (e, s, settings, workers, choice) -> LeverageVerbTest.sample(),
            Workers.of(ForkJoinPool.commonPool())));
    ChoosePortfolio portfolio =
        new ChoosePortfolio(
            "tinium", Optional.of("AAA:tinium/refined"), Optional.of("0.1"), Optional.empty());
    answers.put(
        "portfolio",
        portfolio.answer(
            world, TinyWorld.scenario(), Settings.QUICK, Workers.of(ForkJoinPool.commonPool())));
    StopMonths months = StopMonths.of("AAA:tinium/refined", "12");
    answers.put(
        "solve --stop EXPORTER:PRODUCT --months FROM..TO",
        StopMonths.answer(
            months.solve(world, TinyWorld.scenario(), Workers.of(ForkJoinPool.commonPool())),
            TinyWorld.scenario()));
    Backtest none = new Backtest(List.of(), List.of(), List.of(), List.of());
    answers.put(
        "backtest",
        Answer.of("").with(BacktestTables.of(none)).with(BacktestTables.notScored(List.of())));
    answers.put("gsim", SolveTariffCase.read(ROOT.resolve("examples/gsim/us-eu.yaml")).answer());
    answers.put("risk", risk(Optional.of("tinium"), Optional.empty()).answer(world, folder));
    answers.put(
        "risk --input",
        risk(Optional.empty(), Optional.of(ROOT.resolve("examples/risk/nickel-usa-2022.csv")))
            .answer(RealWorld.evidence(), folder));
    answers.put("commitments", new CommitmentList(Optional.empty(), List.of()).answer(world));
    answers.put("controls", ControlList.ofAll(Optional.empty()).answer(world));
    answers.put("parties", new PartyList("Bland Metals").answer(world));
    answers.put("partners", new PartnerList(false).answer(world));
    answers.put("projects", new ProjectList(Optional.empty(), Optional.empty()).answer(world));
    collectBorder(world);
    TinyHoldings.answers(world).forEach(answers::put);
    answers.put("plan --compare", PlanComparison.of(SamplePlan.plan(), SamplePlan.plan()));
    answers.put("world show", WorldRows.holdings(world));
    answers.put(
        "world show MATERIAL", new WorldPage(new WorldSubject(world, world.products())).answer());
    answers.put("world show MATERIAL --rows", WorldRows.answer(world, world.products()));
    answers.put("world check", new WorldCheck(world, List.of()).answer(15));
  }

  private void collectLab(Evidence world) {
    LabWords words = new LabWords(world, Map.of("taxed", SolveVerbTest.taxed()));
    LabState state = LabState.parse("on=tinium/refined&floor.tinium/refined=20", words).value();
    LabMarkets markets = new LabMarkets(words, "3f2ac1", ForkJoinPool.commonPool());
    answers.put("lab", markets.ask(state).answer());
    LabDraws draws = new LabDraws(markets, new DrawsOf(Optional.empty(), "the priors"));
    answers.put("lab --draws", LabDrawTables.in(Answer.of(""), state, 2, draws, Progress.NONE));
    answers.put("lab --why", LabWhy.in(Answer.of(""), markets, state, SolverLimits.USUAL));
  }

  private static AssessRisk risk(Optional<String> material, Optional<Path> input) {
    return new AssessRisk(
        material, Optional.empty(), Optional.empty(), Optional.empty(), input, false);
  }

  private void collectBorder(Evidence world) throws IOException {
    Path law = folder.resolve("law.yaml");
    Files.writeString(law, ScheduleFile.print(TinyLaw.schedule()));
    Path entries = folder.resolve("entries.csv");
    String line = EntryText.csv(TinyLaw.line("284180", "W", "600", "1", "6000"));
    Files.writeString(entries, String.join("\n", EntryText.header(), line, ""));
    answers.put("schedule check", Schedules.check(Schedules.read(law), Optional.empty()));
    answers.put("schedule diff", Schedules.diff(law, law));
    AssessEntries assess =
        new AssessEntries(
            entries.toString(),
            law,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            folder.resolve("out"),
            false,
            false,
            1);
    answers.put("assess", assess.run(EntryInput.of(entries), remark -> {}).answer());
    answers.put("assess --explain", assess.explain(EntryInput.of(entries), "E1", remark -> {}));
    ScreenEntries screen = new ScreenEntries(Optional.empty(), 20, 20, 1, Optional.empty());
    answers.put(
        "screen", screen.screened(EntryInput.of(entries), world, Optional.empty()).answer());
    answers.put(
        "screen --schedule",
        screen.screened(EntryInput.of(entries), world, Optional.of(Schedules.read(law))).answer());
    ScreenTrade trade =
        new ScreenTrade(ROOT.resolve("examples/border/trade-antimony.csv"), "CHN", "2025");
    answers.put("screen --trade", trade.answer(world));
  }

  @Test
  void thePageHasEveryColumnOfEveryAnswer() throws IOException {
    collect();
    String text = BEGIN + page();
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN);
    assertTrue(from >= 0, "the page has lost its mark");
    if (Boolean.getBoolean("plimsoll.regenerate")) {
      page = page.substring(0, from) + text;
      Files.writeString(PAGE, page);
    }
    assertEquals(
        text,
        page.substring(from),
        "docs/reference/answers.md is out of date: run this test with -Dplimsoll.regenerate=true");
  }

  private String page() {
    StringBuilder page = new StringBuilder();
    answers.forEach((verb, answer) -> {
      page.append("\n## ").append(verb).append("\n\n");
      List<String> facts = new ArrayList<>();
      answer
          .facts()
          .forEach((key, value) -> facts.add("`%s` (%s)".formatted(key, kind(value).word())));
      if (!facts.isEmpty()) {
        page.append("Facts: ").append(String.join(", ", facts)).append(".\n\n");
      }
      for (Table<?> table : answer.tables()) {
        page.append("### ").append(verb).append(": `").append(table.key()).append("`\n\n");
        page.append("| key | kind | unit | heading |\n| --- | --- | --- | --- |\n");
        for (Column<?> column : table.columns()) {
          page.append(
              "| `%s` | %s | %s | %s |\n"
                  .formatted(column.key(), column.kind().word(), column.unit(), column.heading()));
        }
        page.append('\n');
      }
    });
    return page.toString().replaceAll("\n\n$", "\n");
  }

  private static Kind kind(Cell cell) {
    return switch (cell) {
      case Cell.Words _, Cell.Missing _ -> Kind.WORDS;
      case Cell.Names _ -> Kind.NAMES;
      case Cell.Truth _ -> Kind.BOOLEAN;
      case Cell.Day _ -> Kind.DATE;
      case Cell.Span _, Cell.Range _ -> Kind.RANGE;
      case Cell.Fields _ -> Kind.OBJECT;
      default -> Kind.NUMBER;
    };
  }

  /** Numbers are numbers, booleans booleans; what is missing is null and has its reason. */
  @Test
  void jsonHasTheKindsThatColumnsSay() throws IOException {
    collect();
    int met = 0;
    for (Map.Entry<String, Answer> answer : answers.entrySet()) {
      JsonNode json = new ObjectMapper().readTree(AnswerJson.write(answer.getValue()));
      for (Table<?> table : answer.getValue().tables()) {
        for (JsonNode row : json.get(table.key())) {
          for (Column<?> column : table.columns()) {
            JsonNode value = row.get(column.key());
            String place = answer.getKey() + ": " + table.key() + "." + column.key() + " " + value;
            assertTrue(value != null, place);
            if (value.isNull()) {
              assertTrue(!row.get("missing").get(column.key()).asText().isEmpty(), place);
            } else {
              assertTrue(isOf(column.kind(), value), place);
              met++;
            }
          }
        }
      }
    }
    assertTrue(met > 500, met + " values");
  }

  private static boolean isOf(Kind kind, JsonNode value) {
    return switch (kind) {
      case WORDS -> value.isTextual();
      case NAMES -> value.isArray();
      case BOOLEAN -> value.isBoolean();
      case DATE -> value.asText().matches("\\d{4}-\\d\\d-\\d\\d");
      case COUNTRY -> value.asText().matches("[^ /]+|.* .*");
      case PRODUCT -> value.asText().matches("[a-z0-9-]+/[a-z0-9-]+");
      case NUMBER -> value.isNumber();
      case OBJECT -> value.isObject();
      case RANGE ->
          value.get("low").isNumber()
              && value.get("high").isNumber()
              && (!value.has("central") || value.get("central").isNumber());
    };
  }
}
