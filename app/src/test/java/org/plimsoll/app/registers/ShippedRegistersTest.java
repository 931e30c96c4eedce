package org.plimsoll.app.registers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.trade.Storage;
import org.plimsoll.planner.commitments.CommitmentCalendar;

/** What the registers that come with the program say, against the pages that they cite. */
class ShippedRegistersTest {
  private static final Evidence WORLD = RealWorld.evidence();

  /** Coated magnets keep for years; they are no reserve because each is made for its buyer. */
  @Test
  void magnetsKeepButAreNotFungible() {
    for (String magnet : List.of("neodymium-praseodymium/magnet", "dysprosium/magnet")) {
      ProductId id = ProductId.parse(magnet);
      assertEquals("", WORLD.getProduct(id).storableForm(), magnet);
      Storage fungible = WORLD.resilience().findStorage(id, "fungible").orElseThrow();
      assertEquals(0, fungible.value().high(), magnet);
      Storage keeps = WORLD.resilience().findStorage(id, "shelf-life").orElseThrow();
      assertEquals(5, keeps.value().low(), magnet);
      assertEquals(20, keeps.value().high(), magnet);
    }
  }

  /** No row of the register tells whether a plant's magnets hold Dy and Tb. */
  @Test
  void ofEveryMagnetPlantItIsSaidThatItsMagnetIsNotReported() {
    List<Project> magnets =
        WORLD.projects().stream()
            .filter(p -> p.product().map(id -> id.stage().equals("magnet")).orElse(false))
            .toList();
    assertEquals(
        List.of("P006", "P007", "P009", "P011", "P012", "P014", "P044"),
        magnets.stream().map(Project::id).toList());
    for (Project project : magnets) {
      assertTrue(project.isProductUnknown(), project.id());
      assertEquals(List.of(ProductId.parse("dysprosium/magnet")), project.orProducts());
    }
    Answer answer = new ProjectList(Optional.of("magnet"), Optional.empty()).answer(WORLD);
    assertTrue(
        answer.remarks().getFirst().contains("nothing reported tells which of them it makes"),
        answer.remarks().toString());
  }

  /** The investigation took comments to 16 May 2025; its report went out on 24 October. */
  @Test
  void whatWasCompletedIsNotOverdue() {
    Answer answer =
        new CommitmentList(Optional.of(LocalDate.of(2026, 11, 24)), List.of("overdue"))
            .answer(WORLD);
    assertTrue(
        answer.tables().getFirst().cells().stream()
            .noneMatch(row -> row.getFirst().text().equals("C001")));
  }

  private static Answer controls(String day) {
    return ControlList.ofAll(Optional.of(LocalDate.parse(day))).answer(WORLD);
  }

  private static String cell(Answer answer, String table, String id, String column) {
    Table<?> its =
        answer.tables().stream().filter(t -> t.key().equals(table)).findFirst().orElseThrow();
    List<String> keys = its.columns().stream().map(c -> c.key()).toList();
    return its.cells().stream()
        .filter(row -> row.getFirst().text().equals(id))
        .map(row -> row.get(keys.indexOf(column)).text())
        .findFirst()
        .orElseThrow();
  }

  /**
   * Notices 70 and 72 of 2025 suspend to 10 and to 27 November 2026; nothing tells what followed.
   */
  @Test
  void whereASuspensionRanOutTheStandingIsUnknown() {
    assertEquals("suspended", cell(controls("2026-11-24"), "controls", "E009", "word"));
    assertEquals("unknown", cell(controls("2026-11-24"), "controls", "E012", "word"));
    assertEquals("unknown", cell(controls("2026-11-28"), "controls", "E009", "word"));
    assertEquals("in force", cell(controls("2025-06-01"), "controls", "E009", "word"));
    assertEquals("announced", cell(controls("2025-10-20"), "controls", "E012", "word"));
  }

  @Test
  void everyControlHasADatedChangeAndAScope() {
    for (ExportControl control : WORLD.exportControls()) {
      assertTrue(
          WORLD.developments().controlChanges().stream()
              .anyMatch(change -> change.control().equals(control.id())),
          control.id());
      assertTrue(
          WORLD.developments().controlScopes().stream()
              .anyMatch(scope -> scope.control().equals(control.id())),
          control.id());
    }
  }

  /** Where a date is counted from an anchor, the register computed the same day. */
  @Test
  void termsLeadToTheRegistersDeadlines() {
    CommitmentCalendar calendar = CommitmentCalendar.of(WORLD, WORLD.asOf());
    int counted = 0;
    for (CommitmentCalendar.Entry entry : calendar.entries()) {
      if (entry.commitment().deadline().isPresent() && entry.due().isPresent()) {
        assertEquals(
            entry.commitment().deadline().orElseThrow(),
            entry.due().orElseThrow().on().toString(),
            entry.commitment().id());
        counted++;
      }
    }
    assertEquals(34, counted);
  }

  /** 57 promises: one late, by 49 days, and of 24 nobody can say; milestones apart. */
  @Test
  void whatBecameOfThePromises() {
    CommitmentCalendar calendar = CommitmentCalendar.of(WORLD, LocalDate.of(2026, 11, 24));
    Map<String, Long> counts =
        calendar.entries().stream()
            .filter(entry -> entry.commitment().id().startsWith("C"))
            .collect(
                Collectors.groupingBy(
                    entry -> entry.standing().word(), TreeMap::new, Collectors.counting()));
    assertEquals(
        "{kept=2, kept late=1, open=7, part kept=2, undated=21, unknown=24}", counts.toString());
    assertEquals(
        "kept 2026-04-24, 49 days late",
        calendar.entries().stream()
            .filter(entry -> entry.commitment().id().equals("C037"))
            .findFirst()
            .orElseThrow()
            .standing()
            .describe());
  }

  @Test
  void aControlReachesGoodsADestinationAndAnEndUserForAReason() {
    Answer military = reaching("dysprosium/oxide", "JPN", "military");
    assertTrue(
        cell(military, "controls", "E020", "why").contains("covers every dual-use item"),
        cell(military, "controls", "E020", "why"));
    assertEquals(
        "covers dysprosium/oxide; to every destination; for every end user",
        cell(military, "controls", "E011", "why"));
    assertTrue(missing(military, "E009"), "a ban to the United States");
    assertTrue(missing(military, "E022"), "a list of names");
    Answer named = reaching("dysprosium/oxide", "JPN", "Mitsubishi Heavy Industries, Ltd.");
    assertTrue(
        cell(named, "controls", "E022", "why").endsWith("names Mitsubishi Heavy Industries, Ltd."));
    assertTrue(
        named.remarks().toString().contains("may name 'Mitsubishi"), named.remarks().toString());
    Refusal refusal =
        assertThrows(Refusal.class, () -> reaching("dysprosium/oxide", "Japam", "military"));
    assertTrue(refusal.text().contains("Japan"), refusal.text());
  }

  private static boolean missing(Answer answer, String control) {
    return answer.tables().getFirst().cells().stream()
        .noneMatch(row -> row.getFirst().text().equals(control));
  }

  private static Answer reaching(String product, String to, String endUser) {
    return new ControlList(
            Optional.of(LocalDate.of(2026, 11, 24)),
            Optional.empty(),
            new ControlList.About(Optional.of(product), Optional.of(to), Optional.of(endUser)),
            List.of())
        .answer(WORLD);
  }

  /** From the promise of REalloys to three products, and from Minamitorishima to none. */
  @Test
  void aPromiseLeadsToWhatItsPlantsDoInAStop() {
    Answer answer = new CommitmentList(Optional.empty(), List.of()).answer(WORLD);
    Table<?> traces =
        answer.tables().stream().filter(t -> t.key().equals("traces")).findFirst().orElseThrow();
    String text =
        traces.cells().stream()
            .filter(row -> row.get(1).text().matches("M00[12]|C048"))
            .map(row -> row.getFirst().text() + " " + row.getLast().text())
            .collect(Collectors.joining("\n"));
    assertEquals(
        """
        P004 cannot be solved: it makes no product of the model
        P001 plimsoll solve --stop CHN:neodymium-praseodymium/metal --add P001
        P002 plimsoll solve --stop CHN:dysprosium/oxide --add P002
        P003 plimsoll solve --stop CHN:terbium/oxide --add P003
        P004 cannot be solved: it makes no product of the model\
        """,
        text);
  }

  @Test
  void aNameIsMatchedWithItsRowsAndItsRule() {
    Answer answer = new PartyList("Saskatchewan Research Council").answer(WORLD);
    assertEquals(
        "M001, P001, P002, P003", cell(answer, "matches", "Saskatchewan Research Council", "rows"));
    assertTrue(new PartyList("Connecticut").answer(WORLD).tables().getFirst().isEmpty());
    assertThrows(Refusal.class, () -> new PartyList("-").answer(WORLD));
  }
}
