package org.plimsoll.app.market;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.app.answer.Table;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.outlook.Outlook;

/** The market year by year, of some products. */
final class OutlookTables {
  private OutlookTables() {}

  private record In(Outlook.Year year, ProductId product) {
    Outlook.ProductYear its() {
      return year.getProduct(product);
    }

    List<Outlook.Built> built() {
      return year.built().stream().filter(b -> b.product().equals(product)).toList();
    }
  }

  static Table<?> of(Outlook outlook, List<ProductId> products) {
    List<In> rows = new ArrayList<>();
    for (ProductId product : products) {
      for (Outlook.Year year : outlook.years()) {
        if (year.products().stream().anyMatch(p -> p.product().equals(product))) {
          rows.add(new In(year, product));
        }
      }
    }
    return Table.of(
            "years",
            "Year by year, no forecast: demand along an outlook, capacity that answers to prices",
            rows)
        .product("product", "product", In::product)
        .year("year", "year", r -> r.year().year())
        .figure("demandMultiple", "demand at base prices", r -> r.its().demandMultiple())
        .figure(
            "allianceUsdPerTonne",
            "alliance USD/t",
            r ->
                r.its().unservedTonnes() > 0
                    ? OptionalDouble.empty()
                    : r.its().allianceUsdPerTonne(),
            "at the assumed ceiling")
        .figure(
            "thirdCountriesUsdPerTonne",
            "third countries USD/t",
            r -> r.its().thirdCountriesUsdPerTonne(),
            "no buyer")
        .figure(
            "restrictorUsdPerTonne",
            "restrictor USD/t",
            r -> r.its().restrictorUsdPerTonne(),
            "nobody restricts it")
        .figure("useTonnes", "world uses t", r -> r.its().useTonnes())
        .figure("outputTonnes", "world makes t", r -> r.its().outputTonnes())
        .figure("daysOfShortage", "days short", r -> r.its().daysOfShortage())
        .figure("stockTonnes", "laid up t", r -> r.its().stockTonnes())
        .figure(
            "projectTonnes",
            "projects t",
            r -> r.built().stream().mapToDouble(Outlook.Built::tonnesPerYear).sum())
        .names("projects", "projects that stand", r -> r.built().stream().map(b -> b.id()).toList())
        .count("horizonYears", "elasticities of years", r -> (int) r.year().horizon().years())
        .words("outlook", "outlook of demand", r -> r.its().outlook());
  }
}
