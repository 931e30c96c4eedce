package org.plimsoll.app.vault;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.vault.ledger.CarryingCost;
import org.plimsoll.vault.statement.Statement;

/** A statement as one table, a row a fact; every day of the carrying cost has its row. */
public final class StatementCsv {
  private StatementCsv() {}

  /** The table; equal statements give equal bytes. */
  public static String of(Statement statement, DailyUse use) {
    StringWriter text = new StringWriter();
    try (CsvWriter rows = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      write(rows, statement, use);
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory takes everything", e);
    }
    return text.toString();
  }

  private static void write(CsvWriter rows, Statement statement, DailyUse use) {
    rows.writeRecord(
        "part", "day", "id", "what", "account", "of", "contract", "amount", "balance", "unit");
    String first = statement.period().first().toString();
    String last = statement.period().last().toString();
    for (Statement.Account account : statement.accounts()) {
      account(rows, "opening", first, account, account.opening());
    }
    for (Statement.Posting posting : statement.postings()) {
      rows.writeRecord(
          "posting",
          posting.at().toString(),
          posting.event(),
          posting.verb().word() + ": " + AmountText.words(posting),
          AmountText.name(posting.account().book()),
          posting.account().asset(),
          posting.account().paper(),
          AmountText.plain(posting.account(), posting.change()),
          AmountText.plain(posting.account(), posting.balance()),
          AmountText.unit(posting.account()));
    }
    for (Statement.Account account : statement.accounts()) {
      account(rows, "closing", last, account, account.closing());
    }
    for (Statement.OpenDraw draw : statement.draws()) {
      rows.writeRecord(
          "draw due",
          draw.due().map(LocalDate::toString).orElse(""),
          draw.id(),
          "drawn on " + draw.day() + draw.emergency().map(id -> " in emergency " + id).orElse(""),
          "owed by draw",
          draw.material(),
          draw.contract(),
          AmountText.plainKilograms(draw.grams()),
          "",
          "kg");
    }
    for (Statement.Reservation held : statement.reservations()) {
      rows.writeRecord(
          "reserved until",
          held.until().toString(),
          held.id(),
          held.verb().word(),
          AmountText.name(held.account().book()),
          held.account().asset(),
          held.account().paper(),
          AmountText.plain(held.account(), held.amount()),
          "",
          AmountText.unit(held.account()));
    }
    for (Statement.Carrying carrying : statement.carrying()) {
      carrying(rows, last, carrying);
    }
    for (ProductId product : use.grams().keySet()) {
      use.daysOfCover(statement, product)
          .ifPresent(days ->
              rows.writeRecord(
                  "cover", last, "", "", "", product.toString(), "", days.toString(), "", "days"));
    }
  }

  private static void account(
      CsvWriter rows, String part, String day, Statement.Account account, long amount) {
    rows.writeRecord(
        part,
        day,
        "",
        "",
        AmountText.name(account.id().book()),
        account.id().asset(),
        account.id().paper(),
        "",
        AmountText.plain(account.id(), amount),
        AmountText.unit(account.id()));
  }

  /** Days are rounded to be read; the invoice is rounded once, from what is exact. */
  private static void carrying(CsvWriter rows, String last, Statement.Carrying carrying) {
    String currency = carrying.cost().currency().code();
    for (CarryingCost.Day day : carrying.cost().days()) {
      rows.writeRecord(
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
          currency);
    }
    rows.writeRecord(
        "invoice",
        last,
        "",
        "at " + carrying.price() + ", terms " + carrying.terms(),
        "",
        "",
        carrying.contract(),
        carrying.invoice().toDecimal().toPlainString(),
        "",
        currency);
  }
}
