package org.plimsoll.planner.market.equations;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.market.rows.Chain;

/** Rooms by chain, as many of each as searches of it ran at once; each is lent to one search. */
public final class Rooms {
  private final Map<ProductId, Queue<Room>> free = new ConcurrentHashMap<>();

  /** A room that nobody uses, to be given back. */
  public Room lend(Chain chain) {
    Room room = queue(chain).poll();
    return room == null ? new Room() : room;
  }

  public void giveBack(Chain chain, Room room) {
    room.clear();
    queue(chain).add(room);
  }

  /** Draws of one world have the same products in a chain, and mostly the same rows. */
  private Queue<Room> queue(Chain chain) {
    return free.computeIfAbsent(chain.products[0].id(), product -> new ConcurrentLinkedQueue<>());
  }
}
