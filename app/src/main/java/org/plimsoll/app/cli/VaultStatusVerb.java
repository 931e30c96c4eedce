package org.plimsoll.app.cli;

import org.plimsoll.app.vault.VaultStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll vault status}. */
@Command(
    name = "status",
    description = {
      "What runs on the folder of a vault, and which process holds it.",
      "Starts and stops nothing."
    },
    footer = {"  plimsoll vault status --vault my-vault"})
final class VaultStatusVerb extends ConsoleVerb {
  @Option(names = "--json", description = "Answer as JSON.")
  private boolean asJson;

  @Mixin private final VaultPlace place = new VaultPlace();

  VaultStatusVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return console.print(new VaultStatus(place.ofOwn()).answer(), asJson);
  }
}
