package org.plimsoll.border.files.run;

import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.Refused;
import org.plimsoll.border.levy.Flag;
import org.plimsoll.border.levy.LevyAssessment;

/**
 * What a run comes to: every line is in exactly one product, one origin and one importer, so that
 * each of the three adds up to the whole.
 */
public final class Totals {
  /**
   * Importers with a sum of their own; those who come later share one, so that memory is bounded.
   */
  static final int MOST_IMPORTERS = 100_000;

  /** The sum of those who came later. */
  public static final String OTHERS = "(others)";

  /** Goods without a rule, an origin that is not stated. */
  public static final String NONE = "(none)";

  /** What the line of {@link #brokenAfter} begins with. */
  static final String BROKEN = "broken-after";

  private final Sums products = new Sums();
  private final Sums origins = new Sums();
  private final Sums importers = new Sums();
  private final long[] flags = new long[Flag.values().length];
  private final SortedMap<String, Long> refusals = new TreeMap<>();
  private long read;
  private long assessed;
  private OptionalLong brokenAfter = OptionalLong.empty();

  void add(EntryLine line, LevyAssessment a) {
    read++;
    assessed++;
    boolean isCovered = !a.ruleId().isEmpty();
    // Values of goods that no rule covers are in any currency, and are not added.
    long value = isCovered ? a.value().minor() : 0;
    String origin = line.origin().findLastStep().map(c -> c.id()).orElse(NONE);
    add(products, isCovered ? a.product() : NONE, a, value);
    add(origins, origin, a, value);
    add(importers, roomFor(line.importer()), a, value);
    for (int bits = a.flags().bits(); bits != 0; bits &= bits - 1) {
      flags[Integer.numberOfTrailingZeros(bits)]++;
    }
  }

  private String roomFor(String importer) {
    return importers.size() < MOST_IMPORTERS || importers.has(importer) ? importer : OTHERS;
  }

  private static void add(Sums sums, String key, LevyAssessment a, long value) {
    sums.of(key).add(a.contentMicrograms(), value, a.duties().minor(), a.levy().minor());
  }

  void refuse(Refused refused) {
    refuse(refused.column().word());
  }

  void refuse(String column) {
    read++;
    refusals.merge(column, 1L, Long::sum);
  }

  /** The file ends broken behind this line. */
  void breakAfter(long line) {
    brokenAfter = OptionalLong.of(line);
  }

  void add(Totals other) {
    brokenAfter = other.brokenAfter.isPresent() ? other.brokenAfter : brokenAfter;
    read += other.read;
    assessed += other.assessed;
    other.products.forEach((key, sum) -> products.of(key).add(sum));
    other.origins.forEach((key, sum) -> origins.of(key).add(sum));
    other.importers.forEach((key, sum) -> importers.of(roomFor(key)).add(sum));
    for (int i = 0; i < flags.length; i++) {
      flags[i] += other.flags[i];
    }
    other.refusals.forEach((column, count) -> refusals.merge(column, count, Long::sum));
  }

  /** Lines read: those assessed and those refused. */
  public long read() {
    return read;
  }

  public long assessed() {
    return assessed;
  }

  public long refused() {
    return read - assessed;
  }

  /**
   * The last line or row before which the file is whole, if it is broken behind that: what follows
   * is lost, and these are not the totals of the file.
   */
  public OptionalLong brokenAfter() {
    return brokenAfter;
  }

  public SortedMap<String, Sum> products() {
    return products.toMap();
  }

  /** By the country of the last step that is stated. */
  public SortedMap<String, Sum> origins() {
    return origins.toMap();
  }

  public SortedMap<String, Sum> importers() {
    return importers.toMap();
  }

  /** Lines with each flag. */
  public SortedMap<String, Long> flags() {
    SortedMap<String, Long> counts = new TreeMap<>();
    for (Flag flag : Flag.values()) {
      if (flags[flag.position()] > 0) {
        counts.put(flag.word(), flags[flag.position()]);
      }
    }
    return counts;
  }

  /** Lines refused, by the column that was wrong. */
  public SortedMap<String, Long> refusals() {
    return new TreeMap<>(refusals);
  }

  /** Everything. */
  public Sum whole() {
    Sum whole = new Sum();
    products.forEach((name, sum) -> whole.add(sum));
    return whole;
  }

  void save(StringBuilder text) {
    text.append("read\t").append(read).append("\n");
    text.append("assessed\t").append(assessed).append("\n");
    products().forEach((k, sum) -> line(text, "product", sum.save(), k));
    origins().forEach((k, sum) -> line(text, "origin", sum.save(), k));
    importers().forEach((k, sum) -> line(text, "importer", sum.save(), k));
    flags().forEach((word, count) -> line(text, "flag", Long.toString(count), word));
    refusals.forEach((k, count) -> line(text, "refused", Long.toString(count), k));
    brokenAfter.ifPresent(line -> text.append(BROKEN).append('\t').append(line).append("\n"));
  }

  private static void line(StringBuilder text, String kind, String value, String key) {
    text.append(kind).append('\t').append(value).append('\t').append(key).append('\n');
  }

  /** Takes a line that {@link #save} wrote; passes over what is none. */
  void restore(String kind, String value, String key) {
    switch (kind) {
      case "read" -> read = Long.parseLong(value);
      case BROKEN -> breakAfter(Long.parseLong(value));
      case "assessed" -> assessed = Long.parseLong(value);
      case "product" -> products.put(key, Sum.parse(value));
      case "origin" -> origins.put(key, Sum.parse(value));
      case "importer" -> importers.put(key, Sum.parse(value));
      case "flag" -> flags[Flag.parse(key).position()] = Long.parseLong(value);
      case "refused" -> refusals.put(key, Long.parseLong(value));
      default -> {}
    }
  }
}
