package org.plimsoll.planner.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.planner.risk.Region;
import org.plimsoll.planner.study.Bloc;
import org.plimsoll.planner.study.CaseId;
import org.plimsoll.planner.study.Inquiry;
import org.plimsoll.planner.study.Quantity;
import org.plimsoll.planner.study.Quantity.Account;
import org.plimsoll.planner.study.Question;
import org.plimsoll.planner.study.Reading;
import org.plimsoll.planner.study.Request;
import org.plimsoll.planner.study.Series;
import org.plimsoll.planner.study.Stop;
import org.plimsoll.planner.study.Study;

/**
 * Effects of sets of candidates, each solved once: in a calm year and in the stop, on top of what
 * is in force. A set is a number whose bit i stands for candidate i.
 */
final class SolvedSets {
  private final Inquiry inquiry;
  private final String vintage;
  private final Bloc bloc;
  private final Stop stop;
  private final List<Candidate> candidates;
  private final Quantity total;
  private final Quantity users;
  private final Quantity unserved;
  private final Map<Long, Effect.Result> known = new ConcurrentHashMap<>();

  SolvedSets(Inquiry inquiry, String vintage, Bloc bloc, Stop stop, List<Candidate> candidates) {
    this.inquiry = inquiry;
    this.vintage = vintage;
    this.bloc = bloc;
    this.stop = stop;
    this.candidates = List.copyOf(candidates);
    Region whole = bloc.whole();
    total = new Quantity.Surplus(whole, Account.TOTAL);
    users = new Quantity.Surplus(whole, Account.USERS);
    unserved = new Quantity.UnservedShare(stop.products().getLast(), whole);
  }

  List<Candidate> candidates() {
    return candidates;
  }

  /** The members of a set, in order. */
  List<Candidate> members(long set) {
    List<Candidate> members = new ArrayList<>();
    for (int i = 0; i < candidates.size(); i++) {
      if ((set & 1L << i) != 0) {
        members.add(candidates.get(i));
      }
    }
    return members;
  }

  /** The case of a set in a calm year. */
  Question calm(long set) {
    return calm(set, List.of());
  }

  /** The same with further measures. */
  Question calm(long set, List<? extends Measure> more) {
    return question(set, more, false);
  }

  /** The case of a set in the stop, with further measures. */
  Question stopped(long set, List<? extends Measure> more) {
    return question(set, more, true);
  }

  private Question question(long set, List<? extends Measure> more, boolean isStop) {
    List<String> words = new ArrayList<>();
    List<Measure> measures = new ArrayList<>();
    if (isStop) {
      words.add(stop.id().id());
      measures.add(stop.ban(bloc));
    }
    for (Candidate candidate : members(set)) {
      words.add("with-" + candidate.id());
      measures.addAll(candidate.standing());
      if (isStop) {
        measures.addAll(candidate.inStop());
      }
    }
    for (Measure measure : more) {
      words.add("and-" + measure.terms().id());
      measures.add(measure);
    }
    return measures.isEmpty()
        ? Question.statusQuo(vintage)
        : new Question(CaseId.of(words.toArray(String[]::new)), vintage, measures);
  }

  /** What members' surplus is in the central case of a question. */
  Reading surplus(Question question) {
    return inquiry.ask(question).read(total);
  }

  /** A reading of the stop with a set. */
  Reading read(long set, Quantity quantity) {
    return inquiry.ask(stopped(set, List.of())).read(quantity);
  }

  /** What an account of the members loses in the stop as it stands. */
  Reading loss(Account account) {
    Quantity quantity = new Quantity.Surplus(bloc.whole(), account);
    return inquiry.ask(calm(0)).read(quantity).minus(read(0, quantity));
  }

  /** The central effect of a set. */
  Effect.Result effect(long set) {
    Effect.Result result = known.get(set);
    if (result == null) {
      result =
          Effect.of(
              List.of(surplus(calm(0)), surplus(calm(set))),
              List.of(read(0, total), read(set, total)),
              read(0, users),
              read(set, users),
              read(set, unserved));
      known.put(set, result);
    }
    return result;
  }

  /** What it costs to have actions, USD a year; of those whose cost is known. */
  static double costUsd(List<Candidate> actions) {
    return actions.stream()
        .flatMap(action -> action.cost().stream())
        .mapToDouble(Candidate.Cost::yearlyUsd)
        .sum();
  }

  /**
   * Value of a set in a year, USD; nothing is worth less than a set without a solution.
   *
   * @param chance of the stop in a year
   */
  double worth(long set, double chance) {
    return effect(set) instanceof Effect.Result.Solved solved
        ? solved.effect().value(chance, costUsd(members(set)))
        : Double.NEGATIVE_INFINITY;
  }

  /** The effects of many, side by side. */
  List<Effect.Result> effects(String what, List<Long> sets) {
    effect(0);
    return inquiry.map(what, sets, this::effect);
  }

  /** Sets that were solved, or found to have no solution. */
  int count() {
    return known.size();
  }

  /** Those without a solution. */
  long countUnsolved() {
    return known.values().stream().filter(Effect.Result.Unsolved.class::isInstance).count();
  }

  /** Solves sets in every draw as well. */
  Study study(String what, List<Long> sets) {
    List<Request> requests = new ArrayList<>();
    requests.add(new Request(calm(0), List.of(total)));
    requests.add(new Request(stopped(0, List.of()), List.of(total, users, unserved)));
    for (long set : sets) {
      if (set != 0) {
        requests.add(new Request(calm(set), List.of(total)));
        requests.add(new Request(stopped(set, List.of()), List.of(total, users, unserved)));
      }
    }
    return inquiry.study(what, requests);
  }

  /** κ of a set in every draw. */
  Series kappa(Study study, long set) {
    return study.change(calm(0), calm(set), total);
  }

  /** β of a set in every draw. */
  Series beta(Study study, long set) {
    return study.change(stopped(set, List.of()), stopped(0, List.of()), total);
  }

  /** The users' part of β in every draw. */
  Series betaUsers(Study study, long set) {
    return study.change(stopped(set, List.of()), stopped(0, List.of()), users);
  }

  /** What members lose in the stop in every draw. */
  Series membersLoss(Study study) {
    return study.change(calm(0), stopped(0, List.of()), total);
  }

  /** Share of the stopped product that goes without, by set. */
  Series unserved(Study study, long set) {
    return study.get(stopped(set, List.of()), unserved);
  }
}
