package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Words;

/**
 * A lever that is moved, in words.
 *
 * @param key of the address
 * @param name what it moves
 * @param value where it stands, with its unit
 */
record LabLever(String key, String name, String value) {
  private static final int DIGITS = 6;
  private static final double PERCENT = 100;

  /** The levers that a state moves, in the order of its address. */
  static List<LabLever> list(LabState state, LabWords words) {
    List<LabLever> levers = new ArrayList<>();
    state
        .floors()
        .forEach((product, usd) ->
            levers.add(
                new LabLever(
                    LabKey.FLOOR.word() + "." + product,
                    "floor of " + words.nameOf(product),
                    number(usd) + " USD/kg")));
    state
        .gaps()
        .forEach((product, who) ->
            levers.add(
                new LabLever(
                    LabKey.GAP.word() + "." + product,
                    "gap of the floor of " + words.nameOf(product),
                    "to the " + Words.of(who))));
    state
        .kept()
        .forEach((trade, share) ->
            levers.add(
                new LabLever(
                    LabKey.KEEP.word() + "." + trade,
                    "exports of %s from %s to %s"
                        .formatted(
                            words.nameOf(trade.product()),
                            words.nameOf(trade.by()),
                            trade.to().map(words::nameOf).orElse("the alliance")),
                    share == 0 ? "none" : number(share * PERCENT) + "% licensed")));
    state
        .partners()
        .forEach(partner ->
            levers.add(
                new LabLever(
                    LabKey.IN.word() + "." + partner, words.nameOf(partner), "in the alliance")));
    state
        .built()
        .forEach((row, year) ->
            levers.add(
                new LabLever(
                    LabKey.BUILD.word() + "." + row,
                    project(row, words),
                    year.map(y -> "built from " + y).orElse("built"))));
    state
        .released()
        .forEach((product, tonnes) ->
            levers.add(
                new LabLever(
                    LabKey.RELEASE.word() + "." + product,
                    "stock release of " + words.nameOf(product),
                    number(tonnes) + " t")));
    state
        .horizon()
        .ifPresent(
            time -> levers.add(new LabLever(LabKey.HORIZON.word(), "horizon", horizon(time))));
    state
        .vintage()
        .ifPresent(
            prices -> levers.add(new LabLever(LabKey.VINTAGE.word(), "base prices", prices)));
    if (!state.more().isEmpty()) {
      levers.add(
          new LabLever(
              LabKey.MORE.word(),
              "measures as text",
              "%d".formatted(LabText.measures(state, words).value().size())));
    }
    return levers;
  }

  private static String horizon(Scenario.Horizon time) {
    return time.word().replace('-', ' ');
  }

  private static String project(String row, LabWords words) {
    Project project = words.projects().get(row);
    return project == null ? row : row + " " + project.name();
  }

  private static String number(double value) {
    return Cell.number(value, DIGITS);
  }
}
