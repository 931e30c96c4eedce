package org.plimsoll.sources.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Country;
import org.plimsoll.model.policy.Parties;
import org.snakeyaml.engine.v2.nodes.Node;

/** The names a scenario may use: those of the world, and of its own alliance. */
final class Vocabulary implements Part.Names {
  /** Rows of the registers: facts, export controls, commitments, projects. */
  private static final Pattern REGISTER_ROW = Pattern.compile("\\b[FECP][0-9]{3}\\b");

  private static final String ALL = "all";

  private final Map<String, Product> products = new TreeMap<>();
  private final Set<String> commodities = new TreeSet<>();
  private final Set<String> countries = new TreeSet<>();
  private final Map<String, String> codesByName = new HashMap<>();
  private final Set<String> territories = new TreeSet<>();
  private final Set<String> parameters = new TreeSet<>();
  private final Set<String> registerRows = new TreeSet<>();
  private final String alliance;
  private final Issues issues;

  Vocabulary(Evidence evidence, String alliance, Issues issues) {
    this.alliance = alliance;
    this.issues = issues;
    evidence.products().forEach(p -> products.put(p.id().toString(), p));
    evidence.products().forEach(p -> commodities.add(p.id().commodity()));
    for (Country country : evidence.countries()) {
      countries.add(country.code().alpha3());
      codesByName.put(country.name().toLowerCase(Locale.ROOT), country.code().alpha3());
    }
    evidence.territories().forEach(t -> territories.add(t.id()));
    evidence.territories().forEach(t -> codesByName.put(t.name().toLowerCase(Locale.ROOT), t.id()));
    evidence.parameters().forEach(p -> parameters.add(p.name()));
    evidence.facts().forEach(f -> registerRows.add(f.id()));
    evidence.exportControls().forEach(c -> registerRows.add(c.id()));
    evidence.commitments().forEach(c -> registerRows.add(c.id()));
    evidence.projects().forEach(p -> registerRows.add(p.id()));
  }

  /** The products that a measure covers; {@code all} is every product that the world solves. */
  List<ProductId> products(Block block) {
    List<ProductId> found = new ArrayList<>();
    List<Node> nodes = block.list("products");
    List<String> names = block.texts("products");
    if (names.equals(List.of(ALL))) {
      return products.values().stream().filter(Product::isSolved).map(Product::id).toList();
    }
    if (block.has("products") && nodes.isEmpty()) {
      issues.error(block.at("products"), "'products' names none", "name one as gallium/refined");
    }
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Product product = products.get(name);
      if (name.isEmpty()) {
        continue;
      }
      if (product == null) {
        issues.error(nodes.get(i), "the world has no product '" + name + "'", productsLike(name));
      } else if (found.contains(product.id())) {
        issues.error(nodes.get(i), "product '" + name + "' stands twice", "take one of them out");
      } else {
        found.add(product.id());
        if (!product.isSolved()) {
          issues.remark(
              nodes.get(i),
              "'" + name + "' is listed, not solved, so the measure changes no result for it");
        }
      }
    }
    return found;
  }

  /** The parties under a key; {@code all}, or no key, names none. */
  @Override
  public Parties parties(Block block, String key) {
    List<Node> nodes = block.list(key);
    List<String> names = block.texts(key);
    if (block.has(key) && nodes.isEmpty() && !key.equals("exempt")) {
      issues.error(block.at(key), "'" + key + "' names no one", "name a country, or write all");
    }
    if (names.equals(List.of(ALL)) && !key.equals("exempt")) {
      return Parties.UNNAMED;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      if (!name.isEmpty() && !isParty(name)) {
        issues.error(
            nodes.get(i),
            "no country, territory or alliance is called '" + name + "'",
            partiesLike(name));
      } else if (!seen.add(name)) {
        issues.error(nodes.get(i), "'" + name + "' stands twice", "take one of them out");
      }
    }
    return new Parties(names);
  }

  /** The party of a member: the key is {@code country} or {@code territory}. */
  String member(Block block, String key) {
    String name = block.text(key);
    Set<String> names = key.equals("country") ? countries : territories;
    if (!name.isEmpty() && !names.contains(name)) {
      boolean other = countries.contains(name) || territories.contains(name);
      issues.error(
          block.at(key),
          "the world has no %s '%s'".formatted(key, name),
          other
              ? "it is a %s: write %s: %s".formatted(otherKey(key), otherKey(key), name)
              : partiesLike(name));
    }
    return name;
  }

  /** Refuses an alliance that is called like something else. */
  void checkAlliance(Block block) {
    if (countries.contains(alliance) || territories.contains(alliance) || alliance.equals(ALL)) {
      issues.error(
          block.at("id"),
          "an alliance must not be called '" + alliance + "', which means something else",
          "call it core");
    }
  }

  /** Refuses a parameter that the world does not have. */
  void checkParameter(Node key, String name) {
    if (!parameters.contains(name)) {
      issues.error(
          key,
          "the world has no parameter '" + name + "'",
          Issues.meant(name, parameters) + "the names are in world/parameters.csv");
    }
  }

  @Override
  public void checkSource(Block block, String source) {
    Matcher rows = REGISTER_ROW.matcher(source);
    while (rows.find()) {
      if (!registerRows.contains(rows.group())) {
        issues.error(
            block.at("source"),
            "no register has a row '" + rows.group() + "'",
            Issues.meant(rows.group(), registerRows)
                + "the rows are in facts.csv, export_controls.csv, commitments.csv, projects.csv");
      }
    }
  }

  private boolean isParty(String name) {
    return name.equals(alliance) || countries.contains(name) || territories.contains(name);
  }

  private String productsLike(String name) {
    if (commodities.contains(name)) {
      return "name a stage: "
          + String.join(
              ", ", products.keySet().stream().filter(p -> p.startsWith(name + "/")).toList());
    }
    return Issues.meant(name, products.keySet()) + "the products are in world/products.csv";
  }

  private String partiesLike(String name) {
    Set<String> codes = new TreeSet<>();
    codesByName.forEach((whole, code) -> {
      if (name.length() > 2 && whole.startsWith(name.toLowerCase(Locale.ROOT))) {
        codes.add(code);
      }
    });
    if (codes.size() == 1) {
      return "you meant '" + codes.iterator().next() + "'";
    }
    Set<String> all = new TreeSet<>(countries);
    all.addAll(territories);
    if (!alliance.isEmpty()) {
      all.add(alliance);
    }
    return Issues.meant(name, all)
        + "write an ISO 3166 alpha-3 code such as JPN, a territory, or the alliance's id";
  }

  private static String otherKey(String key) {
    return key.equals("country") ? "territory" : "country";
  }
}
