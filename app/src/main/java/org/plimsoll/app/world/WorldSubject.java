package org.plimsoll.app.world;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.model.commodity.Commodity;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.commodity.Tier;
import org.plimsoll.model.evidence.Evidence;

/** The products that a page is about, and the words by which registers name them. */
public final class WorldSubject {
  /** Compounds, and metals, of rare earths have codes of their own in the Harmonized System. */
  private static final Set<String> RARE_EARTH_CODES = Set.of("280530", "284690");

  private static final Pattern SYMBOLS = Pattern.compile("[A-Z][a-z]");
  private static final int LONG_WORD = 4;

  /** "Fe-N (no REE)" names a material in order to say that it is not there. */
  private static final Pattern WITHOUT = Pattern.compile("\\(no [^)]*\\)");

  private final Evidence evidence;
  private final List<Product> products;

  /** Long words are sought anywhere in a text, short ones only between other words. */
  private final Set<String> longWords = new TreeSet<>();

  private final Set<String> symbols = new TreeSet<>();

  public WorldSubject(Evidence evidence, List<Product> products) {
    this.evidence = evidence;
    this.products = List.copyOf(products);
    for (Product product : products) {
      evidence.commodities().stream()
          .filter(c -> c.id().equals(product.id().commodity()))
          .forEach(this::addWords);
      if (product.hsCodes().stream().anyMatch(RARE_EARTH_CODES::contains)) {
        longWords.add("rare earth");
        symbols.addAll(List.of("REE", "NdFeB"));
      }
    }
  }

  private void addWords(Commodity commodity) {
    symbols.add(commodity.symbol());
    Matcher elements = SYMBOLS.matcher(commodity.symbol());
    while (elements.find()) {
      symbols.add(elements.group());
    }
    for (String word : commodity.id().split("-", -1)) {
      if (word.length() >= LONG_WORD) {
        longWords.add(word);
      }
    }
    // "rare" and "earths" of the basket of all of them are no names.
    longWords.removeAll(List.of("rare", "earths"));
  }

  Evidence evidence() {
    return evidence;
  }

  List<Product> products() {
    return products;
  }

  List<ProductId> ids() {
    return products.stream().map(Product::id).toList();
  }

  /** Commodities of the products, each once. */
  List<String> commodities() {
    return products.stream().map(product -> product.id().commodity()).distinct().toList();
  }

  /** What the page is called: the commodity, or the one product that was asked for. */
  String name() {
    return products.size() == 1
        ? products.getFirst().name()
        : evidence.commodities().stream()
            .filter(commodity -> commodities().contains(commodity.id()))
            .map(Commodity::name)
            .collect(Collectors.joining(", "));
  }

  /** Whether a register's words name one of the products' commodities. */
  boolean isNamedIn(String text) {
    String named = WITHOUT.matcher(text).replaceAll("");
    String lower = named.toLowerCase(Locale.ROOT);
    return longWords.stream().anyMatch(lower::contains)
        || symbols.stream()
            .anyMatch(s -> Pattern.compile("\\b" + Pattern.quote(s) + "\\b").matcher(named).find());
  }

  /** Products that rest on a prior are shown to two digits. */
  int digits(ProductId product) {
    return evidence.getProduct(product).tier() == Tier.INDICATIVE ? Cell.DIGITS - 1 : Cell.DIGITS;
  }
}
