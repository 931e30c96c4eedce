package org.plimsoll.app.border;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.plimsoll.border.entry.ValueBasis;
import org.plimsoll.border.levy.DutyStep;
import org.plimsoll.border.levy.ExchangeRate;
import org.plimsoll.border.levy.Exemptions;
import org.plimsoll.border.levy.Instrument;
import org.plimsoll.border.levy.LevyRule;
import org.plimsoll.border.levy.LevySchedule;
import org.plimsoll.border.levy.MeasureInstruments;
import org.plimsoll.border.levy.Rounding;
import org.plimsoll.border.origin.OriginRule;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.DutyKind;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.PricePerKilogram;
import org.plimsoll.model.quantity.Share;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.Figure;

/**
 * The floors of a plan as a schedule. The plan's prices are estimates; here each becomes exact, to
 * a millionth of a dollar a kilogram, and is owed from then on.
 *
 * @param schedule of variable levies and, where exporters keep the gap, price undertakings
 * @param remarks on what a lawyer has to decide, one a line
 */
public record PlanSchedule(LevySchedule schedule, List<String> remarks) {
  public PlanSchedule {
    remarks = List.copyOf(remarks);
  }

  /**
   * The schedule of a plan's floors.
   *
   * @param world that has the HS codes
   * @param from first day in force; empty for the day of the plan
   * @param freight share of the FOB value that freight and insurance add; empty if not stated
   * @param rates of exchange
   */
  public static PlanSchedule of(
      ActionPlan plan,
      Evidence world,
      Optional<LocalDate> from,
      Optional<Share> freight,
      List<ExchangeRate> rates) {
    ActionPlan.Frame frame = plan.frame();
    LocalDate asOf = frame.asOf();
    LocalDate first = from.orElse(asOf);
    List<String> remarks = new ArrayList<>();
    remarks.add("Draft from the plan '%s' of %s.".formatted(frame.scenario(), asOf));
    Rules rules = new Rules(world, remarks);
    plan.floors().forEach(rules::add);
    rules.addOthers();
    LevySchedule schedule =
        new LevySchedule(
            frame.scenario() + "-floors",
            asOf.toString(),
            "Floors of the plan '%s'".formatted(frame.title()),
            first,
            Optional.empty(),
            ValueBasis.CIF,
            CurrencyCode.USD,
            "2022",
            Rounding.HALF_UP,
            freight,
            exemptions(frame, world, asOf, first),
            List.of(DutyStep.declared(DutyKind.MFN)),
            rates,
            rules.list);
    remarks.addAll(schedule.listGaps());
    return new PlanSchedule(schedule, remarks);
  }

  private static Exemptions exemptions(
      ActionPlan.Frame frame, Evidence world, LocalDate asOf, LocalDate first) {
    List<Alliance.Member> members = new ArrayList<>();
    for (CountryCode country :
        new Membership(world, List.of(), asOf).resolve(new Parties(frame.members()))) {
      members.add(new Alliance.Member(country.id(), first, Optional.empty()));
    }
    return new Exemptions(
        new Alliance("plan", members),
        List.of(),
        new OriginRule.SpecifiedProcess(OriginRule.Step.PROCESSED),
        false,
        false);
  }

  /** Rules in the making. */
  private static final class Rules {
    private final Evidence world;
    private final List<String> remarks;
    private final List<LevyRule> list = new ArrayList<>();
    private final TreeSet<ProductId> covered = new TreeSet<>();

    /** Rule by code and basis: nothing else tells lines of two products apart. */
    private final TreeMap<String, String> taken = new TreeMap<>();

    Rules(Evidence world, List<String> remarks) {
      this.world = world;
      this.remarks = remarks;
    }

    void add(ActionPlan.Floor floor) {
      ProductId id = floor.product();
      Optional<Product> known =
          world.products().stream().filter(product -> product.id().equals(id)).findFirst();
      if (known.isEmpty() || known.get().hsCodes().isEmpty()) {
        remarks.add(id + ": no HS code is known, so there is no rule.");
        return;
      }
      Product product = known.get();
      covered.add(id);
      List<String> codes = free(product, product.hsCodes());
      if (!codes.isEmpty()) {
        list.add(
            rule(
                product,
                codes,
                instrument(id, floor),
                floor.status().word() + ", " + floor.source()));
      }
    }

    private Instrument instrument(ProductId id, ActionPlan.Floor floor) {
      if (floor.bound().isPresent() && floor.gapGoesTo() == BorderMeasure.GapGoesTo.EXPORTER) {
        remarks.add(id + ": a price undertaking levies nothing, so its bound is left out.");
      }
      return MeasureInstruments.ofFloor(
          price(floor.price()), floor.bound().map(Rules::price), floor.gapGoesTo());
    }

    private static PricePerKilogram price(Figure usdPerTonne) {
      return PricePerKilogram.roundUsdPerTonne(usdPerTonne.central());
    }

    /** Those of the codes that no rule before it has on the same basis; they are its own now. */
    private List<String> free(Product product, List<String> codes) {
      List<String> free = new ArrayList<>();
      for (String code : codes) {
        String before = taken.putIfAbsent(code + " " + product.basis(), nameOf(product.id()));
        if (before == null) {
          free.add(code);
        } else {
          remarks.add(
              "%s: rule %s has code %s on the same basis (%s), so lines of both fall under it."
                  .formatted(product.id(), before, code, product.basis()));
        }
      }
      return free;
    }

    /** A code may hold other products: they have no floor, and their lines must be told apart. */
    void addOthers() {
      TreeSet<String> codes = new TreeSet<>();
      list.forEach(rule -> codes.addAll(rule.codes()));
      for (Product product : world.products()) {
        List<String> shared =
            covered.contains(product.id())
                ? List.of()
                : free(product, product.hsCodes().stream().filter(codes::contains).toList());
        if (!shared.isEmpty()) {
          list.add(
              new LevyRule(
                  nameOf(product.id()),
                  product.id(),
                  shared,
                  product.basis(),
                  factor(product),
                  new TreeMap<>(),
                  Optional.empty(),
                  false,
                  new Instrument.AdValorem(Share.NONE),
                  "no floor; shares a code with a product that has one"));
        }
      }
    }

    private LevyRule rule(
        Product product, List<String> codes, Instrument instrument, String reference) {
      if (factor(product).isEmpty()) {
        remarks.add(
            "%s: lines need an assay in %s, or the rule a contentFactor."
                .formatted(product.id(), product.basis()));
      }
      if (product.bundled()) {
        remarks.add(
            "%s: code %s holds other goods too, so assay_basis must say '%s'."
                .formatted(product.id(), String.join(", ", codes), product.basis()));
      }
      return new LevyRule(
          nameOf(product.id()),
          product.id(),
          codes,
          product.basis(),
          factor(product),
          new TreeMap<>(),
          Optional.empty(),
          false,
          instrument,
          reference);
    }

    /**
     * The whole mass is content where the goods are what the basis counts: gross weight, an oxide,
     * a metal. Carbonate counted in lithium, or pig iron in nickel, needs an assay.
     */
    private static Optional<Share> factor(Product product) {
      String basis = product.basis();
      boolean isWhole =
          basis.endsWith(", gross")
              || basis.endsWith(" oxide")
              || basis.endsWith(" metal")
              || product.id().stage().equals("metal");
      return isWhole ? Optional.of(Share.ONE) : Optional.empty();
    }

    private static String nameOf(ProductId id) {
      return id.toString().replace('/', '-');
    }
  }
}
