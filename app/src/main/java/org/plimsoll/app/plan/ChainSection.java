package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import org.plimsoll.app.report.drawing.Sankey;
import org.plimsoll.app.report.drawing.WorldMap;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Group;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Subheading;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.plan.ActionPlan.Chain;
import org.plimsoll.planner.plan.ActionPlan.FlowLine;
import org.plimsoll.planner.plan.ActionPlan.LeverageCell;
import org.plimsoll.planner.plan.ActionPlan.Stage;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.Result;

/** Where each chain runs, before and after: a map, a diagram of flows, and the flows as tables. */
record ChainSection(Wording words) {
  private static final int ARROWS = 40;
  private static final int LABELS = 8;
  private static final int FLOWS = 12;
  private static final int FLOWS_OF_OTHERS = 5;
  private static final double FOLD_BELOW = 0.02;
  private static final List<String> BEFORE = List.of("stage", "from", "to", "before, t");
  private static final List<String> BEFORE_AND_AFTER =
      List.of("stage", "from", "to", "before, t", "after, t");

  /** Relative difference below which a flow is what it was. */
  private static final double SAME = 1e-9;

  /** A flow below this share of the largest is no arrow that anyone could see. */
  private static final double LEAST_ARROW = 0.002;

  Section section() {
    List<Chain> chains =
        words.plan().chains().stream().filter(chain -> !flowing(chain).isEmpty()).toList();
    if (chains.isEmpty()) {
      return Section.of(
          "chains", "Where the chains run", Paragraph.text("No flow of any chain is known."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.text(
            "Flows run from the maker to the user of a product. Before: the base year. After: the"
                + " case named; a chain that it leaves as it was is drawn once. Use at home is in"
                + " the diagrams and tables, not on the map."));
    SortedMap<String, Group> groups = words.groups();
    Chain first = mostAtStake(chains);
    List<Chain> ordered = new ArrayList<>(chains);
    ordered.remove(first);
    ordered.addFirst(first);
    for (Chain chain : ordered) {
      blocks.add(new Subheading(chain.name() + ", tonnes of " + chain.basis()));
      boolean isFirst = chain.equals(first);
      if (isFirst) {
        blocks.add(map(chain, groups));
      }
      blocks.add(sankey(chain, groups));
      blocks.addAll(tables(chain, isFirst ? FLOWS : FLOWS_OF_OTHERS));
    }
    return new Section("chains", "Where the chains run", blocks);
  }

  /** The chain with the costliest stop, which the map is of; the first if no stop was solved. */
  private Chain mostAtStake(List<Chain> chains) {
    return words.plan().leverage().cells().stream()
        .sorted(
            Comparator.comparing(
                (LeverageCell cell) -> cell.toAlliance().usersLoss(), Result::largestFirst))
        .flatMap(cell -> chains.stream().filter(chain -> has(chain, cell.product())))
        .findFirst()
        .orElse(chains.getFirst());
  }

  private static boolean has(Chain chain, ProductId product) {
    return chain.stages().stream().anyMatch(stage -> stage.product().equals(product));
  }

  private static List<Stage> flowing(Chain chain) {
    return chain.stages().stream().filter(stage -> !stage.flows().isEmpty()).toList();
  }

  private String after(Chain chain) {
    return words.titleOf(chain.after());
  }

  /** Tonnes in the central case; a flow without a figure is not drawn, and its row says why. */
  private static double tonnes(Result flow) {
    return flow.findCentral().orElse(0);
  }

  /** The stage whose trade between countries changes most; the first if none does. */
  private static Stage mostChanged(Chain chain) {
    return flowing(chain).stream()
        .max(Comparator.comparingDouble(ChainSection::change))
        .orElseThrow();
  }

  private static double change(Stage stage) {
    double moved = 0;
    double all = 0;
    for (FlowLine flow : stage.flows()) {
      if (!flow.from().equals(flow.to())) {
        moved += Math.abs(tonnes(flow.after()) - tonnes(flow.before()));
        all += tonnes(flow.before());
      }
    }
    return all > 0 ? moved / all : 0;
  }

  private Block map(Chain chain, SortedMap<String, Group> groups) {
    Stage stage = mostChanged(chain);
    double largest =
        stage.flows().stream()
            .filter(f -> !f.from().equals(f.to()))
            .mapToDouble(f -> tonnes(f.before()))
            .max()
            .orElse(0);
    List<WorldMap.Arrow> arrows =
        stage.flows().stream()
            .filter(f -> tonnes(f.before()) > LEAST_ARROW * largest)
            .filter(f -> !f.from().equals(f.to()))
            .limit(ARROWS)
            .map(f ->
                new WorldMap.Arrow(
                    f.from(),
                    f.to(),
                    tonnes(f.before()),
                    shareOfUse(f, stage),
                    words.drawn(f.before(), stage.product()),
                    groups.getOrDefault(f.from(), Group.OTHERS)))
            .toList();
    return Wording.figure(
        new WorldMap(
            stage.name() + " between countries, before",
            groups,
            arrows,
            "what the user takes of it",
            words.names(),
            LABELS),
        "The stage of the chain whose trade changes most in the case \""
            + after(chain)
            + "\". An arrow is as wide as its tonnes; the largest are labelled.");
  }

  private static OptionalDouble shareOfUse(FlowLine flow, Stage stage) {
    double all =
        stage.flows().stream()
            .filter(f -> f.to().equals(flow.to()))
            .mapToDouble(f -> tonnes(f.before()))
            .sum();
    return all > 0
        ? OptionalDouble.of(Math.min(1, tonnes(flow.before()) / all))
        : OptionalDouble.empty();
  }

  /** Whether the case leaves every flow of the chain as it was in the base year. */
  private static boolean isUntouched(Chain chain) {
    return flowing(chain).stream()
        .flatMap(stage -> stage.flows().stream())
        .allMatch(flow ->
            flow.after() instanceof Figure
                && Math.abs(tonnes(flow.after()) - tonnes(flow.before()))
                    <= SAME * tonnes(flow.before()));
  }

  /** The unit in which the chain's totals have few digits. */
  private static Unit unit(List<Stage> stages) {
    double most =
        stages.stream()
            .mapToDouble(s -> s.flows().stream().mapToDouble(f -> tonnes(f.before())).sum())
            .max()
            .orElse(0);
    return most >= 1e7 ? Unit.MEGATONNES : most >= 1e6 ? Unit.KILOTONNES : Unit.TONNES;
  }

  private Block sankey(Chain chain, SortedMap<String, Group> groups) {
    List<Stage> stages = flowing(chain);
    List<String> heads = new ArrayList<>(stages.stream().map(Stage::name).toList());
    heads.add("Use");
    boolean isUntouched = isUntouched(chain);
    Sankey sankey =
        new Sankey(
            chain.name() + ": from makers to users" + (isUntouched ? "" : ", before and after"),
            heads,
            isUntouched
                ? List.of(
                    new Sankey.Panel(
                        "The base year, which the case leaves as it was", links(stages, true)))
                : List.of(
                    new Sankey.Panel("Before: the base year", links(stages, true)),
                    new Sankey.Panel("After: " + after(chain), links(stages, false))),
            unit(stages),
            groups,
            words.names(),
            FOLD_BELOW);
    return Wording.figure(
        sankey,
        "Bands are coloured by where they come from. Countries below %d%% of a stage are others."
            .formatted(Math.round(FOLD_BELOW * 100)));
  }

  private List<Sankey.Link> links(List<Stage> stages, boolean isBefore) {
    List<Sankey.Link> links = new ArrayList<>();
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = stages.get(i);
      for (FlowLine flow : stage.flows()) {
        Result tonnes = isBefore ? flow.before() : flow.after();
        links.add(
            new Sankey.Link(
                i,
                flow.from(),
                flow.to(),
                Math.max(0, tonnes(tonnes)),
                words.drawn(tonnes, stage.product())));
      }
    }
    return links;
  }

  private List<Block> tables(Chain chain, int most) {
    boolean isUntouched = isUntouched(chain);
    List<Part<Part<Chain, Stage>, FlowLine>> lines = new ArrayList<>();
    int all = 0;
    for (Stage stage : flowing(chain)) {
      stage.flows().stream()
          .limit(most)
          .forEach(flow -> lines.add(new Part<>(new Part<>(chain, stage), flow)));
      all += stage.flows().size();
    }
    List<Block> blocks = new ArrayList<>();
    blocks.addAll(
        CaseTables.FLOWS.shown(
            words,
            chain.name() + ": the largest flows of each stage",
            lines,
            lines.size(),
            isUntouched ? BEFORE : BEFORE_AND_AFTER));
    if (all > lines.size()) {
      blocks.add(
          Paragraph.text(
              "The %d largest flows of each stage; all %d are in tables/flows.csv."
                  .formatted(most, all)));
    }
    return blocks;
  }
}
