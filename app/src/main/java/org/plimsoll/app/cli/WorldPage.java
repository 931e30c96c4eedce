package org.plimsoll.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.plimsoll.app.cli.Answer.Table;

/** The page about a material: what an analyst would keep of it. */
final class WorldPage {
  private WorldPage() {}

  static Answer answer(WorldSubject subject) {
    TreeMap<String, String> facts = new TreeMap<>();
    facts.put("asOf", subject.evidence().asOf().toString());
    facts.put("baseYear", Integer.toString(subject.evidence().baseYear()));
    WorldVolumeTables volumes = new WorldVolumeTables(subject);
    WorldPolicyTables policy = new WorldPolicyTables(subject);
    WorldTrustTables trust = new WorldTrustTables(subject);
    List<Table> tables =
        List.of(
            volumes.stages(),
            WorldTechnologyTable.of(subject),
            volumes.makers(),
            volumes.users(),
            volumes.flows(),
            trust.prices(),
            policy.controls(),
            policy.projects(),
            trust.grades(),
            trust.sources());
    List<String> remarks = new ArrayList<>();
    remarks.add(
        "Tonnes are of content on the product's basis. Products that rest on a prior are shown to"
            + " two digits.");
    remarks.add(
        "HHI: sum of squared shares of makers; a range is what folding small countries leaves"
            + " open.");
    policy.remark().ifPresent(remarks::add);
    remarks.add(
        "Every row with its source: --rows. How flows are balanced:"
            + " docs/method/reconciliation.md");
    return new Answer(facts, tables, remarks);
  }
}
