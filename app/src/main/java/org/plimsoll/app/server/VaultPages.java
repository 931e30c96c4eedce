package org.plimsoll.app.server;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.server.page.VaultSite;

/** The page of the vault: for everybody a place to give a token, and what a token may see. */
final class VaultPages {
  private static final List<Param> PARAMS =
      List.of(VaultRoutes.PARTICIPANT, VaultRoutes.FROM, VaultRoutes.UNTIL, VaultRoutes.USE);

  private final ServedWorld world;
  private final VaultSite site;
  private final Gate gate;

  VaultPages(ServedWorld world, VaultSite site, Gate gate) {
    this.world = world;
    this.site = site;
    this.gate = gate;
  }

  /** The page without anything of the vault. */
  Reply first() {
    return site.first(world.vault().isPresent());
  }

  /** What the holder of a token sees: a participant's part, or all of the vault. */
  Reply part(Request request) {
    ServedVault vault = ServedVault.of(world, gate.find(request));
    SortedMap<String, String> asked = Asked.parameters(request.query(), PARAMS);
    VaultSite.Choice choice =
        new VaultSite.Choice(
            Optional.ofNullable(asked.get(VaultRoutes.PARTICIPANT.name())),
            Optional.ofNullable(asked.get(VaultRoutes.FROM.name())).map(LocalDate::parse),
            Optional.ofNullable(asked.get(VaultRoutes.UNTIL.name())).map(LocalDate::parse),
            asked.getOrDefault(VaultRoutes.USE.name(), ""));
    vault.requireSees(choice.participant());
    return ServedVault.ask(() -> site.part(vault.view(), choice));
  }

  /** Whether the vault is sound, for those who see all of it. */
  Reply proof(Request request) {
    ServedVault vault = ServedVault.of(world, gate.find(request));
    vault.requireSeesAll();
    return ServedVault.ask(() -> site.proof(vault.open().vault().reader().verify(vault.actor())));
  }
}
