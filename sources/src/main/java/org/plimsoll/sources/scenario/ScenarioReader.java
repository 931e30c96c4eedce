package org.plimsoll.sources.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Interval;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Makes a scenario of the tree of a file. */
record ScenarioReader(Evidence evidence, Issues issues) {
  /** A scenario's name is also the name of a folder that is written. */
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

  /** What stands in the list of measures. */
  private record Measures(List<Measure> list, boolean controlsInForce) {}

  /** The scenario; empty if there is any error. */
  Optional<Scenario> read(Node root) {
    Block block = Block.of(root, Shapes.SCENARIO, issues);
    if (!(root instanceof MappingNode)) {
      return Optional.empty();
    }
    String name = name(block);
    LocalDate asOf = block.date("asOf").orElse(LocalDate.EPOCH);
    Optional<Block> allianceBlock = inner(block, "alliance", Shapes.ALLIANCE);
    Vocabulary vocabulary =
        new Vocabulary(evidence, allianceBlock.map(inner -> inner.word("id")).orElse(""), issues);
    Alliance alliance =
        allianceBlock
            .map(inner -> alliance(inner, vocabulary, asOf))
            .orElse(new Alliance("", List.of()));
    Measures measures = measures(block, vocabulary);
    Scenario scenario =
        new Scenario(
            name,
            block.text("title"),
            asOf,
            Scenario.Horizon.of(block.word("horizon")),
            block.word("priceVintage"),
            alliance,
            allianceBlock.map(inner -> inner.word("internalTariffs").equals("zero")).orElse(false),
            measures.controlsInForce(),
            measures.list(),
            budget(block),
            parameters(block, vocabulary));
    return issues.hasErrors() ? Optional.empty() : Optional.of(scenario);
  }

  private String name(Block block) {
    String name = block.text("name");
    if (!name.isEmpty() && !NAME.matcher(name).matches()) {
      issues.error(
          block.at("name"),
          "'name' must be small letters, digits and hyphens, but is '" + name + "'",
          "write it like export-stop-chn-all; the title may say more");
    }
    return name;
  }

  private Optional<Block> inner(Block block, String key, Shape shape) {
    return block.find(key).map(node -> Block.of(node, shape, issues));
  }

  private Alliance alliance(Block block, Vocabulary vocabulary, LocalDate asOf) {
    vocabulary.checkAlliance(block);
    List<Alliance.Member> members = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Node node : block.blocks("members")) {
      Alliance.Member member = member(Block.of(node, Shapes.MEMBER, issues), vocabulary);
      if (!member.party().isEmpty() && !seen.add(member.party())) {
        issues.error(node, "'" + member.party() + "' stands twice", "take one of them out");
      } else {
        checkApart(node, member, members);
      }
      members.add(member);
    }
    if (block.has("members") && members.isEmpty()) {
      issues.error(
          block.at("members"),
          "the alliance has no member",
          "add {country: JPN, from: 2026-02-04}");
    }
    Alliance alliance = new Alliance(block.word("id"), members);
    if (!members.isEmpty() && !issues.hasErrors() && alliance.listPartiesOn(asOf).isEmpty()) {
      issues.remark(block.at("members"), "no member is inside on " + asOf);
    }
    return alliance;
  }

  /** Refuses a country that would be a member twice, of itself and by its territory. */
  private void checkApart(Node node, Alliance.Member member, List<Alliance.Member> others) {
    for (Alliance.Member other : others) {
      SortedSet<CountryCode> shared = countriesOf(member);
      shared.retainAll(countriesOf(other));
      if (!shared.isEmpty() && isAtOnce(member, other)) {
        issues.error(
            node,
            "'%s' and '%s' overlap: %s is in both"
                .formatted(other.party(), member.party(), shared.first()),
            "take one of them out, or let it end where the other begins");
      }
    }
  }

  private SortedSet<CountryCode> countriesOf(Alliance.Member member) {
    Membership world = new Membership(evidence, List.of(), evidence.asOf());
    return world.knows(member.party())
        ? world.resolve(Parties.of(member.party()))
        : new TreeSet<>();
  }

  private static boolean isAtOnce(Alliance.Member one, Alliance.Member other) {
    return one.until().map(end -> other.from().isBefore(end)).orElse(true)
        && other.until().map(end -> one.from().isBefore(end)).orElse(true);
  }

  private Alliance.Member member(Block block, Vocabulary vocabulary) {
    boolean country = block.has("country");
    boolean territory = block.has("territory");
    if (country == territory && block.node() instanceof MappingNode) {
      issues.error(
          block.node(),
          "a member is a country or a territory, but this has " + (country ? "both" : "neither"),
          "write {country: JPN, from: 2026-02-04} or {territory: EU27, from: 2026-02-04}");
    }
    String party = vocabulary.member(block, territory ? "territory" : "country");
    LocalDate from = block.date("from").orElse(LocalDate.EPOCH);
    Optional<LocalDate> until = block.date("until");
    if (until.isPresent() && !until.get().isAfter(from)) {
      issues.error(
          block.at("until"),
          "'until' is " + until.get() + ", which is not after 'from', " + from,
          "'until' is the first day outside; put the dates in order");
    }
    return new Alliance.Member(party, from, until);
  }

  private Measures measures(Block block, Vocabulary vocabulary) {
    MeasureReader reader = new MeasureReader(vocabulary, issues);
    List<Measure> measures = new ArrayList<>();
    Map<String, Node> byId = new HashMap<>();
    boolean controls = false;
    int number = 0;
    for (Node node : block.blocks("measures")) {
      number++;
      if (isControls(node)) {
        Block.of(node, Shapes.CONTROLS, issues).word("controls");
        if (controls) {
          issues.error(node, "'controls' stands twice", "take one of them out");
        }
        controls = true;
        continue;
      }
      Optional<Measure> measure = reader.read(node, number);
      if (measure.isPresent() && byId.putIfAbsent(measure.get().id(), node) != null) {
        issues.error(
            node,
            "two measures have the id '" + measure.get().id() + "'",
            "give each its own id, or leave it out");
      }
      measure.ifPresent(measures::add);
    }
    return new Measures(measures, controls);
  }

  private static boolean isControls(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      return false;
    }
    boolean controls = false;
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        if (key.getValue().equals("type")) {
          return false;
        }
        controls |= key.getValue().equals("controls");
      }
    }
    return controls;
  }

  private double budget(Block block) {
    Optional<Block> stockpile = inner(block, "stockpile", Shapes.STOCKPILE);
    stockpile.ifPresent(inner -> inner.word("aim"));
    return stockpile.map(inner -> inner.number("budgetUsd")).orElse(OptionalDouble.of(0)).orElse(0);
  }

  private SortedMap<String, Interval> parameters(Block block, Vocabulary vocabulary) {
    SortedMap<String, Interval> parameters = new TreeMap<>();
    block
        .find("parameters")
        .ifPresent(node ->
            Block.readKeys(node, "parameters", issues)
                .forEach((key, value) -> {
                  String name = key.getValue();
                  vocabulary.checkParameter(key, name);
                  Key figure = Key.of(name, Key.Form.FIGURE, "");
                  parameters.put(name, Block.figureOf(figure, value, issues));
                }));
    return parameters;
  }
}
