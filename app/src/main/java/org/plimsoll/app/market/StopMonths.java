package org.plimsoll.app.market;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.report.drawing.LineChart;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.page.Figure;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Selection;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.plan.Result;
import org.plimsoll.planner.plan.StopCurve;
import org.plimsoll.planner.plan.StopCurve.Month;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;

/**
 * A stop's prices by the months that markets have, with private stocks and fear and without.
 *
 * @param exporter a country's code
 * @param product one product
 * @param months horizons, in order
 */
public record StopMonths(String exporter, String product, List<Integer> months) {
  private static final Pattern SPAN = Pattern.compile("(\\d{1,2})(?:\\.\\.(\\d{1,2}))?");
  private static final int LONGEST = 60;

  public StopMonths {
    months = List.copyOf(months);
  }

  /**
   * A stop such as {@code CHN:gallium/refined} over months such as {@code 1..24} or {@code 3,6,12}.
   *
   * @throws Refusal if either is written in another way
   */
  public static StopMonths of(String stop, String months) {
    StopList its = StopList.of(stop);
    return new StopMonths(its.exporter().orElse(""), its.product().orElse(""), parse(months));
  }

  private static List<Integer> parse(String words) {
    List<Integer> months = new ArrayList<>();
    for (String word : words.split(",", -1)) {
      Matcher span = SPAN.matcher(word);
      if (!span.matches()) {
        throw refused(words);
      }
      int from = Integer.parseInt(span.group(1));
      int to = span.group(2) == null ? from : Integer.parseInt(span.group(2));
      if (from < 1 || to > LONGEST || from > to) {
        throw refused(words);
      }
      IntStream.rangeClosed(from, to).forEach(months::add);
    }
    return months.stream().distinct().sorted().toList();
  }

  private static Refusal refused(String words) {
    return Refusal.of(
        "--months is '" + words + "', but takes months from 1 to " + LONGEST,
        "write 1..24, or 3,6,12");
  }

  /**
   * The curve.
   *
   * @throws Refusal if the stop is not of one known country and one known product
   */
  public StopCurve solve(Evidence evidence, Scenario scenario, Workers workers) {
    List<ProductId> products =
        new Selection(evidence).products(product).stream().map(Product::id).toList();
    if (products.size() != 1) {
      throw Refusal.of(
          "--months is of one product, but '" + product + "' is " + products.size(),
          "name one of " + String.join(", ", products.stream().map(ProductId::toString).toList()));
    }
    List<String> codes =
        new Selection(evidence)
            .regions(exporter, scenario.asOf()).stream()
                .map(region -> region.id())
                .filter(code -> code.matches("[A-Z]{3}"))
                .toList();
    if (codes.size() != 1) {
      throw Refusal.of("'" + exporter + "' is not one country", "write its code, such as CHN");
    }
    return Planner.stopByMonth(
        evidence,
        scenario,
        Settings.QUICK,
        workers,
        CountryCode.of(codes.getFirst()),
        products.getFirst(),
        months);
  }

  /** The curve as tables. */
  public static Answer answer(StopCurve curve, Scenario scenario) {
    return Answer.of("A stop of %s by %s, by month".formatted(curve.product(), curve.exporter()))
        .fact("asOf", scenario.asOf())
        .fact("scenario", scenario.name())
        .fact("exporter", curve.exporter())
        .fact("product", curve.product().toString())
        .with(
            Table.of("months", title(curve), curve.months())
                .year("months", "months", Month::months)
                .cell(
                    "toAlliance",
                    "to the alliance x",
                    Kind.RANGE,
                    month -> StopList.times(month.whole().toAlliance()))
                .cell("toAll", "to all x", Kind.RANGE, m -> StopList.times(m.whole().toAll()))
                .cell(
                    "toAllianceWithoutStocksAndFear",
                    "no stocks, no fear: to the alliance x",
                    Kind.RANGE,
                    month -> StopList.times(month.bare().toAlliance()))
                .cell(
                    "toAllWithoutStocksAndFear",
                    "to all x",
                    Kind.RANGE,
                    month -> StopList.times(month.bare().toAll())))
        .remark(
            "Each line is a market of so many months from the stop on, not the price in that month."
                + " Multiples are of the base price; their ranges are the error of the model.",
            "Without private stocks and fear a longer horizon never raises the multiple of the same"
                + " loss by more than two thousandths; with them it may rise until the stock is"
                + " spent: docs/method/response.md");
  }

  private static String title(StopCurve curve) {
    return "The alliance's price of %s, %s stopping it, by months that markets have"
        .formatted(curve.product(), curve.exporter());
  }

  /** The curve as a page, drawn. */
  public static Page page(StopCurve curve, Scenario scenario, Evidence evidence) {
    Page page = AnswerHtml.page(answer(curve, scenario), evidence.datasets());
    List<Section> sections = new ArrayList<>();
    sections.add(
        new Section(
            "curves",
            "By month",
            List.of(Figure.of(chart(curve), "Central values; ranges are in the table."))));
    sections.addAll(page.sections());
    return new Page(
        page.title(),
        page.subtitle(),
        page.particulars(),
        sections,
        page.datasets(),
        page.colophon());
  }

  private static LineChart chart(StopCurve curve) {
    return new LineChart(
        title(curve),
        "months",
        "times the base price",
        List.of(
            line(curve, "to all", Tone.BLUE, false, m -> m.whole().toAll()),
            line(curve, "to the alliance", Tone.ORANGE, false, m -> m.whole().toAlliance()),
            line(curve, "to all, no stocks, no fear", Tone.BLUE, true, m -> m.bare().toAll()),
            line(
                curve,
                "to the alliance, no stocks, no fear",
                Tone.ORANGE,
                true,
                m -> m.bare().toAlliance())));
  }

  private static LineChart.Line line(
      StopCurve curve, String label, Tone tone, boolean isDashed, Function<Month, Result> of) {
    List<LineChart.Point> points = new ArrayList<>();
    for (Month month : curve.months()) {
      of.apply(month)
          .findCentral()
          .ifPresent(value -> points.add(new LineChart.Point(month.months(), value)));
    }
    return new LineChart.Line(label, tone, isDashed, points);
  }
}
