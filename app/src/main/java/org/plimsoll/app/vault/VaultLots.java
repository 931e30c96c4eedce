package org.plimsoll.app.vault;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.quantity.Share;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Reason;
import org.plimsoll.vault.ledger.Transfer;
import org.plimsoll.vault.statement.Holdings;

/** The lots of a vault, or those that a participant had to do with. */
public final class VaultLots {
  private static final int DECIMALS = 3;

  /** Why stock moves when a participant itself takes or brings. */
  private static final List<Reason> OWN =
      List.of(Reason.DRAWN, Reason.BOUGHT_BACK, Reason.REPLENISHED);

  private VaultLots() {}

  private record Piece(Lot lot, AccountId account, Balance balance) {}

  /** Every lot that is in store or with a processor, a row a place. */
  public static Answer answer(Holdings holdings, LocalDate today) {
    List<Piece> pieces = new ArrayList<>();
    holdings
        .accounts()
        .forEach((account, balance) -> {
          if (account.book() == Book.MASS || account.book() == Book.TOLL) {
            pieces.add(new Piece(holdings.lot(account), account, balance));
          }
        });
    Table<Piece> places =
        Table.of("lots", "Lots", pieces)
            .words("lot", "lot", piece -> piece.lot().id())
            .words("place", "site", VaultLots::place)
            .exact(
                "contentKilograms",
                "content, kg",
                piece -> VaultStock.kilograms(piece.balance().amount()))
            .exact(
                "reservedKilograms",
                "reserved",
                piece -> VaultStock.kilograms(piece.balance().reserved()))
            .cell("grossKilograms", "gross, kg", Kind.NUMBER, VaultLots::gross);
    return Answer.of("Lots of the vault")
        .fact("asOf", today)
        .fact("journalRow", holdings.head().number())
        .fact("journalHash", holdings.head().hash())
        .with(described(places, Piece::lot, today))
        .remark("Gross: content ÷ assay, to the gram. Custody, and what brought a lot: --json.");
  }

  private static String place(Piece piece) {
    String party = piece.account().party();
    return piece.account().book() == Book.MASS ? party : party + " (processor)";
  }

  /** Rounded to the gram, halves up; earlier versions took assays beyond 1, which say nothing. */
  private static Cell gross(Piece piece) {
    Share assay = piece.lot().assay();
    if (assay.equals(Share.NONE) || assay.compareTo(Share.ONE) > 0) {
      return new Cell.Missing("the assay is no share");
    }
    BigDecimal content = VaultStock.kilograms(piece.balance().amount());
    return Cell.Exact.of(content.divide(assay.toDecimal(), DECIMALS, RoundingMode.HALF_UP));
  }

  private static <R> Table<R> described(Table<R> table, Function<R, Lot> lot, LocalDate today) {
    return table
        .words("material", "of", row -> lot.apply(row).material())
        .product("product", "", row -> lot.apply(row).material().product())
        .words("form", "", row -> lot.apply(row).material().form())
        .words("grade", "", row -> lot.apply(row).material().grade())
        .exact("assayShare", "assay", row -> lot.apply(row).assay().toDecimal())
        .words("origin", "origin", row -> lot.apply(row).origin())
        .words("custody", "", row -> lot.apply(row).custody())
        .cell("bestBefore", "best before", Kind.DATE, row -> day(lot.apply(row)))
        .words("standing", "standing", row -> lot.apply(row).isPast(today) ? "past its day" : "fit")
        .words("openedBy", "", row -> lot.apply(row).openedBy());
  }

  private static Cell day(Lot lot) {
    return lot.bestBefore().<Cell>map(Cell.Day::new).orElseGet(() -> new Cell.Missing("none"));
  }

  private record Part(Lot lot, long taken, long brought) {
    Part plus(Part more) {
      return new Part(lot, taken + more.taken, brought + more.brought);
    }
  }

  /**
   * The lots from which a participant took something, or that it brought; what others have of them
   * is not said.
   *
   * @param journal its part of it
   * @param lots by name
   */
  public static Answer of(
      String participant,
      List<Posted> journal,
      Function<String, Optional<Lot>> lots,
      LocalDate today) {
    SequencedMap<String, Part> own = new LinkedHashMap<>();
    Set<String> counted = new HashSet<>();
    for (Posted row : journal) {
      boolean isBack = row.event().find(Field.CORRECTS).filter(counted::contains).isPresent();
      for (Transfer transfer : row.isHeld() ? List.<Transfer>of() : row.transfers()) {
        if (transfer.from().book() == Book.MASS && (isBack || OWN.contains(transfer.reason()))) {
          counted.add(row.event().id());
          boolean isOut = transfer.to().isEdge();
          long taken = isOut ? transfer.amount() : 0;
          long brought = isOut ? 0 : transfer.amount();
          lots.apply((isOut ? transfer.from() : transfer.to()).paper())
              .map(lot -> isBack ? new Part(lot, -brought, -taken) : new Part(lot, taken, brought))
              .ifPresent(part -> own.merge(part.lot().id(), part, Part::plus));
        }
      }
    }
    Table<Part> table =
        Table.of("lots", "Lots taken from or brought", own.values())
            .words("lot", "lot", part -> part.lot().id())
            .exact("takenKilograms", "taken, kg", part -> VaultStock.kilograms(part.taken()))
            .exact("broughtKilograms", "brought, kg", part -> VaultStock.kilograms(part.brought()));
    return Answer.of("Lots of " + participant)
        .fact("participant", participant)
        .fact("asOf", today)
        .with(described(table, Part::lot, today));
  }
}
