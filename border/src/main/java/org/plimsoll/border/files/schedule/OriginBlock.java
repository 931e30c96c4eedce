package org.plimsoll.border.files.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.border.levy.Exemptions;
import org.plimsoll.border.origin.OriginRule;
import org.plimsoll.model.quantity.Share;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The rule of origin in a schedule: a word, a block, or a list of which one is enough. */
record OriginBlock(ScheduleIssues issues) {
  private static final String WAY_OUT =
      "write one of wholly-obtained, extracted, processed, transformed, {tariffShift: 4},"
          + " {buildDown: 0.4}, {buildUp: 0.3}, {tariffShift: 4, buildDown: 0.4} for both at once,"
          + " or a list of which one is enough";

  private static final List<OriginRule> STEPS =
      List.of(
          new OriginRule.WhollyObtained(),
          new OriginRule.SpecifiedProcess(OriginRule.Step.EXTRACTED),
          new OriginRule.SpecifiedProcess(OriginRule.Step.PROCESSED),
          new OriginRule.SpecifiedProcess(OriginRule.Step.TRANSFORMED));

  /** The rule under {@code origin}, or an issue and a harmless one. */
  OriginRule read(ScheduleBlock exempt) {
    List<OriginRule> rules = new ArrayList<>();
    for (Node node : exempt.nodes("origin")) {
      rule(node).ifPresent(rules::add);
    }
    if (rules.size() == 1) {
      return rules.getFirst();
    }
    if (exempt.nodes("origin").isEmpty()) {
      issues.error(
          exempt.at("origin"),
          exempt.has("origin")
              ? "'origin' names no rule of origin"
              : "'origin' is missing in exempt",
          WAY_OUT);
    }
    return rules.isEmpty() ? Exemptions.NONE.rule() : new OriginRule.AnyOf(rules);
  }

  private Optional<OriginRule> rule(Node node) {
    if (node instanceof MappingNode) {
      return ofMaterials(node);
    }
    String word = node instanceof ScalarNode scalar ? scalar.getValue() : "";
    for (OriginRule rule : STEPS) {
      if (print(rule).equals(word)) {
        return Optional.of(rule);
      }
    }
    issues.error(node, "'origin' is '" + word + "', which is no rule of origin", WAY_OUT);
    return Optional.empty();
  }

  private Optional<OriginRule> ofMaterials(Node node) {
    ScheduleBlock block =
        new ScheduleBlock(
            node,
            "a rule of origin",
            List.of("tariffShift", "tolerance", "buildDown", "buildUp"),
            issues);
    List<OriginRule.OfMaterials> tests = new ArrayList<>();
    if (block.has("tariffShift")) {
      int digits = block.read("tariffShift", OriginBlock::digits, 4);
      Share tolerance = block.has("tolerance") ? block.share("tolerance", Share.ONE) : Share.NONE;
      tests.add(new OriginRule.TariffShift(digits, tolerance));
    }
    for (OriginRule.Method method : OriginRule.Method.values()) {
      if (block.has(word(method))) {
        tests.add(new OriginRule.RegionalValue(method, block.share(word(method), Share.ONE)));
      }
    }
    if (tests.isEmpty()) {
      issues.error(node, "this block of origin holds no rule", WAY_OUT);
      return Optional.empty();
    }
    if (block.has("tolerance") && !block.has("tariffShift")) {
      issues.error(node, "'tolerance' is of a tariff shift, and there is none", "take it out");
    }
    return Optional.of(tests.size() == 1 ? tests.getFirst() : new OriginRule.AllOf(tests));
  }

  private static int digits(String text) {
    return switch (text) {
      case "2", "4", "6" -> Integer.parseInt(text);
      default ->
          throw new IllegalArgumentException(
              "is '" + text + "'\nMaybe write 2 for chapter, 4 for heading, 6 for subheading");
    };
  }

  private static String word(OriginRule.Method method) {
    return switch (method) {
      case BUILD_DOWN -> "buildDown";
      case BUILD_UP -> "buildUp";
    };
  }

  /** The rule as it is read. */
  static String print(OriginRule rule) {
    return switch (rule) {
      case OriginRule.WhollyObtained whole -> "wholly-obtained";
      case OriginRule.SpecifiedProcess process -> process.step().name().toLowerCase(Locale.ROOT);
      case OriginRule.OfMaterials materials -> "{" + tests(materials) + "}";
      case OriginRule.AnyOf any ->
          any.rules().stream().map(OriginBlock::print).collect(Collectors.joining(", ", "[", "]"));
    };
  }

  private static String tests(OriginRule.OfMaterials rule) {
    return switch (rule) {
      case OriginRule.TariffShift shift ->
          "tariffShift: %d, tolerance: %s".formatted(shift.digits(), shift.tolerance());
      case OriginRule.RegionalValue value -> word(value.method()) + ": " + value.least();
      case OriginRule.AllOf all ->
          all.tests().stream().map(OriginBlock::tests).collect(Collectors.joining(", "));
    };
  }
}
