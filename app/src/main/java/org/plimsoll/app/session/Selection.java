package org.plimsoll.app.session;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.plimsoll.model.commodity.Commodity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.evidence.Membership;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.planner.risk.Region;

/** What the words of a person pick from the world. An unknown word is refused, never ignored. */
public record Selection(Evidence evidence) {
  private static final List<String> WELL_KNOWN = List.of("EU27", "JPN", "USA");

  /**
   * The products of a commodity (id, name or symbol), or one product ({@code commodity/stage}).
   *
   * @throws Refusal if the world has neither
   */
  public List<Product> products(String word) {
    List<Product> found =
        evidence.products().stream().filter(product -> isMeant(word, product)).toList();
    if (!found.isEmpty()) {
      return found;
    }
    List<String> siblings = siblings(word);
    if (!siblings.isEmpty()) {
      throw Refusal.of(
          "the world has no material '" + word + "'", "you meant " + String.join(" or ", siblings));
    }
    List<String> names = new ArrayList<>();
    evidence.commodities().forEach(commodity -> names.add(commodity.id()));
    evidence.products().forEach(product -> names.add(product.id().toString()));
    throw Refusal.of(
        "the world has no material '" + word + "'",
        Nearest.wayOut(word, names, "plimsoll world show lists what it has"));
  }

  /** The products of the commodity before the slash, where only the stage is not known. */
  private List<String> siblings(String word) {
    int slash = word.indexOf('/');
    return slash < 0
        ? List.of()
        : evidence.products().stream()
            .filter(product -> isMeant(word.substring(0, slash), product))
            .map(product -> product.id().toString())
            .toList();
  }

  /**
   * Regions: separated by commas, each a country (code or name) or customs territory, or several
   * joined by + and then seen as one.
   *
   * @throws Refusal if a name is not known
   */
  public List<Region> regions(String words, LocalDate asOf) {
    Membership membership = new Membership(evidence, List.of(), asOf);
    List<Region> regions = new ArrayList<>();
    for (String word : words.split(",", -1)) {
      List<String> ids = new ArrayList<>();
      for (String name : word.split("\\+", -1)) {
        ids.add(partyId(name.strip(), membership));
      }
      Region region = new Region(String.join("+", ids), membership.resolve(new Parties(ids)));
      if (regions.stream().anyMatch(known -> known.id().equals(region.id()))) {
        throw Refusal.of("'%s' names %s twice".formatted(words, region.id()), "name it once");
      }
      regions.add(region);
    }
    return regions;
  }

  /**
   * Where nobody asked for a region: the three of the action plan, as far as the world has them.
   */
  public List<Region> wellKnownRegions() {
    Membership membership = new Membership(evidence, List.of(), evidence.asOf());
    return WELL_KNOWN.stream()
        .filter(membership::knows)
        .flatMap(id -> regions(id, evidence.asOf()).stream())
        .toList();
  }

  /**
   * One country by its code or name.
   *
   * @throws Refusal if the world does not know it
   */
  public CountryCode country(String word) {
    return findCountry(word)
        .orElseThrow(() -> Refusal.of("the world has no country '" + word + "'", placeNear(word)));
  }

  /** Countries that take part in the volumes of these products, in code order. */
  public SortedSet<CountryCode> takingPart(List<Product> products) {
    List<ProductId> ids = products.stream().map(Product::id).toList();
    SortedSet<CountryCode> countries = new TreeSet<>();
    evidence.flows().stream()
        .filter(flow -> ids.contains(flow.product()))
        .forEach(flow -> {
          countries.add(flow.exporter());
          countries.add(flow.importer());
        });
    return countries;
  }

  private boolean isMeant(String word, Product product) {
    return word.equalsIgnoreCase(product.id().toString())
        || word.equalsIgnoreCase(product.id().commodity())
        || findCommodity(product).map(c -> isName(word, c)).orElse(false);
  }

  private Optional<Commodity> findCommodity(Product product) {
    return evidence.commodities().stream()
        .filter(commodity -> commodity.id().equals(product.id().commodity()))
        .findFirst();
  }

  private static boolean isName(String word, Commodity commodity) {
    return word.equalsIgnoreCase(commodity.name()) || word.equalsIgnoreCase(commodity.symbol());
  }

  private String partyId(String word, Membership membership) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (membership.knows(upper)) {
      return upper;
    }
    return findCountry(word)
        .map(CountryCode::alpha3)
        .orElseThrow(() ->
            Refusal.of("the world has no country or territory '" + word + "'", placeNear(word)));
  }

  private Optional<CountryCode> findCountry(String word) {
    return evidence.countries().stream()
        .filter(c -> word.equalsIgnoreCase(c.code().alpha3()) || word.equalsIgnoreCase(c.name()))
        .map(Country::code)
        .findFirst();
  }

  private String placeNear(String word) {
    List<String> names = new ArrayList<>();
    evidence.territories().forEach(territory -> names.add(territory.id()));
    evidence.countries().forEach(country -> names.add(country.code().alpha3()));
    evidence.countries().forEach(country -> names.add(country.name()));
    return Nearest.wayOut(
        word, names, "write an ISO 3166 code such as JPN, or a territory such as EU27");
  }
}
