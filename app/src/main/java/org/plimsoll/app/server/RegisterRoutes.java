package org.plimsoll.app.server;

import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.finance.FinanceProject;
import org.plimsoll.app.registers.CommitmentList;
import org.plimsoll.app.registers.ControlList;
import org.plimsoll.app.registers.PartnerList;
import org.plimsoll.app.registers.PartyList;
import org.plimsoll.app.registers.ProjectList;
import org.plimsoll.app.risk.AssessRisk;
import org.plimsoll.app.risk.RiskMethod;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.app.world.ShowWorld;
import org.plimsoll.app.world.WorldCheck;
import org.plimsoll.sources.scenario.ScenarioFile;

/** What the world and its registers say. */
final class RegisterRoutes {
  private static final Param MATERIAL =
      Param.words("material", "A commodity or product.", "gallium/refined");
  private static final String YAML = "application/yaml";
  private static final String CALENDAR = "text/calendar; charset=utf-8";

  private RegisterRoutes() {}

  static List<Route> list() {
    return List.of(
        world(),
        worldCheck(),
        commitments(),
        commitmentDates(),
        controls(),
        partners(),
        parties(),
        projects(),
        finance(),
        risk(),
        scenarios(),
        scenario());
  }

  private static Route world() {
    return Route.tables(
        "/world",
        "world show",
        "What the world pack holds, in all or of one material.",
        Work.QUESTION,
        List.of(
            MATERIAL,
            Param.flag("rows", "Every row as the pack holds it, instead of the page."),
            Param.flag("stops", "The cards of the material's stops as well, each solved.")),
        (at, asked) -> {
          Refusal.requireUse(
              "stops", !asked.flag("stops") || asked.word("material").isPresent(), "alone");
          ShowWorld its = new ShowWorld(asked.word("material"), asked.flag("rows"));
          return asked.flag("stops") && !asked.flag("rows")
              ? its.withStops(
                  at.evidence(), at.scenario(Optional.empty()), at.unchangedFolder(), at.workers())
              : its.answer(at.evidence());
        });
  }

  private static Route worldCheck() {
    return Route.tables(
        "/world/check",
        "world check",
        "Whether the world pack is the one that was built, balances, and how well it is known.",
        Work.QUESTION,
        List.of(Param.count("changes", 0, 10_000, "How many changes of balancing; else 15.", 50)),
        (at, asked) ->
            WorldCheck.of(at.session(), at.folder()).answer(asked.count("changes").orElse(15)));
  }

  private static Route commitments() {
    return Route.tables(
        "/commitments",
        "commitments",
        "What was promised, by when, and what became of it.",
        Work.QUESTION,
        List.of(
            Param.day("as-of", "The day asked about; the world's own if left out."),
            Param.oneOf("only", CommitmentList.WORDS, "Only these standings.")),
        (at, asked) -> {
          OptionWords.requireOneOf("only", asked.words("only"), CommitmentList.WORDS);
          return new CommitmentList(asked.day("as-of"), asked.words("only")).answer(at.evidence());
        });
  }

  private static Route commitmentDates() {
    return Route.document(
        "GET",
        "/commitments.ics",
        "commitments",
        "When commitments fall due, are reviewed and expire, as iCalendar (RFC 5545).",
        List.of(CALENDAR),
        List.of(Param.oneOf("only", CommitmentList.WORDS, "Only these standings.")),
        Route.Body.NONE,
        Work.QUESTION,
        (at, asked) -> {
          OptionWords.requireOneOf("only", asked.words("only"), CommitmentList.WORDS);
          return Reply.of(
              200,
              CALENDAR,
              new CommitmentList(Optional.empty(), asked.words("only")).dates(at.evidence()));
        });
  }

  private static Route parties() {
    return Route.tables(
        "/parties",
        "parties",
        "Which organisations of the registers a name may be, and why.",
        Work.QUESTION,
        List.of(Param.words("name", "As a person or document writes it.", "MP Materials Corp.")),
        (at, asked) ->
            new PartyList(
                    asked
                        .word("name")
                        .orElseThrow(
                            () -> Refusal.of("the name is missing", "add ?name=MP%20Materials")))
                .answer(at.evidence()));
  }

  private static Route controls() {
    return Route.tables(
        "/controls",
        "controls",
        "Export controls, whether each applied on a day, and what and whom they reach.",
        Work.QUESTION,
        List.of(
            Param.day("as-of", "The day asked about; the world's own if left out."),
            Param.words("material", "A word of minerals or products.", "gallium"),
            Param.words("product", "Only what reaches it, and why.", "dysprosium/oxide"),
            Param.words("to", "Only what reaches this country or territory, and why.", "JPN"),
            Param.words("end-user", "Only what reaches it: military, or a name.", "military"),
            Param.oneOf("only", ControlList.WORDS, "Only these standings.")),
        (at, asked) -> {
          OptionWords.requireOneOf("only", asked.words("only"), ControlList.WORDS);
          return new ControlList(
                  asked.day("as-of"),
                  asked.word("material"),
                  new ControlList.About(
                      asked.word("product"), asked.word("to"), asked.word("end-user")),
                  asked.words("only"))
              .answer(at.evidence());
        });
  }

  private static Route partners() {
    return Route.tables(
        "/partners",
        "partners",
        "Who attends and who signed frameworks of cooperation, and who makes what.",
        Work.QUESTION,
        List.of(Param.flag("signed", "Only those that signed a framework.")),
        (at, asked) -> new PartnerList(asked.flag("signed")).answer(at.evidence()));
  }

  private static Route projects() {
    return Route.tables(
        "/projects",
        "projects",
        "The pipeline of mines, refineries and magnet plants.",
        Work.QUESTION,
        List.of(
            Param.words("material", "A word of minerals or products.", "gallium"),
            Param.words("country", "Only projects in this country.", "AUS")),
        (at, asked) ->
            new ProjectList(asked.word("material"), asked.word("country")).answer(at.evidence()));
  }

  private static Route finance() {
    return Route.tables(
        "/finance",
        "finance",
        "Whether a project of the register pays.",
        Work.STUDY,
        List.of(
            Param.words("project", "Its id or name.", "P022"),
            Param.words("scenario", "A name of /scenarios.", "action-plan-2026"),
            Param.words("floor", "A floor at the alliance's border.", "110USD/kg"),
            Param.words("exempt", "Partners to whose goods floor does not apply.", "AUS"),
            Param.words("cfd", "A contract: strike, share, cap, index.", "110USD/kg,0%,none"),
            Param.words("debt", "A loan: share, interest, years.", "60%,8%,12"),
            Param.words("price", "One price in all years.", "130.1USD/kg"),
            Param.count("until", 2025, 2100, "Up to when the market is solved.", 2035),
            Param.flag("before-tax", "Nothing is taxed.")),
        (at, asked) ->
            new FinanceProject(
                    asked.word("project").orElse(""),
                    asked.word("floor"),
                    asked.word("exempt"),
                    asked.word("cfd"),
                    asked.word("debt"),
                    asked.word("price"),
                    asked.count("until"),
                    asked.flag("before-tax"))
                .answer(at.evidence(), at.scenario(asked.word("scenario")), at.workers()));
  }

  private static Route risk() {
    return Route.tables(
        "/risk",
        "risk",
        "How concentrated products are, and how far countries rely on imports of them.",
        Work.QUESTION,
        List.of(
            MATERIAL,
            Param.words("country", "Regions by comma; joined by + they are one.", "USA+JPN+EU27"),
            Param.words("method", "concentration, eu-supply-risk, geopolrisk, or all.", "all"),
            Param.count("year", 1990, 2100, "Of the volumes; else the base year.", 2024)),
        (at, asked) ->
            new AssessRisk(
                    asked.word("material"),
                    asked.word("country"),
                    asked.word("method").map(RiskMethod::parse),
                    asked.count("year"),
                    Optional.empty(),
                    false)
                .answer(at.evidence(), at.unchangedFolder()));
  }

  private static Route scenarios() {
    return Route.tables(
        "/scenarios",
        "",
        "The scenarios that can be named.",
        Work.FILE,
        List.of(),
        (at, asked) ->
            Answer.of("Scenarios")
                .with(
                    Table.of("scenarios", "Scenarios", ScenarioChoice.listNames(at.session()))
                        .words("name", "name", name -> name)
                        .words("title", "title", name -> at.scenario(Optional.of(name)).title())));
  }

  private static Route scenario() {
    return Route.document(
        "GET",
        "/scenarios/{name}",
        "",
        "A scenario as its file states it.",
        List.of(YAML),
        List.of(),
        Route.Body.NONE,
        Work.FILE,
        (at, asked) ->
            Reply.of(
                200, YAML, ScenarioFile.print(at.scenario(Optional.of(asked.inPath("name"))))));
  }
}
