package org.plimsoll.vault.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.PricePerKilogram;
import org.plimsoll.model.quantity.Share;

/**
 * One version of the terms: every {@link Term} once. A contract is under the version in force on
 * the day of its commitment.
 *
 * @param version its name
 * @param from first day
 * @param settled in the order of {@link Term}
 * @param sharing how a shortage is shared; terms that do not say so leave it open
 * @param products that may be stored; terms that list none leave them to the world
 * @param sites that may store; terms that list none leave them open
 */
public record Terms(
    String version,
    LocalDate from,
    List<Settled> settled,
    Optional<Sharing> sharing,
    Optional<Listing> products,
    Optional<Listing> sites) {
  /** Later ones, written with a sign, not every database reads. */
  public static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private static final String SHORTAGE = "shortage";
  private static final String PRODUCTS = "products";
  private static final String SITES = "sites";
  private static final int CELLS = 5;

  public Terms {
    settled = List.copyOf(settled);
    if (from.isAfter(LAST_DAY)) {
      throw new IllegalArgumentException(
          "terms begin on %s\nMaybe write a day of four digits a year: 2027-01-01".formatted(from));
    }
    List<Term> terms = settled.stream().map(Settled::term).toList();
    if (!terms.equals(List.of(Term.values()))) {
      throw new IllegalArgumentException(
          "terms %s settle %s".formatted(version, terms)
              + "\nMaybe give each of these once: "
              + List.of(Term.values()));
    }
  }

  /**
   * Reads a text of lines {@code version | NAME}, {@code from | DATE} and {@code term | level |
   * rule | level's basis | source}, of which {@code shortage}, {@code products} and {@code sites}
   * may be absent; lines that begin with # are remarks.
   *
   * @throws IllegalArgumentException naming the line, if one has not that form
   */
  public static Terms parse(String text) {
    Map<Term, Settled> found = new EnumMap<>(Term.class);
    String version = "";
    LocalDate from = LocalDate.MIN;
    Optional<Sharing> sharing = Optional.empty();
    Optional<Listing> products = Optional.empty();
    Optional<Listing> sites = Optional.empty();
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] cells = line.split("\\|", CELLS);
      try {
        if (cells.length < 2) {
          throw new IllegalArgumentException("'" + line.strip() + "' has no | and level behind it");
        }
        switch (cells[0].strip()) {
          case "version" -> version = cells[1].strip();
          case "from" -> from = LocalDate.parse(cells[1].strip());
          case SHORTAGE -> sharing = Optional.of(sharing(cells));
          case PRODUCTS -> products = Optional.of(products(cells));
          case SITES -> sites = Optional.of(listing(cells, SITES));
          case String word -> put(found, Term.parse(word), cells);
        }
      } catch (RuntimeException e) {
        throw new IllegalArgumentException("terms, line " + number + ": " + e.getMessage(), e);
      }
    }
    if (version.isEmpty() || from.equals(LocalDate.MIN)) {
      throw new IllegalArgumentException(
          "terms need a version and a first day\nMaybe begin with: version | NAME");
    }
    return new Terms(version, from, new ArrayList<>(found.values()), sharing, products, sites);
  }

  /**
   * Reads {@link #toLine}, or what {@link #parse} reads.
   *
   * @throws IllegalArgumentException if it is neither
   */
  public static Terms parseLine(String text) {
    // Terms have a dozen lines: what has only one has been folded.
    return parse(text.indexOf('\n') >= 0 ? text : unfold(text));
  }

  private static String unfold(String line) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\\' && i + 1 < line.length()) {
        i++;
        text.append(line.charAt(i) == 'n' ? '\n' : line.charAt(i));
      } else {
        text.append(line.charAt(i));
      }
    }
    return text.toString();
  }

  private static Sharing sharing(String[] cells) {
    checkCells(cells, SHORTAGE);
    return new Sharing(
        ShortageRule.parse(cells[1].strip()),
        Basis.parse(cells[2].strip()),
        Basis.parse(cells[3].strip()),
        cells[4].strip());
  }

  private static Listing products(String[] cells) {
    Listing products = listing(cells, PRODUCTS);
    products.names().forEach(ProductId::parse);
    return products;
  }

  private static Listing listing(String[] cells, String word) {
    checkCells(cells, word);
    return new Listing(
        Listing.parse(cells[1]),
        Basis.parse(cells[2].strip()),
        Basis.parse(cells[3].strip()),
        cells[4].strip());
  }

  private static void checkCells(String[] cells, String word) {
    if (cells.length != CELLS) {
      throw new IllegalArgumentException(
          word + " needs 5 cells\nMaybe: term | level | rule | level's basis | source");
    }
  }

  private static void put(Map<Term, Settled> found, Term term, String[] cells) {
    checkCells(cells, term.word());
    Settled settled =
        new Settled(
            term,
            number(term, cells[1].strip()),
            Basis.parse(cells[2].strip()),
            Basis.parse(cells[3].strip()),
            cells[4].strip());
    if (found.put(term, settled) != null) {
      throw new IllegalArgumentException(term.word() + " stands twice");
    }
  }

  private static BigDecimal number(Term term, String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s: '%s' is not a number".formatted(term.word(), text), e);
    }
  }

  /** A share. */
  public Share share(Term term) {
    return Share.of(level(term));
  }

  /** Days. */
  public int days(Term term) {
    return level(term).intValueExact();
  }

  /** A price, in the currency of the contract. */
  public PricePerKilogram price(Term term, CurrencyCode currency) {
    return PricePerKilogram.of(level(term), currency);
  }

  private BigDecimal level(Term term) {
    return settled.stream()
        .filter(one -> one.term() == term)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("every term is settled: " + term))
        .level();
  }

  /** As {@link #parse} reads it. */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append("version | ").append(version).append("\nfrom | ").append(from).append('\n');
    for (Settled one : settled) {
      String level = one.level().toPlainString();
      append(text, one.term().word(), level, one.rule(), one.levelBasis(), one.source());
    }
    sharing.ifPresent(one ->
        append(text, SHORTAGE, one.shortage().word(), one.rule(), one.levelBasis(), one.source()));
    products.ifPresent(
        one -> append(text, PRODUCTS, one.toText(), one.rule(), one.levelBasis(), one.source()));
    sites.ifPresent(
        one -> append(text, SITES, one.toText(), one.rule(), one.levelBasis(), one.source()));
    return text.toString();
  }

  /** The same folded into one line, a {@code \\n} for each end of a line. */
  public String toLine() {
    return toText().replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static void append(
      StringBuilder text, String word, String level, Basis rule, Basis levelBasis, String source) {
    text.append(word)
        .append(" | ")
        .append(level)
        .append(" | ")
        .append(rule.word())
        .append(" | ")
        .append(levelBasis.word())
        .append(" | ")
        .append(source)
        .append('\n');
  }
}
