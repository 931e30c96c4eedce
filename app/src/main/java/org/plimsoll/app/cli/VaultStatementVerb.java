package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.vault.DailyUse;
import org.plimsoll.app.vault.VaultView;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Role;
import org.plimsoll.vault.statement.Period;
import org.plimsoll.vault.store.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll vault statement}. */
@Command(
    name = "statement",
    description = {
      "What a participant holds and owes, as a table or a page.",
      "Accounts at both ends, every posting, draws due, carrying cost day by day with its invoice,",
      "days of cover. Prints the table as CSV, unless files are named."
    },
    footer = {
      "  plimsoll vault statement --participant acme --until 2026-12-31 --html acme.html",
      "  plimsoll vault statement --as participant:acme --from 2026-10-01 --csv acme.csv",
      "  plimsoll vault statement --participant acme --use gallium/refined=12.5"
    })
final class VaultStatementVerb extends ConsoleVerb {
  @Option(
      names = "--participant",
      paramLabel = "NAME",
      description = "Whose; who asks as a participant need not say.")
  private Optional<String> participant = Optional.empty();

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "First day; default: that of the terms, before which nothing is.")
  private Optional<String> from = Optional.empty();

  @Option(names = "--until", paramLabel = "DAY", description = "Last day; default: today, in UTC.")
  private Optional<String> until = Optional.empty();

  @Option(
      names = "--use",
      paramLabel = "PRODUCT=KG",
      description = "Its use a day, for days of cover; may be said of several products.")
  private List<String> use = new ArrayList<>();

  @Option(names = "--csv", paramLabel = "FILE", description = "Writes the table.")
  private Optional<Path> csv = Optional.empty();

  @Option(names = "--html", paramLabel = "FILE", description = "Writes a page that prints on A4.")
  private Optional<Path> html = Optional.empty();

  @Mixin private final VaultRole role = new VaultRole();
  @Mixin private final VaultPlace place = new VaultPlace();

  VaultStatementVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Actor actor = role.actor();
    String whose = participant.orElse(actor.role() == Role.PARTICIPANT ? actor.name() : "");
    if (whose.isEmpty()) {
      throw Refusal.of("whose statement is wanted was not said", "add --participant NAME");
    }
    DailyUse daily = DailyUse.parse(use);
    Instant now = Instant.now();
    LocalDate last =
        until
            .map(text -> OptionWords.day("--until", text))
            .orElse(now.atZone(ZoneOffset.UTC).toLocalDate());
    Optional<LocalDate> first = from.map(text -> OptionWords.day("--from", text));
    first.ifPresent(begin -> new Period(begin, last)); // refused now if it has no day
    Optional<Output> table = csv.map(path -> Output.file("--csv", path).forOwner());
    Optional<Output> page =
        html.map(path -> Output.file("--html", path, csv.stream().toArray(Path[]::new)).forOwner());
    return place.with(database -> {
      try (Vault vault = Vault.open(database, InstantSource.system())) {
        VaultView.Stated stated =
            VaultView.at(now, vault.reader(), actor)
                .statement(whose, first, Optional.of(last), daily);
        table.ifPresent(file -> console.write(file, stated.csv()));
        page.ifPresent(file -> console.write(file, stated.page().render()));
        return csv.isPresent() || html.isPresent() ? 0 : console.print(stated.csv());
      }
    });
  }
}
