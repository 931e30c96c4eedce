package org.plimsoll.planner.study;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.place.CountryCode;
import org.plimsoll.model.place.Place;
import org.plimsoll.planner.market.answer.CountryWelfare;
import org.plimsoll.planner.market.answer.Equilibrium;
import org.plimsoll.planner.market.answer.Leak;
import org.plimsoll.planner.market.answer.NewCapacity;
import org.plimsoll.planner.market.answer.Payment;
import org.plimsoll.planner.market.answer.Route;
import org.plimsoll.planner.market.answer.Welfare;
import org.plimsoll.planner.risk.Region;

/**
 * A number that can be read off a solved market. Prices are USD a tonne, tonnes are content a year,
 * money is USD a year, shares have the unit 1.
 */
public sealed interface Quantity {
  /** The unit of the number. */
  default String unit() {
    return switch (this) {
      case Surplus _, ChainSurplus _, WorldSurplus _, LevyRevenue _, Paid _ -> "USD/year";
      case DeliveredPrice _, BuyerPrice _, MakerPrice _, LeastMakerPrice _, LargestLevy _ ->
          "USD/t";
      case Output _, NewOutput _, Flow _, Leaked _ -> "t/year";
      case UnservedShare _, UseGivenUp _, FinalUseLost _ -> "1";
    };
  }

  /** Whether it is a price that the market decides. */
  default boolean isPrice() {
    return this instanceof DeliveredPrice || this instanceof BuyerPrice;
  }

  /** The product whose chain decides it; empty if every chain does. */
  default Optional<ProductId> product() {
    return this instanceof OfProduct one ? Optional.of(one.of()) : Optional.empty();
  }

  /** Reads it. */
  Reading in(Solved solved);

  /** A quantity that the chain of one product decides. */
  sealed interface OfProduct extends Quantity {
    ProductId of();
  }

  /** A quantity that every chain decides. */
  sealed interface OfAll extends Quantity {}

  /** Whose surplus. */
  enum Account {
    /** Final users. */
    USERS,
    /** Makers, and those who use a new route before it is dear. */
    MAKERS,
    /** Duties, levies, export taxes, rents, stock gains, less subsidies. */
    TREASURY,
    /** The sum. */
    TOTAL;

    private double of(CountryWelfare w) {
      return switch (this) {
        case USERS -> w.consumerSurplus();
        case MAKERS -> w.producerSurplus() + w.routeSurplus();
        case TREASURY ->
            w.publicRevenue() + w.exportRents() + w.importRents() + w.stockGains() + w.subsidies();
        case TOTAL -> w.total();
      };
    }
  }

  /**
   * Change of surplus against the base year, USD a year: at most this where use has met the assumed
   * ceiling, since nobody knows what going without is worth there.
   *
   * @param who countries seen as one
   * @param account which part
   */
  record Surplus(Region who, Account account) implements OfAll {
    @Override
    public Reading in(Solved solved) {
      return sum(who, account, solved.equilibrium().welfare(), solved.beyond());
    }
  }

  /**
   * The same along the chain of one product alone: what controls on other chains do is left out.
   *
   * @param of a product of the chain
   * @param who countries seen as one
   * @param account which part
   */
  record ChainSurplus(ProductId of, Region who, Account account) implements OfProduct {
    @Override
    public Reading in(Solved solved) {
      Equilibrium now = solved.equilibrium();
      return sum(who, account, now.welfare(of, solved.base()), now.unservedUsd(of));
    }
  }

  private static Reading sum(
      Region who, Account account, Welfare welfare, Map<Place, Double> unservedUsd) {
    double sum = 0;
    double beyond = 0;
    for (CountryCode country : who.members()) {
      Optional<CountryWelfare> found = welfare.find(country);
      if (found.isPresent()) {
        sum += account.of(found.get());
        beyond += found.get().atLeast() ? unservedUsd.getOrDefault(country, 0.0) : 0;
      }
    }
    boolean isUse = account == Account.USERS || account == Account.TOTAL;
    return new Reading.Known(sum, isUse ? beyond : 0);
  }

  /** Change of surplus of all countries against the base year, USD a year. */
  record WorldSurplus() implements OfAll {
    @Override
    public Reading in(Solved solved) {
      double beyond = 0;
      for (CountryWelfare w : solved.equilibrium().welfare().countries()) {
        beyond += w.atLeast() ? solved.beyond().getOrDefault(w.country(), 0.0) : 0;
      }
      return new Reading.Known(solved.equilibrium().welfare().worldUsd(), beyond);
    }
  }

  /** Final use left unserved and inputs that makers go without, a share of use in the base year. */
  record UnservedShare(ProductId of, Region who) implements OfProduct {
    @Override
    public Reading in(Solved solved) {
      double wanted = 0;
      double unserved = 0;
      for (CountryCode country : who.members()) {
        wanted += solved.base().use(of, country) + solved.base().inputUse(of, country);
        unserved += solved.equilibrium().unserved(of, country);
      }
      return wanted > 0
          ? Reading.Known.exact(unserved / wanted)
          : new Reading.Missing("nobody there uses it");
    }
  }

  /**
   * Final use and inputs that a region no longer takes, a share of the base year: what is given up
   * as the price rises, and what goes unserved at the ceiling. Below 0 it takes more.
   */
  record UseGivenUp(ProductId of, Region who) implements OfProduct {
    @Override
    public Reading in(Solved solved) {
      double before = taken(solved.base());
      return before > 0
          ? Reading.Known.exact((before - taken(solved.equilibrium())) / before)
          : new Reading.Missing("nobody there uses it");
    }

    private double taken(Equilibrium e) {
      return who.members().stream().mapToDouble(c -> e.use(of, c) + e.inputUse(of, c)).sum();
    }
  }

  /**
   * Final use of a commodity that a region no longer has, a share of the base year's: of every
   * stage that is used as it is, weighed by its value then. What makers of a next stage take is no
   * final use, but for minor inputs: it counts where their own product is used. Below 0 it has
   * more.
   *
   * @param of a product of the commodity
   * @param who the region
   */
  record FinalUseLost(ProductId of, Region who) implements OfProduct {
    @Override
    public Reading in(Solved solved) {
      double before = 0;
      double lost = 0;
      for (ProductId product : solved.base().listProducts(of.commodity())) {
        double price = solved.base().deliveredPrice(product, who.members()).orElse(0);
        double used = used(solved.base(), product);
        before += price * used;
        lost += price * (used - used(solved.equilibrium(), product));
      }
      return before > 0
          ? Reading.Known.exact(lost / before)
          : new Reading.Missing("nobody there uses it in the end");
    }

    private double used(Equilibrium e, ProductId product) {
      return who.members().stream().mapToDouble(c -> e.endUse(product, c)).sum();
    }
  }

  /**
   * Delivered price by quantity over a region: at least this where a buyer is at the assumed
   * ceiling.
   *
   * @param of product
   * @param who the region
   */
  record DeliveredPrice(ProductId of, Region who) implements OfProduct {
    @Override
    public Reading in(Solved solved) {
      Equilibrium market = solved.equilibrium();
      OptionalDouble price = market.deliveredPrice(of, who.members());
      if (price.isEmpty()) {
        return new Reading.Missing("nothing arrives");
      }
      double unserved = 0;
      for (CountryCode country : who.members()) {
        unserved += market.unserved(of, country);
      }
      return new Reading.Known(price.getAsDouble(), -unserved);
    }
  }

  /** Delivered price in one country. */
  record BuyerPrice(ProductId of, CountryCode country) implements OfProduct {
    @Override
    public Reading in(Solved solved) {
      return new DeliveredPrice(of, Region.of(country)).in(solved);
    }
  }

  /** What a maker is paid in one country, before export taxes and rents. */
  record MakerPrice(ProductId of, CountryCode country) implements OfProduct {
    @Override
    public Reading in(Solved solved) {
      OptionalDouble price = solved.equilibrium().producerPrice(of, country);
      return price.isPresent()
          ? Reading.Known.exact(price.getAsDouble())
          : new Reading.Missing("nothing is made there");
    }
  }

  /** The least that makers with output are paid in a region, before export taxes and rents. */
  record LeastMakerPrice(ProductId of, Region who) implements OfProduct {
    @Override
    public Reading in(Solved solved) {
      OptionalDouble least =
          who.members().stream()
              .filter(c -> solved.equilibrium().output(of, c) > 0)
              .flatMapToDouble(c -> solved.equilibrium().producerPrice(of, c).stream())
              .min();
      return least.isPresent()
          ? Reading.Known.exact(least.getAsDouble())
          : new Reading.Missing("nothing is made there");
    }
  }

  /** Largest levy on goods that flow to a region, USD a tonne. */
  record LargestLevy(ProductId of, Region who) implements OfProduct {
    @Override
    public Reading in(Solved solved) {
      double largest = 0;
      for (Route route : solved.equilibrium().listRoutes(of)) {
        if (who.contains(route.to())) {
          largest = Math.max(largest, route.levyUsd());
        }
      }
      return Reading.Known.exact(largest);
    }
  }

  /** Levies collected by a region, USD a year. */
  record LevyRevenue(ProductId of, Region who) implements OfProduct {
    @Override
    public Reading in(Solved solved) {
      return Reading.Known.exact(
          who.members().stream().mapToDouble(c -> solved.equilibrium().levyUsd(of, c)).sum());
    }
  }

  /** Tonnes made in a region. */
  record Output(ProductId of, Region who) implements OfProduct {
    @Override
    public Reading in(Solved solved) {
      return Reading.Known.exact(
          who.members().stream().mapToDouble(c -> solved.equilibrium().output(of, c)).sum());
    }
  }

  /** Tonnes that capacity which a measure added makes. */
  record NewOutput(String measure, ProductId of) implements OfProduct {
    @Override
    public Reading in(Solved solved) {
      return Reading.Known.exact(
          solved.equilibrium().listNewCapacity().stream()
              .filter(added -> added.measure().equals(measure) && added.product().equals(of))
              .mapToDouble(NewCapacity::tonnes)
              .sum());
    }
  }

  /** Tonnes from a maker to a user, home use included. */
  record Flow(ProductId of, CountryCode from, CountryCode to) implements OfProduct {
    @Override
    public Reading in(Solved solved) {
      return Reading.Known.exact(solved.equilibrium().flow(of, from, to));
    }
  }

  /** What a subsidy or contract pays to the makers of a country, USD a year. */
  record Paid(String measure, String maker, String payer) implements OfAll {
    @Override
    public Reading in(Solved solved) {
      return Reading.Known.exact(
          solved.equilibrium().listPayments().stream()
              .filter(p -> of(p).equals(this))
              .mapToDouble(Payment::usd)
              .sum());
    }

    /** The payment that a market lists. */
    static Paid of(Payment payment) {
      return new Paid(payment.measure(), payment.maker().id(), payment.payer().id());
    }
  }

  /** Tonnes that come through a restriction by way of a third country. */
  record Leaked(String measure, ProductId of, String via, String to) implements OfProduct {
    @Override
    public Reading in(Solved solved) {
      return Reading.Known.exact(
          solved.equilibrium().listLeaks().stream()
              .filter(l -> of(l).equals(this))
              .mapToDouble(Leak::tonnes)
              .sum());
    }

    /** The leak that a market lists. */
    static Leaked of(Leak leak) {
      return new Leaked(leak.measure(), leak.product(), leak.via().id(), leak.to().id());
    }
  }

  /** Every account of a region. */
  static List<Quantity> accounts(Region who) {
    return Arrays.stream(Account.values())
        .<Quantity>map(account -> new Surplus(who, account))
        .toList();
  }
}
