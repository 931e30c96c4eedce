package org.plimsoll.app.assess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
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
import org.plimsoll.border.levy.Rounding;
import org.plimsoll.border.origin.OriginRule;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Alliance;
import org.plimsoll.model.policy.DutyKind;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.PricePerKilogram;
import org.plimsoll.model.quantity.Share;

/**
 * The floors of a plan as a schedule. The plan's prices are estimates; here each becomes exact, to
 * a millionth of a dollar a kilogram, and is owed from then on.
 *
 * @param schedule of variable levies
 * @param remarks on what a lawyer has to decide, one a line
 */
public record PlanSchedule(LevySchedule schedule, List<String> remarks) {
  public PlanSchedule {
    remarks = List.copyOf(remarks);
  }

  /**
   * Reads {@code plan.json}.
   *
   * @param world that has the HS codes
   * @param from first day in force; empty for the day of the plan
   * @param freight share of the FOB value that freight and insurance add; empty if not stated
   * @param rates of exchange
   * @throws IOException if it is no plan
   */
  public static PlanSchedule of(
      String json,
      Evidence world,
      Optional<LocalDate> from,
      Optional<Share> freight,
      List<ExchangeRate> rates)
      throws IOException {
    JsonNode plan = new ObjectMapper().readTree(json);
    JsonNode frame = plan.path("frame");
    if (!frame.hasNonNull("asOf") || !plan.path("floors").isArray()) {
      throw new IOException("it has no frame.asOf, or no list of floors");
    }
    LocalDate asOf = LocalDate.parse(frame.get("asOf").asText());
    LocalDate first = from.orElse(asOf);
    List<String> remarks = new ArrayList<>();
    remarks.add("Draft from the plan '%s' of %s.".formatted(frame.path("scenario").asText(), asOf));
    Rules rules = new Rules(world, remarks);
    plan.path("floors").forEach(rules::add);
    rules.addOthers();
    LevySchedule schedule =
        new LevySchedule(
            frame.path("scenario").asText() + "-floors",
            asOf.toString(),
            "Floors of the plan '%s'".formatted(frame.path("title").asText()),
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
      JsonNode frame, Evidence world, LocalDate asOf, LocalDate first) {
    List<String> names = new ArrayList<>();
    frame.path("members").forEach(name -> names.add(name.asText()));
    List<Alliance.Member> members = new ArrayList<>();
    for (CountryCode country : new Membership(world, List.of(), asOf).resolve(new Parties(names))) {
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

    Rules(Evidence world, List<String> remarks) {
      this.world = world;
      this.remarks = remarks;
    }

    void add(JsonNode floor) {
      ProductId id = ProductId.parse(floor.path("product").asText());
      Optional<Product> known =
          world.products().stream().filter(product -> product.id().equals(id)).findFirst();
      if (known.isEmpty() || known.get().hsCodes().isEmpty()) {
        remarks.add(id + ": no HS code is known, so there is no rule.");
        return;
      }
      Product product = known.get();
      JsonNode value = floor.path("price").path("value");
      PricePerKilogram price =
          PricePerKilogram.roundUsdPerTonne(
              value.isNumber() ? value.asDouble() : value.path("central").asDouble());
      String source = floor.path("source").asText();
      covered.add(id);
      list.add(
          rule(
              product,
              new Instrument.VariableLevy(price, Optional.empty()),
              floor.path("status").asText() + ", " + source));
    }

    /** A code may hold other products: they have no floor, and their lines must be told apart. */
    void addOthers() {
      TreeSet<String> codes = new TreeSet<>();
      list.forEach(rule -> codes.addAll(rule.codes()));
      for (Product product : world.products()) {
        List<String> shared = product.hsCodes().stream().filter(codes::contains).toList();
        if (!shared.isEmpty() && !covered.contains(product.id())) {
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

    private LevyRule rule(Product product, Instrument instrument, String reference) {
      if (factor(product).isEmpty()) {
        remarks.add(
            "%s: lines need an assay in %s, or the rule a contentFactor."
                .formatted(product.id(), product.basis()));
      }
      if (product.bundled()) {
        remarks.add(
            "%s: code %s holds other goods too, so assay_basis must say '%s'."
                .formatted(product.id(), String.join(", ", product.hsCodes()), product.basis()));
      }
      return new LevyRule(
          nameOf(product.id()),
          product.id(),
          product.hsCodes(),
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
