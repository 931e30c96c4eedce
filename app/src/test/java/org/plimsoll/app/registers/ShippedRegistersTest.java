package org.plimsoll.app.registers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.world.RealWorld;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.trade.Storage;

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
}
