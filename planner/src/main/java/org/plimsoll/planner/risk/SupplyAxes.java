package org.plimsoll.planner.risk;

import java.util.List;
import org.plimsoll.model.commodity.ProductId;

/**
 * What the flat arrays of a {@link SupplyGrid} are numbered by. A product and a year make a
 * <em>market</em>, a market and a buyer make a <em>cell</em>.
 *
 * @param products rows of the grid
 * @param years calendar years
 * @param suppliers countries, or firms
 * @param buyers countries, regions, or firms
 */
public record SupplyAxes(
    Numbered<ProductId> products,
    Numbered<Integer> years,
    Numbered<Supplier> suppliers,
    Numbered<Buyer> buyers) {

  /** Numbers the names in their order. */
  public static SupplyAxes of(
      List<ProductId> products, List<Integer> years, List<Supplier> suppliers, List<Buyer> buyers) {
    return new SupplyAxes(
        Numbered.of(products), Numbered.of(years), Numbered.of(suppliers), Numbered.of(buyers));
  }

  /** Number of markets: products × years. */
  public int markets() {
    return products.size() * years.size();
  }

  /** Number of cells: products × years × buyers. */
  public int cells() {
    return markets() * buyers.size();
  }

  public int market(int product, int year) {
    return product * years.size() + year;
  }

  public int cell(int product, int year, int buyer) {
    return market(product, year) * buyers.size() + buyer;
  }

  /** The row of a supplier's country in a year. */
  int country(int year, int supplier) {
    return year * suppliers.size() + supplier;
  }

  int marketOf(int cell) {
    return cell / buyers.size();
  }

  int yearOf(int market) {
    return market % years.size();
  }

  ProductId productOf(int market) {
    return products.name(market / years.size());
  }

  Buyer buyerOf(int cell) {
    return buyers.name(cell % buyers.size());
  }
}
