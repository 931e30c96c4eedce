package org.plimsoll.sources.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.ExportControl;
import org.plimsoll.model.policy.Fact;
import org.plimsoll.model.policy.Partner;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.CaseTable;
import org.plimsoll.sources.GeneratedPage;
import org.plimsoll.sources.dataset.Areas;

/** The registers on real rows, joined with what people wrote about them. */
final class RegistersTest {
  private static final List<String> REGISTERS =
      List.of(
          "projects.csv",
          "export_controls.csv",
          "commitments.csv",
          "partners.csv",
          "price_facts.csv",
          "policy_facts.csv",
          "news-2026.csv",
          "news-2026-export-controls.csv");

  private static final Map<String, String> HAND =
      Map.of(
          "project_products.csv",
          """
          project,country,product,or_products,tonnes,note
          P001,CAN,neodymium-praseodymium/metal,,600,as published
          P065,AUS,gallium/refined,dysprosium/oxide,100,about a tenth of the world
          """,
          "control_effects.csv",
          """
          control,products,from,to,in_base,licensed_share_low,licensed_share,licensed_share_high,\
          already_taken_share_low,already_taken_share,already_taken_share_high,quota_tonnes,\
          source,grade,status,note
          E004,gallium/refined,CHN,,yes,1,1,1,0.3,0.36,0.45,,judgement@2026#c,C,assumed,in trade
          E004,germanium/refined,CHN,,yes,1,1,1,,,,,judgement@2026#c,C,assumed,in trade
          E020,dysprosium/oxide;gallium/refined,CHN,JPN,no,0.9,0.97,1,,,,,judgement@2026#c,C,\
          assumed,\
          military uses only
          E027,cobalt/mine,COD,,no,,,,,,,96600,judgement@2026#c,C,read,quota of 2026 and 2027
          """,
          "frameworks.csv",
          """
          framework,signed,counterpart,date,label,column
          meeting,no,USA,2026-02-04,came on {date},attended_ministerial_2026_02_04
          framework,yes,USA,,signed on {date},signed_framework_with_usa
          """,
          "milestones.csv",
          """
          milestone,made,parties,instrument,binding,promise,state,state_date,url,verification,\
          source,grade,status,note
          M001,2025-12-09,Firm; Council,expansion,contract,more oxide,expanding,2025-12-09,\
          https://example.org,verified,registers@2026#projects P001,B,reported,
          """);

  @TempDir private Path folder;

  static Stream<Arguments> cases() {
    return CaseTable.read(RegistersTest.class, "bad-registers.txt", 6).stream()
        .map(parts -> Arguments.of(parts.get(1) + ": " + CaseTable.title(parts), parts));
  }

  @BeforeEach
  void writeFiles() throws IOException {
    for (String register : REGISTERS) {
      write(register, CaseTable.resource(RegistersTest.class, register));
    }
    for (Map.Entry<String, String> file : HAND.entrySet()) {
      write(file.getKey(), file.getValue());
    }
  }

  @Test
  void everyRowIsAccountedFor() {
    Loaded<Registers> read = read();
    assertFalse(read.hasErrors(), read.issues().toString());
    // 6 projects, 6 controls, 4 commitments, 4 partners, 4 + 3 facts, 3 + 2 of the news,
    // 2 + 4 + 2 + 1 rows by hand
    assertEquals(41, read.rows().read());
    assertEquals(41, read.rows().accepted());
  }

  /** Argentina came and signed; Angola, the Commission and Japan only came. */
  @Test
  void aPartnerHasARowForEachTieAndTheLabelOfItsFramework() {
    List<Partner> partners = read().value().partners();
    assertEquals(5, partners.size());
    assertEquals(
        List.of("came on 2026-02-04", "signed on 2026-02-04"),
        partners.stream()
            .filter(p -> p.country().equals(CountryCode.of("ARG")))
            .map(Partner::label)
            .toList());
  }

  @Test
  void aProjectHasTheProductAndCapacityThatPeopleGaveIt() {
    Project metal = read().value().projects().getFirst();
    assertEquals("P001", metal.id());
    assertEquals(Optional.of(ProductId.parse("neodymium-praseodymium/metal")), metal.product());
    assertEquals(OptionalDouble.of(600), metal.capacityTonnesPerYear());
    assertEquals(Optional.of(CountryCode.of("CAN")), metal.country());
    assertEquals(List.of(), metal.orProducts());
    Project unplaced = read().value().projects().get(1);
    assertEquals(Optional.empty(), unplaced.product());
    assertEquals(OptionalDouble.empty(), unplaced.capacityTonnesPerYear());
    assertEquals(Optional.of(CountryCode.of("USA")), unplaced.country());
  }

  @Test
  void aControlHasTheEffectThatPeopleGaveIt() {
    Map<String, ExportControl> controls =
        read().value().exportControls().stream()
            .collect(java.util.stream.Collectors.toMap(ExportControl::id, c -> c));
    ExportControl.Effect inBase = effect(controls, "E004");
    assertEquals(ExportControl.InBase.YES, inBase.inBase());
    assertEquals(Optional.of(Interval.exactly(1)), inBase.licensedShare());
    assertEquals(Optional.of(new Interval(0.3, 0.36, 0.45)), inBase.alreadyTakenShare());
    assertTrue(inBase.to().isUnnamed());
    ExportControl gallium = Optional.ofNullable(controls.get("E004")).orElseThrow();
    assertEquals(2, gallium.effects().size());
    assertEquals(Optional.empty(), gallium.effects().get(1).alreadyTakenShare());
    ExportControl.Effect toJapan = effect(controls, "E020");
    assertEquals(Optional.of(new Interval(0.9, 0.97, 1)), toJapan.licensedShare());
    assertEquals(List.of("JPN"), toJapan.to().ids());
    assertEquals(2, toJapan.products().size());
    ExportControl.Effect quota = effect(controls, "E027");
    assertEquals(OptionalDouble.of(96_600), quota.quotaTonnes());
    assertEquals(Optional.empty(), quota.licensedShare());
  }

  @Test
  void aMeasureReportedAndDeniedKeepsBothClaims() {
    ExportControl denied =
        read().value().exportControls().stream()
            .filter(c -> c.id().equals("E021"))
            .findFirst()
            .orElseThrow();
    assertTrue(denied.state().startsWith("denied by MOFCOM"), denied.state());
    assertEquals("reported, disputed", denied.provenance().note());
    assertEquals(List.of(), denied.effects());
  }

  /** Nobody found what became of the suspensions of November 2026, and one source says less. */
  @Test
  void newsKeepsItsMarks() {
    Registers registers = read().value();
    Fact truce = fact(registers, "N001");
    assertEquals(Status.UNKNOWN, truce.provenance().status());
    assertTrue(truce.provenance().note().endsWith("single source"), truce.toString());
    assertEquals(Status.UNKNOWN, fact(registers, "N006").provenance().status());
    assertFalse(fact(registers, "N006").provenance().note().contains("single source"));
    Fact purchase = fact(registers, "N030");
    assertEquals(Status.UNKNOWN, purchase.provenance().status());
    assertEquals("", purchase.url());
    ExportControl list =
        registers.exportControls().stream()
            .filter(c -> c.id().equals("X02"))
            .findFirst()
            .orElseThrow();
    assertTrue(list.provenance().note().contains("same event as E024"), list.toString());
    assertEquals(Grade.C, list.provenance().grade());
  }

  private static Fact fact(Registers registers, String id) {
    return registers.facts().stream().filter(f -> f.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void aPromiseHasItsDayAndAMilestoneComesBehindTheRegister() {
    List<Commitment> all = read().value().commitments();
    assertEquals(Optional.of("2026-03-06"), all.get(2).deadline());
    assertEquals(Optional.empty(), all.get(1).deadline());
    assertEquals("M001", all.getLast().id());
    assertEquals("registers@2026#projects P001", all.getLast().provenance().source().toString());
  }

  @Test
  void factsAreWordedWithTheirFigureAndUnit() {
    Registers registers = read().value();
    assertTrue(
        registers
            .facts()
            .getFirst()
            .statement()
            .startsWith(
                "NdPr oxide contract floor DoD-MP 110 USD/kg (contract floor, Project Blue)"),
        registers.facts().getFirst().statement());
    assertTrue(registers.facts().get(3).statement().contains("1000 to 1050 USD/mtu"));
    assertEquals("Q001", registers.facts().get(4).id());
    assertEquals(
        "US stockpile (Project Vault): total size 12 USD bn", registers.facts().get(4).statement());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theFaultIsNamedWithItsPlaceAndAWayOut(String title, List<String> parts) throws IOException {
    Path file = folder.resolve(parts.get(1));
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    write(parts.get(1), CaseTable.edit(text, parts.get(2)));

    List<Issue> errors = read().issues().stream().filter(Issue::isError).toList();

    assertEquals(1, errors.size(), errors.toString());
    Issue error = errors.getFirst();
    assertEquals(parts.get(3), error.place().toString(), error.toString());
    assertTrue(error.problem().contains(parts.get(4)), error.toString());
    assertTrue(error.wayOut().contains(parts.get(5)), error.toString());
  }

  private static ExportControl.Effect effect(Map<String, ExportControl> controls, String id) {
    return Optional.ofNullable(controls.get(id)).orElseThrow().effects().getFirst();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text, StandardCharsets.ISO_8859_1);
  }

  private Loaded<Registers> read() {
    Path none = folder.resolve("none");
    Loaded<Areas> areas =
        Areas.read(none, GeneratedPage.root().resolve("world/hand/country_names.csv"));
    return Registers.read(folder, folder, folder, areas.value());
  }
}
