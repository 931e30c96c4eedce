package org.plimsoll.vault.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTest {
  @Test
  void parseAfterPrintIsTheIdentity() {
    Terms terms = UsReserve.terms();
    assertEquals(terms, Terms.parse(terms.toText()));
    Terms odd = Terms.parse(terms.toText().replace("nothing is", "\\no\\ | n\\\\o: nothing is"));
    for (Terms one : List.of(terms, odd)) {
      assertEquals(1, one.toLine().lines().count());
      assertEquals(one, Terms.parseLine(one.toLine()));
      assertEquals(one, Terms.parseLine(one.toText()));
    }
    assertThrows(IllegalArgumentException.class, () -> Terms.parseLine("interest | 0.05"));
  }

  /** What was published by November 2026: three rules and one level. */
  @Test
  void thePresetSaysWhatIsPublished() {
    List<Term> levels =
        UsReserve.terms().settled().stream()
            .filter(settled -> settled.levelBasis() == Basis.PUBLISHED)
            .map(Settled::term)
            .toList();
    assertEquals(List.of(Term.EMERGENCY_DRAW_SHARE), levels);
    List<Term> rules =
        UsReserve.terms().settled().stream()
            .filter(settled -> settled.rule() == Basis.PUBLISHED)
            .map(Settled::term)
            .toList();
    assertEquals(
        List.of(
            Term.ENTRY_FEE,
            Term.INTEREST,
            Term.STORAGE_KG_DAY,
            Term.EMERGENCY_DRAW_SHARE,
            Term.REPLENISH_DAYS),
        rules);
  }

  @ParameterizedTest
  @CsvSource({
    "interest | 0.05,interest | 0.0500001",
    "replenish_days | 180,replenish_days | 180.5",
    "draw_share | 0.5,draw_share | -0.5",
    "grace_days | 30,grace_days | soon",
    "grace_days,graceful_days",
    "version,edition",
    "interest | 0.05 | published,interest | 0.05 | rumoured",
    "from | 2026-02-02,from | 2 February",
    "from | 2026-02-02,from | +10000-01-01",
    "shortage | pro-rata,shortage | first-come",
    "shortage | pro-rata | assumed,shortage | pro-rata"
  })
  void whatCannotBeReadIsRefused(String right, String wrong) {
    String text = UsReserve.terms().toText();
    assertTrue(text.contains(right), right);
    assertThrows(
        IllegalArgumentException.class, () -> Terms.parse(text.replace(right, wrong)), wrong);
  }

  private static Terms later(Terms first, String version, String from) {
    return new Terms(
        version,
        LocalDate.parse(from),
        first.settled(),
        first.sharing(),
        first.products(),
        first.sites());
  }

  /** In whatever order they are written, lists are printed in one; without them, nothing is. */
  @Test
  void productsAndSitesMayBeListed() {
    String text = UsReserve.terms().toText();
    Terms terms =
        Terms.parse(
            "sites | south,north | assumed | published | ours\n"
                + text
                + "products | tin/refined, gallium/refined | published | assumed | theirs\n");
    assertEquals(
        text
            + "products | gallium/refined, tin/refined | published | assumed | theirs\n"
            + "sites | north, south | assumed | published | ours\n",
        terms.toText());
    assertEquals(terms, Terms.parse(terms.toText()));
    for (String wrong :
        List.of(
            "sites | north,, south | assumed | assumed | ours",
            "sites | | assumed | assumed | ours",
            "sites | north | assumed | assumed | ",
            "products | gallium | assumed | assumed | ours",
            "products | gallium/refined | assumed")) {
      assertThrows(IllegalArgumentException.class, () -> Terms.parse(text + wrong), wrong);
    }
  }

  @Test
  void aContractIsUnderTheVersionOfItsDay() {
    Terms first = UsReserve.terms();
    Terms second = later(first, "second", "2027-01-01");
    TermsBook book = new TermsBook(List.of(first, second));
    assertEquals(first, book.on(LocalDate.of(2026, 12, 31)));
    assertEquals(second, book.on(LocalDate.of(2027, 1, 1)));
    assertEquals(first, book.on(LocalDate.of(2020, 1, 1)));
    // Settled later, a version that begins no later takes the place of one before it.
    Terms third = later(first, "third", "2026-12-01");
    TermsBook more = book.with(third);
    assertEquals(first, more.on(LocalDate.of(2026, 11, 30)));
    assertEquals(third, more.on(LocalDate.of(2026, 12, 1)));
    assertEquals(third, more.on(LocalDate.of(2027, 1, 1)));
    assertTrue(more.has("third") && !book.has("third"));
    assertThrows(IllegalArgumentException.class, () -> more.with(second));
  }
}
