package org.plimsoll.app.server;

import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.floors.DesignFloor;
import org.plimsoll.app.floors.ReferenceFolder;
import org.plimsoll.app.floors.ReferencePrice;
import org.plimsoll.app.session.Refusal;

/** Reference prices, and floors designed on the market of a scenario. */
final class FloorRoutes {
  private static final Param SCENARIO =
      Param.words("scenario", "A name of /scenarios; the plan's if left out.", "action-plan-2026");
  private static final Param PRICES =
      Param.words("prices", "Base prices: base2024, preControl or latest.", "base2024");

  private FloorRoutes() {}

  static List<Route> list() {
    return List.of(reference(), floors());
  }

  private static Route reference() {
    return Route.tables(
        "/reference",
        "reference",
        "The reference price of a product, by one method or by all, and what a challenge changes.",
        Work.STUDY,
        List.of(
            SCENARIO,
            Param.words("product", "A product; needed.", "yttrium/oxide"),
            Param.words("method", "cost-plus, index, structural or incentive; else all.", "index"),
            Param.words("challenge", "Other values of inputs, by comma.", "F025=9USD/kg"),
            Param.count("year", 1990, 2100, "Of the quotes of an index; else the latest.", 2025),
            Param.words("tonnes", "What projects are to make a year.", "9000"),
            Param.words("in-force", "With method: the price in force, USD/kg.", "7"),
            Param.words("moved", "With in-force: what costs moved since, by comma.", "energy=10%"),
            PRICES),
        (at, asked) ->
            new ReferencePrice(
                    product(asked),
                    asked.word("method"),
                    asked.words("challenge"),
                    asked.count("year"),
                    asked.word("tonnes"),
                    asked.word("in-force"),
                    asked.words("moved"),
                    asked.word("prices"))
                .answer(
                    at.evidence(),
                    at.scenario(asked.word("scenario")),
                    ReferenceFolder.read(at.unchangedFolder(), at.evidence()),
                    at.workers()));
  }

  private static Route floors() {
    return Route.tables(
        "/floors",
        "floors",
        "The smallest floor of a product that reaches a target, and what else would do as much.",
        Work.STUDY,
        List.of(
            SCENARIO,
            Param.words("product", "A product; needed.", "neodymium-praseodymium/oxide"),
            Param.words("target", "paid, share or output; else what projects need.", "paid=110"),
            Param.flag("chain", "Floors of the later stages as well."),
            Param.words("sweep", "Nine floors beside, USD/kg.", "50..200"),
            Param.words("exempt", "Partners on whose goods it is not kept, by comma.", "AUS"),
            Param.words("suspend-above", "Price above which it is suspended, USD/kg.", "150"),
            Param.words("stop", "The floor in this stop.", "CHN:gallium/refined"),
            PRICES),
        (at, asked) ->
            new DesignFloor(
                    product(asked),
                    asked.word("target"),
                    asked.flag("chain"),
                    asked.word("sweep"),
                    asked.words("exempt"),
                    asked.word("suspend-above"),
                    asked.word("stop"),
                    asked.word("prices"))
                .answer(at.evidence(), at.scenario(asked.word("scenario")), at.workers()));
  }

  private static String product(Asked asked) {
    return asked
        .word("product")
        .orElseThrow(() -> Refusal.of("no product is named", "add product=gallium/refined"));
  }

  /** The reference price of a product by all methods, for its page. */
  static Answer reference(ServedWorld at, String product) {
    return new ReferencePrice(
            product,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty())
        .answer(
            at.evidence(),
            at.scenario(Optional.empty()),
            ReferenceFolder.read(at.unchangedFolder(), at.evidence()),
            at.workers());
  }

  /** The floor of a product that pays what projects need, for its page. */
  static Answer floors(ServedWorld at, String product) {
    return new DesignFloor(
            product,
            Optional.empty(),
            false,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty())
        .answer(at.evidence(), at.scenario(Optional.empty()), at.workers());
  }
}
