package org.plimsoll.app.vault;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.answer.Grid;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.vault.ledger.CarryingCost;
import org.plimsoll.vault.statement.Statement;

/** A statement as one table, a row a fact; every day of the carrying cost has its row. */
public final class StatementCsv {
  private StatementCsv() {}

  private static final List<String> HEAD =
      List.of(
          "part", "day", "id", "what", "account", "of", "contract", "amount", "balance", "unit");

  /** The table; equal statements give equal bytes. */
  public static String of(Statement statement, DailyUse use) {
    List<List<Object>> rows = new ArrayList<>();
    write(rows, statement, use);
    return new Grid(HEAD, rows).csv();
  }

  private static void write(List<List<Object>> rows, Statement statement, DailyUse use) {
    String first = statement.period().first().toString();
    String last = statement.period().last().toString();
    for (Statement.Account account : statement.accounts()) {
      account(rows, "opening", first, account, account.opening());
    }
    for (Statement.Posting posting : statement.postings()) {
      rows.add(
          List.of(
              "posting",
              posting.at().toString(),
              posting.event(),
              posting.verb().word() + ": " + AmountText.words(posting),
              AmountText.name(posting.account().book()),
              posting.account().asset(),
              posting.account().paper(),
              AmountText.plain(posting.account(), posting.change()),
              AmountText.plain(posting.account(), posting.balance()),
              AmountText.unit(posting.account())));
    }
    for (Statement.Account account : statement.accounts()) {
      account(rows, "closing", last, account, account.closing());
    }
    for (Statement.OpenDraw draw : statement.draws()) {
      rows.add(
          List.of(
              "draw due",
              draw.due().map(LocalDate::toString).orElse(""),
              draw.id(),
              "drawn on "
                  + draw.day()
                  + draw.emergency().map(id -> " in emergency " + id).orElse(""),
              "owed by draw",
              draw.material(),
              draw.contract(),
              AmountText.plainKilograms(draw.grams()),
              "",
              "kg"));
    }
    for (Statement.Reservation held : statement.reservations()) {
      rows.add(
          List.of(
              "reserved until",
              held.until().toString(),
              held.id(),
              held.verb().word(),
              AmountText.name(held.account().book()),
              held.account().asset(),
              held.account().paper(),
              AmountText.plain(held.account(), held.amount()),
              "",
              AmountText.unit(held.account())));
    }
    for (Statement.Carrying carrying : statement.carrying()) {
      carrying(rows, last, carrying);
    }
    for (ProductId product : use.grams().keySet()) {
      use.daysOfCover(statement, product)
          .ifPresent(days ->
              rows.add(
                  List.of(
                      "cover",
                      last,
                      "",
                      "",
                      "",
                      product.toString(),
                      "",
                      days.toString(),
                      "",
                      "days")));
    }
  }

  private static void account(
      List<List<Object>> rows, String part, String day, Statement.Account account, long amount) {
    rows.add(
        List.of(
            part,
            day,
            "",
            "",
            AmountText.name(account.id().book()),
            account.id().asset(),
            account.id().paper(),
            "",
            AmountText.plain(account.id(), amount),
            AmountText.unit(account.id())));
  }

  /** Days are rounded to be read; the invoice is rounded once, from what is exact. */
  private static void carrying(List<List<Object>> rows, String last, Statement.Carrying carrying) {
    String currency = carrying.cost().currency().code();
    for (CarryingCost.Day day : carrying.cost().days()) {
      rows.add(
          List.of(
              "carrying cost",
              day.day().toString(),
              "",
              "held %s kg, drawn %s kg"
                  .formatted(
                      AmountText.plainKilograms(day.heldGrams()),
                      AmountText.plainKilograms(day.drawnGrams())),
              "",
              "",
              carrying.contract(),
              carrying.cost().toDecimal(List.of(day)).toPlainString(),
              "",
              currency));
    }
    rows.add(
        List.of(
            "invoice",
            last,
            "",
            "at " + carrying.price() + ", terms " + carrying.terms(),
            "",
            "",
            carrying.contract(),
            carrying.invoice().toDecimal().toPlainString(),
            "",
            currency));
  }
}
