package org.plimsoll.border.levy;

import java.util.List;
import java.util.Optional;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.model.quantity.Money;
import org.plimsoll.model.quantity.PricePerKilogram;
import org.plimsoll.model.quantity.Share;

/**
 * What a rule's instrument takes of a line. Everything is of degree one in content and value, so
 * that whole lines are compared, never prices: nothing is divided before the last step.
 */
final class Levy {
  private static final long MILLION = 1_000_000;

  private final Instrument instrument;

  /** Where the price behind a floor is stated. */
  private final String reference;

  private final int digits;

  /** Minor units in the product of millionths a kilogram and micrograms: 1e13 for cents. */
  private final long scale;

  private final Rounding rounding;
  private final Optional<Ladder> ladder;

  /** Those of several instruments, in their order. */
  private final List<Levy> parts;

  private final Optional<Instrument.TariffRateQuota> quota;

  /**
   * What is owed.
   *
   * @param levy in the schedule's currency
   * @param flags bits of {@link Flag}
   */
  record Owed(Money levy, int flags) {}

  Levy(Instrument instrument, String reference, LevySchedule schedule) {
    this.instrument = instrument;
    this.reference = reference;
    digits = schedule.currency().minorDigits();
    scale = Exact.tenTo(15 - digits);
    rounding = schedule.rounding();
    ladder =
        instrument instanceof Instrument.PartialLevy partial
            ? Optional.of(new Ladder(partial.trigger().millionths(), partial.ladder()))
            : Optional.empty();
    parts =
        instrument instanceof Instrument.Together together
            ? together.list().stream().map(part -> new Levy(part, reference, schedule)).toList()
            : List.of();
    quota = instrument.findQuota();
  }

  /**
   * What the line owes; a line that cannot be assessed takes of no quota.
   *
   * @param content micrograms, above 0
   * @param value on the schedule's basis
   * @param counted duties that count towards a floor
   * @throws ArithmeticException if what is owed has more than 18 digits
   */
  Owed on(
      EntryLine line, long content, Money value, Money counted, QuotaLedger quotas, Trail trail) {
    if (quota.isEmpty()) {
      return on(line, content, value, counted, 0, trail);
    }
    QuotaYear year = new QuotaYear(quota.get().quota(), line.date().getYear());
    long within = quotas.take(year, quota.get().yearly(), content);
    try {
      return on(line, content, value, counted, within, trail);
    } catch (ArithmeticException tooLarge) {
      quotas.giveBack(year, within);
      throw tooLarge;
    }
  }

  /**
   * The same with what was taken of the quota.
   *
   * @param within micrograms; 0 if there is no quota
   */
  private Owed on(
      EntryLine line, long content, Money value, Money counted, long within, Trail trail) {
    return switch (instrument) {
      case Instrument.VariableLevy levy -> ofGap(levy, content, value, counted, trail);
      case Instrument.PartialLevy levy -> ofLadder(levy, content, value, trail);
      case Instrument.Specific specific ->
          owed(
              perKilogram(specific.perKilogram(), content),
              value,
              trail,
              trail.isKept()
                  ? "%s × %s kg".formatted(specific.perKilogram(), ContentText.of(content))
                  : "");
      case Instrument.AdValorem adValorem ->
          owed(
              ofValue(adValorem.share(), value.minor()),
              value,
              trail,
              trail.isKept() ? "%s × %s".formatted(value, adValorem.share()) : "");
      case Instrument.Compound compound ->
          owed(
              compound(compound.rate(), content, value.minor()),
              value,
              trail,
              trail.isKept() ? sentence(compound.rate(), content, value) : "");
      case Instrument.TariffRateQuota rates -> ofQuota(rates, content, value, within, trail);
      case Instrument.Contained contained -> ofContained(contained, line, content, value, trail);
      case Instrument.Undertaking undertaking ->
          ofUndertaking(undertaking, content, value, counted, trail);
      case Instrument.Together together ->
          ofParts(together, line, content, value, counted, within, trail);
    };
  }

  /** One after the other, each told what counts of those before it. */
  private Owed ofParts(
      Instrument.Together together,
      EntryLine line,
      long content,
      Money value,
      Money counted,
      long within,
      Trail trail) {
    Money sum = Money.none(value.currency());
    Money paid = counted;
    int flags = 0;
    for (int i = 0; i < parts.size(); i++) {
      Owed part = parts.get(i).on(line, content, value, paid, within, trail);
      sum = sum.plus(part.levy());
      paid = together.parts().get(i).countsTowardsFloor() ? paid.plus(part.levy()) : paid;
      flags |= part.flags();
    }
    Owed result = new Owed(sum, flags);
    if (trail.isKept()) {
      trail.add("sum", "of the " + parts.size() + " above", result.levy().toString());
    }
    return result;
  }

  private Owed ofGap(
      Instrument.VariableLevy levy, long content, Money value, Money counted, Trail trail) {
    long paid = Math.addExact(value.minor(), counted.minor());
    long gap =
        Math.max(
            0,
            steps(
                Exact.difference(
                    levy.floor().millionths(),
                    content,
                    paid,
                    scale,
                    scale * rounding.stepMinor(),
                    rounding.mode())));
    long most =
        levy.bound().isPresent() ? perKilogram(levy.bound().get(), content) : Long.MAX_VALUE;
    Money owed = new Money(Math.min(gap, most), value.currency());
    if (trail.isKept()) {
      trail.add(
          instrument.word(),
          "max(0, %s × %s kg − %s value − %s duties)%s; floor: %s"
              .formatted(
                  levy.floor(),
                  ContentText.of(content),
                  value,
                  counted,
                  levy.bound().map(bound -> ", at most " + bound).orElse(""),
                  reference),
          owed.toString());
    }
    return new Owed(owed, gap > most ? Flag.BOUND.bit() : 0);
  }

  private Owed ofLadder(Instrument.PartialLevy levy, long content, Money value, Trail trail) {
    Ladder bands = ladder.orElseThrow();
    Money owed =
        new Money(bands.levyOn(content, value.minor(), digits, rounding), value.currency());
    if (trail.isKept()) {
      trail.add(
          instrument.word(),
          "trigger %s × %s kg against %s: the last band levies %s of the gap; trigger: %s"
              .formatted(
                  levy.trigger(),
                  ContentText.of(content),
                  value,
                  new Share(bands.shareAt(content, value.minor(), digits)),
                  reference),
          owed.toString());
    }
    return new Owed(owed, 0);
  }

  private Owed ofQuota(
      Instrument.TariffRateQuota rates, long content, Money value, long within, Trail trail) {
    long owed;
    long owedWithin;
    int flag;
    if (within == content) {
      owed = compound(rates.inQuota(), content, value.minor());
      owedWithin = owed;
      flag = 0;
    } else if (within == 0) {
      owed = compound(rates.outOfQuota(), content, value.minor());
      owedWithin = 0;
      flag = Flag.QUOTA_USED_UP.bit();
    } else {
      QuotaSplit split = new QuotaSplit(rates, within, content, value.minor(), scale);
      owed = steps(split.owed(rounding));
      owedWithin = trail.isKept() ? steps(split.owedWithin(rounding)) : 0;
      flag = Flag.QUOTA_SPLIT.bit();
    }
    Money levy = new Money(owed, value.currency());
    if (trail.isKept()) {
      Money first = new Money(owedWithin, value.currency());
      trail.add(
          instrument.word(),
          "quota %s, value %s: %s kg within at %s = %s, %s kg beyond at %s = %s"
              .formatted(
                  rates.quota(),
                  value,
                  ContentText.of(within),
                  sentence(rates.inQuota()),
                  first,
                  ContentText.of(content - within),
                  sentence(rates.outOfQuota()),
                  levy.minus(first)),
          levy.toString());
    }
    return new Owed(levy, flag);
  }

  private Owed ofContained(
      Instrument.Contained contained, EntryLine line, long content, Money value, Trail trail) {
    boolean isLittle =
        Exact.compare(content, 1, line.netMass().grams(), contained.deMinimis().millionths()) <= 0;
    if (isLittle) {
      if (trail.isKept()) {
        trail.add(
            instrument.word(),
            "content is at or below the share of " + contained.deMinimis(),
            "nothing is levied");
      }
      return new Owed(Money.none(value.currency()), Flag.DE_MINIMIS.bit());
    }
    PricePerKilogram gap =
        new PricePerKilogram(
            Math.max(0, contained.floor().millionths() - contained.reference().millionths()),
            value.currency());
    return owed(
        perKilogram(gap, content),
        value,
        trail,
        trail.isKept()
            ? "(%s − reference %s) × %s kg contained; %s"
                .formatted(
                    contained.floor(), contained.reference(), ContentText.of(content), reference)
            : "");
  }

  private Owed ofUndertaking(
      Instrument.Undertaking undertaking, long content, Money value, Money counted, Trail trail) {
    long paid = Math.addExact(value.minor(), counted.minor());
    boolean isBelow = Exact.compare(paid, scale, undertaking.least().millionths(), content) < 0;
    if (trail.isKept()) {
      trail.add(
          instrument.word(),
          "%s × %s kg".formatted(undertaking.least(), ContentText.of(content)),
          isBelow ? "sold below it" : "kept");
    }
    return new Owed(Money.none(value.currency()), isBelow ? Flag.BELOW_UNDERTAKING.bit() : 0);
  }

  /** An amount that is explained in one sentence, which is empty where nobody asks for it. */
  private Owed owed(long minor, Money value, Trail trail, String how) {
    Money levy = new Money(minor, value.currency());
    if (trail.isKept()) {
      trail.add(instrument.word(), how, levy.toString());
    }
    return new Owed(levy, 0);
  }

  private long perKilogram(PricePerKilogram price, long content) {
    return steps(
        Exact.product(price.millionths(), content, scale * rounding.stepMinor(), rounding.mode()));
  }

  private long ofValue(Share share, long value) {
    return steps(
        Exact.product(value, share.millionths(), MILLION * rounding.stepMinor(), rounding.mode()));
  }

  /** Both parts are added before they are rounded, so that the line is rounded once. */
  private long compound(Rate rate, long content, long value) {
    return steps(
        Exact.sum(
            rate.perKilogram().millionths(),
            content,
            Math.multiplyExact(rate.adValorem().millionths(), scale / MILLION),
            value,
            scale * rounding.stepMinor(),
            rounding.mode()));
  }

  private long steps(long count) {
    return Math.multiplyExact(count, rounding.stepMinor());
  }

  private static String sentence(Rate rate) {
    return rate.adValorem() + " of value and " + rate.perKilogram();
  }

  private static String sentence(Rate rate, long content, Money value) {
    return "%s × %s + %s × %s kg"
        .formatted(value, rate.adValorem(), rate.perKilogram(), ContentText.of(content));
  }
}
