package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.vault.VaultDue;
import org.plimsoll.vault.store.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll vault due}. */
@Command(
    name = "due",
    description = {
      "What is due and when: draws to be replenished, reservations, last days of lots.",
      "As iCalendar too, of as many months as you name. Of a participant: its own."
    },
    footer = {
      "  plimsoll vault due --until 2027-06-30 --vault my-vault",
      "  plimsoll vault due --until 2027-06-30 --ics due.ics",
      "  plimsoll vault due --as participant:acme --json"
    })
final class VaultDueVerb extends VaultShowVerb {
  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "Last day; what is overdue is in it. Default: all days.")
  private Optional<String> until = Optional.empty();

  @Option(
      names = "--ics",
      paramLabel = "FILE",
      description = "Writes the days as a calendar, iCalendar (RFC 5545).")
  private Optional<Path> ics = Optional.empty();

  @Mixin private final VaultClock clock = new VaultClock();

  VaultDueVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    InstantSource source = clock.source();
    Optional<LocalDate> last = until.map(text -> OptionWords.day("--until", text));
    Optional<Output> file =
        ics.map(path ->
            Output.file("--ics", path, forms.html().stream().toArray(Path[]::new)).forOwner());
    return place.with(database -> {
      try (Vault vault = Vault.open(database, source)) {
        VaultDue due = whose.view(vault, source).due(whose.participant(), last);
        if (file.isPresent()) {
          console.write(file.get(), due.calendar());
        }
        return file.isPresent() && !forms.asJson() && !forms.asFiles()
            ? 0
            : console.print(due.answer(), forms, () -> due.page().render());
      }
    });
  }
}
