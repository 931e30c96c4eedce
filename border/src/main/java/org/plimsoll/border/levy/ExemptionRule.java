package org.plimsoll.border.levy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.plimsoll.border.entry.EntryLine;
import org.plimsoll.border.entry.LineRefused;
import org.plimsoll.border.origin.Claim;
import org.plimsoll.border.origin.OriginFinding;
import org.plimsoll.border.parties.Roster;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.quantity.PricePerKilogram;

/** Judges whether goods are exempt, as a bit of {@link Flag}. */
final class ExemptionRule {
  private static final int EXEMPT = Flag.EXEMPT_MEMBER.bit() | Flag.EXEMPT_PARTNER.bit();

  private final Exemptions exemptions;
  private final Roster members;
  private final ClaimRule claims;

  /** Those whose own floor is not below that of the rule. */
  private final List<Exemptions.Partner> partners;

  ExemptionRule(Exemptions exemptions, Roster members, ClaimRule claims, LevyRule rule) {
    this.exemptions = exemptions;
    this.members = members;
    this.claims = claims;
    partners =
        exemptions.partners().stream().filter(partner -> isEquivalent(partner, rule)).toList();
  }

  static boolean exempts(int flags) {
    return (flags & EXEMPT) != 0;
  }

  /**
   * The flag to set; 0 if there is nothing to say.
   *
   * @throws LineRefused if the schedule has no rate for a currency of the bill of materials
   */
  int flagFor(EntryLine line, Trail trail) {
    if (!isOfSomebodyExempt(line)) {
      return 0;
    }
    Optional<Claim> claim =
        exemptions.rule().asksForMaterials() ? claims.find(line, trail) : Optional.empty();
    Predicate<CountryCode> inAlliance = country -> members.includes(country, line.date());
    int flag = judge(line, claim, inAlliance, Flag.EXEMPT_MEMBER, trail);
    if (flag == 0 || flag == Flag.ORIGIN_NOT_SHOWN.bit()) {
      for (Exemptions.Partner partner : partners) {
        int other = judge(line, claim, partner.country()::equals, Flag.EXEMPT_PARTNER, trail);
        flag = other == 0 ? flag : other;
        if (exempts(flag)) {
          return flag;
        }
      }
    }
    return flag;
  }

  /** Whether any fact of the line names a member or partner: most lines name none. */
  private boolean isOfSomebodyExempt(EntryLine line) {
    return isExempt(line.origin().extractedIn(), line)
        || isExempt(line.origin().processedIn(), line)
        || isExempt(line.origin().transformedIn(), line);
  }

  private boolean isExempt(Optional<CountryCode> country, EntryLine line) {
    return country.isPresent()
        && (members.includes(country.get(), line.date()) || isPartner(country.get()));
  }

  private boolean isPartner(CountryCode country) {
    for (int i = 0; i < partners.size(); i++) {
      if (partners.get(i).country().equals(country)) {
        return true;
      }
    }
    return false;
  }

  /** A partner's floor is equivalent while it is not below ours. */
  private static boolean isEquivalent(Exemptions.Partner partner, LevyRule rule) {
    Optional<PricePerKilogram> ours = rule.instrument().findReferencePrice();
    return partner.product().equals(rule.product())
        && ours.isPresent()
        && partner.floor().currency().equals(ours.get().currency())
        && partner.floor().millionths() >= ours.get().millionths();
  }

  private int judge(
      EntryLine line,
      Optional<Claim> claim,
      Predicate<CountryCode> inside,
      Flag exempt,
      Trail trail) {
    claim.ifPresent(bill -> ClaimRule.explain(bill, inside, trail));
    OriginFinding finding = exemptions.rule().judge(line.origin(), claim, inside);
    return switch (finding) {
      case OriginFinding.Originates yes -> ofOriginating(line, yes, inside, exempt, trail);
      case OriginFinding.DoesNotOriginate no -> {
        if (trail.isKept()) {
          trail.add("origin", no.reason(), "no exemption");
        }
        yield 0;
      }
      case OriginFinding.NotShown open -> {
        if (trail.isKept()) {
          trail.add("origin", open.missing() + " is missing", "no exemption");
        }
        yield Flag.ORIGIN_NOT_SHOWN.bit();
      }
    };
  }

  private int ofOriginating(
      EntryLine line,
      OriginFinding.Originates finding,
      Predicate<CountryCode> inside,
      Flag exempt,
      Trail trail) {
    if (exemptions.mustBeClaimed() && line.preferenceCode().isBlank()) {
      if (trail.isKept()) {
        trail.add("origin", "preference_code is empty", "no exemption");
      }
      return Flag.ORIGIN_NOT_SHOWN.bit();
    }
    if (exemptions.mustBeDirect()) {
      Optional<CountryCode> from = line.origin().consignedFrom();
      if (from.isEmpty()) {
        if (trail.isKept()) {
          trail.add("origin", "consigned_from is missing", "no exemption");
        }
        return Flag.ORIGIN_NOT_SHOWN.bit();
      }
      if (!inside.test(from.get())) {
        if (trail.isKept()) {
          trail.add("origin", "consigned from " + from.get(), "no exemption");
        }
        return 0;
      }
    }
    if (trail.isKept()) {
      trail.add("exempt", finding.reason(), exempt.word());
    }
    return exempt.bit();
  }
}
