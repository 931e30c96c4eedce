package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.vault.OpenVault;
import org.plimsoll.vault.server.OwnServer;
import org.plimsoll.vault.store.Database;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where the vault is: options that all its verbs have. */
final class VaultPlace {
  private static final String VAULT = "--vault";

  private static final String MARK = OwnServer.VERSION;

  @Option(
      names = VAULT,
      paramLabel = "FOLDER",
      description = "Where its own database keeps its files; default: vault-data.")
  private Optional<Path> folder = Optional.empty();

  @Option(
      names = "--db",
      paramLabel = "URL",
      description = "A PostgreSQL server instead: jdbc:postgresql://host/name?user=…")
  private Optional<String> url = Optional.empty();

  @Mixin final HelpOption help = new HelpOption();

  /**
   * Opens the database of a vault that is there, acts, and closes it.
   *
   * @throws Refusal if the folder holds none: a database takes its time to be made for nothing
   */
  int with(ToIntFunction<Database> act) {
    return open(url.isPresent() ? folder() : ofOwn(), act);
  }

  /**
   * The folder of a vault that is there.
   *
   * @throws Refusal if it holds none, or a server is named instead
   */
  Path ofOwn() {
    Refusal.requireUse("--db", url.isEmpty(), "for what is about a folder");
    Path there = folder();
    OpenVault.requireVault(there);
    return there;
  }

  /**
   * The same, where the vault will be made.
   *
   * @throws Refusal if nothing can be made in the folder, or it holds anything else
   */
  int make(ToIntFunction<Database> act) {
    Path place = folder();
    if (url.isEmpty()) {
      Output.folder(VAULT, place);
      if (Files.exists(place) && !Files.exists(place.resolve(MARK)) && !isEmpty(place)) {
        throw Refusal.of(
            "the folder " + place + " holds files, but no vault", "name another with --vault");
      }
    }
    return open(place, act);
  }

  private Path folder() {
    Refusal.requireUse(VAULT, folder.isEmpty() || url.isEmpty(), "beside --db");
    return folder.orElse(Path.of("vault-data"));
  }

  private int open(Path place, ToIntFunction<Database> act) {
    try (Database database =
        url.isPresent() ? Database.ofServer(url.get()) : Database.embedded(place)) {
      return act.applyAsInt(database);
    }
  }

  private static boolean isEmpty(Path place) {
    try (Stream<Path> files = Files.list(place)) {
      return files.findAny().isEmpty();
    } catch (IOException e) {
      throw Refusal.ofDisk(e);
    }
  }
}
