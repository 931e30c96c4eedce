package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.language.Messages;
import org.plimsoll.model.policy.Project;
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

  /** The levers that a state moves, in the order of its address, in English. */
  static List<LabLever> list(LabState state, LabWords words) {
    return list(state, words, Messages.ENGLISH);
  }

  /** The same in a language. */
  static List<LabLever> list(LabState state, LabWords words, Messages messages) {
    List<LabLever> levers = new ArrayList<>();
    state
        .floors()
        .forEach((product, usd) ->
            levers.add(
                new LabLever(
                    LabKey.FLOOR.word() + "." + product,
                    messages.say("moved.floor", words.nameOf(product)),
                    number(usd) + " USD/kg")));
    state
        .gaps()
        .forEach((product, who) ->
            levers.add(
                new LabLever(
                    LabKey.GAP.word() + "." + product,
                    messages.say("moved.gap", words.nameOf(product)),
                    messages.say("moved.gap." + Words.of(who)))));
    state
        .kept()
        .forEach((trade, share) ->
            levers.add(
                new LabLever(
                    LabKey.KEEP.word() + "." + trade,
                    messages.say(
                        "moved.exports",
                        words.nameOf(trade.product()),
                        words.nameOf(trade.by()),
                        trade.to().map(words::nameOf).orElse(messages.say("lever.alliance"))),
                    share == 0
                        ? messages.say("lever.none")
                        : messages.say("moved.licensed", number(share * PERCENT)))));
    state
        .partners()
        .forEach(partner ->
            levers.add(
                new LabLever(
                    LabKey.IN.word() + "." + partner,
                    words.nameOf(partner),
                    messages.say("moved.inside"))));
    state
        .built()
        .forEach((row, year) ->
            levers.add(
                new LabLever(
                    LabKey.BUILD.word() + "." + row,
                    project(row, words),
                    year.map(y -> messages.say("moved.built.from", y))
                        .orElse(messages.say("moved.built")))));
    state
        .released()
        .forEach((product, tonnes) ->
            levers.add(
                new LabLever(
                    LabKey.RELEASE.word() + "." + product,
                    messages.say("moved.release", words.nameOf(product)),
                    number(tonnes) + " t")));
    state
        .horizon()
        .ifPresent(time ->
            levers.add(
                new LabLever(
                    LabKey.HORIZON.word(),
                    messages.say("moved.horizon"),
                    messages.say("horizon." + time.word()))));
    state
        .vintage()
        .ifPresent(prices ->
            levers.add(new LabLever(LabKey.VINTAGE.word(), messages.say("moved.vintage"), prices)));
    if (!state.more().isEmpty()) {
      levers.add(
          new LabLever(
              LabKey.MORE.word(),
              messages.say("moved.text"),
              "%d".formatted(LabText.measures(state, words).value().size())));
    }
    return levers;
  }

  private static String project(String row, LabWords words) {
    Project project = words.projects().get(row);
    return project == null ? row : row + " " + project.name();
  }

  private static String number(double value) {
    return Cell.number(value, DIGITS);
  }
}
