package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.vault.Allocating;
import org.plimsoll.app.vault.AllocationAnswer;
import org.plimsoll.app.vault.AllocationDraft.Leave;
import org.plimsoll.app.vault.AllocationDraft.Wish;
import org.plimsoll.app.vault.VaultAnswers;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Material;
import org.plimsoll.vault.store.Vault;
import org.plimsoll.vault.terms.ShortageRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll vault allocate}. */
@Command(
    name = "allocate",
    description = {
      "Shares what is in store among those who want to draw, by the terms' rule.",
      "First as a simulation, which books nothing and prints a mark; then, with that mark, for",
      "good: all of it or nothing. The mark is another one as soon as anything has been posted or",
      "asked for otherwise."
    },
    footer = {
      "  plimsoll vault allocate wishes.csv --product gallium/refined --form ingot --grade 4N \\",
      "    --emergency e-1 --simulate",
      "  … --simulate --rule auction          what another rule would do",
      "  … --simulated 0a1b2c3d4e5f6071       books it",
      "",
      "Columns of the file: participant, contract, mass_g, use (defence or empty), bid (a kg)."
    })
final class VaultAllocateVerb extends ConsoleVerb {
  @Parameters(paramLabel = "WISHES", description = "CSV, a line for each who wants to draw.")
  private Path file = Path.of("");

  @Option(names = "--product", required = true, paramLabel = "PRODUCT", description = "Of what.")
  private String product = "";

  @Option(names = "--form", required = true, paramLabel = "WORD", description = "In which form.")
  private String form = "";

  @Option(names = "--grade", required = true, paramLabel = "WORD", description = "Of which grade.")
  private String grade = "";

  @Option(
      names = "--mass-g",
      paramLabel = "GRAMS",
      description = "Shares at most this; default: all in store that is fit and not reserved.")
  private Optional<Long> most = Optional.empty();

  @Option(names = "--emergency", paramLabel = "ID", description = "The emergency drawn in.")
  private Optional<String> emergency = Optional.empty();

  @Option(
      names = "--due",
      paramLabel = "DAY",
      description = "Last day by which what is drawn comes back; default: by the terms.")
  private Optional<String> due = Optional.empty();

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description = "Another rule, to look at: pro-rata, defence-first or auction.")
  private Optional<String> another = Optional.empty();

  @Option(names = "--simulate", description = "Books nothing.")
  private boolean isSimulation;

  @Option(names = "--simulated", paramLabel = "MARK", description = "Books what had this mark.")
  private Optional<String> mark = Optional.empty();

  @Option(names = "--json", description = "For programs.")
  private boolean asJson;

  @Mixin private final VaultRole role = new VaultRole();
  @Mixin private final VaultClock clock = new VaultClock();
  @Mixin private final VaultPlace place = new VaultPlace();

  VaultAllocateVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (isSimulation == mark.isPresent() || (mark.isPresent() && another.isPresent())) {
      throw Refusal.of(
          "an allocation is simulated first, and booked by the terms' own rule afterwards",
          "say --simulate, or --simulated with the mark that it printed and no --rule");
    }
    Actor actor = role.actor();
    Optional<ShortageRule> other = another.map(ShortageRule::parse);
    Material material = new Material(ProductId.parse(product), form, grade);
    List<Wish> wishes = Wish.read(file);
    Leave leave = new Leave(emergency, due.map(text -> OptionWords.day("--due", text)));
    Allocating asked = new Allocating(material, wishes, most, leave, other);
    InstantSource source = clock.source();
    return place.with(database -> {
      try (Vault vault = Vault.open(database, source)) {
        return isSimulation
            ? show(asked.simulate(vault, actor, source.instant()))
            : book(actor, asked.book(vault, actor, source.instant(), mark.orElse("")));
      }
    });
  }

  private int show(AllocationAnswer shown) {
    console.print(shown.answer(), asJson);
    return shown.isPossible() ? 0 : 1;
  }

  private int book(Actor actor, Allocating.Booked booked) {
    VaultAnswers answers =
        new VaultAnswers(console.terminal().out(), console.terminal().err(), asJson);
    answers.booked(actor, booked);
    return answers.exitCode();
  }
}
