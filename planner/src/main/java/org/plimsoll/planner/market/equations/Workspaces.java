package org.plimsoll.planner.market.equations;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.market.rows.Chain;

/** Free workspaces by chain: as many as searches of the chain ever ran at once. */
public final class Workspaces {
  private final Map<ProductId, Queue<Workspace>> free = new ConcurrentHashMap<>();

  /** Runs a search of the chain in a workspace of its own, free again when it ends or throws. */
  public <T> T lend(Chain chain, Function<Workspace, T> search) {
    Queue<Workspace> queue = queue(chain);
    @Nullable Workspace found = queue.poll();
    Workspace workspace = found == null ? new Workspace() : found;
    try {
      return search.apply(workspace);
    } finally {
      workspace.clear();
      queue.add(workspace);
    }
  }

  /** Draws of one world have the same products in a chain, and mostly the same rows. */
  private Queue<Workspace> queue(Chain chain) {
    return free.computeIfAbsent(chain.products[0].id(), product -> new ConcurrentLinkedQueue<>());
  }
}
