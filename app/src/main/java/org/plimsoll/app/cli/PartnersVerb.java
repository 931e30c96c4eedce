package org.plimsoll.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Partner;
import org.plimsoll.planner.risk.Concentration;
import org.plimsoll.planner.risk.RiskTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll partners}. */
@Command(
    name = "partners",
    description = "Who was at the ministerial of 4 February 2026, who signed, who makes what.",
    footerHeading = "%nExamples:%n",
    footer = {"  plimsoll partners", "  plimsoll partners --signed --json"})
final class PartnersVerb implements Callable<Integer> {
  private static final double LEAST_SHARE = 0.01;
  private static final int SHOWN = 4;

  @Option(names = "--signed", description = "Only those with a framework with the United States.")
  private boolean signed;

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Console console;

  PartnersVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Evidence evidence = console.session().readWorld(options.world());
    return console.print(answer(evidence, signed), options.asJson());
  }

  static Answer answer(Evidence evidence, boolean signedOnly) {
    RiskTable output = RiskTable.of(evidence, List.of());
    Answer.Builder rows =
        Table.of(
            "partners",
            "Delegations at the ministerial of 4 February 2026",
            new Column("country", "code"),
            new Column("name", "name"),
            new Column("signedWithUsa", "signed with USA"),
            Column.hidden("grade"),
            Column.hidden("status"),
            Column.hidden("source"),
            new Column("makes", "makes, share of world output " + evidence.baseYear()));
    for (Partner partner : evidence.partners()) {
      if (!signedOnly || partner.signedWithUsa().isPresent()) {
        rows.row(
            Cell.words(partner.country().alpha3()),
            Cell.words(partner.name()),
            Cell.words(partner.signedWithUsa()),
            Cell.words(partner.provenance().grade().name()),
            Cell.words(partner.provenance().status().word()),
            Cell.words(partner.provenance().source().toString()),
            new Cell.Names(makes(output, partner.country())));
      }
    }
    return new Answer(
        new TreeMap<>(Map.of("asOf", evidence.asOf().toString())),
        List.of(rows.build()),
        List.of("Shown are the four largest shares of at least 1%."));
  }

  private static List<String> makes(RiskTable output, CountryCode country) {
    List<Concentration> made = new ArrayList<>();
    for (Concentration product : output.world()) {
      if (share(product, country) >= LEAST_SHARE) {
        made.add(product);
      }
    }
    made.sort(
        Comparator.comparingDouble((Concentration c) -> -share(c, country))
            .thenComparing(Concentration::product));
    return made.stream()
        .limit(SHOWN)
        .map(c -> c.product() + " " + new Cell.Share(share(c, country), 2).text())
        .toList();
  }

  private static double share(Concentration product, CountryCode country) {
    return product.shares().byCountry().getOrDefault(country, 0.0);
  }
}
