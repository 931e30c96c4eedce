package org.plimsoll.app.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.TreeSet;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.place.Country;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Catalogue;
import org.plimsoll.vault.server.OwnServer;
import org.plimsoll.vault.store.Database;
import org.plimsoll.vault.store.Vault;

/** A vault that stays open, for many who ask. */
public final class OpenVault implements AutoCloseable {
  private final Database database;
  private final Vault vault;
  private final InstantSource clock;

  private OpenVault(Database database, Vault vault, InstantSource clock) {
    this.database = database;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Opens a vault in a database, which it closes in the end, and at once if there is none.
   *
   * @throws org.plimsoll.vault.store.StoreFailure if the database holds none
   */
  public static OpenVault in(Database database, InstantSource clock, Catalogue catalogue) {
    try {
      return new OpenVault(database, Vault.open(database, clock, catalogue), clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /**
   * The same in a folder, whose database is started.
   *
   * @throws Refusal if the folder holds none
   * @throws org.plimsoll.vault.store.StoreFailure if the database does not start, or another
   *     process has it
   */
  public static OpenVault in(Path folder, InstantSource clock, Catalogue catalogue) {
    requireVault(folder);
    return in(Database.embedded(folder), clock, catalogue);
  }

  /**
   * Refuses a folder without a vault: a database takes its time to be made for nothing.
   *
   * @throws Refusal if it holds none
   */
  public static void requireVault(Path folder) {
    if (!Files.exists(folder.resolve(OwnServer.VERSION))) {
      throw Refusal.of(
          "there is no vault in " + folder,
          "name its folder with --vault, or begin with vault init");
    }
  }

  /** The products and countries that a world has. */
  public static Catalogue catalogue(Evidence world) {
    return new Catalogue(
        new TreeSet<>(world.products().stream().map(Product::id).toList()),
        new TreeSet<>(world.countries().stream().map(Country::code).toList()));
  }

  /** The ledger. */
  public Vault vault() {
    return vault;
  }

  /** The moment by its clock. */
  public Instant now() {
    return clock.instant();
  }

  /** What somebody may see now. */
  public VaultView seenBy(Actor actor) {
    return VaultView.at(now(), vault.reader(), actor);
  }

  /** Tells who finds the folder taken where the vault is to be had. */
  public void serveAt(String address) {
    database.serveAt(address);
  }

  /** Does this at the end of the process, before the database stops. */
  public void beforeExit(Runnable last) {
    database.beforeExit(last);
  }

  @Override
  public void close() {
    vault.close();
    database.close();
  }
}
