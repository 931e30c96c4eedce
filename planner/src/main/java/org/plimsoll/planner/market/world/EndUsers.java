package org.plimsoll.planner.market.world;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.policy.BorderMeasure.EndUser;
import org.plimsoll.model.policy.BorderMeasure.ExportRestriction;
import org.plimsoll.planner.market.draw.ParameterDraw;
import org.plimsoll.planner.market.measures.Names;
import org.plimsoll.planner.market.rows.Node;

/**
 * End users that measures single out. Each becomes a buyer before rows are numbered, with its share
 * of final use and the same mix of origins.
 */
final class EndUsers {
  private final Names names;
  private final ParameterDraw draw;
  private final TreeMap<Node, TreeMap<String, Told>> toldAt = new TreeMap<>();

  /** What a measure says of a user. */
  private record Told(String measure, EndUser user, double share) {}

  EndUsers(Names names, ParameterDraw draw) {
    this.names = names;
    this.draw = draw;
  }

  /**
   * The chain with a buyer for each user that the measures on it name; the same if they name none.
   *
   * @param like a calibration of the same chain, whose rows are used again if they are the same
   * @throws IllegalArgumentException if two measures do not agree on a user's share, or shares add
   *     up to more than all
   */
  ChainCalibration divide(
      ChainCalibration base, List<Ground.Touch> touches, Optional<ChainCalibration> like) {
    for (Ground.Touch touch : touches) {
      if (touch.measure() instanceof ExportRestriction restriction
          && restriction.endUser().isPresent()) {
        note(base.draft, restriction, restriction.endUser().get(), touch);
      }
    }
    if (toldAt.isEmpty()) {
      return base;
    }
    ChainDraft draft = base.draft.copy();
    toldAt.forEach((buyer, users) -> draft.divide(buyer, shares(base, buyer, users)));
    return new ChainCalibration(draft, like);
  }

  private void note(ChainDraft draft, ExportRestriction measure, EndUser user, Ground.Touch touch) {
    Names.Coverage coverage = names.coverage(measure.terms());
    double share = draw.value("measure", measure.id() + "/endUserShare", user.share());
    draft.buyers.forEach((buyer, use) -> {
      boolean isMeant =
          draft.products.get(buyer.product()).id().equals(touch.product())
              && coverage.hasDestination(buyer.country());
      if (isMeant && use.finalTonnes() * share > 0) {
        agree(buyer, new Told(measure.id(), user, share), touch);
      }
    });
  }

  private void agree(Node buyer, Told told, Ground.Touch touch) {
    @Nullable Told before =
        toldAt
            .computeIfAbsent(buyer, node -> new TreeMap<>())
            .putIfAbsent(told.user().name(), told);
    if (before != null && !before.user().share().equals(told.user().share())) {
      throw new IllegalArgumentException(
          "measures %s and %s do not agree on the share of the user %s in the use of %s in %s"
                  .formatted(
                      before.measure(),
                      told.measure(),
                      told.user().name(),
                      touch.product(),
                      buyer.country())
              + "\nMaybe give both the same share, or the users different names");
    }
  }

  private static SortedMap<String, Double> shares(
      ChainCalibration base, Node buyer, SortedMap<String, Told> users) {
    TreeMap<String, Double> shares = new TreeMap<>();
    double most = 0;
    for (Told told : users.values()) {
      shares.put(told.user().name(), told.share());
      most += told.user().share().high();
    }
    if (users.size() > 1 && most > 1) {
      throw new IllegalArgumentException(
          "the shares of the users %s in the use of %s in %s can add up to %s, more than all of it"
                  .formatted(
                      String.join(", ", users.keySet()),
                      base.draft.products.get(buyer.product()).id(),
                      buyer.country(),
                      most)
              + "\nMaybe narrow their ranges");
    }
    return shares;
  }
}
