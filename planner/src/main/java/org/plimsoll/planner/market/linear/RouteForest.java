package org.plimsoll.planner.market.linear;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The routes that carry a homogeneous good, where its landed price is the maker's price plus a
 * cost. Such routes form a forest: a flow around a cycle can be shifted until one route of the
 * cycle is empty. All prices of a tree therefore follow from the price at its root, and its flows
 * follow from the leaves.
 *
 * <p>Supply and use are linear about the current prices. Prices then minimise a separable quadratic
 * subject to buyer's price ≤ maker's price + cost on every route; flows are the multipliers. This
 * is the dual active-set method of Goldfarb and Idnani (1983). Nodes stay in balance throughout. A
 * violated route carries more until the violation is gone; a route that runs empty on the way
 * leaves the forest. A step visits only the nodes of the trees that it changes.
 */
public final class RouteForest {
  private static final int MOST_STEPS_A_NODE = 40;

  /** Share of what moved that rounding may leave on a route that ran empty. */
  private static final double ROUNDING = 1e-15;

  /** Nodes are makers, then buyers. */
  private final int makers;

  /** USD a tonne. */
  private final double[] price;

  /** By node: ∂surplus/∂price; tonnes a year over USD a tonne. */
  private final double[] slope;

  /** By node: surplus, i.e. output less outflow or inflow less use; tonnes. */
  private final double[] over;

  private final @Nullable Arc[] first;
  private final Tree tree;
  private final Tree other;
  private int steps;

  /** A forest without routes. */
  public RouteForest(double[] makerPrice, double[] buyerPrice) {
    makers = makerPrice.length;
    price = Arrays.copyOf(makerPrice, makers + buyerPrice.length);
    System.arraycopy(buyerPrice, 0, price, makers, buyerPrice.length);
    slope = new double[price.length];
    over = new double[price.length];
    first = new Arc[price.length];
    tree = new Tree();
    other = new Tree();
  }

  /** A route of the forest. */
  private static final class Arc {
    final int maker;
    final int buyer;
    final int lane;
    final double cost;
    double tonnes;
    @Nullable Arc nextOfMaker;
    @Nullable Arc nextOfBuyer;

    Arc(int maker, int buyer, int lane, double cost, double tonnes) {
      this.maker = maker;
      this.buyer = buyer;
      this.lane = lane;
      this.cost = cost;
      this.tonnes = tonnes;
    }

    @Nullable Arc nextOf(int node) {
      return node == maker ? nextOfMaker : nextOfBuyer;
    }

    void setNextOf(int node, @Nullable Arc next) {
      if (node == maker) {
        nextOfMaker = next;
      } else {
        nextOfBuyer = next;
      }
    }

    int otherEnd(int node) {
      return node == maker ? buyer : maker;
    }
  }

  public int makerNode(int i) {
    return i;
  }

  public int buyerNode(int j) {
    return makers + j;
  }

  public double price(int node) {
    return price[node];
  }

  /** Surplus of a node, tonnes. */
  public double over(int node) {
    return over[node];
  }

  /** Steps taken so far. */
  int steps() {
    return steps;
  }

  /** Adds a route with its flow; false if it would close a cycle. */
  public boolean keep(int i, int j, int lane, double cost, double tonnes) {
    tree.grow(makerNode(i));
    if (tree.has(buyerNode(j))) {
      return false;
    }
    link(new Arc(makerNode(i), buyerNode(j), lane, cost, tonnes));
    return true;
  }

  /** Sets the prices of each tree from its root and its routes. */
  public void fit() {
    boolean[] fits = new boolean[price.length];
    for (int root = 0; root < fits.length; root++) {
      if (!fits[root]) {
        tree.grow(root);
        for (int n = 0; n < tree.count; n++) {
          int node = tree.node[n];
          fits[node] = true;
          Arc arc = tree.arc[n];
          if (arc != null) {
            price[node] =
                node == arc.maker ? price[arc.buyer] - arc.cost : price[arc.maker] + arc.cost;
          }
        }
      }
    }
  }

  /**
   * Sets the linear supply or use of a node about its price.
   *
   * @param made tonnes made there, less those taken
   * @param slopeThere ∂ of it/∂ price, above 0
   * @param ignored imbalance that counts as none, tonnes
   */
  public void line(int node, double made, double slopeThere, double ignored) {
    slope[node] = slopeThere;
    double left = made;
    for (Arc arc = first[node]; arc != null; arc = arc.nextOf(node)) {
      left += node == arc.maker ? -arc.tonnes : arc.tonnes;
    }
    over[node] = Math.abs(left) <= ignored ? 0 : left;
  }

  /** Balances every node; false if that takes too many steps. */
  public boolean balance() {
    for (int node = 0; node < over.length; node++) {
      while (over[node] != 0) {
        if (isLong()) {
          return false;
        }
        tree.grow(node);
        int sign = over[node] > 0 ? Tree.GIVEN : Tree.TAKEN;
        double left = Math.abs(over[node]);
        double tonnes = Math.min(left, tree.most(sign));
        tree.move(sign, tonnes);
        over[node] = tonnes == left ? 0 : over[node] + sign * tonnes;
      }
    }
    return true;
  }

  /**
   * Increases the flow of a violated route until it is violated no longer.
   *
   * @param tolerance violation that counts as none, USD a tonne
   * @return false if that takes too many steps
   */
  public boolean open(int i, int j, int lane, double cost, double tolerance) {
    int from = makerNode(i);
    int to = buyerNode(j);
    double tonnes = 0;
    double violation = price[to] - price[from] - cost;
    while (violation > tolerance) {
      if (isLong()) {
        return false;
      }
      tree.grow(from);
      if (tree.has(to)) {
        tonnes += sendRound(to);
        continue;
      }
      other.grow(to);
      double enough = violation / (tree.rise() + other.rise());
      double moved = Math.min(enough, Math.min(tree.most(Tree.TAKEN), other.most(Tree.GIVEN)));
      tree.move(Tree.TAKEN, moved);
      other.move(Tree.GIVEN, moved);
      tonnes += moved;
      violation = moved == enough ? 0 : price[to] - price[from] - cost;
    }
    if (tonnes > 0) {
      link(new Arc(from, to, lane, cost, tonnes));
    }
    return true;
  }

  private boolean isLong() {
    steps++;
    return steps > MOST_STEPS_A_NODE * price.length;
  }

  /**
   * Shifts flow around the cycle that a route to {@code to} closes, until a route of the cycle is
   * empty and leaves; prices stay. Returns the tonnes shifted.
   */
  private double sendRound(int to) {
    double tonnes = Double.POSITIVE_INFINITY;
    boolean loses = true;
    for (int n = tree.place[to]; n > 0; n = tree.parent[n]) {
      if (loses) {
        tonnes = Math.min(tonnes, tree.arcTo(n).tonnes);
      }
      loses = !loses;
    }
    loses = true;
    for (int n = tree.place[to]; n > 0; n = tree.parent[n]) {
      Arc arc = tree.arcTo(n);
      arc.tonnes += loses ? -tonnes : tonnes;
      if (loses && arc.tonnes == 0) {
        unlink(arc);
      }
      loses = !loses;
    }
    return tonnes;
  }

  /** Number of routes of the forest into a buyer. */
  public int count(int j) {
    int count = 0;
    for (Arc arc = first[buyerNode(j)]; arc != null; arc = arc.nextOfBuyer) {
      count++;
    }
    return count;
  }

  /** Whether a maker is in the present tree of a buyer. */
  public IntPredicate treeOf(int j) {
    tree.grow(buyerNode(j));
    return i -> tree.has(makerNode(i));
  }

  /** Receives the flow of a route. */
  public interface Carried {
    void on(int buyer, int lane, double tonnes);
  }

  /** Reports the flow of every route. */
  public void tell(Carried carried) {
    for (int node = makers; node < first.length; node++) {
      for (Arc arc = first[node]; arc != null; arc = arc.nextOfBuyer) {
        carried.on(node - makers, arc.lane, arc.tonnes);
      }
    }
  }

  private void link(Arc arc) {
    arc.nextOfMaker = first[arc.maker];
    first[arc.maker] = arc;
    arc.nextOfBuyer = first[arc.buyer];
    first[arc.buyer] = arc;
  }

  private void unlink(Arc arc) {
    unlink(arc, arc.maker);
    unlink(arc, arc.buyer);
  }

  private void unlink(Arc arc, int node) {
    Arc before = null;
    for (Arc here = first[node]; here != arc && here != null; here = here.nextOf(node)) {
      before = here;
    }
    if (before == null) {
      first[node] = arc.nextOf(node);
    } else {
      before.setNextOf(node, arc.nextOf(node));
    }
  }

  /** The nodes of a tree in order from its root, each after its parent. */
  private final class Tree {
    /** Direction: tonnes taken from the root raise prices, tonnes given to it lower them. */
    static final int TAKEN = 1;

    static final int GIVEN = -1;

    private int count;
    private final int[] node = new int[price.length];

    /** By position: the route to the parent, and the parent's position. */
    private final @Nullable Arc[] arc = new Arc[price.length];

    private final int[] parent = new int[price.length];

    /** By position: the sum of slopes of the node's subtree. */
    private final double[] slopes = new double[price.length];

    /** By node: its position, if the last tree reached it. */
    private final int[] place = new int[price.length];

    private final int[] reached = new int[price.length];
    private int grown;

    void grow(int root) {
      grown++;
      count = 0;
      append(root, null, 0);
      for (int n = 0; n < count; n++) {
        int here = node[n];
        for (Arc next = first[here]; next != null; next = next.nextOf(here)) {
          if (next != arc[n]) {
            append(next.otherEnd(here), next, n);
          }
        }
      }
      for (int n = count - 1; n > 0; n--) {
        slopes[parent[n]] += slopes[n];
      }
    }

    private void append(int here, @Nullable Arc by, int from) {
      node[count] = here;
      arc[count] = by;
      parent[count] = from;
      slopes[count] = slope[here];
      place[here] = count;
      reached[here] = grown;
      count++;
    }

    boolean has(int here) {
      return reached[here] == grown;
    }

    Arc arcTo(int n) {
      Arc found = arc[n];
      if (found == null) {
        throw new IllegalStateException("the root hangs on nothing");
      }
      return found;
    }

    /** Rise of all prices for a tonne taken from the root, USD a tonne. */
    double rise() {
      return 1 / slopes[0];
    }

    /** Tonnes that the root can take or give before a route runs empty. */
    double most(int sign) {
      double most = Double.POSITIVE_INFINITY;
      for (int n = 1; n < count; n++) {
        if (isLosing(n, sign)) {
          most = Math.min(most, arcTo(n).tonnes * slopes[0] / slopes[n]);
        }
      }
      return most;
    }

    /**
     * Whether the flow to the parent shrinks: as prices rise, buyers receive less and makers send
     * more.
     */
    private boolean isLosing(int n, int sign) {
      return node[n] >= makers == (sign == TAKEN);
    }

    /** Takes tonnes from the root or gives them to it; routes that run empty leave. */
    void move(int sign, double tonnes) {
      double change = sign * tonnes / slopes[0];
      price[node[0]] += change;
      for (int n = 1; n < count; n++) {
        price[node[n]] += change;
        Arc route = arcTo(n);
        double moved = tonnes * slopes[n] / slopes[0];
        if (!isLosing(n, sign)) {
          route.tonnes += moved;
        } else {
          route.tonnes -= moved;
          if (route.tonnes <= ROUNDING * moved) {
            unlink(route);
          }
        }
      }
    }
  }
}
