package org.plimsoll.border.files.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.plimsoll.border.entry.ValueBasis;
import org.plimsoll.border.levy.DutyStep;
import org.plimsoll.border.levy.ExchangeRate;
import org.plimsoll.border.levy.Exemptions;
import org.plimsoll.border.levy.Instrument;
import org.plimsoll.border.levy.LevyRule;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.Rate;
import org.plimsoll.border.levy.Rounding;
import org.plimsoll.border.levy.ScheduleCheck;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.DutyKind;
import org.plimsoll.model.policy.LevyLadder;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.PricePerKilogram;
import org.plimsoll.model.quantity.Share;
import org.snakeyaml.engine.v2.nodes.Node;

/** Makes a schedule from the tree of its file. */
final class ScheduleReader {
  static final List<String> KEYS =
      List.of(
          "schedule",
          "version",
          "title",
          "from",
          "until",
          "basis",
          "currency",
          "hsEdition",
          "rounding",
          "freight",
          "exempt",
          "duties",
          "rates",
          "rules");
  static final List<String> INSTRUMENT_KEYS =
      List.of(
          "instrument",
          "floor",
          "bound",
          "trigger",
          "bands",
          "perKilogram",
          "adValorem",
          "quota",
          "referencePrice",
          "deMinimis");
  static final List<String> RULE_KEYS =
      Stream.concat(
              Stream.of(
                  "id",
                  "product",
                  "codes",
                  "basis",
                  "contentFactor",
                  "conversions",
                  "grade",
                  "scrap",
                  "instruments",
                  "reference"),
              INSTRUMENT_KEYS.stream())
          .toList();
  static final List<String> PART_KEYS =
      Stream.concat(INSTRUMENT_KEYS.stream(), Stream.of("countsTowardsFloor")).toList();
  private static final ProductId NO_PRODUCT = ProductId.ofCase("none");

  /** No duty is above 1000%: a rate of 25 is a percentage. */
  private static final Share MOST_RATE = Share.of(BigDecimal.TEN);

  /** A kilogram of lithium makes five of its carbonate. */
  private static final Share MOST_CONVERSION = Share.of(BigDecimal.TEN);

  private final ScheduleIssues issues;
  private CurrencyCode currency = CurrencyCode.USD;

  ScheduleReader(ScheduleIssues issues) {
    this.issues = issues;
  }

  Optional<LevySchedule> read(Node root) {
    ScheduleBlock block = new ScheduleBlock(root, "the schedule", KEYS, issues);
    currency = block.read("currency", CurrencyCode::of, CurrencyCode.USD);
    LocalDate from = block.date("from");
    LevySchedule schedule =
        new LevySchedule(
            block.text("schedule"),
            block.text("version"),
            block.findText("title").orElse(""),
            from,
            block.findUntil(from),
            block.read("basis", ValueBasis::parse, ValueBasis.FOB),
            currency,
            block.text("hsEdition"),
            rounding(block),
            block.findShare("freight", Share.ONE),
            exemptions(block),
            duties(block),
            rates(block),
            rules(block));
    if (issues.isEmpty()) {
      for (ScheduleCheck.Fault fault : ScheduleCheck.listFaults(schedule)) {
        issues.error(block.nodes(fault.list()).get(fault.index()), fault.problem(), fault.wayOut());
      }
    }
    return issues.isEmpty() ? Optional.of(schedule) : Optional.empty();
  }

  private Rounding rounding(ScheduleBlock block) {
    if (!block.has("rounding")) {
      return Rounding.HALF_UP;
    }
    ScheduleBlock rounding =
        new ScheduleBlock(block.at("rounding"), "rounding", List.of("mode", "stepMinor"), issues);
    RoundingMode mode = rounding.read("mode", ScheduleReader::mode, RoundingMode.HALF_UP);
    long step = rounding.read("stepMinor", Long::parseLong, 1L);
    return build(rounding.node(), () -> new Rounding(mode, step), Rounding.HALF_UP);
  }

  private static RoundingMode mode(String word) {
    return switch (word) {
      case "half-up", "half-even", "half-down", "up", "down" ->
          RoundingMode.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
      default ->
          throw new IllegalArgumentException(
              "'" + word + "' is none of half-up, half-even, half-down, up, down");
    };
  }

  private Exemptions exemptions(ScheduleBlock block) {
    if (!block.has("exempt")) {
      return Exemptions.NONE;
    }
    ScheduleBlock exempt =
        new ScheduleBlock(
            block.at("exempt"),
            "exempt",
            List.of("alliance", "members", "partners", "origin", "direct", "claimed"),
            issues);
    List<Alliance.Member> members = new ArrayList<>();
    for (Node node : exempt.nodes("members")) {
      ScheduleBlock member =
          new ScheduleBlock(node, "a member", List.of("country", "from", "until"), issues);
      CountryCode country = member.read("country", CountryCode::of, CountryCode.REST_OF_WORLD);
      LocalDate from = member.date("from");
      members.add(new Alliance.Member(country.id(), from, member.findUntil(from)));
    }
    List<Exemptions.Partner> partners = new ArrayList<>();
    for (Node node : exempt.nodes("partners")) {
      ScheduleBlock partner =
          new ScheduleBlock(node, "a partner", List.of("country", "product", "floor"), issues);
      partners.add(
          new Exemptions.Partner(
              partner.read("country", CountryCode::of, CountryCode.REST_OF_WORLD),
              partner.read("product", ProductId::parse, NO_PRODUCT),
              partner.price("floor", currency)));
    }
    return new Exemptions(
        new Alliance(exempt.text("alliance"), members),
        partners,
        new OriginBlock(issues).read(exempt),
        exempt.isSet("direct"),
        exempt.isSet("claimed"));
  }

  private List<DutyStep> duties(ScheduleBlock block) {
    List<DutyStep> duties = new ArrayList<>();
    for (Node node : block.nodes("duties")) {
      ScheduleBlock duty =
          new ScheduleBlock(
              node,
              "a duty",
              List.of(
                  "kind",
                  "rate",
                  "onEarlierDuties",
                  "countsTowardsFloor",
                  "products",
                  "origins",
                  "drawback"),
              issues);
      duties.add(
          new DutyStep(
              duty.read("kind", DutyKind::parse, DutyKind.MFN),
              duty.text("rate").equals("declared")
                  ? Optional.empty()
                  : duty.findShare("rate", MOST_RATE),
              duty.isSet("onEarlierDuties"),
              duty.has("countsTowardsFloor")
                  ? duty.isSet("countsTowardsFloor")
                  : DutyKind.COUNTS_TOWARDS_FLOOR,
              duty.list("products", ProductId::parse),
              duty.list("origins", CountryCode::of),
              !duty.has("drawback") || duty.isSet("drawback")));
    }
    if (duties.size() <= LevySchedule.MOST_DUTIES) {
      return duties;
    }
    issues.error(
        block.nodes("duties").get(LevySchedule.MOST_DUTIES),
        "a schedule has at most %d steps of duty, but this has %d"
            .formatted(LevySchedule.MOST_DUTIES, duties.size()),
        "name several products or origins in one step");
    return List.of();
  }

  private List<ExchangeRate> rates(ScheduleBlock block) {
    List<ExchangeRate> rates = new ArrayList<>();
    for (Node node : block.nodes("rates")) {
      ScheduleBlock rate =
          new ScheduleBlock(node, "a rate", List.of("currency", "from", "rate"), issues);
      CurrencyCode of = rate.read("currency", CurrencyCode::of, CurrencyCode.USD);
      LocalDate from = rate.date("from");
      rate.find("rate", t -> ExchangeRate.of(of, from, ScheduleBlock.decimal(t)))
          .ifPresentOrElse(rates::add, () -> rate.text("rate"));
    }
    return rates;
  }

  private List<LevyRule> rules(ScheduleBlock block) {
    List<LevyRule> rules = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Node node : block.nodes("rules")) {
      ScheduleBlock rule = new ScheduleBlock(node, "a rule", RULE_KEYS, issues);
      rule(rule)
          .ifPresent(made -> {
            rules.add(made);
            if (!ids.add(made.id())) {
              issues.error(rule.at("id"), "two rules are called " + made.id(), "rename one");
            }
          });
    }
    if (rules.isEmpty() && issues.isEmpty()) {
      issues.error(block.node(), "the schedule has no rules", "add rules:");
    }
    return rules;
  }

  private Optional<LevyRule> rule(ScheduleBlock rule) {
    String id = rule.text("id");
    ProductId product = rule.read("product", ProductId::parse, NO_PRODUCT);
    List<String> codes = rule.list("codes", text -> text);
    Optional<LevyRule.Grade> grade = grade(rule);
    Instrument instrument = rule.has("instruments") ? together(rule) : instrument(rule);
    return build(
        rule.node(),
        () ->
            Optional.of(
                new LevyRule(
                    id,
                    product,
                    codes,
                    rule.text("basis"),
                    rule.findShare("contentFactor", Share.ONE),
                    rule.shares("conversions", MOST_CONVERSION),
                    grade,
                    rule.isSet("scrap"),
                    instrument,
                    rule.findText("reference").orElse(""))),
        Optional.empty());
  }

  private Optional<LevyRule.Grade> grade(ScheduleBlock rule) {
    if (!rule.has("grade")) {
      return Optional.empty();
    }
    ScheduleBlock grade =
        new ScheduleBlock(rule.at("grade"), "grade", List.of("atLeast", "below"), issues);
    int before = issues.list().size();
    Share atLeast = grade.share("atLeast", Share.ONE);
    Share below = grade.share("below", Share.ONE);
    return issues.list().size() > before
        ? Optional.empty()
        : build(
            grade.node(), () -> Optional.of(new LevyRule.Grade(atLeast, below)), Optional.empty());
  }

  private Instrument together(ScheduleBlock rule) {
    for (String key : INSTRUMENT_KEYS) {
      if (rule.has(key)) {
        issues.error(
            rule.at(key),
            "'%s' stands beside 'instruments'".formatted(key),
            "move it into one of the blocks of instruments");
      }
    }
    List<Instrument.Part> parts = new ArrayList<>();
    for (Node node : rule.nodes("instruments")) {
      ScheduleBlock part = new ScheduleBlock(node, "an instrument", PART_KEYS, issues);
      parts.add(
          new Instrument.Part(
              instrument(part),
              part.has("countsTowardsFloor")
                  ? part.isSet("countsTowardsFloor")
                  : DutyKind.COUNTS_TOWARDS_FLOOR));
    }
    return build(
        rule.at("instruments"),
        () -> new Instrument.Together(parts),
        new Instrument.AdValorem(Share.NONE));
  }

  private Instrument instrument(ScheduleBlock rule) {
    return switch (rule.text("instrument")) {
      case "variable-levy" ->
          new Instrument.VariableLevy(
              rule.price("floor", currency),
              rule.find("bound", t -> PricePerKilogram.of(ScheduleBlock.decimal(t), currency)));
      case "partial-levy" ->
          new Instrument.PartialLevy(rule.price("trigger", currency), ladder(rule));
      case "specific" -> new Instrument.Specific(rule.price("perKilogram", currency));
      case "ad-valorem" -> new Instrument.AdValorem(rule.share("adValorem", MOST_RATE));
      case "compound" ->
          new Instrument.Compound(
              new Rate(rule.share("adValorem", MOST_RATE), rule.price("perKilogram", currency)));
      case "tariff-rate-quota" -> quota(rule);
      case "contained" ->
          new Instrument.Contained(
              rule.price("floor", currency),
              rule.price("referencePrice", currency),
              rule.share("deMinimis", Share.ONE));
      case "price-undertaking" -> new Instrument.Undertaking(rule.price("floor", currency));
      case "" -> new Instrument.AdValorem(Share.NONE);
      default -> {
        issues.error(
            rule.at("instrument"),
            "unknown instrument '" + rule.text("instrument") + "'",
            "write one of variable-levy, partial-levy, specific, ad-valorem, compound,"
                + " tariff-rate-quota, contained, price-undertaking");
        yield new Instrument.AdValorem(Share.NONE);
      }
    };
  }

  private LevyLadder ladder(ScheduleBlock rule) {
    if (!rule.has("bands")) {
      return LevyLadder.SPECIAL_SAFEGUARD;
    }
    List<LevyLadder.Band> bands = new ArrayList<>();
    for (Node node : rule.nodes("bands")) {
      ScheduleBlock band = new ScheduleBlock(node, "a band", List.of("below", "share"), issues);
      Share below = band.share("below", Share.ONE);
      Share share = band.share("share", Share.ONE);
      build(node, () -> bands.add(LevyLadder.Band.of(below, share)), false);
    }
    return build(rule.at("bands"), () -> new LevyLadder(bands), LevyLadder.SPECIAL_SAFEGUARD);
  }

  private Instrument quota(ScheduleBlock rule) {
    ScheduleBlock quota =
        new ScheduleBlock(
            rule.at("quota"),
            "quota",
            List.of("name", "kilograms", "inQuota", "outOfQuota"),
            issues);
    String name = quota.text("name");
    Mass yearly =
        quota.read("kilograms", t -> Mass.ofKilograms(ScheduleBlock.decimal(t)), new Mass(0));
    Rate inQuota = rate(quota, "inQuota");
    Rate outOfQuota = rate(quota, "outOfQuota");
    return build(
        quota.node(),
        () -> new Instrument.TariffRateQuota(name, yearly, inQuota, outOfQuota),
        new Instrument.TariffRateQuota("none", new Mass(0), inQuota, outOfQuota));
  }

  private Rate rate(ScheduleBlock quota, String key) {
    ScheduleBlock rate =
        new ScheduleBlock(quota.at(key), key, List.of("adValorem", "perKilogram"), issues);
    return new Rate(rate.share("adValorem", MOST_RATE), rate.price("perKilogram", currency));
  }

  /** A value whose parts may contradict one another. */
  private <T> T build(Node node, Supplier<T> making, T unless) {
    try {
      return making.get();
    } catch (IllegalArgumentException e) {
      String[] said = String.valueOf(e.getMessage()).split("\nMaybe ", 2);
      issues.error(node, said[0], said.length > 1 ? said[1] : "");
      return unless;
    }
  }
}
