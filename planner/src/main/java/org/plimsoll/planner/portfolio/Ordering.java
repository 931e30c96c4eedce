package org.plimsoll.planner.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A set in the order in which to take its actions. */
final class Ordering {
  private Ordering() {}

  /** Of what is left, that which adds most value for a dollar comes next. */
  static List<Portfolio.Step> of(SolvedSets sets, List<Candidate> chosen, double chance) {
    List<Candidate> left = new ArrayList<>(chosen);
    List<Portfolio.Step> steps = new ArrayList<>();
    long set = 0;
    while (!left.isEmpty()) {
      long before = set;
      List<Long> next = left.stream().map(c -> before | bit(sets, c)).toList();
      sets.effects("order", next);
      int first =
          IntStream.range(0, left.size())
              .boxed()
              .max(
                  Comparator.comparingDouble((Integer i) ->
                          (sets.worth(next.get(i), chance) - sets.worth(before, chance))
                              / Math.max(1, SolvedSets.costUsd(List.of(left.get(i)))))
                      .thenComparing(Comparator.reverseOrder()))
              .orElseThrow();
      Candidate action = left.remove(first);
      set = next.get(first);
      if (sets.effect(before) instanceof Effect.Result.Solved was
          && sets.effect(set) instanceof Effect.Result.Solved now) {
        double added = now.effect().beta() - was.effect().beta();
        double kappa = now.effect().kappa() - was.effect().kappa();
        double cost = SolvedSets.costUsd(List.of(action));
        steps.add(
            new Portfolio.Step(
                action,
                now.effect().beta(),
                added,
                cost,
                new Effect(kappa, added, 0, 0, false).switchingChance(cost)));
      }
    }
    return steps;
  }

  private static long bit(SolvedSets sets, Candidate candidate) {
    return 1L << sets.candidates().indexOf(candidate);
  }
}
