package org.plimsoll.sources.register;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.policy.Partner;
import org.plimsoll.model.provenance.Grade;
import org.plimsoll.model.provenance.Provenance;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.table.CsvFile;
import org.plimsoll.sources.table.Row;

/**
 * A framework of cooperation, and the column of the register that says who has a tie to it.
 *
 * @param date of the framework; empty if the register gives one for each country
 * @param label what a plan says of a country with the tie; {@code {date}} stands for its date
 */
record Framework(
    String id,
    Partner.Tie tie,
    String counterpart,
    Optional<String> date,
    String label,
    String column) {
  private static Framework of(Row row) {
    return new Framework(
        row.text("framework"),
        row.yes("signed") ? Partner.Tie.SIGNED : Partner.Tie.ATTENDED,
        row.text("counterpart"),
        row.findText("date"),
        row.text("label"),
        row.text("column"));
  }

  /** The tie of the row's country; the register writes yes, or the day of the signature. */
  private Optional<Partner> of(Row row, Provenance provenance) {
    return row.findText(column)
        .map(said -> said.equals("yes") ? date.orElse("") : said)
        .map(day ->
            new Partner(
                row.parsed("iso3", CountryCode::of),
                id,
                row.text("name"),
                tie,
                counterpart,
                Optional.of(day).filter(text -> !text.isEmpty()),
                label.replace("{date}", day),
                provenance));
  }

  /** The ties of every country, in the order of the register. */
  static List<Partner> partners(Registers.Files files, Path policy, Path hand) {
    List<Framework> frameworks =
        files.keep(
            CsvFile.withExactly(
                    "frameworks.csv",
                    List.of("framework", "signed", "counterpart", "date", "label", "column"))
                .readUnique(hand.resolve("frameworks.csv"), Framework::of, Framework::id));
    List<String> columns = new ArrayList<>(List.of("iso3", "name", "source"));
    frameworks.forEach(framework -> columns.add(framework.column()));
    return files
        .rows(policy, "partners.csv", String.join(",", columns), row -> ties(row, frameworks))
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private static List<Partner> ties(Row row, List<Framework> frameworks) {
    Provenance provenance =
        new Provenance(
            new Source("registers", Registers.EDITION, "partners " + row.text("iso3")),
            Grade.B,
            Status.REPORTED,
            row.optionalText("verification"));
    return frameworks.stream().flatMap(f -> f.of(row, provenance).stream()).toList();
  }
}
