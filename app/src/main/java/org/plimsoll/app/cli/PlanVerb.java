package org.plimsoll.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.plan.MakePlan;
import org.plimsoll.app.plan.PlanAudit;
import org.plimsoll.app.plan.PlanComparison;
import org.plimsoll.app.plan.PlanFolder;
import org.plimsoll.app.plan.PlanMaker;
import org.plimsoll.app.plan.PlanPage;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Paragraphs;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Sha256;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.pack.StampedWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll plan}: the main job. */
@Command(
    name = "plan",
    description = {
      "The action plan of an alliance: what it is exposed to, what to do, what that does to whom.",
      "Writes a folder with the plan as a page, as JSON, as tables, and with a manifest."
    },
    footer = {
      "  plimsoll plan                                   the plan as it stands, into out/",
      "  plimsoll plan --quick                           central case only, in seconds",
      "  plimsoll plan my-scenario.yaml --out my-plan",
      "  plimsoll plan --as-of 2026-06-30 --audit",
      "  plimsoll plan --audit out/action-plan-2026      an earlier plan, computed again",
      "  plimsoll plan --compare out/one out/other       two earlier plans side by side",
      "",
      "Exit code 1: a market that the plan needs was not solved, or the audit found a figure",
      "that does not follow. The folder is then written all the same, and says so."
    })
final class PlanVerb extends WorldVerb {
  /** Exit code of a plan that is not to be trusted as it is. */
  static final int WANTING = 1;

  private static final int MOST_OFFENDERS = 20;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = "A name in scenarios/, or a file; default: " + ScenarioChoice.DEFAULT + ".")
  private Optional<String> scenario = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder to write; default: out/SCENARIO. An earlier plan there is replaced.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Read registers and membership on this date instead of the scenario's own.")
  private Optional<String> asOf = Optional.empty();

  @Option(names = "--quick", description = "Solve the central case only: numbers have no range.")
  private boolean quick;

  @Option(
      names = "--draws",
      paramLabel = "N",
      description = "Draws of the parameters behind each range; default: 20.")
  private Optional<Integer> draws = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the draws; default: " + Settings.SEED + ".")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--audit",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "FILE",
      description =
          "Compute the figures of plan.json again from it alone; with FILE, of that plan and"
              + " without the world.")
  private Optional<String> audit = Optional.empty();

  @Option(
      names = "--compare",
      arity = "2",
      paramLabel = "FILE",
      description = "Two earlier plans side by side: what the second has otherwise.")
  private List<Path> compared = List.of();

  private final PlanMaker maker;

  PlanVerb(Console console, PlanMaker maker) {
    super(console);
    this.maker = maker;
  }

  @Override
  public Integer call() throws IOException {
    if (audit.filter(file -> !file.isEmpty()).isPresent()) {
      return audit(Path.of(audit.get()));
    }
    if (!compared.isEmpty()) {
      console.print(
          PlanComparison.of(read(compared.getFirst()), read(compared.getLast())), options.asJson());
      return 0;
    }
    Settings settings = settings();
    StampedWorld world = console.openWorld(options.world());
    Evidence evidence = world.evidence();
    ScenarioChoice choice =
        ScenarioChoice.read(scenario.orElse(ScenarioChoice.DEFAULT), console.session(), evidence);
    Scenario asked =
        asOf.map(day -> choice.scenario().withAsOf(OptionWords.day("--as-of", day)))
            .orElse(choice.scenario());
    Path folder = out.orElseGet(() -> defaultOut(asked.name()));
    // Refused now and not after the solves, which take their time.
    Output.besides("--out", folder);
    MakePlan making =
        new MakePlan(
            world,
            console.session().world(options.world()),
            asked,
            Sha256.of(Files.readAllBytes(choice.file())),
            settings);
    ActionPlan plan = making(making, folder);
    List<String> failed =
        plan.solves().stream()
            .filter(solve -> solve.status() == ActionPlan.SolveStatus.UNSOLVED)
            .map(solve -> solve.run() + ": " + solve.detail())
            .toList();
    Optional<PlanAudit> audited =
        audit.isPresent() ? Optional.of(PlanAudit.of(folder)) : Optional.empty();
    print(plan, folder, failed, audited);
    boolean isClean = audited.map(PlanAudit::isClean).orElse(true);
    return failed.isEmpty() && isClean ? 0 : WANTING;
  }

  private Settings settings() {
    if (quick && draws.isPresent()) {
      throw Refusal.of(
          "--quick solves the central case alone, so --draws has nothing to draw",
          "leave one of them out");
    }
    Settings usual = quick ? Settings.QUICK : Settings.FULL;
    try {
      return usual.withDraws(draws.orElse(usual.draws())).withSeed(seed.orElse(usual.seed()));
    } catch (IllegalArgumentException e) {
      throw refusal(String.valueOf(e.getMessage()), "take --draws 20");
    }
  }

  /** A message whose second line, if it has one, is the way out. */
  private static Refusal refusal(String message, String otherwise) {
    String[] parts = message.split("\nMaybe ", 2);
    return Refusal.of(parts[0], parts.length > 1 ? parts[1] : otherwise);
  }

  /** A plan that was made before. */
  private static ActionPlan read(Path file) {
    try {
      return PlanFolder.read(file);
    } catch (NoSuchFileException e) {
      throw Refusal.of("there is no plan " + file, "name a plan.json or its folder");
    } catch (IOException e) {
      throw refusal("cannot read " + file + ": " + e.getMessage(), "name a plan.json");
    }
  }

  /** Audits a plan that was made before; needs no world. */
  private int audit(Path file) {
    PlanAudit found;
    try {
      found = PlanAudit.of(file);
    } catch (NoSuchFileException e) {
      throw Refusal.of(
          "there is no plan " + file,
          "name a plan.json or its folder; to audit a new plan, put --audit last");
    } catch (IOException e) {
      throw refusal("cannot audit " + file + ": " + e.getMessage(), "name a plan.json");
    }
    if (options.asJson()) {
      console.print(answer(found), true);
    } else {
      console.print(auditLines(found).stream().skip(1).toList());
    }
    return found.isClean() ? 0 : WANTING;
  }

  static Path defaultOut(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw Refusal.of(
          "the scenario is called '" + name + "', which is no name for a folder",
          "say where the plan goes with --out");
    }
    return Path.of("out", name);
  }

  private ActionPlan making(MakePlan making, Path folder) throws IOException {
    try {
      return console.watched(progress -> {
        try {
          return making.into(folder, maker, Workers.ofAllProcessors().watchedBy(progress));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (UncheckedIOException e) {
      throw Refusal.cause(e);
    }
  }

  private void print(
      ActionPlan plan, Path folder, List<String> failed, Optional<PlanAudit> audited) {
    List<String> headline = PlanPage.headline(plan);
    if (options.asJson()) {
      console.print(answer(plan, folder, headline, failed, audited), true);
      return;
    }
    List<String> lines = new ArrayList<>();
    lines.add(plan.frame().title());
    lines.add(
        "as of %s, %s prices, %s"
            .formatted(plan.frame().asOf(), plan.frame().priceVintage(), draws(plan)));
    lines.add("");
    for (int i = 0; i < headline.size(); i++) {
      lines.addAll(Paragraphs.item((i + 1) + ". ", headline.get(i)));
    }
    lines.add("");
    lines.add("Written to " + folder + ":");
    lines.add("  plan.html      the plan as a page: open it in a browser, or print it");
    lines.add("  plan.json      the plan as data, every number with its source");
    lines.add("  tables/        the plan as CSV, a file a part; tables.xlsx has the same");
    lines.add("  manifest.json  what it was made from, and the hash of every file");
    audited.ifPresent(found -> lines.addAll(auditLines(found)));
    if (!failed.isEmpty()) {
      lines.add("");
      lines.add("Not solved, so what rests on it is wanting:");
      failed.forEach(run -> lines.add("  " + run));
    }
    console.print(lines);
  }

  private static String draws(ActionPlan plan) {
    return plan.frame().draws().equals("none") ? "central case only" : plan.frame().draws();
  }

  private static List<String> auditLines(PlanAudit audit) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(
        "Audit: %,d figures: %,d name the row they were read from, %,d were computed again,"
            .formatted(audit.figures(), audit.read(), audit.recomputed()));
    lines.add("  %,d rest on rows of the world that they name.".formatted(audit.fromRows()));
    if (audit.isClean()) {
      lines.add("  All agree.");
      return lines;
    }
    lines.add("  %,d disagree:".formatted(audit.offenders().size()));
    audit.offenders().stream().limit(MOST_OFFENDERS).forEach(path -> lines.add("  " + path));
    int more = audit.offenders().size() - MOST_OFFENDERS;
    if (more > 0) {
      lines.add("  and %,d more".formatted(more));
    }
    return lines;
  }

  private static Answer answer(PlanAudit audit) {
    return Answer.of("Audit of a plan")
        .fact("audit", audit.isClean() ? "clean" : "wanting")
        .fact("figures", audit.figures())
        .fact("read", audit.read())
        .fact("recomputed", audit.recomputed())
        .fact("fromRows", audit.fromRows())
        .with(list("offenders", "path", audit.offenders()));
  }

  private static Answer answer(
      ActionPlan plan,
      Path folder,
      List<String> headline,
      List<String> failed,
      Optional<PlanAudit> audited) {
    Answer answer =
        Answer.of(plan.frame().title())
            .fact("asOf", plan.frame().asOf())
            .fact("scenario", plan.frame().scenario())
            .fact("out", folder.toString())
            .fact("draws", plan.frame().draws())
            .with(list("headline", "statement", headline), list("notConverged", "run", failed));
    return audited
        .map(found ->
            answer
                .fact("audit", found.isClean() ? "clean" : "wanting")
                .with(list("offenders", "path", found.offenders())))
        .orElse(answer);
  }

  private static Table<String> list(String key, String column, List<String> items) {
    return Table.of(key, key, items).words(column, column, Paragraphs::plain);
  }
}
