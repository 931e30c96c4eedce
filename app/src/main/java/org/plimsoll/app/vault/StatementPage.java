package org.plimsoll.app.vault;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.KeyFigures;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.CarryingCost;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.statement.Statement;

/** A participant's statement as a page that prints on A4. */
public final class StatementPage {
  private final Statement statement;
  private final DailyUse use;

  private StatementPage(Statement statement, DailyUse use) {
    this.statement = statement;
    this.use = use;
  }

  /**
   * The page; equal statements at the same head give equal bytes.
   *
   * @param head of the journal that it was made from
   */
  public static Page of(Statement statement, DailyUse use, Head head) {
    return new StatementPage(statement, use).page(head);
  }

  private Page page(Head head) {
    List<Section> sections = new ArrayList<>();
    sections.add(new Section("position", "What is held and owed", position()));
    sections.add(new Section("due", "What is due", due()));
    sections.add(new Section("carrying", "Carrying cost", carrying()));
    sections.add(new Section("postings", "Every posting", postings()));
    return new Page(
        "Statement of " + statement.participant(),
        AmountText.day(statement.period().first())
            + " to "
            + AmountText.day(statement.period().last())
            + ", days in UTC",
        List.of(
            new Page.Particular("Participant", statement.participant()),
            new Page.Particular("Row of the journal", Long.toString(head.number())),
            new Page.Particular("Its hash begins", head.hash().substring(0, 16))),
        sections,
        List.of(),
        "Made by Plimsoll from the journal up to row %d, hash %s. How it is reckoned:"
                .formatted(head.number(), head.hash())
            + " docs/method/vault.md.");
  }

  private List<Block> position() {
    List<KeyFigures.Item> keys = new ArrayList<>();
    keys.add(key("Entitled", Book.CLAIM, "kg of content at the end"));
    keys.add(key("Drawn", Book.OUT, "kg of content to be replenished"));
    statement.accounts().stream()
        .filter(account -> account.id().book() == Book.RECEIVABLE)
        .forEach(account ->
            keys.add(
                new KeyFigures.Item(
                    "Owed in money",
                    Inline.text(
                        AmountText.grouped(account.id(), account.closing())
                            + " "
                            + AmountText.unit(account.id())),
                    "booked and not paid at the end")));
    List<Block> blocks = new ArrayList<>();
    blocks.add(new KeyFigures(keys));
    blocks.add(
        Table.draft("Accounts before the first day and after the last", statement.accounts())
            .words("account", a -> AmountText.name(a.id().book()))
            .words("of", a -> a.id().asset())
            .words("contract", a -> a.id().paper())
            .numbers("opening", a -> AmountText.grouped(a.id(), a.opening()))
            .numbers(
                "change",
                a -> AmountText.grouped(a.id(), Math.subtractExact(a.closing(), a.opening())))
            .numbers("closing", a -> AmountText.grouped(a.id(), a.closing()))
            .words("unit", a -> AmountText.unit(a.id()))
            .table());
    for (ProductId product : DailyUse.products(statement)) {
      blocks.add(Paragraph.text(cover(product)));
    }
    return blocks;
  }

  private KeyFigures.Item key(String label, Book book, String note) {
    long grams =
        statement.accounts().stream()
            .filter(account -> account.id().book() == book)
            .mapToLong(Statement.Account::closing)
            .reduce(0, Math::addExact);
    return new KeyFigures.Item(label, Inline.text(AmountText.kilograms(grams)), note);
  }

  private String cover(ProductId product) {
    return use.daysOfCover(statement, product)
        .map(days ->
            "The entitlement to %s lasts for %d whole days at a use of %s kg a day."
                .formatted(product, days, use.kilograms(product).orElse("")))
        .orElse(
            "For how long the entitlement to %s lasts is not known: no use a day was given."
                .formatted(product));
  }

  private List<Block> due() {
    List<Block> blocks = new ArrayList<>();
    if (statement.draws().isEmpty()) {
      blocks.add(Paragraph.text("No draw is to be replenished."));
    } else {
      blocks.add(
          Table.draft("Draws to be replenished", statement.draws())
              .words("draw", Statement.OpenDraw::id)
              .words("made on", draw -> AmountText.day(draw.day()))
              .words("of", Statement.OpenDraw::material)
              .words("contract", Statement.OpenDraw::contract)
              .numbers("kg owed", draw -> AmountText.kilograms(draw.grams()))
              .words("due", draw -> draw.due().map(AmountText::day).orElse("no day set"))
              .words("standing", this::standing)
              .table());
    }
    if (!statement.reservations().isEmpty()) {
      blocks.add(
          Table.draft("Reserved and not yet carried out", statement.reservations())
              .words("reservation", Statement.Reservation::id)
              .words("for a", held -> held.verb().word())
              .words(
                  "takes from",
                  held -> AmountText.name(held.account().book()) + " " + held.account().asset())
              .numbers("amount", held -> AmountText.grouped(held.account(), held.amount()))
              .words("unit", held -> AmountText.unit(held.account()))
              .words("until", held -> AmountText.day(held.until()))
              .table());
    }
    return blocks;
  }

  private String standing(Statement.OpenDraw draw) {
    LocalDate last = statement.period().last();
    return draw.due()
        .map(day -> day.isBefore(last) ? "overdue" : "in time")
        .orElse(draw.emergency().map(id -> "emergency " + id).orElse(""));
  }

  private List<Block> carrying() {
    if (statement.carrying().isEmpty()) {
      return List.of(Paragraph.text("Nothing was held, so nothing is carried."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.text(
            "A day bears (held + drawn) × price × interest ÷ 365 + held × storage, by what stands"
                + " at its end. Days are added exactly and each contract is rounded once, halves"
                + " up. Days alike stand in one row; the table as CSV has each."));
    for (Statement.Carrying one : statement.carrying()) {
      List<Table.Row> rows = new ArrayList<>();
      List<CarryingCost.Day> alike = new ArrayList<>();
      for (CarryingCost.Day day : one.cost().days()) {
        if (!alike.isEmpty() && !isAlike(alike.getFirst(), day)) {
          rows.add(days(one, alike));
          alike.clear();
        }
        alike.add(day);
      }
      rows.add(days(one, alike));
      rows.add(
          Table.Row.of(
              Inline.strong("Invoice"),
              Inline.text(""),
              Inline.text(""),
              Inline.text(""),
              Inline.text(""),
              Inline.strong(AmountText.money(one.invoice()))));
      blocks.add(
          new Table(
              "Contract %s at %s, terms %s".formatted(one.contract(), one.price(), one.terms()),
              List.of(
                  Table.Column.words("days"),
                  Table.Column.numbers("number"),
                  Table.Column.numbers("held, kg"),
                  Table.Column.numbers("drawn, kg"),
                  Table.Column.numbers("a day"),
                  Table.Column.numbers("together, " + one.cost().currency())),
              rows));
    }
    statement
        .currencies()
        .forEach(currency ->
            blocks.add(
                Paragraph.text(
                    "All contracts: %s. It is owed when it is charged, not by being stated here."
                        .formatted(AmountText.money(statement.invoice(currency))))));
    return blocks;
  }

  private static boolean isAlike(CarryingCost.Day one, CarryingCost.Day other) {
    return one.heldGrams() == other.heldGrams() && one.drawnGrams() == other.drawnGrams();
  }

  private static Table.Row days(Statement.Carrying carrying, List<CarryingCost.Day> alike) {
    CarryingCost.Day first = alike.getFirst();
    BigDecimal together = carrying.cost().toDecimal(alike);
    return Table.Row.ofText(
        alike.size() == 1
            ? AmountText.day(first.day())
            : AmountText.day(first.day()) + " to " + AmountText.day(alike.getLast().day()),
        Integer.toString(alike.size()),
        AmountText.kilograms(first.heldGrams()),
        AmountText.kilograms(first.drawnGrams()),
        AmountText.group(carrying.cost().toDecimal(List.of(first))),
        AmountText.group(together));
  }

  private List<Block> postings() {
    if (statement.postings().isEmpty()) {
      return List.of(Paragraph.text("Nothing was posted in these days."));
    }
    return List.of(
        Table.draft("Postings, in order", statement.postings())
            .words("event", Statement.Posting::event)
            .words("day", p -> AmountText.day(p.at().atZone(ZoneOffset.UTC).toLocalDate()))
            .words("what", AmountText::words)
            .words("account", StatementPage::account)
            .words("of", p -> p.account().asset())
            .numbers("change", p -> AmountText.grouped(p.account(), p.change()))
            .numbers("then", p -> AmountText.grouped(p.account(), p.balance()))
            .words("unit", p -> AmountText.unit(p.account()))
            .table());
  }

  private static String account(Statement.Posting posting) {
    String paper = posting.account().paper();
    return AmountText.name(posting.account().book()) + (paper.isEmpty() ? "" : ", " + paper);
  }
}
