package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.policy.TariffCase;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.gsim.Gsim;
import org.plimsoll.planner.gsim.GsimResult;
import org.plimsoll.sources.scenario.TariffCaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll gsim}. */
@Command(
    name = "gsim",
    description = {
      "What a change of tariffs does in GSIM, a published model of one product among regions.",
      "A yardstick beside the market: plans never use it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll gsim examples/gsim/us-eu.yaml         the published case of four regions",
      "  plimsoll gsim my-case.json --json",
      "",
      "Equations and limits: docs/method/gsim.md; file: docs/reference/gsim-file.md"
    })
final class GsimVerb implements Callable<Integer> {
  @Parameters(arity = "1", paramLabel = "FILE", description = "A case, in YAML or JSON.")
  private Path file = Path.of("");

  @Option(names = "--json", description = "For programs, with every digit.")
  private boolean asJson;

  @Mixin final HelpOption help = new HelpOption();
  private final Console console;

  GsimVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Loaded<Optional<TariffCase>> loaded = TariffCaseFile.read(file);
    TariffCase asked =
        loaded.value().orElseThrow(() -> Refusal.ofIssues("the case " + file, loaded.issues()));
    GsimResult result = Gsim.solve(asked);
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("title", asked.title());
    facts.put("source", asked.source());
    return console.print(
        new Answer(
            facts,
            List.of(regions(asked, result), flows(result)),
            List.of(
                "Changes are first order; money is in the unit of the case's trade."
                    + " Equations and limits: docs/method/gsim.md")),
        asJson);
  }

  private static Table regions(TariffCase asked, GsimResult result) {
    Answer.Builder table =
        Table.of(
            "regions",
            asked.title().isEmpty() ? "Regions" : asked.title(),
            new Column("region", "region"),
            new Column("exporterPriceChange", "exporter price"),
            new Column("compositePriceChange", "composite price"),
            new Column("producerSurplus", "producers"),
            new Column("consumerSurplus", "consumers"),
            new Column("tariffRevenue", "revenue"),
            new Column("netWelfare", "net"));
    for (GsimResult.Region region : result.regions()) {
      table.row(
          Cell.words(region.name()),
          new Cell.Share(region.exporterPriceChange(), Cell.DIGITS),
          new Cell.Share(region.compositePriceChange(), Cell.DIGITS),
          new Cell.Figure(region.producerSurplus(), Cell.DIGITS),
          new Cell.Figure(region.consumerSurplus(), Cell.DIGITS),
          new Cell.Figure(region.tariffRevenue(), Cell.DIGITS),
          new Cell.Figure(region.netWelfare(), Cell.DIGITS));
    }
    return table.build();
  }

  private static Table flows(GsimResult result) {
    Answer.Builder table =
        Table.of(
            "flows",
            "Trade at exporters' prices",
            new Column("from", "from"),
            new Column("to", "to"),
            new Column("valueBefore", "before"),
            new Column("valueAfter", "after"),
            new Column("quantityChange", "quantity"));
    for (GsimResult.Flow flow : result.flows()) {
      table.row(
          Cell.words(flow.from()),
          Cell.words(flow.to()),
          new Cell.Figure(flow.valueBefore(), Cell.DIGITS),
          new Cell.Figure(flow.valueAfter(), Cell.DIGITS),
          new Cell.Share(flow.quantityChange(), Cell.DIGITS));
    }
    return table.build();
  }
}
