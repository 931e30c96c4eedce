package org.plimsoll.planner.market;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the derivatives of each row stand: the pattern of the matrix, row by row.
 *
 * <pre>
 *   block   its level | prices of outputs | prices of inputs | levels of the host's makers
 *   buyer   its price | makers of the product | levels of users here | quotas of the product
 *   maker   makers of the product | buyers | levels of all users | quotas | levels of its blocks
 *   quota   makers of the product | buyers | levels of all users | quotas
 * </pre>
 */
final class Layout {
  final int[] rowStart;
  final int[] columns;

  /** By product: pairs of block and input that use it, in block order. */
  final int[][] userBlocks;

  final int[][] userBuyers;
  final double[][] userPerUnit;

  /** By buyer: positions of its users among those of the product. */
  final int[][] usersHere;

  /** By product: its quotas. */
  final int[][] quotasOf;

  private final Chain chain;
  private final int[] productOfQuota;

  Layout(Equations equations) {
    Flows flows = equations.flows;
    chain = flows.chain;
    productOfQuota =
        flows.regime.quotas.stream().mapToInt(q -> chain.makerProduct[q.maker()]).toArray();
    int products = chain.products.length;
    userBlocks = new int[products][];
    userBuyers = new int[products][];
    userPerUnit = new double[products][];
    usersHere = new int[chain.buyerCount()][];
    quotasOf = new int[products][];
    for (int k = 0; k < products; k++) {
      listUsers(k, flows.regime.blocks);
      int product = k;
      quotasOf[k] =
          IntStream.range(0, productOfQuota.length)
              .filter(q -> productOfQuota(q) == product)
              .toArray();
    }
    Rows rows = new Rows(equations);
    rowStart = rows.starts;
    columns = rows.entries.stream().mapToInt(Integer::intValue).toArray();
  }

  int productOfQuota(int q) {
    return productOfQuota[q];
  }

  private void listUsers(int k, List<Block> all) {
    List<Integer> blocks = new ArrayList<>();
    List<Integer> buyers = new ArrayList<>();
    List<Double> perUnit = new ArrayList<>();
    List<List<Integer>> here = new ArrayList<>();
    for (int j = chain.buyerStart[k]; j < chain.buyerStart[k + 1]; j++) {
      here.add(new ArrayList<>());
    }
    for (int b = 0; b < all.size(); b++) {
      Block.Links links = all.get(b).links();
      for (int i = 0; i < links.buyers().length; i++) {
        int j = links.buyers()[i];
        if (chain.buyerProduct[j] == k) {
          here.get(j - chain.buyerStart[k]).add(blocks.size());
          blocks.add(b);
          buyers.add(j);
          perUnit.add(links.inputs()[i]);
        }
      }
    }
    userBlocks[k] = blocks.stream().mapToInt(Integer::intValue).toArray();
    userBuyers[k] = buyers.stream().mapToInt(Integer::intValue).toArray();
    userPerUnit[k] = perUnit.stream().mapToDouble(Double::doubleValue).toArray();
    for (int j = chain.buyerStart[k]; j < chain.buyerStart[k + 1]; j++) {
      usersHere[j] =
          here.get(j - chain.buyerStart[k]).stream().mapToInt(Integer::intValue).toArray();
    }
  }

  int makersOf(int k) {
    return chain.makerStart[k + 1] - chain.makerStart[k];
  }

  int buyersOf(int k) {
    return chain.buyerStart[k + 1] - chain.buyerStart[k];
  }

  /** Collects the columns, row after row; not kept, so that a layout serves every like regime. */
  private final class Rows {
    final List<Integer> entries = new ArrayList<>();
    final int[] starts;
    private final Flows flows;

    Rows(Equations equations) {
      flows = equations.flows;
      starts = new int[flows.unknowns.matrixSize() + 1];
      for (int b = 0; b < flows.blockCount; b++) {
        addBlock(b, equations);
        starts[b + 1] = entries.size();
      }
      for (int j = 0; j < flows.buyerCount; j++) {
        addBuyer(j);
        starts[flows.unknowns.buyer(j) + 1] = entries.size();
      }
      for (int i = 0; i < flows.makerCount; i++) {
        addFlows(chain.makerProduct[i]);
        entries.addAll(equations.blocksOfMaker.get(i));
        starts[flows.unknowns.maker(i) + 1] = entries.size();
      }
      for (int q = 0; q < productOfQuota.length; q++) {
        addFlows(productOfQuota[q]);
        starts[flows.unknowns.quota(q) + 1] = entries.size();
      }
    }

    private void addBlock(int b, Equations equations) {
      Block block = flows.regime.blocks.get(b);
      entries.add(b);
      for (int i : block.links().makers()) {
        entries.add(flows.unknowns.maker(i));
      }
      for (int j : block.links().buyers()) {
        entries.add(flows.unknowns.buyer(j));
      }
      if (block.host().maker() >= 0) {
        entries.addAll(equations.blocksOfMaker.get(block.host().maker()));
      }
    }

    private void addBuyer(int j) {
      int k = chain.buyerProduct[j];
      entries.add(flows.unknowns.buyer(j));
      addMakers(k);
      for (int user : usersHere[j]) {
        entries.add(userBlocks[k][user]);
      }
      addQuotas(k);
    }

    private void addFlows(int k) {
      addMakers(k);
      for (int j = chain.buyerStart[k]; j < chain.buyerStart[k + 1]; j++) {
        entries.add(flows.unknowns.buyer(j));
      }
      for (int b : userBlocks[k]) {
        entries.add(b);
      }
      addQuotas(k);
    }

    private void addMakers(int k) {
      for (int i = chain.makerStart[k]; i < chain.makerStart[k + 1]; i++) {
        entries.add(flows.unknowns.maker(i));
      }
    }

    private void addQuotas(int k) {
      for (int q : quotasOf[k]) {
        entries.add(flows.unknowns.quota(q));
      }
    }
  }
}
