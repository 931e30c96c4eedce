package org.plimsoll.border.levy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.plimsoll.border.origin.CountryList;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Share;

/** What contradicts itself in a schedule, and what stands in it but may not be meant. */
public final class ScheduleCheck {
  private ScheduleCheck() {}

  /**
   * One of a list that cannot stand beside an earlier one.
   *
   * @param list its key in a file: duties, rates or rules
   * @param index of it there, from 0
   * @param problem what is wrong
   * @param wayOut what to try
   */
  public record Fault(String list, int index, String problem, String wayOut) {}

  /** Faults in the order of duties, rates, rules. */
  public static List<Fault> listFaults(LevySchedule schedule) {
    List<Fault> faults = new ArrayList<>();
    duties(schedule.duties(), faults);
    rates(schedule, faults);
    rules(schedule.rules(), faults);
    quotas(schedule.rules(), faults);
    return faults;
  }

  private static void duties(List<DutyStep> steps, List<Fault> faults) {
    for (int i = 0; i < steps.size(); i++) {
      DutyStep later = steps.get(i);
      if (steps.subList(0, i).stream().anyMatch(earlier -> isCountedTwice(earlier, later))) {
        faults.add(
            new Fault(
                "duties",
                i,
                "two steps count what is declared as %s, for the same goods: it would be paid twice"
                    .formatted(later.kind().word()),
                "give them other origins or products, or take one out"));
      }
    }
  }

  private static boolean isCountedTwice(DutyStep one, DutyStep other) {
    return one.kind() == other.kind()
        && one.rate().isEmpty()
        && other.rate().isEmpty()
        && overlap(one.origins(), other.origins())
        && overlap(one.products(), other.products());
  }

  /** Whether two lists, of which an empty one stands for everything, have anything in common. */
  private static boolean overlap(List<?> one, List<?> other) {
    return one.isEmpty() || other.isEmpty() || !Collections.disjoint(one, other);
  }

  private static void rates(LevySchedule schedule, List<Fault> faults) {
    List<ExchangeRate> rates = schedule.rates();
    Set<String> known = new HashSet<>();
    for (int i = 0; i < rates.size(); i++) {
      if (rates.get(i).currency().equals(schedule.currency())) {
        faults.add(
            new Fault(
                "rates",
                i,
                "there is a rate of %s, the currency of the schedule itself"
                    .formatted(schedule.currency()),
                "take it out"));
      }
      String rate = "%s from %s on".formatted(rates.get(i).currency(), rates.get(i).from());
      if (!known.add(rate)) {
        faults.add(new Fault("rates", i, "there are two rates of " + rate, "take one out"));
      }
    }
  }

  private static void rules(List<LevyRule> rules, List<Fault> faults) {
    for (int i = 0; i < rules.size(); i++) {
      LevyRule later = rules.get(i);
      for (LevyRule earlier : rules.subList(0, i)) {
        Optional<String> code = earlier.codes().stream().filter(later.codes()::contains).findAny();
        Optional<String> basis = earlier.bases().stream().filter(later::reads).findFirst();
        if (code.isPresent()
            && basis.isPresent()
            && earlier.grade().isEmpty()
            && later.grade().isEmpty()) {
          faults.add(
              new Fault(
                  "rules",
                  i,
                  "rules %s and %s are both of code %s in %s, and neither has a grade: every line"
                          .formatted(earlier.id(), later.id(), code.get(), basis.get())
                      + " of it would be refused",
                  "give each a grade, or codes or a basis of its own"));
        }
      }
    }
  }

  /** A quota that several rules share is one balance, so that each must say the same of it. */
  private static void quotas(List<LevyRule> rules, List<Fault> faults) {
    Map<String, LevyRule> first = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      LevyRule rule = rules.get(i);
      Optional<Instrument.TariffRateQuota> quota = rule.instrument().findQuota();
      if (quota.isEmpty()) {
        continue;
      }
      String name = quota.get().quota();
      LevyRule other = first.computeIfAbsent(name, n -> rule);
      Mass theirs = other.instrument().findQuota().orElseThrow().yearly();
      if (!theirs.equals(quota.get().yearly())) {
        faults.add(
            new Fault(
                "rules",
                i,
                "rules %s and %s share quota %s, which has %s in the one and %s in the other"
                    .formatted(other.id(), rule.id(), name, theirs, quota.get().yearly()),
                "write the same mass in both, or give each a name of its own"));
      }
      if (!other.basis().equals(rule.basis())) {
        faults.add(
            new Fault(
                "rules",
                i,
                "rules %s and %s share quota %s, of which the one takes %s and the other %s"
                    .formatted(other.id(), rule.id(), name, other.basis(), rule.basis()),
                "count both on one basis, with conversions, or give each a name of its own"));
      }
    }
  }

  /** What a lawyer should look at, one sentence each, with the way out. */
  public static List<String> listDoubts(LevySchedule schedule) {
    List<String> doubts = new ArrayList<>();
    Map<String, List<LevyRule>> alike = new TreeMap<>();
    for (LevyRule rule : schedule.rules()) {
      for (String code : rule.codes()) {
        alike.computeIfAbsent(code + " in " + rule.basis(), c -> new ArrayList<>()).add(rule);
      }
      rule.conversions()
          .forEach((basis, share) -> {
            if (share.compareTo(Share.ONE) > 0) {
              doubts.add(
                  "Version %s: rule %s makes %s kg of %s of a kilogram of %s. Maybe it is the other"
                          .formatted(schedule.version(), rule.id(), share, rule.basis(), basis)
                      + " way round.");
            }
          });
    }
    strangers(schedule)
        .forEach((product, where) ->
            doubts.add(
                "Version %s: %s names %s, of which there is no rule. Maybe compare the spelling."
                    .formatted(schedule.version(), where, product)));
    noCountries(schedule)
        .forEach((country, where) ->
            doubts.add(
                "Version %s: %s names %s, which is the code of no country."
                        .formatted(schedule.version(), where, country)
                    + " Maybe compare the spelling."));
    alike.forEach((goods, rules) ->
        grades(rules)
            .forEach(doubt ->
                doubts.add("Version %s, code %s: %s".formatted(schedule.version(), goods, doubt))));
    return doubts;
  }

  /** Codes that a duty, a member or a partner names and no country has, and where. */
  private static Map<String, String> noCountries(LevySchedule schedule) {
    Map<String, String> named = new TreeMap<>();
    for (DutyStep step : schedule.duties()) {
      step.origins().forEach(origin -> named.put(origin.alpha3(), "duty " + step.kind().word()));
    }
    schedule
        .exemptions()
        .members()
        .members()
        .forEach(member -> named.put(member.party(), "members"));
    schedule.exemptions().partners().forEach(p -> named.put(p.country().alpha3(), "partners"));
    named.keySet().removeIf(code -> CountryList.has(CountryCode.of(code)));
    return named;
  }

  /** Products that a duty or a partner names and no rule has, and where: that does nothing. */
  private static Map<ProductId, String> strangers(LevySchedule schedule) {
    Map<ProductId, String> strangers = new TreeMap<>();
    for (DutyStep step : schedule.duties()) {
      step.products().forEach(product -> strangers.put(product, "duty " + step.kind().word()));
    }
    for (Exemptions.Partner partner : schedule.exemptions().partners()) {
      strangers.put(partner.product(), "partner " + partner.country());
    }
    schedule.rules().forEach(rule -> strangers.remove(rule.product()));
    return strangers;
  }

  /** Gaps between the grades of some rules, and what two of them hold. */
  private static List<String> grades(List<LevyRule> rules) {
    List<String> doubts = new ArrayList<>();
    Share reach = Share.NONE;
    String holder = "";
    for (LevyRule rule :
        rules.stream().sorted(Comparator.comparing(ScheduleCheck::from)).toList()) {
      Share until = rule.grade().map(LevyRule.Grade::below).orElse(Share.ONE);
      if (from(rule).compareTo(reach) > 0) {
        doubts.add(gap(reach, from(rule)));
      } else if (from(rule).compareTo(reach) < 0) {
        doubts.add(
            "rules %s and %s both hold content from %s to %s, so such lines are refused. Maybe let"
                    .formatted(
                        holder, rule.id(), from(rule), until.compareTo(reach) < 0 ? until : reach)
                + " one begin where the other ends.");
      }
      if (until.compareTo(reach) > 0) {
        reach = until;
        holder = rule.id();
      }
    }
    if (reach.compareTo(Share.ONE) < 0) {
      doubts.add(gap(reach, Share.ONE));
    }
    return doubts;
  }

  /** The same words whether it lies between two grades or at an end. */
  private static String gap(Share from, Share to) {
    return "no grade holds content from %s to %s, so nothing is levied on it (no-grade). Maybe let"
            .formatted(from, to)
        + " one begin where the other ends.";
  }

  private static Share from(LevyRule rule) {
    return rule.grade().map(LevyRule.Grade::atLeast).orElse(Share.NONE);
  }
}
