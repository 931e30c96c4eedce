package org.plimsoll.app.cli;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.vault.DailyUse;
import org.plimsoll.app.vault.PoolCover;
import org.plimsoll.vault.store.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll vault stock}. */
@Command(
    name = "stock",
    description = {
      "What is in store by product and site, whose it is, and how long it lasts.",
      "Days of cover are 365 × what is in store and not past its day ÷ annual use: as you say,",
      "or of a region, or of the world. Of a participant: what it is entitled to."
    },
    footer = {
      "  plimsoll vault stock --vault my-vault --html stock.html",
      "  plimsoll vault stock --region USA+JPN --use gallium/refined=12.5",
      "  plimsoll vault stock --as participant:acme --json"
    })
final class VaultStockVerb extends VaultShowVerb {
  @Option(
      names = "--region",
      paramLabel = "PLACE",
      description = "Country or territory, or several joined by +, whose use counts.")
  private Optional<String> region = Optional.empty();

  @Option(
      names = "--use",
      paramLabel = "PRODUCT=KG",
      description = "Use a day, for days of cover; may be said of several products.")
  private List<String> use = new ArrayList<>();

  @Mixin private final VaultWorld world = new VaultWorld();
  @Mixin private final VaultClock clock = new VaultClock();

  VaultStockVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    PoolCover cover = PoolCover.of(DailyUse.parse(use), world.find(console), region);
    InstantSource source = clock.source();
    return place.with(database -> {
      try (Vault vault = Vault.open(database, source)) {
        return show(whose.view(vault, source).stock(whose.participant(), cover));
      }
    });
  }
}
