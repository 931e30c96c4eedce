package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.cli.Answer.Column;
import org.plimsoll.app.cli.Answer.Table;
import org.plimsoll.app.plan.PlanAudit;
import org.plimsoll.app.plan.PlanFolder;
import org.plimsoll.app.plan.PlanInputs;
import org.plimsoll.app.plan.PlanPage;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Sha256;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.sources.pack.StampedWorld;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll plan}: the main job. */
@Command(
    name = "plan",
    description = {
      "The action plan of an alliance: what it is exposed to, what to do, what that does to whom.",
      "Writes a folder with the plan as a page, as JSON, as tables, and with a manifest."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll plan                                   the plan as it stands, into out/",
      "  plimsoll plan --quick                           central case only, in seconds",
      "  plimsoll plan my-scenario.yaml --out my-plan",
      "  plimsoll plan --as-of 2026-06-30 --audit",
      "",
      "Exit code 1: a market that the plan needs was not solved, or the audit found a number",
      "without a source. The folder is then written all the same, and says so."
    })
final class PlanVerb implements Callable<Integer> {
  /** Exit code of a plan that is not to be trusted as it is. */
  static final int WANTING = 1;

  private static final int MOST_OFFENDERS = 20;
  private static final String CONVERGED = "converged";

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
      names = "--audit",
      description = "Walk plan.json and fail on a number without a source or a derivation.")
  private boolean audit;

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Session session;
  private final PlanMaker maker;
  private final PlanSettings settings;

  PlanVerb(Session session, PlanMaker maker, PlanSettings settings) {
    this.session = session;
    this.maker = maker;
    this.settings = settings;
  }

  @Override
  public Integer call() throws IOException {
    StampedWorld world = session.openWorld(options.world());
    Evidence evidence = world.evidence();
    ScenarioChoice choice =
        ScenarioChoice.read(scenario.orElse(ScenarioChoice.DEFAULT), session, evidence);
    Scenario asked =
        asOf.map(day -> choice.scenario().withAsOf(WorldOptions.day("--as-of", day)))
            .orElse(choice.scenario());
    Path folder = out.orElseGet(() -> defaultOut(asked.name()));
    // Refused now and not after the solves, which take their time.
    Output.besides("--out", folder);
    PlanFolder.requireWritable(folder);
    PlanInputs inputs = inputs(world, choice);
    ActionPlan plan = maker.make(evidence, asked, quick);
    PlanFolder.write(plan, evidence, folder, inputs);
    List<String> failed =
        plan.solves().stream()
            .filter(solve -> !solve.status().equals(CONVERGED))
            .map(solve -> solve.run() + ": " + solve.status())
            .toList();
    Optional<PlanAudit> audited =
        audit ? Optional.of(PlanAudit.of(folder.resolve(PlanFolder.JSON))) : Optional.empty();
    print(plan, evidence, folder, failed, audited);
    boolean isClean = audited.map(PlanAudit::isClean).orElse(true);
    return failed.isEmpty() && isClean ? 0 : WANTING;
  }

  static Path defaultOut(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw Refusal.of(
          "the scenario is called '" + name + "', which is no name for a folder",
          "say where the plan goes with --out");
    }
    return Path.of("out", name);
  }

  private PlanInputs inputs(StampedWorld world, ScenarioChoice choice) throws IOException {
    return new PlanInputs(
        world.evidence().asOf().toString(),
        world.stamp().sha256OfAll(),
        world.stamp().sha256(),
        world.stamp().differing(),
        choice.scenario().name(),
        Sha256.of(Files.readAllBytes(choice.file())),
        new PlimsollCommand.Version().getVersion()[0],
        quick,
        settings.seed(),
        settings.tolerances());
  }

  private void print(
      ActionPlan plan,
      Evidence evidence,
      Path folder,
      List<String> failed,
      Optional<PlanAudit> audited) {
    List<String> headline = PlanPage.headline(plan, evidence);
    if (options.asJson()) {
      session.print(answer(plan, folder, headline, failed, audited), true);
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
    lines.forEach(session.terminal().out()::println);
    session.terminal().out().flush();
  }

  private static String draws(ActionPlan plan) {
    return plan.frame().draws().equals("none") ? "central case only" : plan.frame().draws();
  }

  private static List<String> auditLines(PlanAudit audit) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    if (audit.isClean()) {
      lines.add(
          "Audit: %,d numbers, each with its source or what it was derived from."
              .formatted(audit.numbers()));
      return lines;
    }
    lines.add(
        "Audit: %,d of %,d numbers have neither a source nor a derivation:"
            .formatted(audit.offenders().size(), audit.numbers()));
    audit.offenders().stream().limit(MOST_OFFENDERS).forEach(path -> lines.add("  " + path));
    int more = audit.offenders().size() - MOST_OFFENDERS;
    if (more > 0) {
      lines.add("  and %,d more".formatted(more));
    }
    return lines;
  }

  private static Answer answer(
      ActionPlan plan,
      Path folder,
      List<String> headline,
      List<String> failed,
      Optional<PlanAudit> audited) {
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("asOf", plan.frame().asOf());
    facts.put("scenario", plan.frame().scenario());
    facts.put("out", folder.toString());
    facts.put("draws", plan.frame().draws());
    List<Table> tables = new ArrayList<>();
    tables.add(list("headline", "statement", headline));
    tables.add(list("notConverged", "run", failed));
    audited.ifPresent(found -> {
      facts.put("audit", found.isClean() ? "clean" : "wanting");
      tables.add(list("offenders", "path", found.offenders()));
    });
    return new Answer(facts, tables, List.of());
  }

  private static Table list(String key, String column, List<String> items) {
    Answer.Builder rows = Table.of(key, key, new Column(column, column));
    items.forEach(item -> rows.row(Cell.words(Paragraphs.plain(item))));
    return rows.build();
  }
}
