package org.plimsoll.model.policy;

import java.util.List;

/**
 * One product traded among regions, with tariffs before and after a change: what GSIM (Francois and
 * Hall 2003) asks for. Rows of matrices are exporters, columns importers, in the order of the
 * regions.
 *
 * @param title one line for a person
 * @param source where the figures are from
 * @param regions names, at least one
 * @param trade value at exporters' prices, in one unit of money
 * @param powersBefore 1 + ad valorem tariff
 * @param powersAfter 1 + ad valorem tariff
 * @param demandElasticity E_m of composite demand, by importer; below 0
 * @param supplyElasticity E_x, by exporter; at least 0
 * @param substitutionElasticity E_s between exporters, by importer; at least 0
 */
public record TariffCase(
    String title,
    String source,
    List<String> regions,
    List<List<Double>> trade,
    List<List<Double>> powersBefore,
    List<List<Double>> powersAfter,
    List<Double> demandElasticity,
    List<Double> supplyElasticity,
    List<Double> substitutionElasticity) {
  public TariffCase {
    regions = List.copyOf(regions);
    trade = trade.stream().map(List::copyOf).toList();
    powersBefore = powersBefore.stream().map(List::copyOf).toList();
    powersAfter = powersAfter.stream().map(List::copyOf).toList();
    demandElasticity = List.copyOf(demandElasticity);
    supplyElasticity = List.copyOf(supplyElasticity);
    substitutionElasticity = List.copyOf(substitutionElasticity);
    int n = regions.size();
    requireSquare("trade", trade, n);
    requireSquare("powersBefore", powersBefore, n);
    requireSquare("powersAfter", powersAfter, n);
    requireLength("demandElasticity", demandElasticity, n);
    requireLength("supplyElasticity", supplyElasticity, n);
    requireLength("substitutionElasticity", substitutionElasticity, n);
  }

  private static void requireSquare(String name, List<List<Double>> matrix, int n) {
    requireLength(name, matrix, n);
    for (List<Double> row : matrix) {
      requireLength("a row of " + name, row, n);
    }
  }

  private static void requireLength(String name, List<?> list, int n) {
    if (list.size() != n) {
      throw new IllegalArgumentException(
          "%s must have one entry for each of %d regions, but has %d"
              .formatted(name, n, list.size()));
    }
  }
}
