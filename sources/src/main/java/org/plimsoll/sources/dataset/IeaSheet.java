package org.plimsoll.sources.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.quantity.MassUnit;
import org.plimsoll.sources.table.Row;

/**
 * One sheet of the IEA's workbook, read row by row from the top: a title with the unit, a row of
 * scenarios, a row of years, headings, figures, notes. Two blocks may stand side by side, each with
 * its labels in the column before its years.
 */
final class IeaSheet {
  private static final Pattern UNIT = Pattern.compile("\\((\\w+)\\)\\s*$");
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");
  private static final Pattern TITLE = Pattern.compile("Mineral demand for (.*?) *(\\(\\w+\\))?");
  private static final Pattern STAGE = Pattern.compile("(.*) - (\\w+)( \\(.*\\))?.*");
  private static final Map<String, String> SCENARIOS =
      Map.of(
          "Stated Policies Scenario", "STEPS",
          "Announced Pledges Scenario", "APS",
          "Net Zero Emissions by 2050 Scenario", "NZE");

  private final String edition;
  private final Areas areas;
  private final Kind kind;
  private String title = "";
  private MassUnit unit = MassUnit.TONNE;
  private final Map<Integer, String> scenarios = new TreeMap<>();
  private final Map<Integer, Column> columns = new LinkedHashMap<>();
  private final Map<Integer, String> headings = new TreeMap<>();

  /** What the labels and headings of a sheet are. */
  private enum Kind {
    SUPPLY,
    DEMAND,
    CLEAN_ENERGY
  }

  /**
   * A column of figures.
   *
   * @param label index of the column that names its rows
   */
  private record Column(int label, String year, String scenario) {}

  private IeaSheet(Kind kind, String edition, Areas areas) {
    this.kind = kind;
    this.edition = edition;
    this.areas = areas;
  }

  static IeaSheet ofSupply(String edition, Areas areas) {
    return new IeaSheet(Kind.SUPPLY, edition, areas);
  }

  static IeaSheet ofDemand(String edition, Areas areas) {
    return new IeaSheet(Kind.DEMAND, edition, areas);
  }

  static IeaSheet ofCleanEnergy(String edition, Areas areas) {
    return new IeaSheet(Kind.CLEAN_ENERGY, edition, areas);
  }

  /** The figures of the next row. */
  List<Reading> read(Row row) {
    List<String> names = List.copyOf(row.columns());
    List<String> cells = names.stream().map(row::optionalText).toList();
    if (title.isEmpty()) {
      readTitle(row, names.getFirst());
      throw row.skip("the title");
    }
    if (columns.isEmpty()) {
      readTop(cells);
      throw row.skip("a row of scenarios or years");
    }
    List<Reading> readings = new ArrayList<>();
    columns.forEach((index, column) -> {
      String label = cells.get(column.label());
      if (!label.isEmpty() && !cells.get(index).isEmpty() && !label.contains("hare")) {
        double amount = row.amount(names.get(index));
        readings.add(reading(row, names.get(column.label()), label, column, amount));
      }
    });
    if (readings.isEmpty()) {
      for (Column column : columns.values()) {
        String heading = cells.get(column.label());
        if (!heading.isEmpty()) {
          headings.put(column.label(), heading);
        }
      }
      throw row.skip("a heading, a share or a note");
    }
    return readings;
  }

  private void readTitle(Row row, String first) {
    title = row.text(first);
    Matcher named = UNIT.matcher(title);
    if (!named.find()) {
      throw row.refuse(first, "the title names no unit: " + title, "write (kt) behind it");
    }
    unit = row.parsed(first, text -> MassUnit.parse(named.group(1)));
  }

  private void readTop(List<String> cells) {
    boolean years =
        cells.stream().filter(c -> !c.isEmpty()).allMatch(c -> YEAR.matcher(c).matches());
    int label = 0;
    for (int i = 0; i < cells.size(); i++) {
      String cell = cells.get(i);
      if (cell.isEmpty()) {
        continue;
      }
      if (!years) {
        scenarios.put(i, SCENARIOS.getOrDefault(cell, cell));
      } else {
        boolean follows = i > 0 && columns.containsKey(i - 1);
        boolean supply = kind == Kind.SUPPLY;
        label = supply && !follows ? i - 1 : label;
        columns.put(i, new Column(Math.max(0, label), cell, scenario(i)));
      }
    }
  }

  /** The scenario that stands above a column or to its left. */
  private String scenario(int index) {
    String scenario = "Base";
    for (Map.Entry<Integer, String> entry : scenarios.entrySet()) {
      scenario = entry.getKey() <= index ? entry.getValue() : scenario;
    }
    return scenario;
  }

  private Reading reading(Row row, String labelColumn, String label, Column column, double amount) {
    String heading = headings.getOrDefault(column.label(), "");
    String name =
        switch (kind) {
          case SUPPLY -> supply(row, labelColumn, heading);
          case DEMAND -> heading + "/Demand/" + label + "/" + column.scenario();
          case CLEAN_ENERGY -> cleanEnergy(heading, label) + "/" + column.scenario();
        };
    String area =
        kind != Kind.SUPPLY || label.startsWith("Total")
            ? Areas.WORLD
            : row.parsed(labelColumn, areas::getCode);
    return Reading.of(
        "iea-cmd/" + name,
        area,
        column.year(),
        unit.toTonnes(amount),
        new Source("iea-cmd", edition, name + ", " + label + ", " + column.year()));
  }

  /** "Copper - Mining" is the mining of copper. */
  private static String supply(Row row, String column, String heading) {
    Matcher stage = STAGE.matcher(heading);
    if (!stage.matches()) {
      throw row.refuse(
          column,
          "the heading above is no mineral and stage: '" + heading + "'",
          "write it as in 'Copper - Mining'");
    }
    return heading.replaceFirst(" - ", "/");
  }

  private String cleanEnergy(String heading, String label) {
    Matcher parts = TITLE.matcher(title);
    String what = parts.matches() ? parts.group(1) : title;
    if (what.endsWith("by mineral and sector")) {
      return heading + "/Clean energy demand/" + label;
    }
    String use = what.endsWith(" - by mineral") ? "all" : what;
    return label + "/Clean energy demand/" + use + (heading.isEmpty() ? "" : ", " + heading);
  }
}
