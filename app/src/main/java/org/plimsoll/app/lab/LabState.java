package org.plimsoll.app.lab;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.policy.BorderMeasure.GapGoesTo;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Words;
import org.plimsoll.sources.table.Decimal;

/**
 * A state of the Lab: which product is looked at, which scenario the levers are laid on, and where
 * each lever stands. It is the query of an address; its keys are those of {@link LabKey}.
 *
 * <p>Law: {@code parse(print(state))} equals {@code state}.
 *
 * @param on the product that is shown
 * @param from name of the scenario
 * @param floors floors by product, USD a kilogram of content
 * @param gaps who keeps a floor's gap, by product
 * @param kept licensed shares of base exports, 0 a stop
 * @param partners codes of countries and territories that join
 * @param built projects of the register, each with the year from which it stands, if one is given
 * @param released sold from stock by product, tonnes of content
 * @param horizon how long markets adjust; the scenario's own if empty
 * @param vintage base prices; the scenario's own if empty
 * @param more measures without a lever, as a list of a scenario file; empty for none
 * @param world beginning of the hash of the world that the state was made on; empty for any
 */
public record LabState(
    ProductId on,
    String from,
    SortedMap<ProductId, Double> floors,
    SortedMap<ProductId, GapGoesTo> gaps,
    SortedMap<Exports, Double> kept,
    SortedSet<String> partners,
    SortedMap<String, Optional<Integer>> built,
    SortedMap<ProductId, Double> released,
    Optional<Scenario.Horizon> horizon,
    Optional<String> vintage,
    String more,
    String world) {
  static final ProductId USUAL_PRODUCT = ProductId.parse("gallium/refined");
  static final String USUAL_SCENARIO = "action-plan-2026";
  static final double MOST_USD_PER_KG = 1e6;
  static final double MOST_TONNES = 1e10;

  /** The most characters of an address that are read. */
  public static final int MOST_CHARACTERS = 8192;

  /** Words of the horizons, in the order in which they are offered. */
  static final List<Map.Entry<String, Scenario.Horizon>> HORIZONS =
      List.of(
          Map.entry("3m", Scenario.Horizon.of("three-month")),
          Map.entry("6m", Scenario.Horizon.of("six-month")),
          Map.entry("12m", Scenario.Horizon.ONE_YEAR),
          Map.entry("5y", Scenario.Horizon.FIVE_YEAR));

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{0,64}");

  /**
   * Trade that a country or territory licenses.
   *
   * @param by code of the exporter
   * @param to code of the destination; empty for the alliance
   */
  public record Exports(String by, Optional<String> to, ProductId product)
      implements Comparable<Exports> {
    public Exports {
      require(CODE, by, "a country or territory is a code like CHN");
      to.ifPresent(code -> require(CODE, code, "a country or territory is a code like JPN"));
    }

    @Override
    public int compareTo(Exports other) {
      int byProduct = product.compareTo(other.product);
      return byProduct == 0 ? route().compareTo(other.route()) : byProduct;
    }

    String route() {
      return by + to.map(code -> "-" + code).orElse("");
    }

    @Override
    public String toString() {
      return route() + "." + product;
    }
  }

  /**
   * @throws IllegalArgumentException if a value is out of its range
   */
  public LabState {
    require(NAME, from, "a scenario's name has small letters, digits and hyphens");
    require(HASH, world, "a world is a hash");
    floors = copy(floors);
    gaps = copy(gaps);
    kept = copy(kept);
    partners = Collections.unmodifiableSortedSet(new TreeSet<>(partners));
    built = copy(built);
    released = copy(released);
    floors.values().forEach(usd -> require(usd, MOST_USD_PER_KG, "a floor in USD/kg"));
    kept.values().forEach(share -> require(share, 1, "a licensed share"));
    released.values().forEach(tonnes -> require(tonnes, MOST_TONNES, "a release in tonnes"));
    partners.forEach(code -> require(CODE, code, "a country or territory is a code like KOR"));
    horizon.ifPresent(LabState::word);
    if (!vintage.map(LabWords.VINTAGES::contains).orElse(true)) {
      throw new IllegalArgumentException("no base prices are called " + vintage.get());
    }
    built.keySet().forEach(row -> require(CODE, row, "a project is a row like P031"));
    if (!more.isEmpty() && PackedText.pack(more).isEmpty()) {
      throw new IllegalArgumentException(
          "measures as text do not fit into %d packed characters\nMaybe save them as a scenario"
              .formatted(PackedText.MOST_CHARACTERS));
    }
  }

  private static <K, V> SortedMap<K, V> copy(SortedMap<K, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  private static void require(Pattern form, String text, String what) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException("%s, but this is '%s'".formatted(what, text));
    }
  }

  private static void require(double value, double most, String what) {
    // Negative zero would print as zero.
    if (!(value >= 0 && value <= most) || 1 / value < 0) {
      throw new IllegalArgumentException(
          "%s lies from 0 to %s, but is %s".formatted(what, Decimal.print(most), value));
    }
  }

  /** No lever moved: a scenario as it stands. */
  public static LabState of(ProductId on, String from) {
    return new LabState(
        on,
        from,
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedSet(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Optional.empty(),
        Optional.empty(),
        "",
        "");
  }

  /**
   * Reads the query of an address, or an address with its query. What cannot be read is an issue
   * and left out.
   *
   * @param words what a state may name
   */
  public static Loaded<LabState> parse(String query, LabWords words) {
    return new LabQuery(words).read(query);
  }

  /** The query of its address; the same state gives the same text. */
  public String print() {
    List<String> pairs = new ArrayList<>();
    pairs.add(pair(LabKey.ON, on.toString()));
    pairs.add(pair(LabKey.FROM, from));
    floors.forEach((product, usd) -> pairs.add(pair(LabKey.FLOOR, product, Decimal.print(usd))));
    gaps.forEach((product, who) -> pairs.add(pair(LabKey.GAP, product, Words.of(who))));
    kept.forEach((trade, share) -> pairs.add(pair(LabKey.KEEP, trade, Decimal.print(share))));
    if (!partners.isEmpty()) {
      pairs.add(pair(LabKey.IN, String.join(".", partners)));
    }
    if (!built.isEmpty()) {
      List<String> rows = new ArrayList<>();
      built.forEach((row, year) -> rows.add(row + year.map(y -> "@" + y).orElse("")));
      pairs.add(pair(LabKey.BUILD, String.join(".", rows)));
    }
    released.forEach((product, t) -> pairs.add(pair(LabKey.RELEASE, product, Decimal.print(t))));
    horizon.ifPresent(time -> pairs.add(pair(LabKey.HORIZON, word(time))));
    vintage.ifPresent(prices -> pairs.add(pair(LabKey.VINTAGE, prices)));
    if (!more.isEmpty()) {
      pairs.add(pair(LabKey.MORE, PackedText.pack(more).orElseThrow()));
    }
    if (!world.isEmpty()) {
      pairs.add(pair(LabKey.WORLD, world));
    }
    return String.join("&", pairs);
  }

  private static String pair(LabKey key, String value) {
    return key.word() + "=" + value;
  }

  private static String pair(LabKey key, Object argument, String value) {
    return key.word() + "." + argument + "=" + value;
  }

  static String word(Scenario.Horizon horizon) {
    return HORIZONS.stream()
        .filter(entry -> entry.getValue().equals(horizon))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no lever has " + horizon.word()));
  }

  /** The same on another world. */
  public LabState withWorld(String hash) {
    return new LabState(
        on, from, floors, gaps, kept, partners, built, released, horizon, vintage, more, hash);
  }

  /**
   * The same with one lever back where the scenario has it.
   *
   * @param key as {@link LabDifference#key} names the lever
   */
  public LabState without(String key) {
    TreeSet<String> fewer = new TreeSet<>(partners);
    fewer.removeIf(code -> key.equals(LabKey.IN.word() + "." + code));
    return new LabState(
        on,
        from,
        without(floors, LabKey.FLOOR, key),
        without(gaps, LabKey.GAP, key),
        without(kept, LabKey.KEEP, key),
        fewer,
        without(built, LabKey.BUILD, key),
        without(released, LabKey.RELEASE, key),
        horizon.filter(time -> !key.equals(LabKey.HORIZON.word())),
        vintage.filter(prices -> !key.equals(LabKey.VINTAGE.word())),
        key.equals(LabKey.MORE.word()) ? "" : more,
        world);
  }

  private static <K, V> SortedMap<K, V> without(SortedMap<K, V> levers, LabKey word, String key) {
    SortedMap<K, V> fewer = new TreeMap<>(levers);
    fewer.keySet().removeIf(what -> key.equals(word.word() + "." + what));
    return fewer;
  }

  /** The same with rows of the register of projects built. */
  public LabState withBuilt(List<String> rows) {
    SortedMap<String, Optional<Integer>> all = new TreeMap<>(built);
    rows.forEach(row -> all.put(row, Optional.empty()));
    return new LabState(
        on, from, floors, gaps, kept, partners, all, released, horizon, vintage, more, world);
  }

  /** The same with another share of some exports licensed. */
  public LabState withKept(Exports trade, double share) {
    SortedMap<Exports, Double> shares = new TreeMap<>(kept);
    shares.put(trade, share);
    return new LabState(
        on, from, floors, gaps, shares, partners, built, released, horizon, vintage, more, world);
  }

  /** The same with other measures in words. */
  LabState withMore(String text) {
    return new LabState(
        on, from, floors, gaps, kept, partners, built, released, horizon, vintage, text, world);
  }
}
