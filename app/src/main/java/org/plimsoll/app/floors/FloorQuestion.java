package org.plimsoll.app.floors;

import org.plimsoll.app.session.Amounts;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.planner.floors.FloorTarget;

/** Words of a question about floors, understood or refused. */
final class FloorQuestion {
  private static final String TARGETS = "paid=110, share=65% or output=1400t";

  private FloorQuestion() {}

  /**
   * A target, as {@code paid=110}, {@code share=65%} or {@code output=1400t}.
   *
   * @throws Refusal if it is none
   */
  static FloorTarget target(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw Refusal.of("--target is '" + text + "'", "write " + TARGETS);
    }
    String value = text.substring(equals + 1);
    return switch (text.substring(0, equals)) {
      case "paid" -> new FloorTarget.Paid(Amounts.usdPerTonne("--target", value));
      case "share" -> {
        double share = Amounts.share("--target", value);
        if (!(share > 0 && share < 1)) {
          throw Refusal.of(
              "--target is a share of " + value + ", but must lie between 0 and 100%",
              "write share=65%");
        }
        yield new FloorTarget.FirstSupplier(share);
      }
      case "output" -> new FloorTarget.Output(Amounts.tonnes("--target", value));
      case "irr" ->
          throw Refusal.of(
              "--target is '" + text + "', but no project's return is joined to floors yet",
              "give the price that the project needs: --target paid=82");
      default -> throw Refusal.of("there is no target '" + text + "'", "write " + TARGETS);
    };
  }

  /** The first target that nobody asked for: the price that projects need. */
  static FloorTarget usual(Evidence evidence, ProductId product) {
    return evidence
        .findBasePrice(product, "incentive")
        .<FloorTarget>map(price -> new FloorTarget.Paid(price.usdPerTonne().central()))
        .orElseThrow(() ->
            Refusal.of(
                "no price that projects of %s need is known, so no target is meant"
                    .formatted(product),
                "add --target " + TARGETS));
  }

  /** In words, USD a kilogram. */
  static String words(FloorTarget target) {
    return switch (target) {
      case FloorTarget.Paid(double usd) ->
          "each member's maker is paid %s USD/kg".formatted(FloorTables.number(usd / 1000));
      case FloorTarget.FirstSupplier(double share) ->
          "no country outside supplies more than %s%%".formatted(FloorTables.number(100 * share));
      case FloorTarget.Output(double tonnes) ->
          "members make %s t a year".formatted(FloorTables.number(tonnes));
    };
  }

  /**
   * Lowest and highest floor, USD a tonne.
   *
   * @param from lowest
   * @param to highest
   */
  record Range(double from, double to) {
    /** {@code 400..1200}, USD/kg unless a unit stands behind the second. */
    static Range parse(String text) {
      int dots = text.indexOf("..");
      if (dots < 1) {
        throw Refusal.of("--sweep is '" + text + "'", "write 50..200, in USD/kg");
      }
      String to = text.substring(dots + 2);
      String unit = to.replaceAll("[-+0-9.eE\\s]", "");
      String from = text.substring(0, dots);
      double low = Amounts.usdPerTonne("--sweep", unit.isEmpty() ? from : from + unit);
      double high = Amounts.usdPerTonne("--sweep", to);
      if (!(high > low)) {
        throw Refusal.of("--sweep is '" + text + "', from more to less", "exchange the two");
      }
      return new Range(low, high);
    }
  }
}
