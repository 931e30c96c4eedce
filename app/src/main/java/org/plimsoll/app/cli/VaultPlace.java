package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.plimsoll.vault.store.Database;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the vault is: options that all its verbs have. */
final class VaultPlace {
  @Option(
      names = "--vault",
      paramLabel = "FOLDER",
      defaultValue = "vault-data",
      description = "Where its own database keeps its files; default: ${DEFAULT-VALUE}.")
  private Path folder = Path.of("vault-data");

  @Option(
      names = "--db",
      paramLabel = "URL",
      description = "A PostgreSQL server instead: jdbc:postgresql://host/name?user=…")
  private Optional<String> url = Optional.empty();

  @Mixin final HelpOption help = new HelpOption();

  /** Opens the database, acts, and closes it. */
  int with(ToIntFunction<Database> act) {
    try (Database database =
        url.isPresent() ? Database.ofServer(url.get()) : Database.embedded(folder)) {
      return act.applyAsInt(database);
    }
  }
}
