package org.plimsoll.app.vault;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.json.CanonicalJson;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Verb;

/**
 * The stockpile of a plan as purchases to be made: an {@code acquire} for each holding, with its
 * source in its reason. What only a delivery shows stays empty unless it is said, and the ledger
 * refuses such an event.
 *
 * @param purchases in the order of the plan
 * @param remarks on what was left out and what is still to be filled in, one a line
 */
public record PlanProgramme(List<Event> purchases, List<String> remarks) {
  private static final int DECIMALS = 6;
  private static final int GRAMS = 6;
  private static final int KILOGRAMS = 3;

  public PlanProgramme {
    purchases = List.copyOf(purchases);
    remarks = List.copyOf(remarks);
  }

  /**
   * The purchases of a plan's stockpile.
   *
   * @param said what is known of all lots: site, custody, …
   */
  public static PlanProgramme of(ActionPlan plan, Map<Field, String> said) {
    List<Event> purchases = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    SortedMap<String, List<String>> idle = new TreeMap<>();
    for (ActionPlan.Holding holding : plan.stockpile().holdings()) {
      if (holding.tonnes().central() <= 0) {
        idle.computeIfAbsent(holding.limit(), why -> new ArrayList<>())
            .add(holding.product().toString());
      } else {
        purchases.add(purchase(plan.frame().asOf(), holding, said));
      }
    }
    idle.forEach((why, products) ->
        remarks.add(
            "nothing to buy of %d (%s): %s"
                .formatted(products.size(), why, String.join(", ", products))));
    List<String> open =
        Verb.ACQUIRE.needed().stream()
            .filter(field -> purchases.stream().anyMatch(event -> event.find(field).isEmpty()))
            .map(Field::column)
            .toList();
    if (!open.isEmpty()) {
      remarks.add("to be filled in when a lot is delivered: " + String.join(", ", open));
    }
    remarks.add("amounts and prices are the plan's estimates: put in what was delivered and paid");
    return new PlanProgramme(purchases, remarks);
  }

  private static Event purchase(
      LocalDate asOf, ActionPlan.Holding holding, Map<Field, String> said) {
    String product = holding.product().toString();
    BigDecimal tonnes = CanonicalJson.number(holding.tonnes().central());
    BigDecimal cost = CanonicalJson.number(holding.cost().central());
    SortedMap<Field, String> fields = new TreeMap<>(said);
    String id = "plan-" + asOf + "-" + product.replace('/', '-');
    fields.put(Field.LOT, id);
    fields.put(Field.PRODUCT, product);
    String form = word(holding.form());
    if (!form.isEmpty()) {
      fields.put(Field.FORM, form);
    }
    fields.put(
        Field.MASS_G,
        tonnes.movePointRight(GRAMS).setScale(0, RoundingMode.HALF_UP).toPlainString());
    fields.put(
        Field.PRICE,
        cost.divide(tonnes.movePointRight(KILOGRAMS), DECIMALS, RoundingMode.HALF_UP)
            .toPlainString());
    // The plan is in US dollars.
    fields.put(Field.CURRENCY, "USD");
    fields.put(
        Field.REASON,
        "plan of %s, stockpile.holdings of %s: %s t, grade %s"
            .formatted(asOf, product, tonnes.toPlainString(), holding.tonnes().grade()));
    return new Event(id, Verb.ACQUIRE, fields);
  }

  /** As a form is written in the ledger: without blanks. */
  private static String word(String text) {
    return text.strip().replaceAll("[^A-Za-z0-9._+:-]+", "-").replaceAll("^-+|-+$", "");
  }

  /** What {@code vault post} reads, with a column for each field of an acquisition. */
  public String toCsv() {
    List<Field> columns = new ArrayList<>(Verb.ACQUIRE.needed());
    columns.addAll(List.of(Field.BEST_BEFORE, Field.PRICE, Field.CURRENCY, Field.AT, Field.REASON));
    StringWriter text = new StringWriter();
    try (CsvWriter rows = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      List<String> head = new ArrayList<>(List.of("id", "verb"));
      columns.forEach(field -> head.add(field.column()));
      rows.writeRecord(head);
      for (Event purchase : purchases) {
        List<String> row = new ArrayList<>(List.of(purchase.id(), purchase.verb().word()));
        columns.forEach(field -> row.add(purchase.find(field).orElse("")));
        rows.writeRecord(row);
      }
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory takes everything", e);
    }
    return text.toString();
  }

  /** What is said of all lots, without what is not said. */
  public static Map<Field, String> said(Map<Field, Optional<String>> options) {
    Map<Field, String> said = new EnumMap<>(Field.class);
    options.forEach((field, value) -> value.ifPresent(text -> said.put(field, text)));
    return Collections.unmodifiableMap(said);
  }
}
