package org.plimsoll.border.levy;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.plimsoll.border.entry.EntryColumn;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.LineRefused;
import org.plimsoll.model.quantity.Share;

/** Finds the rule of a line: by the longest code that begins its own, then by basis and grade. */
final class RuleIndex {
  private static final int SHORTEST = 6;

  /** Codes that were asked for; bounded, since anybody may write any code. */
  private static final int MOST_REMEMBERED = 100_000;

  private final Map<String, List<LevyRule>> byCode = new HashMap<>();

  /** What is shorter than a code of a rule, with that code. */
  private final Map<String, String> beginnings = new HashMap<>();

  private final ConcurrentHashMap<String, List<LevyRule>> remembered = new ConcurrentHashMap<>();

  RuleIndex(List<LevyRule> rules) {
    for (LevyRule rule : rules) {
      for (String code : rule.codes()) {
        byCode.computeIfAbsent(code, c -> new ArrayList<>()).add(rule);
        for (int length = SHORTEST; length < code.length(); length++) {
          beginnings.putIfAbsent(code.substring(0, length), code);
        }
      }
    }
  }

  /**
   * The rule of the line; empty if none covers it: none names its code, or none of their grades
   * holds its assay.
   *
   * @throws LineRefused if several do, if its code is too short to tell, or if the assay cannot be
   *     read
   */
  Optional<Selection> find(EntryLine line) {
    List<LevyRule> rules = rulesOf(line.code());
    if (rules.isEmpty() && beginnings.containsKey(line.code())) {
      throw new LineRefused(
          EntryColumn.HS_CODE,
          "%s is too short: the schedule has a rule of %s; Maybe write all digits of the code"
              .formatted(line.code(), beginnings.get(line.code())));
    }
    if (line.assayBasis().isEmpty() && !areOfOneBasis(rules)) {
      throw ambiguous(line, rules);
    }
    Optional<Selection> found = Optional.empty();
    boolean isRead = rules.isEmpty();
    for (int i = 0; i < rules.size(); i++) {
      LevyRule rule = rules.get(i);
      if (!rule.reads(line.assayBasis())) {
        continue;
      }
      isRead = true;
      Selection selection = select(rule, line);
      if (rule.grade().isPresent() && !rule.grade().get().holds(selection.share())) {
        continue;
      }
      if (found.isPresent()) {
        throw ambiguous(line, rules);
      }
      found = Optional.of(selection);
    }
    if (!isRead) {
      throw new LineRefused(
          EntryColumn.ASSAY_BASIS,
          "'%s' is none of the bases of code %s: %s"
              .formatted(line.assayBasis(), line.code(), bases(rules)));
    }
    return found;
  }

  private static boolean areOfOneBasis(List<LevyRule> rules) {
    for (int i = 1; i < rules.size(); i++) {
      if (!rules.get(i).basis().equals(rules.getFirst().basis())) {
        return false;
      }
    }
    return true;
  }

  /** Whether any rule covers goods of the code, of whatever grade. */
  boolean names(String code) {
    return !rulesOf(code).isEmpty();
  }

  private List<LevyRule> rulesOf(String code) {
    List<LevyRule> known = remembered.get(code);
    if (known != null) {
      return known;
    }
    List<LevyRule> rules = List.of();
    for (int length = code.length(); length >= SHORTEST && rules.isEmpty(); length--) {
      rules = byCode.getOrDefault(code.substring(0, length), List.of());
    }
    if (remembered.size() < MOST_REMEMBERED) {
      remembered.put(code, rules);
    }
    return rules;
  }

  /** Content: assay × conversion to the rule's basis, to the millionth; or the rule's factor. */
  private static Selection select(LevyRule rule, EntryLine line) {
    if (line.assay().isEmpty()) {
      return new Selection(
          rule,
          rule.contentFactor()
              .orElseThrow(() ->
                  new LineRefused(
                      EntryColumn.ASSAY,
                      "is empty, and rule %s has no content factor; Maybe add the assay"
                          .formatted(rule.id()))),
          true);
    }
    Share assay = line.assay().get();
    if (line.assayBasis().isEmpty() || line.assayBasis().equals(rule.basis())) {
      return new Selection(rule, assay, false);
    }
    Share conversion = rule.conversions().getOrDefault(line.assayBasis(), Share.ONE);
    return new Selection(
        rule,
        new Share(
            Exact.product(
                assay.millionths(), conversion.millionths(), 1_000_000, RoundingMode.HALF_UP)),
        false);
  }

  private static LineRefused ambiguous(EntryLine line, List<LevyRule> rules) {
    return new LineRefused(
        EntryColumn.ASSAY_BASIS,
        "code %s holds several products, and '%s' does not say which; Maybe write one of %s"
            .formatted(line.code(), line.assayBasis(), bases(rules)));
  }

  private static String bases(List<LevyRule> rules) {
    TreeSet<String> bases = new TreeSet<>();
    for (LevyRule rule : rules) {
      bases.addAll(rule.bases());
    }
    return String.join(", ", bases);
  }
}
