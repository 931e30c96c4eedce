package org.plimsoll.app.vault;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.plimsoll.app.report.text.CalendarText;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.statement.Statement;

/** Amounts of accounts in words: kilograms to the gram, money to the minor unit. */
final class AmountText {
  private static final int GRAMS = 3;

  private AmountText() {}

  /** {@code 1,234.567} or {@code 1,234.56}, by what the account counts. */
  static String grouped(AccountId account, long amount) {
    return group(decimal(account, amount));
  }

  /** The same for programs. */
  static String plain(AccountId account, long amount) {
    return decimal(account, amount).toPlainString();
  }

  static String money(Money money) {
    return group(money.toDecimal()) + " " + money.currency();
  }

  static String kilograms(long grams) {
    return group(BigDecimal.valueOf(grams, GRAMS));
  }

  static String plainKilograms(long grams) {
    return BigDecimal.valueOf(grams, GRAMS).toPlainString();
  }

  static String group(BigDecimal number) {
    return String.format(Locale.ROOT, "%,." + number.scale() + "f", number);
  }

  static String unit(AccountId account) {
    return account.book().isMoney() ? account.asset() : "kg";
  }

  private static BigDecimal decimal(AccountId account, long amount) {
    return account.book().isMoney()
        ? new Money(amount, CurrencyCode.of(account.asset())).toDecimal()
        : BigDecimal.valueOf(amount, GRAMS);
  }

  /** What a participant's account is called. */
  static String name(Book book) {
    return switch (book) {
      case PROMISE -> "promised";
      case CLAIM -> "entitled";
      case OUT -> "drawn";
      case DEBT -> "owed by draw";
      case RECEIVABLE -> "owed in money";
      case MASS -> "in store";
      case TOLL -> "with a processor";
      case COST -> "cost";
    };
  }

  /** {@code 2 Mar 2026}, which stays in one line. */
  static String day(LocalDate day) {
    return CalendarText.of(day).replace(' ', '\u00a0');
  }

  /** Why an amount moved, and what it is about, in words. */
  static String words(Statement.Posting posting) {
    String reason = posting.reason().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return posting.about().isEmpty() ? reason : reason + ": " + posting.about();
  }
}
