package org.plimsoll.planner.market.equations;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.market.rows.Chain;

/**
 * Workspaces by chain, as many of each as searches of it ran at once; each is lent to one search.
 */
public final class Workspaces {
  private final Map<ProductId, Queue<Workspace>> free = new ConcurrentHashMap<>();

  /** A room that nobody uses, to be given back. */
  public Workspace lend(Chain chain) {
    Workspace workspace = queue(chain).poll();
    return workspace == null ? new Workspace() : workspace;
  }

  public void giveBack(Chain chain, Workspace workspace) {
    workspace.clear();
    queue(chain).add(workspace);
  }

  /** Draws of one world have the same products in a chain, and mostly the same rows. */
  private Queue<Workspace> queue(Chain chain) {
    return free.computeIfAbsent(chain.products[0].id(), product -> new ConcurrentLinkedQueue<>());
  }
}
