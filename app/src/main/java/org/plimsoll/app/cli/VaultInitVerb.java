package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.vault.store.Vault;
import org.plimsoll.vault.terms.Terms;
import org.plimsoll.vault.terms.UsReserve;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll vault init}. */
@Command(
    name = "init",
    description = {
      "Makes an empty vault and prints its terms.",
      "Each has its level, says whether rule and level are published or assumed, and where they",
      "were read."
    },
    footer = {
      "  plimsoll vault init --vault my-vault > terms.txt      under the reported US terms",
      "  plimsoll vault init --vault other --terms terms.txt   under one's own",
      "",
      "The guide: docs/guides/operate-a-vault.md"
    })
final class VaultInitVerb extends ConsoleVerb {
  @Option(names = "--terms", paramLabel = "FILE", description = "Terms of one's own.")
  private Optional<Path> file = Optional.empty();

  @Mixin private final VaultPlace place = new VaultPlace();

  VaultInitVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    Terms terms = file.map(VaultInitVerb::read).orElseGet(UsReserve::terms);
    return place.make(database -> {
      Vault.init(database, terms, InstantSource.system()).close();
      return console.print(terms.toText());
    });
  }

  private static Terms read(Path file) {
    try {
      return Terms.parse(Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Refusal.ofFile(file, e);
    } catch (IllegalArgumentException e) {
      throw Refusal.of(file + ": " + e.getMessage(), "");
    }
  }
}
