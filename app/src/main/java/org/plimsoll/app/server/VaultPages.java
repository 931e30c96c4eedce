package org.plimsoll.app.server;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.server.page.VaultSite;
import org.plimsoll.app.vault.DailyUse;
import org.plimsoll.app.vault.PoolCover;
import org.plimsoll.app.vault.VaultView;

/** The page of the vault: for everybody a place to give a token, and what a token may see. */
final class VaultPages {
  private static final String PARTICIPANT = "participant";
  private static final String FROM = "from";
  private static final String UNTIL = "until";
  private static final String USE = "use";
  private static final List<Param> PARAMS =
      List.of(
          Param.words(PARTICIPANT, "Whose part; else all.", "acme"),
          Param.day(FROM, "First day of a statement."),
          Param.day(UNTIL, "Last day of a statement."),
          Param.words(USE, "Kilograms a day by product.", "gallium/refined=12.5"));

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
    Optional<String> named = Optional.ofNullable(asked.get(PARTICIPANT));
    vault.requireSees(named);
    DailyUse use =
        DailyUse.parse(
            Optional.ofNullable(asked.get(USE))
                .map(all -> Arrays.asList(all.split(",", -1)))
                .orElse(List.of()));
    VaultSite.Choice choice =
        new VaultSite.Choice(
            named,
            Optional.ofNullable(asked.get(FROM)).map(LocalDate::parse),
            Optional.ofNullable(asked.get(UNTIL)).map(LocalDate::parse),
            Optional.ofNullable(asked.get(USE)).orElse(""));
    PoolCover cover = PoolCover.of(use, Optional.of(world.evidence()), Optional.empty());
    VaultView view = vault.view();
    return ServedVault.ask(() -> site.part(view, choice, use, cover));
  }

  /** Whether the vault is sound, for those who see all of it. */
  Reply proof(Request request) {
    ServedVault vault = ServedVault.of(world, gate.find(request));
    vault.requireSeesAll();
    return ServedVault.ask(() -> site.proof(vault.open().vault().reader().verify(vault.actor())));
  }
}
