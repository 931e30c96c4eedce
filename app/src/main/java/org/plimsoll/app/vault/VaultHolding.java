package org.plimsoll.app.vault;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Material;
import org.plimsoll.vault.statement.Holdings;

/** What one participant has of the stock. */
public final class VaultHolding {
  private VaultHolding() {}

  /** Under one contract, of one material: grams. */
  private record Part(
      String contract, Material material, long promised, long entitled, long reserved, long drawn) {
    Part plus(Part more) {
      return new Part(
          contract,
          material,
          promised + more.promised,
          entitled + more.entitled,
          reserved + more.reserved,
          drawn + more.drawn);
    }
  }

  /**
   * Its promises, entitlements and draws, and for how long the entitlements last.
   *
   * @param holdings of this participant alone
   */
  public static Answer answer(
      String participant, Holdings holdings, LocalDate today, PoolCover cover) {
    SortedMap<String, Part> parts = new TreeMap<>();
    SortedMap<ProductId, Long> entitled = new TreeMap<>();
    holdings
        .accounts()
        .forEach((account, balance) ->
            part(account, balance)
                .ifPresent(part -> {
                  parts.merge(part.material() + " " + part.contract(), part, Part::plus);
                  entitled.merge(part.material().product(), part.entitled(), Math::addExact);
                }));
    return Answer.of("Stock of " + participant)
        .fact("participant", participant)
        .fact("asOf", today)
        .fact("journalRow", holdings.head().number())
        .fact("journalHash", holdings.head().hash())
        .with(
            Table.of("products", "Entitlements and how long they last", entitled.entrySet())
                .knownAs(e -> cover.known(e.getKey()))
                .product("product", "product", e -> e.getKey())
                .exact("entitledKilograms", "entitled, kg", e -> VaultStock.kilograms(e.getValue()))
                .figure(
                    "coverDays",
                    "days of cover",
                    e -> cover.days(e.getKey(), e.getValue()),
                    "not known")
                .words("coverStatus", "of whose use", e -> cover.status(e.getKey())),
            Table.of("contracts", "By contract", parts.values())
                .words("contract", "contract", Part::contract)
                .product("product", "product", part -> part.material().product())
                .words("form", "form", part -> part.material().form())
                .words("grade", "grade", part -> part.material().grade())
                .exact(
                    "promisedKilograms",
                    "promised, kg",
                    part -> VaultStock.kilograms(part.promised()))
                .exact(
                    "entitledKilograms", "entitled", part -> VaultStock.kilograms(part.entitled()))
                .exact(
                    "reservedKilograms", "reserved", part -> VaultStock.kilograms(part.reserved()))
                .exact("drawnKilograms", "drawn", part -> VaultStock.kilograms(part.drawn())))
        .remark(
            "Kilograms of content, at the end of row %,d of the journal."
                .formatted(holdings.head().number()))
        .remark("Days of cover: 365 × entitlement ÷ annual use (docs/dictionary.md).");
  }

  private static Optional<Part> part(AccountId account, Balance balance) {
    if (!List.of(Book.PROMISE, Book.CLAIM, Book.OUT).contains(account.book())) {
      return Optional.empty();
    }
    boolean isClaim = account.book() == Book.CLAIM;
    return Optional.of(
        new Part(
            account.paper(),
            Material.parse(account.asset()),
            account.book() == Book.PROMISE ? balance.amount() : 0,
            isClaim ? balance.amount() : 0,
            isClaim ? balance.reserved() : 0,
            account.book() == Book.OUT ? balance.amount() : 0));
  }
}
