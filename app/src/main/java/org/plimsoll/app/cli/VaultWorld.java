package org.plimsoll.app.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.vault.OpenVault;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.vault.ledger.Catalogue;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Field;
import picocli.CommandLine.Option;

/** The world that names products and countries of origin: the option of verbs that take them. */
final class VaultWorld {
  @Option(
      names = "--world",
      paramLabel = "DIR",
      description = "The world pack that has the products and countries of origin.")
  private Optional<Path> world = Optional.empty();

  /** What the world has; read only if an event asks for it. */
  Catalogue catalogue(Console console, List<Event> events) {
    boolean isAsked =
        events.stream()
            .anyMatch(e -> e.find(Field.PRODUCT).isPresent() || e.find(Field.ORIGIN).isPresent());
    if (!isAsked) {
      return Catalogue.OPEN;
    }
    return find(console).map(OpenVault::catalogue).orElse(Catalogue.OPEN);
  }

  /** The world that is named, or the project's own; if there is none, that is said. */
  Optional<Evidence> find(Console console) {
    if (world.isEmpty() && !console.session().hasWorld()) {
      console.aside(
          List.of(
              "there is no world pack in %s: what it would say is not known"
                  .formatted(console.session().world(world))));
      return Optional.empty();
    }
    return Optional.of(console.readWorld(world));
  }
}
