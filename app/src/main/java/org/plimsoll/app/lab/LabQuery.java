package org.plimsoll.app.lab;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.BorderMeasure.GapGoesTo;
import org.plimsoll.model.policy.Measure;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.provenance.Words;
import org.plimsoll.sources.table.Decimal;

/** Reads the query of a Lab address, key by key; see {@link LabKey}. For one query. */
final class LabQuery {
  /** What issues call the text. */
  static final String ADDRESS = "address";

  /** What stands for bytes that are not UTF-8. */
  private static final char MALFORMED = '\uFFFD';

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");
  private static final Pattern EXPORTS = Pattern.compile("([A-Z0-9]+)(-([A-Z0-9]+))?\\.(.+)");
  private static final Pattern ROW = Pattern.compile("([^@]*)(@(.*))?");
  private static final Pattern YEAR = Pattern.compile("20[0-9]{2}|2100");

  /** Keys that a form sends once for each box that is ticked. */
  private static final Set<LabKey> REPEATED = EnumSet.of(LabKey.IN, LabKey.BUILD);

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{1,64}");

  private final LabWords words;
  private final List<Issue> issues = new ArrayList<>();
  private final SortedSet<String> seen = new TreeSet<>();

  private Optional<ProductId> on = Optional.empty();
  private Optional<String> from = Optional.empty();
  private final SortedMap<ProductId, Double> floors = new TreeMap<>();
  private final SortedMap<ProductId, GapGoesTo> gaps = new TreeMap<>();
  private final SortedMap<LabState.Exports, Double> kept = new TreeMap<>();
  private final SortedMap<String, Place> partners = new TreeMap<>();
  private final SortedMap<String, Optional<Integer>> built = new TreeMap<>();
  private final SortedMap<ProductId, Double> released = new TreeMap<>();
  private Optional<Scenario.Horizon> horizon = Optional.empty();
  private Optional<String> vintage = Optional.empty();
  private String more = "";
  private Place morePlace = Place.ofFile(ADDRESS);
  private String world = "";

  LabQuery(LabWords words) {
    this.words = words;
  }

  Loaded<LabState> read(String address) {
    if (address.length() > LabState.MOST_CHARACTERS) {
      refuse(
          Place.ofFile(ADDRESS),
          "the address has %d characters, but at most %d are read"
              .formatted(address.length(), LabState.MOST_CHARACTERS),
          "put measures into a scenario file instead");
    } else {
      int column = address.indexOf('?') + 1;
      for (String pair : address.substring(column).split("&", -1)) {
        if (!pair.isEmpty()) {
          read(pair, new Place(ADDRESS, 1, column + 1));
        }
        column += pair.length() + 1;
      }
    }
    return new Loaded<>(state(), issues, RowCount.NONE);
  }

  private LabState state() {
    String scenario = from.orElseGet(words::usualScenario);
    LabState bare = LabState.of(on.orElseGet(this::firstMoved), scenario);
    checkPartners(words.scenario(bare));
    LabState state =
        new LabState(
            bare.on(),
            scenario,
            floors,
            gaps,
            kept,
            new TreeSet<>(partners.keySet()),
            built,
            released,
            horizon,
            vintage,
            "",
            world);
    return withMore(state);
  }

  /** The product of the first lever that is moved. */
  private ProductId firstMoved() {
    List<ProductId> moved = new ArrayList<>(floors.keySet());
    moved.addAll(gaps.keySet());
    kept.keySet().forEach(trade -> moved.add(trade.product()));
    moved.addAll(released.keySet());
    return moved.isEmpty() ? words.usualProduct() : moved.getFirst();
  }

  private void read(String pair, Place place) {
    int equals = pair.indexOf('=');
    Optional<String> key = decoded(equals < 0 ? pair : pair.substring(0, equals), place);
    Optional<String> value = decoded(equals < 0 ? "" : pair.substring(equals + 1), place);
    // A form sends its empty fields as well.
    if (key.isEmpty() || value.isEmpty() || value.get().isEmpty()) {
      return;
    }
    int dot = key.get().indexOf('.');
    String word = dot < 0 ? key.get() : key.get().substring(0, dot);
    String argument = dot < 0 ? "" : key.get().substring(dot + 1);
    Optional<LabKey> known = LabKey.find(word);
    if (known.isEmpty()) {
      refuse(
          place,
          "the Lab has no key '" + word + "'",
          Nearest.wayOut(
              word, LabKey.words(), "write one of " + String.join(", ", LabKey.words())));
    } else if (known.get().takesArgument() == argument.isEmpty()) {
      refuse(
          place,
          "'%s' is not a key of the Lab".formatted(key.get()),
          "write " + known.get().forms().getFirst() + "=, " + known.get().range());
    } else if (!seen.add(key.get()) && !REPEATED.contains(known.get())) {
      refuse(place, "'" + key.get() + "' stands twice", "leave one out; the first counts");
    } else {
      read(known.get(), argument, value.get(), place);
    }
  }

  private void read(LabKey key, String argument, String value, Place place) {
    switch (key) {
      case ON -> on = product(value, place);
      case FROM -> from = oneOf(value, words.scenarios().keySet(), "scenario", place);
      case FLOOR -> put(floors, product(argument, place), LabState.MOST_USD_PER_KG, value, place);
      case GAP -> {
        Optional<ProductId> product = product(argument, place);
        oneOf(value, List.of("importer", "exporter"), "keeper of the gap", place)
            .ifPresent(word ->
                product.ifPresent(
                    p -> gaps.put(p, Words.parse(word, GapGoesTo.class, "a keeper of the gap"))));
      }
      case KEEP -> put(kept, exports(argument, place), 1, value, place);
      case IN -> {
        for (String code : value.split("\\.", -1)) {
          place(code, place).ifPresent(partner -> partners.put(partner, place));
        }
      }
      case BUILD -> {
        for (String row : value.split("\\.", -1)) {
          build(row, place);
        }
      }
      case RELEASE -> put(released, product(argument, place), LabState.MOST_TONNES, value, place);
      case HORIZON -> {
        List<String> horizons = LabState.HORIZONS.stream().map(h -> h.getKey()).toList();
        horizon =
            oneOf(value, horizons, "horizon", place)
                .map(word -> LabState.HORIZONS.get(horizons.indexOf(word)).getValue());
      }
      case VINTAGE -> vintage = oneOf(value, LabWords.VINTAGES, "price vintage", place);
      case MORE -> {
        try {
          more = PackedText.unpack(value);
          morePlace = place;
        } catch (IllegalArgumentException e) {
          refuse(
              place,
              "'more' cannot be read: " + e.getMessage(),
              "copy the address again, whole, or write the measures anew");
        }
      }
      case WORLD -> {
        if (HASH.matcher(value).matches()) {
          world = value;
        } else {
          refuse(place, "'" + value + "' is not the hash of a world", "leave it out");
        }
      }
    }
  }

  private <K> void put(
      SortedMap<K, Double> lever, Optional<K> what, double most, String value, Place place) {
    if (what.isEmpty()) {
      return;
    }
    double number = NUMBER.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
    if (number >= 0 && number <= most) {
      lever.put(what.get(), number);
    } else {
      refuse(
          place,
          "'%s' is not a number from 0 to %s".formatted(value, Decimal.print(most)),
          "write a plain number, such as " + (most == 1 ? "0.5" : "400"));
    }
  }

  private Optional<ProductId> product(String word, Place place) {
    return oneOf(word, words.products().keySet(), "product with a market", place)
        .map(ProductId::parse);
  }

  private Optional<String> place(String code, Place place) {
    return oneOf(code, words.places(), "country or territory", place);
  }

  private Optional<LabState.Exports> exports(String argument, Place place) {
    Matcher trade = EXPORTS.matcher(argument);
    if (!trade.matches()) {
      refuse(
          place,
          "'keep.%s' does not say whose exports of what".formatted(argument),
          "write keep.CHN.gallium/refined or keep.CHN-JPN.gallium/refined");
      return Optional.empty();
    }
    Optional<String> by = place(trade.group(1), place);
    Optional<String> named = Optional.ofNullable(trade.group(3));
    Optional<String> to = named.flatMap(code -> place(code, place));
    Optional<ProductId> product = product(trade.group(4), place);
    return by.isEmpty() || product.isEmpty() || named.isPresent() != to.isPresent()
        ? Optional.empty()
        : Optional.of(new LabState.Exports(by.get(), to, product.get()));
  }

  private void build(String text, Place place) {
    Matcher row = ROW.matcher(text);
    if (!row.matches()) {
      return;
    }
    Optional<String> whyNot = words.whyNotBuilt(row.group(1));
    if (whyNot.isPresent()) {
      refuse(place, whyNot.get(), "plimsoll projects lists those that have one");
      return;
    }
    Optional<String> id =
        oneOf(row.group(1), words.projects().keySet(), "project with a capacity", place);
    Optional<String> year = Optional.ofNullable(row.group(3));
    if (year.isPresent() && !YEAR.matcher(year.get()).matches()) {
      refuse(
          place,
          "'%s' is not a year from 2000 to 2100".formatted(year.get()),
          "write build=%s@2028".formatted(row.group(1)));
    } else {
      id.ifPresent(known -> built.put(known, year.map(Integer::valueOf)));
    }
  }

  /** Leaves out partners that are inside, or that share a country with another. */
  private void checkPartners(Scenario scenario) {
    SortedSet<CountryCode> inside = new TreeSet<>(words.members(scenario));
    for (String partner : List.copyOf(partners.keySet())) {
      SortedSet<CountryCode> its = words.countries(partner);
      if (its.stream().anyMatch(country -> inside.contains(country))) {
        refuse(
            partners.getOrDefault(partner, Place.ofFile(ADDRESS)),
            "%s is in the alliance already".formatted(partner),
            "name a country outside it");
        partners.remove(partner);
      }
      inside.addAll(its);
    }
  }

  /** Reads the measures in words as the end of the scenario's own list. */
  private LabState withMore(LabState state) {
    if (more.isEmpty()) {
      return state;
    }
    if (PackedText.pack(more).isEmpty()) {
      refuse(morePlace, "'more' is too long", "save the measures as a scenario");
      return state;
    }
    LabState whole = state.withMore(more);
    Loaded<List<Measure>> read = LabText.measures(whole, words);
    for (Issue issue : read.issues()) {
      refuse(morePlace, issue.place() + ": " + issue.problem(), issue.wayOut());
    }
    return read.hasErrors() ? state : whole;
  }

  private Optional<String> oneOf(String word, Collection<String> names, String what, Place place) {
    if (names.contains(word)) {
      return Optional.of(word);
    }
    refuse(
        place,
        "there is no %s '%s'".formatted(what, word),
        Nearest.wayOut(word, names, "look at docs/reference/lab-state.md"));
    return Optional.empty();
  }

  private Optional<String> decoded(String text, Place place) {
    try {
      String plain = URLDecoder.decode(text, StandardCharsets.UTF_8);
      if (plain.indexOf(MALFORMED) < 0) {
        return Optional.of(plain);
      }
    } catch (IllegalArgumentException e) {
      // A per cent sign without two digits: said below as well.
    }
    refuse(place, "'" + text + "' is not percent-encoded UTF-8", "write it without % signs");
    return Optional.empty();
  }

  private void refuse(Place place, String problem, String wayOut) {
    issues.add(Issue.error(place, problem, wayOut));
  }
}
