package org.plimsoll.border.screening;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.ValueBasis;
import org.plimsoll.border.origin.OriginFacts;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.CurrencyCode;
import org.plimsoll.model.quantity.Mass;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.Share;

/**
 * The tiny world with codes: ore 260900, refined 800110. Of refined tinium AAA has 70 t, BBB makes
 * 30 t and imports 10 t, CCC imports 30 t.
 */
final class TinyTrade {
  private TinyTrade() {}

  static Evidence evidence() {
    Evidence e = TinyWorld.evidence();
    List<Product> products =
        List.of(withCode(e.products().get(0), "260900"), withCode(e.products().get(1), "800110"));
    return e.with(w -> w.products = products);
  }

  private static Product withCode(Product p, String code) {
    return new Product(
        p.id(),
        p.name(),
        p.tier(),
        p.basis(),
        List.of(code),
        p.bundled(),
        p.storableForm(),
        p.shelfLifeYears());
  }

  static Catalogue catalogue() {
    return new Catalogue(evidence());
  }

  /** Pure refined tinium, FOB in dollars. */
  static EntryLine refined(int id, LocalDate date, String origin, long kilograms, long cents) {
    return line(id, date, "800110", origin, kilograms, new Money(cents, CurrencyCode.USD));
  }

  static EntryLine line(
      int id, LocalDate date, String code, String origin, long kilograms, Money value) {
    CountryCode country = CountryCode.of(origin);
    return new EntryLine(
        "E%05d".formatted(id),
        1,
        date,
        code,
        "",
        new Mass(1_000 * kilograms),
        Optional.of(Share.ONE),
        "Ti",
        value,
        ValueBasis.FOB,
        new OriginFacts(
            Optional.empty(), Optional.empty(), Optional.of(country), Optional.of(country)),
        "importer",
        List.of(),
        "");
  }
}
