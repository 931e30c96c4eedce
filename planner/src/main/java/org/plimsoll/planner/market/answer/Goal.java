package org.plimsoll.planner.market.answer;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.equations.StateSlopes;
import org.plimsoll.planner.market.rows.Block;
import org.plimsoll.planner.market.rows.Chain;
import org.plimsoll.planner.market.rows.Node;

/**
 * A number that the answer of a chain is asked for, with its gradient: what sensitivities and cuts
 * are taken of.
 */
public interface Goal {
  /**
   * Its value.
   *
   * @param now the chain's answer
   * @param base what gains are counted from: the base year, or a market file without its measures
   */
  double of(Tally now, Tally base);

  /**
   * Adds its gradient.
   *
   * @param now the chain's answer
   * @param weight on each part
   */
  void addSlopes(Tally now, double weight, StateSlopes into);

  /** Whether it is counted from the base. */
  default boolean isAgainstBase() {
    return false;
  }

  /** Factor times this one. */
  default Goal times(double factor) {
    return new Sum(this, factor, this, 0);
  }

  /** This one and the other. */
  default Goal plus(Goal other) {
    return new Sum(this, 1, other, 1);
  }

  /** This one less the other. */
  default Goal minus(Goal other) {
    return new Sum(this, 1, other, -1);
  }

  /** Quantity-weighted delivered price over some places; 0 where nothing arrives. */
  static Goal deliveredPrice(ProductId product, Collection<? extends Place> places) {
    Set<Place> buyers = new TreeSet<>(places);
    return new Price(new Buyers(product, buyers::contains));
  }

  /** The same over all places but some. */
  static Goal deliveredPriceBut(ProductId product, Collection<? extends Place> places) {
    Set<Place> left = new TreeSet<>(places);
    return new Price(new Buyers(product, place -> !left.contains(place)));
  }

  /** What all places of some region gain against the base, USD a year. */
  static Goal welfare(Collection<? extends Place> members) {
    return surplus(members, EnumSet.allOf(Account.class));
  }

  /** What the whole world gains, USD a year. */
  static Goal worldWelfare() {
    return new Surplus(place -> true, EnumSet.allOf(Account.class));
  }

  /** What some accounts of a region gain, USD a year. */
  static Goal surplus(Collection<? extends Place> members, Set<Account> accounts) {
    Set<Place> places = new TreeSet<>(members);
    return new Surplus(places::contains, accounts);
  }

  /** Use that goes unserved over all that is wanted, in some region. */
  static Goal unservedShare(ProductId product, Collection<? extends Place> members) {
    Set<Place> places = new TreeSet<>(members);
    return new UnservedShare(new Buyers(product, places::contains));
  }

  /** Tonnes of final use in some region. */
  static Goal use(ProductId product, Collection<? extends Place> members) {
    Set<Place> places = new TreeSet<>(members);
    return new Use(new Buyers(product, places::contains), false);
  }

  /** Tonnes of final use and of inputs everywhere. */
  static Goal allUse(ProductId product) {
    return new Use(new Buyers(product, place -> true), true);
  }

  /** Tonnes made of a product, by whatever activity. */
  static Goal output(ProductId product, Place country) {
    return new Output(product, country);
  }

  /** Tonnes from one country to another, or used at home. */
  static Goal flow(ProductId product, Place from, Place to) {
    return new Flow(product, from, to);
  }

  /** The buyers of a product in some places. */
  record Buyers(ProductId product, Predicate<Place> places) {
    int[] in(Chain chain) {
      int k = chain.findProduct(product);
      return k < 0
          ? new int[0]
          : IntStream.range(chain.buyerStart[k], chain.buyerStart[k + 1])
              .filter(j -> places.test(chain.buyerCountry[j]))
              .toArray();
    }
  }

  /** Mean delivered price, of buyers to whom more than the noise of a search arrives. */
  record Price(Buyers buyers) implements Goal {
    private int[] supplied(Tally now) {
      return IntStream.of(buyers.in(now.s.chain)).filter(now::isSupplied).toArray();
    }

    private static double tonnes(Tally now, int[] supplied) {
      return IntStream.of(supplied).mapToDouble(j -> now.delivered[j]).sum();
    }

    @Override
    public double of(Tally now, Tally base) {
      int[] supplied = supplied(now);
      double tonnes = tonnes(now, supplied);
      double paid =
          IntStream.of(supplied).mapToDouble(j -> now.delivered[j] * now.s.buyerPrice[j]).sum();
      return tonnes > 0 ? paid / tonnes : 0;
    }

    @Override
    public void addSlopes(Tally now, double weight, StateSlopes into) {
      int[] supplied = supplied(now);
      double tonnes = tonnes(now, supplied);
      double mean = of(now, now);
      double[] perTonne = new double[now.delivered.length];
      for (int j : supplied) {
        into.buyerPrice[j] += weight * now.delivered[j] / tonnes;
        perTonne[j] = weight * (now.s.buyerPrice[j] - mean) / tonnes;
      }
      now.addDeliveredSlopes(perTonne, into);
    }
  }

  /** Use that goes unserved, over all that is wanted. */
  record UnservedShare(Buyers buyers) implements Goal {
    private double unserved(Tally now) {
      return IntStream.of(buyers.in(now.s.chain)).mapToDouble(j -> now.s.unserved[j]).sum();
    }

    private double served(Tally now) {
      return IntStream.of(buyers.in(now.s.chain)).mapToDouble(j -> now.s.served[j]).sum();
    }

    @Override
    public double of(Tally now, Tally base) {
      double unserved = unserved(now);
      double wanted = unserved + served(now);
      return wanted > 0 ? unserved / wanted : 0;
    }

    @Override
    public void addSlopes(Tally now, double weight, StateSlopes into) {
      double unserved = unserved(now);
      double wanted = unserved + served(now);
      double[] perUnserved = new double[now.delivered.length];
      double[] perServed = new double[perUnserved.length];
      for (int j : buyers.in(now.s.chain)) {
        if (wanted > 0) {
          perUnserved[j] = weight * (wanted - unserved) / (wanted * wanted);
          perServed[j] = -weight * unserved / (wanted * wanted);
        }
      }
      now.addUseSlopes(perServed, perUnserved, into);
    }
  }

  /** Tonnes of final use, and of inputs too. */
  record Use(Buyers buyers, boolean withInputs) implements Goal {
    @Override
    public double of(Tally now, Tally base) {
      return IntStream.of(buyers.in(now.s.chain))
          .mapToDouble(j -> now.s.served[j] + (withInputs ? now.inputs[j] : 0))
          .sum();
    }

    @Override
    public void addSlopes(Tally now, double weight, StateSlopes into) {
      double[] perServed = new double[now.delivered.length];
      for (int j : buyers.in(now.s.chain)) {
        perServed[j] = weight;
      }
      now.addUseSlopes(perServed, new double[perServed.length], into);
      for (int b = 0; withInputs && b < now.s.level.length; b++) {
        Block.Links links = now.s.regime.blocks.get(b).links();
        for (int i = 0; links.role() == Block.Role.ACTIVITY && i < links.buyers().length; i++) {
          into.level[b] += perServed[links.buyers()[i]] * links.inputs()[i];
        }
      }
    }
  }

  /** Tonnes made of a product. */
  record Output(ProductId product, Place country) implements Goal {
    private int maker(Chain chain) {
      return chain.findMaker(new Node(chain.findProduct(product), country));
    }

    @Override
    public double of(Tally now, Tally base) {
      int maker = maker(now.s.chain);
      return maker < 0 ? 0 : now.made[maker];
    }

    @Override
    public void addSlopes(Tally now, double weight, StateSlopes into) {
      int maker = maker(now.s.chain);
      for (int b = 0; b < now.s.level.length; b++) {
        Block.Links links = now.s.regime.blocks.get(b).links();
        for (int o = 0; o < links.makers().length; o++) {
          into.level[b] += links.makers()[o] == maker ? weight * links.outputs()[o] : 0;
        }
      }
    }
  }

  /** Tonnes on a route. */
  record Flow(ProductId product, Place from, Place to) implements Goal {
    private int[] lanes(Chain chain) {
      int k = chain.findProduct(product);
      int maker = chain.findMaker(new Node(k, from));
      return maker < 0
          ? new int[0]
          : IntStream.of(chain.buyersIn(k, to)).map(j -> chain.lane(maker, j)).toArray();
    }

    @Override
    public double of(Tally now, Tally base) {
      return IntStream.of(lanes(now.s.chain)).mapToDouble(now.s::flow).sum();
    }

    @Override
    public void addSlopes(Tally now, double weight, StateSlopes into) {
      for (int lane : lanes(now.s.chain)) {
        into.shareFlow[lane] += weight;
        into.latentFlow[lane] += weight;
      }
    }
  }

  /** What some accounts of some places gain. */
  record Surplus(Predicate<Place> places, Set<Account> accounts) implements Goal {
    @Override
    public boolean isAgainstBase() {
      return true;
    }

    @Override
    public double of(Tally now, Tally base) {
      return now.accounts().sum(places, accounts) - base.accounts().sum(places, accounts);
    }

    @Override
    public void addSlopes(Tally now, double weight, StateSlopes into) {
      new AccountSlopes(
              now.s,
              (place, account) -> places.test(place) && accounts.contains(account) ? weight : 0,
              into)
          .add();
    }
  }

  /** Two goals, each with a factor. */
  record Sum(Goal one, double ofOne, Goal other, double ofOther) implements Goal {
    @Override
    public boolean isAgainstBase() {
      return one.isAgainstBase() || other.isAgainstBase();
    }

    @Override
    public double of(Tally now, Tally base) {
      return ofOne * one.of(now, base) + ofOther * other.of(now, base);
    }

    @Override
    public void addSlopes(Tally now, double weight, StateSlopes into) {
      one.addSlopes(now, weight * ofOne, into);
      other.addSlopes(now, weight * ofOther, into);
    }
  }
}
