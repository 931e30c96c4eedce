package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.language.Messages;

/**
 * A lever that stands otherwise in two states, in words.
 *
 * @param key of the address
 * @param lever what it moves
 * @param first where it stands in the first state
 * @param now where it stands in the other
 */
public record LabDifference(String key, String lever, String first, String now) {
  /** The levers that differ, in the order of an address, in English. */
  static List<LabDifference> list(LabState first, LabState now, LabWords words) {
    return list(first, now, words, Messages.ENGLISH);
  }

  /** The same in a language. */
  public static List<LabDifference> list(
      LabState first, LabState now, LabWords words, Messages messages) {
    List<LabLever> before = all(first, words, messages);
    List<LabLever> after = all(now, words, messages);
    String notMoved = messages.say("moved.not");
    List<LabDifference> differing = new ArrayList<>();
    for (LabLever lever : after) {
      String stood = find(before, lever).map(LabLever::value).orElse(notMoved);
      if (!stood.equals(lever.value())) {
        differing.add(new LabDifference(lever.key(), lever.name(), stood, lever.value()));
      }
    }
    for (LabLever lever : before) {
      if (find(after, lever).isEmpty()) {
        differing.add(new LabDifference(lever.key(), lever.name(), lever.value(), notMoved));
      }
    }
    return differing;
  }

  private static List<LabLever> all(LabState state, LabWords words, Messages messages) {
    List<LabLever> levers = new ArrayList<>();
    levers.add(
        new LabLever(LabKey.ON.word(), messages.say("moved.product"), words.nameOf(state.on())));
    levers.add(new LabLever(LabKey.FROM.word(), messages.say("moved.scenario"), state.from()));
    levers.addAll(LabLever.list(state, words, messages));
    return levers;
  }

  private static Optional<LabLever> find(List<LabLever> levers, LabLever like) {
    return levers.stream().filter(lever -> lever.key().equals(like.key())).findFirst();
  }

  /** In one line, a unit that both have once: {@code floor of Gallium 400 → 500 USD/kg}. */
  public String sentence() {
    int space = first.indexOf(' ');
    boolean isOneUnit =
        space > 0
            && Character.isDigit(first.charAt(0))
            && now.indexOf(' ') > 0
            && first.substring(space).equals(now.substring(now.indexOf(' ')));
    return "%s %s → %s".formatted(lever, isOneUnit ? first.substring(0, space) : first, now);
  }
}
