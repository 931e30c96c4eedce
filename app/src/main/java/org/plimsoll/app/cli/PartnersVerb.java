package org.plimsoll.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.cli.Answer.Column;
import org.plimsoll.app.cli.Answer.Table;
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
    description = "Who attends and who signed frameworks of cooperation, and who makes what.",
    footerHeading = "%nExamples:%n",
    footer = {"  plimsoll partners", "  plimsoll partners --signed --json"})
final class PartnersVerb implements Callable<Integer> {
  private static final double LEAST_SHARE = 0.01;
  private static final int SHOWN = 4;

  @Option(names = "--signed", description = "Only those that signed a framework.")
  private boolean signed;

  @Mixin private final WorldOptions options = new WorldOptions();
  private final Session session;

  PartnersVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Evidence evidence = session.readWorld(options.world());
    return session.print(answer(evidence, signed), options.asJson());
  }

  static Answer answer(Evidence evidence, boolean signedOnly) {
    RiskTable output = RiskTable.of(evidence, List.of());
    Answer.Builder rows =
        Table.of(
            "partners",
            "Partners in frameworks of cooperation on critical minerals",
            new Column("country", "code"),
            new Column("name", "name"),
            new Column("tie", "tie"),
            new Column("counterpart", "with"),
            new Column("date", "date"),
            Column.hidden("grade"),
            Column.hidden("status"),
            Column.hidden("source"),
            new Column("makes", "makes, share of world output " + evidence.baseYear()));
    for (CountryCode country :
        evidence.partners().stream().map(Partner::country).distinct().toList()) {
      Partner partner = evidence.findPartner(country).orElseThrow();
      if (!signedOnly || partner.tie() == Partner.Tie.SIGNED) {
        rows.row(
            Cell.words(partner.country().alpha3()),
            Cell.words(partner.name()),
            Cell.words(partner.tie().name().toLowerCase(Locale.ROOT)),
            Cell.words(partner.counterpart()),
            Cell.words(partner.date()),
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
