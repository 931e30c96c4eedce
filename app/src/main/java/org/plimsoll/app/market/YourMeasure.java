package org.plimsoll.app.market;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.StopText;
import org.plimsoll.model.commodity.Activity;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Basis;
import org.plimsoll.planner.market.answer.NewCapacity;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.Figures;
import org.plimsoll.planner.plan.FindingWords;
import org.plimsoll.planner.plan.NoFigure;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.plan.StatusQuo;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Attempt;
import org.plimsoll.planner.study.Bloc;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.ChainRows;
import org.plimsoll.planner.study.Inquiry;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Quantity.Account;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Series;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Study;
import org.plimsoll.planner.study.Workers;

/**
 * What a person's own measures do on top of what is in force: without them, with them, and the
 * difference, in a year as the scenario has it and in a stop.
 *
 * @param levers the measures
 * @param stop as {@code CHN:gallium/refined}; the scenario's year alone if empty
 */
public record YourMeasure(Levers levers, Optional<String> stop) {
  private static final double KG_PER_TONNE = 1_000;
  private static final double MILLION = 1e6;

  /** The least of a tonne, or of a share, that is told. */
  private static final double GRAIN = 1e-6;

  public YourMeasure {
    if (!levers.released().isEmpty() && stop.isEmpty()) {
      throw Refusal.of("--release sells in a stop", "name it: --stop CHN:gallium/refined");
    }
  }

  /**
   * The answer.
   *
   * @throws Refusal if a word is not known, or the measures lie on chains that do not meet
   */
  public Answer answer(Evidence evidence, Scenario scenario, Settings settings, Workers workers) {
    List<Measure> standing = levers.standing(evidence, scenario);
    List<Measure> inStop = levers.inStop(evidence, scenario);
    Optional<Stop> stopped = stop.map(word -> stop(evidence, word));
    SequencedSet<ProductId> touched = new LinkedHashSet<>();
    standing.forEach(measure -> touched.addAll(measure.terms().products()));
    inStop.forEach(measure -> touched.addAll(measure.terms().products()));
    stopped.ifPresent(its -> touched.addAll(its.products()));
    StatusQuo today = Planner.inForce(evidence, scenario, settings.limits(), workers);
    List<String> leftOut = new ArrayList<>();
    Scenario inForce = inForce(today.whole(), standing, leftOut);
    ProductId first = touched.getLast();
    Inquiry inquiry = Inquiry.ofChain(evidence, inForce, settings, workers, first);
    String vintage = inForce.priceVintage();
    List<ProductId> chain = inquiry.listProducts(vintage);
    touched.stream()
        .filter(product -> !chain.contains(product))
        .findFirst()
        .ifPresent(product -> {
          throw Refusal.of(
              "%s and %s are not of one chain".formatted(product, first),
              "ask about each chain by itself");
        });
    Cases cases =
        new Cases(
            evidence, Bloc.of(evidence, scenario), inquiry, vintage, shown(evidence, touched));
    Answer answer = cases.answer(scenario, settings, standing, inStop, stopped);
    return leftOut.isEmpty()
        ? answer
        : answer.remark(
            "The scenario's own floors on these products give way: "
                + String.join(", ", leftOut)
                + ".");
  }

  private static Stop stop(Evidence evidence, String text) {
    StopText words = StopText.parse(text);
    return new Stop(words.country(evidence), words.products(evidence));
  }

  /**
   * All that a scenario has in force, but for its floors on products that have one of a person's
   * own: a floor takes the place of another.
   *
   * @param leftOut ids of floors that give way; added to
   */
  private static Scenario inForce(Scenario whole, List<Measure> levers, List<String> leftOut) {
    List<ProductId> floored =
        levers.stream()
            .filter(BorderMeasure.PriceFloor.class::isInstance)
            .flatMap(floor -> floor.terms().products().stream())
            .toList();
    List<Measure> kept = new ArrayList<>();
    for (Measure measure : whole.measures()) {
      List<ProductId> others =
          measure.terms().products().stream().filter(p -> !floored.contains(p)).toList();
      if (!(measure instanceof BorderMeasure.PriceFloor floor)
          || others.size() == measure.terms().products().size()) {
        kept.add(measure);
        continue;
      }
      leftOut.add(measure.id());
      if (!others.isEmpty()) {
        kept.add(
            new BorderMeasure.PriceFloor(
                floor.terms().withProducts(others),
                floor.usdPerTonne(),
                floor.boundUsdPerTonne(),
                floor.gapGoesTo()));
      }
    }
    return whole.withMeasures(kept);
  }

  /** The products that measures name, and the stages that are made of them. */
  private static List<ProductId> shown(Evidence evidence, SequencedSet<ProductId> touched) {
    SequencedSet<ProductId> shown = new LinkedHashSet<>(touched);
    for (Activity activity : evidence.activities()) {
      if (activity.inputs().keySet().stream().anyMatch(touched::contains)) {
        shown.add(activity.primary());
      }
    }
    return List.copyOf(shown);
  }

  /**
   * The four cases.
   *
   * @param shown products that are told of
   */
  private record Cases(
      Evidence evidence, Bloc bloc, Inquiry inquiry, String vintage, List<ProductId> shown) {
    private Region whole() {
      return bloc.whole();
    }

    /** One line: a quantity in words. */
    private record Line(
        String key, Optional<ProductId> product, String what, Quantity quantity, String unit) {
      double factor() {
        return switch (unit) {
          case "USD/kg" -> 1 / KG_PER_TONNE;
          case "USD m" -> 1 / MILLION;
          default -> 1;
        };
      }
    }

    private List<Line> lines() {
      List<Line> lines = new ArrayList<>();
      List<ProductId> solved = inquiry.listProducts(vintage);
      for (ProductId product : shown) {
        if (solved.contains(product)) {
          Optional<ProductId> of = Optional.of(product);
          lines.add(
              new Line(
                  "paid",
                  of,
                  "members pay",
                  new Quantity.DeliveredPrice(product, whole()),
                  "USD/kg"));
          lines.add(
              new Line(
                  "makersPaid",
                  of,
                  "members' makers are paid at least",
                  new Quantity.LeastMakerPrice(product, whole()),
                  "USD/kg"));
          lines.add(
              new Line("output", of, "members make", new Quantity.Output(product, whole()), "t"));
          lines.add(
              new Line(
                  "levy", of, "levies on it", new Quantity.LevyRevenue(product, whole()), "USD m"));
          lines.add(
              new Line(
                  "unserved",
                  of,
                  "goes without",
                  new Quantity.UnservedShare(product, whole()),
                  "share"));
        }
      }
      for (Account account : Account.values()) {
        String who =
            switch (account) {
              case USERS -> "members' users gain";
              case MAKERS -> "members' makers gain";
              case TREASURY -> "members' treasuries, rents and stocks gain";
              case TOTAL -> "members gain";
            };
        lines.add(
            new Line(
                account.name().toLowerCase(Locale.ROOT),
                Optional.empty(),
                who,
                new Quantity.Surplus(whole(), account),
                "USD m"));
      }
      return lines;
    }

    private Answer answer(
        Scenario scenario,
        Settings settings,
        List<Measure> standing,
        List<Measure> inStop,
        Optional<Stop> stop) {
      Question calm = Question.statusQuo(vintage);
      Question calmWith = new Question(CaseId.of("with-your-measure"), vintage, standing);
      List<Question> asked = new ArrayList<>(List.of(calm, calmWith));
      stop.ifPresent(its -> {
        List<Measure> without = List.of(its.ban(bloc));
        List<Measure> with = new ArrayList<>(without);
        with.addAll(standing);
        with.addAll(inStop);
        asked.add(new Question(its.id(), vintage, without));
        asked.add(new Question(CaseId.of(its.id().id(), "with-your-measure"), vintage, with));
      });
      List<Line> lines = lines();
      List<Quantity> quantities = lines.stream().map(Line::quantity).toList();
      Study study =
          inquiry.study(
              "cases", asked.stream().map(each -> new Request(each, quantities)).toList());
      Basis basis = ChainRows.of(evidence, vintage, inquiry.listProducts(vintage)).of(shown);
      Answer answer =
          Answer.of("Your measure, on top of what is in force in " + scenario.name())
              .fact("asOf", scenario.asOf())
              .fact("scenario", scenario.name())
              .fact("draws", settings.draws())
              .fact("grade", basis.grade().name())
              .with(
                  compared(
                      "calm",
                      "A year as the scenario has it",
                      lines,
                      study,
                      calm,
                      calmWith,
                      basis));
      if (stop.isPresent()) {
        answer =
            answer.with(
                compared(
                    "inStop",
                    "A year in which " + words(stop.get()),
                    lines,
                    study,
                    asked.get(2),
                    asked.get(3),
                    basis));
      }
      return answer
          .with(plants(calmWith, stop.map(its -> asked.get(3))).ifAny())
          .remark(
              settings.draws() > 0
                  ? "Ranges are the 10th to 90th percentile of %d draws of the parameters."
                      .formatted(settings.draws())
                  : "The central case alone.")
          .remark("Gains are against the base year; the difference is what the measures do.")
          .remark("Definitions and limits: docs/method/market.md");
    }

    private String words(Stop stop) {
      return "%s stops %s to the alliance"
          .formatted(
              stop.exporter().alpha3(),
              stop.products().stream().map(ProductId::toString).collect(Collectors.joining(", ")));
    }

    private Table<Line> compared(
        String key,
        String title,
        List<Line> lines,
        Study study,
        Question without,
        Question with,
        Basis basis) {
      return Table.of(key, title, lines)
          .words("quantity", "", Line::key)
          .words(
              "product", "product", line -> line.product().map(ProductId::toString).orElse("all"))
          .words("what", "what", Line::what)
          .words("unit", "unit", Line::unit)
          .cell(
              "without",
              "without",
              Kind.RANGE,
              line -> cell(line, study.get(without, line.quantity()), basis))
          .cell(
              "with",
              "with",
              Kind.RANGE,
              line -> cell(line, study.get(with, line.quantity()), basis))
          .cell(
              "difference",
              "difference",
              Kind.RANGE,
              line -> cell(line, study.change(with, without, line.quantity()), basis));
    }

    private static Cell cell(Line line, Series series, Basis basis) {
      // What is left of a difference of solutions is a solver's last digits.
      double grain = line.unit().startsWith("USD") ? 1 : GRAIN;
      Series shown = series.times(1 / grain).map(Reading::rounded).times(grain);
      return switch (Figures.of(shown, line.quantity().unit(), "your measure", basis, 0)) {
        case Figure figure ->
            new Cell.Range(
                figure.value().times(line.factor()), Cell.DIGITS, line.unit().equals("share"));
        case NoFigure none -> new Cell.Missing(none.why());
      };
    }

    /** A plant in the scenario's year and in the stop. */
    private record Added(NewCapacity calm, Optional<NewCapacity> inStop) {}

    private Table<Added> plants(Question calm, Optional<Question> inStop) {
      List<NewCapacity> then = inStop.map(this::added).orElse(List.of());
      List<Added> rows = new ArrayList<>();
      for (NewCapacity each : added(calm)) {
        rows.add(
            new Added(
                each,
                then.stream()
                    .filter(n -> n.measure().equals(each.measure()))
                    .filter(n -> n.product().equals(each.product()))
                    .findFirst()));
      }
      rows.sort(Comparator.comparing(row -> row.calm().measure()));
      return Table.of("newCapacity", "New capacity, tonnes of content a year", rows)
          .words("measure", "plant", r -> r.calm().measure())
          .product("product", "product", r -> r.calm().product())
          .country("country", "acts in", r -> r.calm().place().id())
          .figure("capacityTonnes", "capacity", r -> r.calm().capacityTonnes())
          .figure("calmTonnes", "makes", r -> r.calm().tonnes())
          .words("calmIdle", "why idle", r -> FindingWords.whyIdle(evidence, r.calm()))
          .cell(
              "inStopTonnes",
              "in the stop",
              Kind.NUMBER,
              r ->
                  r.inStop()
                      .map(n -> (Cell) new Cell.Figure(n.tonnes(), Cell.DIGITS))
                      .orElseGet(() -> new Cell.Missing("no stop was asked for")))
          .words(
              "inStopIdle",
              "why idle then",
              r -> r.inStop().map(n -> FindingWords.whyIdle(evidence, n)).orElse(""));
    }

    private List<NewCapacity> added(Question question) {
      return inquiry.ask(question) instanceof Attempt.Answered answered
          ? answered.solved().equilibrium().listNewCapacity()
          : List.of();
    }
  }
}
