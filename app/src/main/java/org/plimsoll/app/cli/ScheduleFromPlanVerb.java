package org.plimsoll.app.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.border.PlanSchedule;
import org.plimsoll.app.plan.PlanJson;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.PlanFile;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.border.files.schedule.RatesFile;
import org.plimsoll.border.files.schedule.ScheduleFile;
import org.plimsoll.border.levy.ExchangeRate;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.quantity.Share;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll schedule from-plan}. */
@Command(
    name = "from-plan",
    description = {
      "Writes the floors of a plan as a schedule.",
      "HS codes and bases are from the world, members from the plan's alliance. It is a draft:",
      "read the remarks in it before it becomes law."
    },
    footer = {
      "  plimsoll schedule from-plan out/plan/plan.json --from 2027-01-01 --out out/schedule.yaml",
      "  plimsoll schedule from-plan out/plan/plan.json --freight 0.04 --rates rates.csv \\",
      "      --out out/law/2027-1.yaml",
      "  plimsoll schedule check out/schedule.yaml",
      "",
      "Without --freight entries on FOB are refused, without --rates those in other currencies",
      "than the dollar; both can be added later (docs/reference/schedule-file.md)."
    })
final class ScheduleFromPlanVerb extends ConsoleVerb {
  @Parameters(arity = "1", paramLabel = "PLAN", description = "plan.json of a plan.")
  private Path plan = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "DATE",
      description = "First day in force; default: the day as of which the plan was made.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--freight",
      paramLabel = "SHARE",
      description = "What freight and insurance add to the FOB value: 0.04 for 4%%.")
  private Optional<BigDecimal> freight = Optional.empty();

  @Option(
      names = "--rates",
      paramLabel = "FILE",
      description = "Rates of exchange, CSV: currency,from,rate (dollars for one unit).")
  private Optional<Path> rates = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write, its folder made; default: standard output.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--world",
      paramLabel = "DIR",
      description = "The world pack to read; default: world/ of this project.")
  private Optional<Path> world = Optional.empty();

  @Mixin final HelpOption help = new HelpOption();

  ScheduleFromPlanVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    Optional<Output> file = out.map(path -> Output.file("--out", path, plan, rates.orElse(plan)));
    Evidence evidence = console.readWorld(world);
    Optional<LocalDate> first = from.map(text -> OptionWords.day("--from", text));
    Optional<Share> added = freight.map(ScheduleFromPlanVerb::share);
    List<ExchangeRate> exchange = rates.isPresent() ? RatesFile.read(rates.get()) : List.of();
    PlanSchedule draft =
        PlanFile.read(
            plan, json -> PlanSchedule.of(PlanJson.read(json), evidence, first, added, exchange));
    StringBuilder text = new StringBuilder();
    draft.remarks().forEach(remark -> text.append("# ").append(remark).append('\n'));
    text.append(ScheduleFile.print(draft.schedule()));
    if (file.isPresent()) {
      console.aside(draft.schedule().listGaps());
      return console.write(file.get(), text.toString());
    }
    return console.print(text.toString());
  }

  /** Freight of more than all that goods are worth is a percentage written as a share. */
  private static Share share(BigDecimal freight) {
    if (freight.signum() < 0 || freight.compareTo(BigDecimal.ONE) > 0) {
      throw Refusal.of(
          "--freight " + freight + " is no share from 0 to 1 of the FOB value",
          "write 0.04 for 4%");
    }
    return Share.of(freight);
  }
}
