package org.plimsoll.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.plan.LeverageMaker;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.planner.plan.ActionPlan.Leverage;
import org.plimsoll.planner.plan.ActionPlan.LeverageCell;
import org.plimsoll.planner.plan.ActionPlan.MemberLoss;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Result;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll leverage}. */
@Command(
    name = "leverage",
    description = {
      "What each exporter could do to the alliance by stopping a product for a year.",
      "Every row is a solved market of its own; it says what could be done, not what is meant."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll leverage",
      "  plimsoll leverage --product gallium",
      "  plimsoll leverage --exporter CHN --importer JPN --json"
    })
final class LeverageVerb implements Callable<Integer> {
  private static final double MILLION = 1e6;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = "A name in scenarios/, or a file; default: " + ScenarioChoice.DEFAULT + ".")
  private Optional<String> scenario = Optional.empty();

  @Option(
      names = "--exporter",
      paramLabel = "NAME",
      description = "Only stops by this country or territory.")
  private Optional<String> exporter = Optional.empty();

  @Option(
      names = "--product",
      paramLabel = "NAME",
      description = "Only this commodity or product: gallium, gallium/refined.")
  private Optional<String> product = Optional.empty();

  @Option(
      names = "--importer",
      paramLabel = "NAME",
      description = "What the stops do to this member instead of all together.")
  private Optional<String> importer = Optional.empty();

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Console console;
  private final LeverageMaker maker;

  LeverageVerb(Console console, LeverageMaker maker) {
    this.console = console;
    this.maker = maker;
  }

  @Override
  public Integer call() {
    Evidence evidence = console.session().readWorld(options.world());
    Scenario asked =
        ScenarioChoice.read(scenario.orElse(ScenarioChoice.DEFAULT), console.session(), evidence)
            .scenario();
    Optional<List<ProductId>> products =
        product.map(
            word -> new Selection(evidence).products(word).stream().map(Product::id).toList());
    Optional<String> by = exporter.map(word -> party(word, "--exporter", evidence, asked));
    Optional<String> member = importer.map(word -> member(word, evidence, asked));
    Leverage leverage =
        maker.make(evidence, asked, Settings.QUICK, Workers.of(ForkJoinPool.commonPool()));
    List<LeverageCell> cells =
        leverage.cells().stream()
            .filter(cell -> by.map(code -> cell.exporter().equals(code)).orElse(true))
            .filter(cell -> products.map(ids -> ids.contains(cell.product())).orElse(true))
            .toList();
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("asOf", asked.asOf().toString());
    facts.put("scenario", asked.name());
    facts.put("importer", member.orElse("all members"));
    Table table = table(evidence, rows(cells, member), member.orElse("the alliance"));
    return console.print(new Answer(facts, List.of(table), remarks(cells)), options.asJson());
  }

  private static String party(String word, String option, Evidence evidence, Scenario asked) {
    List<Region> regions = new Selection(evidence).regions(word, asked.asOf());
    if (regions.size() != 1 || word.contains("+")) {
      throw Refusal.of(option + " is '" + word + "', but takes one name", "run it once for each");
    }
    return regions.getFirst().id();
  }

  private static String member(String word, Evidence evidence, Scenario asked) {
    String code = party(word, "--importer", evidence, asked);
    List<String> members = asked.alliance().listPartiesOn(asked.asOf());
    if (!members.contains(code)) {
      throw Refusal.of(
          word + " is no member of the alliance on " + asked.asOf(),
          "name one of " + String.join(", ", members));
    }
    return code;
  }

  /** A stop and what it does to whom was asked about. */
  private record Row(LeverageCell cell, Result loss, Result unservedShare) {}

  /** The largest shortage first: where a price is at its ceiling, losses are only lower bounds. */
  private static List<Row> rows(List<LeverageCell> cells, Optional<String> member) {
    List<Row> rows = new ArrayList<>();
    for (LeverageCell cell : cells) {
      if (member.isEmpty()) {
        rows.add(new Row(cell, cell.loss(), cell.unservedShare()));
        continue;
      }
      for (MemberLoss loss : cell.byMember()) {
        if (loss.member().equals(member.get())) {
          rows.add(new Row(cell, loss.loss(), loss.unservedShare()));
        }
      }
    }
    rows.sort(
        Comparator.comparing(Row::unservedShare, Result::largestFirst)
            .thenComparing(Row::loss, Result::largestFirst)
            .thenComparing(row -> row.cell().exporter())
            .thenComparing(row -> row.cell().product()));
    return rows;
  }

  private static Table table(Evidence evidence, List<Row> rows, String whose) {
    Answer.Builder table =
        Table.of(
            "stops",
            "A year without one exporter's product: what it does to " + whose,
            new Column("exporter", "exporter"),
            new Column("product", "product"),
            new Column("unservedShare", "unserved"),
            new Column("unservedShareRange", ""),
            new Column("lossUsdMillion", "loss USD m"),
            new Column("lossUsdMillionRange", "range"),
            new Column("ownLossUsdMillion", "exporter's USD m"),
            new Column("grade", "grade"),
            Column.hidden("atCeiling"),
            Column.hidden("source"),
            Column.hidden("derivedFrom"),
            new Column("price", "price"));
    for (Row row : rows) {
      int digits = digits(evidence, row);
      table.row(
          Cell.words(row.cell().exporter()),
          Cell.words(row.cell().product().toString()),
          cell(row.unservedShare(), share -> new Cell.Share(share.central(), digits)),
          span(row.unservedShare(), 1, digits),
          cell(row.loss(), loss -> new Cell.Figure(loss.central() / MILLION, digits)),
          span(row.loss(), 1 / MILLION, digits),
          cell(row.cell().ownLoss(), loss -> new Cell.Figure(loss.central() / MILLION, digits)),
          Cell.words(row.loss().find().map(loss -> loss.grade().name())),
          Cell.words(row.cell().atCeiling() ? "yes" : "no"),
          Cell.words(row.loss().find().map(Figure::source).orElse("")),
          new Cell.Names(row.loss().find().map(Figure::derivedFrom).orElse(List.of())),
          Cell.words(row.cell().atCeiling() ? "at the assumed ceiling" : "clears the market"));
    }
    return table.build();
  }

  /** A number, or why there is none. */
  private static Cell cell(Result result, Function<Figure, Cell> number) {
    return switch (result) {
      case Figure figure -> number.apply(figure);
      case NoFigure none -> Cell.words(none.why());
    };
  }

  private static Cell span(Result result, double factor, int digits) {
    return result
        .find()
        .<Cell>map(f -> new Cell.Span(f.value().low() * factor, f.value().high() * factor, digits))
        .orElseGet(Cell.Nothing::new);
  }

  /** What rests on a prior is shown to two digits. */
  private static int digits(Evidence evidence, Row row) {
    boolean isIndicative =
        evidence
            .findProduct(row.cell().product())
            .map(found -> found.tier() == Tier.INDICATIVE)
            .orElse(false);
    boolean isWeak = row.loss().find().map(loss -> loss.grade() == Grade.C).orElse(false);
    return isIndicative || isWeak ? Cell.DIGITS - 1 : Cell.DIGITS;
  }

  private static List<String> remarks(List<LeverageCell> cells) {
    List<String> remarks = new ArrayList<>();
    if (cells.stream().anyMatch(LeverageCell::atCeiling)) {
      remarks.add(
          "At the assumed ceiling a shortage remains: the loss is at least the one shown, and the"
              + " ceiling is no forecast of a price.");
    }
    remarks.add("Definitions and limits: docs/method/leverage.md");
    return remarks;
  }
}
