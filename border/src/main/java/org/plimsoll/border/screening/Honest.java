package org.plimsoll.border.screening;

import java.util.Optional;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.origin.OriginFacts;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.Share;

/** A line as it would have been declared if a suspicion holds: one thing is changed. */
record Honest(EntryLine declared) {
  static Honest of(EntryLine declared) {
    return new Honest(declared);
  }

  /** Of another value, in minor units of its currency. */
  EntryLine worth(long minor) {
    return with(
        declared.code(),
        declared.assay(),
        declared.assayBasis(),
        new Money(minor, declared.customsValue().currency()),
        declared.origin(),
        declared.preferenceCode());
  }

  /** Under another code. */
  EntryLine under(String code, String basis, Share assay) {
    return with(
        code,
        Optional.of(assay),
        basis,
        declared.customsValue(),
        declared.origin(),
        declared.preferenceCode());
  }

  /** All of it from another country, and without a claim. */
  EntryLine from(CountryCode country) {
    Optional<CountryCode> there = Optional.of(country);
    return with(
        declared.code(),
        declared.assay(),
        declared.assayBasis(),
        declared.customsValue(),
        new OriginFacts(there, there, there, there),
        "");
  }

  private EntryLine with(
      String code,
      Optional<Share> assay,
      String basis,
      Money value,
      OriginFacts origin,
      String preference) {
    return new EntryLine(
        declared.entryId(),
        declared.line(),
        declared.date(),
        code,
        declared.hsEdition(),
        declared.netMass(),
        assay,
        basis,
        value,
        declared.valueBasis(),
        origin,
        declared.importer(),
        declared.otherDuties(),
        preference);
  }
}
