package org.plimsoll.vault.store;

import java.util.BitSet;
import java.util.Optional;
import org.plimsoll.vault.ledger.Lot;
import org.plimsoll.vault.ledger.Posted;
import org.plimsoll.vault.ledger.Shelf;

/**
 * Of a journal that is judged again, what has been judged so far, be it in place or while it is
 * restored. Whoever judges sees nothing that comes later. Balances are not read at all: they have
 * to come out.
 */
final class JudgedShelf implements Shelf {
  /** Bits of a spot, of which there are 2^28: 32 MB, a twentieth taken after 13 million names. */
  private static final int SPOT_BITS = 28;

  /** An odd number near 2^32 over the golden ratio, which spreads neighbours far apart. */
  private static final int SPREAD = 0x9E3779B9;

  private static final String EVENT = "event ";
  private static final String CLOSED = "closed ";
  private static final String LOT = "lot ";

  private final DatabaseShelf whole;

  /**
   * The spots of names that came by. Most that is asked is whether a new name is new; a free spot
   * says so without a question to the database.
   */
  private final BitSet taken = new BitSet();

  private long last;

  JudgedShelf(DatabaseShelf whole) {
    this.whole = whole;
  }

  /** Takes note of a row that is found right. */
  void add(Posted row) {
    last = row.number();
    taken.set(spot(EVENT, row.event().id()));
    row.closes().ifPresent(closed -> taken.set(spot(CLOSED, closed)));
    row.lot().ifPresent(lot -> taken.set(spot(LOT, lot.id())));
  }

  private static int spot(String kind, String name) {
    return ((kind.hashCode() + name.hashCode()) * SPREAD) >>> (Integer.SIZE - SPOT_BITS);
  }

  private boolean isNew(String kind, String name) {
    return !taken.get(spot(kind, name));
  }

  @Override
  public Optional<Posted> findPosted(String id) {
    return isNew(EVENT, id)
        ? Optional.empty()
        : whole.findPosted(id).filter(row -> row.number() <= last);
  }

  @Override
  public Optional<String> findClosing(String id) {
    return isNew(CLOSED, id)
        ? Optional.empty()
        : whole.findClosing(id).filter(closing -> findPosted(closing).isPresent());
  }

  @Override
  public Optional<Lot> findLot(String id) {
    return isNew(LOT, id)
        ? Optional.empty()
        : whole.findLot(id).filter(lot -> findPosted(lot.openedBy()).isPresent());
  }
}
