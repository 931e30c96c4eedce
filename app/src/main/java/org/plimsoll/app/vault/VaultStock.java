package org.plimsoll.app.vault;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.answer.Kind;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.report.drawing.BarTable;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Tone;
import org.plimsoll.app.report.page.Figure;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.vault.ledger.AccountId;
import org.plimsoll.vault.ledger.Balance;
import org.plimsoll.vault.ledger.Book;
import org.plimsoll.vault.ledger.Material;
import org.plimsoll.vault.statement.Holdings;

/**
 * The stock of a vault by site and by product, with its days of cover.
 *
 * @param today lots past their day on it do not count for cover
 */
public record VaultStock(Holdings holdings, LocalDate today, PoolCover cover) {
  private static final int GRAMS = 3;
  private static final double GRAMS_A_KILOGRAM = 1000;
  private static final Unit KILOGRAMS = new Unit("", " kg", 1, true);

  /** Stock of a material at a site or with a processor, grams of content. */
  private record Pile(
      String place, boolean isSite, Material material, long there, long reserved, long past) {
    Pile plus(Pile more) {
      return new Pile(
          place,
          isSite,
          material,
          Math.addExact(there, more.there),
          Math.addExact(reserved, more.reserved),
          Math.addExact(past, more.past));
    }

    String name() {
      return isSite ? place : place + " (processor)";
    }
  }

  /** All of a product, grams of content. */
  private record Sum(
      ProductId product, long stored, long past, long tolled, long claimed, long out) {
    long fit() {
      return stored - past;
    }
  }

  private List<Pile> piles() {
    SortedMap<String, Pile> piles = new TreeMap<>();
    holdings
        .accounts()
        .forEach((account, balance) -> {
          if (account.book() == Book.MASS || account.book() == Book.TOLL) {
            Pile pile = pile(account, balance);
            piles.merge(
                pile.material() + " " + account.book() + " " + pile.place(), pile, Pile::plus);
          }
        });
    return List.copyOf(piles.values());
  }

  private Pile pile(AccountId account, Balance balance) {
    boolean isPast = holdings.lot(account).isPast(today);
    return new Pile(
        account.party(),
        account.book() == Book.MASS,
        Material.parse(account.asset()),
        balance.amount(),
        balance.reserved(),
        isPast ? balance.amount() : 0);
  }

  private List<Sum> sums(List<Pile> piles) {
    SortedMap<ProductId, Sum> sums = new TreeMap<>();
    for (Pile pile : piles) {
      ProductId product = pile.material().product();
      sums.merge(
          product,
          pile.isSite()
              ? new Sum(product, pile.there(), pile.past(), 0, 0, 0)
              : new Sum(product, 0, 0, pile.there(), 0, 0),
          VaultStock::add);
    }
    holdings
        .accounts()
        .forEach((account, balance) -> {
          if (account.book() == Book.CLAIM || account.book() == Book.OUT) {
            ProductId product = Material.parse(account.asset()).product();
            boolean isClaim = account.book() == Book.CLAIM;
            long grams = balance.amount();
            sums.merge(
                product,
                new Sum(product, 0, 0, 0, isClaim ? grams : 0, isClaim ? 0 : grams),
                VaultStock::add);
          }
        });
    return List.copyOf(sums.values());
  }

  private static Sum add(Sum one, Sum other) {
    return new Sum(
        one.product(),
        Math.addExact(one.stored(), other.stored()),
        Math.addExact(one.past(), other.past()),
        Math.addExact(one.tolled(), other.tolled()),
        Math.addExact(one.claimed(), other.claimed()),
        Math.addExact(one.out(), other.out()));
  }

  /** The stock as tables. */
  public Answer answer() {
    List<Pile> piles = piles();
    return Answer.of("Stock of the vault")
        .fact("asOf", today)
        .fact("journalRow", holdings.head().number())
        .fact("journalHash", holdings.head().hash())
        .with(byProduct(sums(piles)), bySite(piles))
        .remark(
            "Kilograms of content, at the end of row %,d of the journal."
                .formatted(holdings.head().number()))
        .remark(
            "Days of cover: 365 × what is in store and not past its day ÷ annual use, final use"
                + " and use as an input (docs/dictionary.md).")
        .remark("Free: in store or with a processor, and nobody's.");
  }

  private Table<Sum> byProduct(List<Sum> sums) {
    return Table.of("products", "By product", sums)
        .knownAs(sum -> cover.known(sum.product()))
        .product("product", "product", Sum::product)
        .exact("storedKilograms", "in store, kg", sum -> kilograms(sum.stored()))
        .exact("pastDayKilograms", "past its day", sum -> kilograms(sum.past()))
        .exact("processorKilograms", "with processors", sum -> kilograms(sum.tolled()))
        .exact("entitledKilograms", "entitled", sum -> kilograms(sum.claimed()))
        .exact(
            "freeKilograms",
            "free",
            sum -> kilograms(Math.addExact(sum.stored(), sum.tolled()) - sum.claimed()))
        .exact("drawnKilograms", "drawn", sum -> kilograms(sum.out()))
        .figure(
            "coverDays", "days of cover", sum -> cover.days(sum.product(), sum.fit()), "not known")
        .words("coverStatus", "of whose use", sum -> cover.status(sum.product()))
        .cell(
            "useTonnesPerYear",
            "",
            Kind.NUMBER,
            sum ->
                cover
                    .use(sum.product())
                    .<Cell>map(use -> new Cell.Figure(use.tonnesPerYear(), Cell.DIGITS))
                    .orElseGet(() -> new Cell.Missing("not known")));
  }

  private static Table<Pile> bySite(List<Pile> piles) {
    return Table.of("sites", "By site", piles)
        .product("product", "product", pile -> pile.material().product())
        .words("form", "form", pile -> pile.material().form())
        .words("grade", "grade", pile -> pile.material().grade())
        .words("place", "site", Pile::name)
        .flag("isProcessor", "", pile -> !pile.isSite())
        .exact("contentKilograms", "content, kg", pile -> kilograms(pile.there()))
        .exact("reservedKilograms", "reserved", pile -> kilograms(pile.reserved()))
        .exact("pastDayKilograms", "past its day", pile -> kilograms(pile.past()));
  }

  static BigDecimal kilograms(long grams) {
    return BigDecimal.valueOf(grams, GRAMS);
  }

  /** The stock as a page: a bar a site for each product, then days of cover. */
  public Page page() {
    Answer answer = answer();
    List<Pile> piles = piles();
    List<Sum> sums = sums(piles);
    List<Block> cover = new ArrayList<>(coverBars(sums));
    cover.addAll(AnswerHtml.blocks(answer.tables().getFirst()));
    List<Block> sites = new ArrayList<>(siteBars(piles));
    sites.addAll(AnswerHtml.blocks(answer.tables().getLast()));
    return VaultPage.of(
        answer,
        "Where it is, whose it is, and how long it lasts",
        holdings.head(),
        today,
        this.cover.datasets(),
        List.of(
            new Section("sites", "Where it is", sites),
            new Section("products", "Whose it is, and how long it lasts", cover)));
  }

  private static List<Block> siteBars(List<Pile> piles) {
    SortedMap<ProductId, List<Pile>> byProduct = new TreeMap<>();
    piles.forEach(pile ->
        byProduct.computeIfAbsent(pile.material().product(), p -> new ArrayList<>()).add(pile));
    List<Block> figures = new ArrayList<>();
    byProduct.forEach((product, some) -> {
      SortedMap<String, Pile> sites = new TreeMap<>();
      some.forEach(pile -> sites.merge(pile.name(), pile, Pile::plus));
      long all = some.stream().mapToLong(Pile::there).reduce(0, Math::addExact);
      figures.add(
          Figure.of(
              new BarTable(
                  product + ": content by site",
                  "site",
                  "content",
                  "share",
                  Tone.BLUE,
                  sites.values().stream().map(pile -> bar(pile, all)).toList()),
              ""));
    });
    return figures;
  }

  private static BarTable.Row bar(Pile pile, long all) {
    List<String> notes = new ArrayList<>();
    double share = 100.0 * pile.there() / all;
    notes.add(pile.there() == all ? "all" : Cell.number(share, Cell.DIGITS) + "%");
    if (pile.reserved() > 0) {
      notes.add(AmountText.kilograms(pile.reserved()) + " kg reserved");
    }
    if (pile.past() > 0) {
      notes.add(AmountText.kilograms(pile.past()) + " kg past its day");
    }
    Num number =
        Num.of(
            Interval.exactly(pile.there() / GRAMS_A_KILOGRAM),
            KILOGRAMS,
            Grade.A,
            Status.DERIVED,
            Origin.NONE,
            "");
    return new BarTable.Row(pile.name(), number, String.join(", ", notes));
  }

  private List<Block> coverBars(List<Sum> sums) {
    List<BarTable.Row> rows = new ArrayList<>();
    for (Sum sum : sums) {
      Optional<PoolCover.Use> use = cover.use(sum.product());
      cover
          .days(sum.product(), sum.fit())
          .ifPresent(days ->
              rows.add(
                  new BarTable.Row(
                      sum.product().toString(),
                      Num.of(
                          Interval.exactly(days),
                          Unit.DAYS,
                          use.orElseThrow().known().grade(),
                          Status.DERIVED,
                          use.orElseThrow().known().origin(),
                          ""),
                      cover.status(sum.product()))));
    }
    return rows.isEmpty()
        ? List.of()
        : List.of(
            Figure.of(
                new BarTable("Days of cover", "product", "days", "of whose use", Tone.GREEN, rows),
                "What is in store and not past its day, in days of annual use."));
  }
}
