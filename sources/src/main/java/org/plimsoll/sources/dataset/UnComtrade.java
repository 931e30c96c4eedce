package org.plimsoll.sources.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.plimsoll.model.provenance.Source;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.sources.table.Row;

/**
 * UN Comtrade: what importers and exporters declare. The terms of use let nobody ship the figures
 * in bulk, so the world is built of shares; amounts are for packs that stay with their user.
 *
 * <p>Series: {@code un-comtrade/HS/imports-usd}, {@code imports-t}, {@code exports-usd}, {@code
 * exports-t}, flows (declared by importers, by exporters) or, where a file has no partners, totals
 * of a country without partner; {@code total-…} where a file of flows is of another selection than
 * the totals. {@code comtrade-shares/…} are the same as shares of all that the file declares.
 */
record UnComtrade(String dataset, String edition, boolean shares) implements DatasetReader {
  /** Comtrade's areas that are no country: _X, XX, X1, E19, A59 and their like. */
  private static final Pattern NO_COUNTRY = Pattern.compile("_X|XX|X\\d|[A-Z]\\d{2}");

  /** A world total beside its parts. */
  private static final String WORLD = "W00";

  static UnComtrade ofAmounts(String edition) {
    return new UnComtrade("un-comtrade", edition, false);
  }

  static UnComtrade ofShares(String edition) {
    return new UnComtrade("comtrade-shares", edition, true);
  }

  @Override
  public List<Layout> layouts() {
    return List.of(
        layout(
            "API and bulk download, ISO codes",
            "period,reporterISO,partnerISO,flowCode,cmdCode,primaryValue,netWgt",
            "primaryValue in USD, netWgt in kg",
            (row, areas) -> readDownload(row, areas, "reporterISO", "partnerISO")),
        layout(
            "bulk download, numeric codes",
            "period,reporterCode,partnerCode,flowCode,cmdCode,primaryValue,netWgt",
            "primaryValue in USD, netWgt in kg",
            (row, areas) -> readDownload(row, areas, "reporterCode", "partnerCode")),
        layout(
            "extract, both sides",
            "year,hs6,flow,reporter_iso3,partner_iso3,value_usd,net_weight_kg",
            "USD, kg",
            (row, areas) -> readExtract(row, areas, "reporter_iso3", "partner_iso3")),
        layout(
            "extract, by partner",
            "year,hs6,flow,reporter,partner,value_usd,net_weight_kg",
            "USD, kg",
            (row, areas) -> readExtract(row, areas, "reporter", "partner")),
        layout(
            "extract, totals of reporters",
            "year,hs,flow,reporter,value_usd,net_weight_kg",
            "USD, kg",
            this::readTotal),
        layout(
            "extract, totals of a group of codes",
            "mineral,year,flow,country_iso,trade_value_usd,net_weight_kg",
            "USD, kg",
            this::readGroupTotal),
        layout(
            "extract, largest import flows of a group of codes",
            "mineral,year,importer_iso,exporter_iso,trade_value_usd,net_weight_kg",
            "USD, kg",
            this::readGroupFlow));
  }

  private Layout layout(
      String name, String header, String units, BiFunction<Row, Areas, Trade> toTrade) {
    String series = dataset + "/HS/imports-usd`, `…-t`, `exports-…`";
    return Layout.of(
        name,
        header,
        units,
        "`" + series + (shares ? " as shares of the file" : " in USD and t"),
        (csv, file, wanted) ->
            csv.read(file, row -> toTrade.apply(row, wanted.areas()))
                .map(trades -> Figures.of(toReadings(trades))));
  }

  /** One declaration. */
  private record Trade(
      String name, String area, String partner, String year, double usd, Optional<Double> tonnes) {}

  private List<Reading> toReadings(List<Trade> trades) {
    List<Reading> readings = new ArrayList<>();
    for (Trade trade : trades) {
      readings.add(reading(trade, "usd", trade.usd()));
      trade.tonnes().ifPresent(tonnes -> readings.add(reading(trade, "t", tonnes)));
    }
    if (!shares) {
      return readings;
    }
    Map<String, Double> sums = new HashMap<>();
    readings.forEach(r -> sums.merge(r.series() + "@" + r.period(), r.value(), Double::sum));
    return readings.stream()
        .map(r -> share(r, sums.getOrDefault(r.series() + "@" + r.period(), 0.0)))
        .toList();
  }

  private static Reading share(Reading r, double sum) {
    return new Reading(
        r.series(),
        r.area(),
        r.partner(),
        r.period(),
        sum > 0 ? r.value() / sum : 0,
        Status.DERIVED,
        r.source());
  }

  private Reading reading(Trade trade, String unit, double value) {
    String who = trade.area() + (trade.partner().isEmpty() ? "" : " to " + trade.partner());
    return new Reading(
        dataset + "/" + trade.name() + "-" + unit,
        trade.area(),
        trade.partner(),
        trade.year(),
        value,
        Status.READ,
        new Source(dataset, edition, trade.name() + ", " + who + ", " + trade.year()));
  }

  private Trade readDownload(Row row, Areas areas, String reporter, String partner) {
    // Totals stand beside their breakdowns by transport, procedure and second partner.
    part(row, "motCode", "0");
    part(row, "customsCode", "C00");
    part(row, "partner2Code", "0");
    if (row.findText("partnerCode").equals(Optional.of("0"))) {
      throw row.skip("a total over partners");
    }
    if (row.text("period").matches("\\d{6}")) {
      throw row.skip("a month: a sum over months may fall short");
    }
    return flow(
        row,
        row.text("cmdCode"),
        Fields.year(row, "period"),
        Fields.isImport(row, "flowCode"),
        country(row, reporter, areas),
        country(row, partner, areas),
        row.amount("primaryValue"),
        "netWgt");
  }

  private static void part(Row row, String column, String whole) {
    if (row.findText(column).filter(code -> !code.equals(whole)).isPresent()) {
      throw row.skip("a part of a total: " + column + " " + row.text(column));
    }
  }

  private Trade readExtract(Row row, Areas areas, String reporter, String partner) {
    return flow(
        row,
        Fields.hs6(row, "hs6"),
        Fields.year(row, "year"),
        Fields.isImport(row, "flow"),
        country(row, reporter, areas),
        country(row, partner, areas),
        row.amount("value_usd"),
        "net_weight_kg");
  }

  private Trade readTotal(Row row, Areas areas) {
    return new Trade(
        row.text("hs") + (Fields.isImport(row, "flow") ? "/imports" : "/exports"),
        country(row, "reporter", areas),
        "",
        Fields.year(row, "year"),
        row.amount("value_usd"),
        tonnes(row, "net_weight_kg"));
  }

  private Trade readGroupTotal(Row row, Areas areas) {
    return new Trade(
        row.text("mineral") + (Fields.isImport(row, "flow") ? "/total-imports" : "/total-exports"),
        country(row, "country_iso", areas),
        "",
        Fields.year(row, "year"),
        row.amount("trade_value_usd"),
        tonnes(row, "net_weight_kg"));
  }

  private Trade readGroupFlow(Row row, Areas areas) {
    return flow(
        row,
        row.text("mineral"),
        Fields.year(row, "year"),
        true,
        country(row, "importer_iso", areas),
        country(row, "exporter_iso", areas),
        row.amount("trade_value_usd"),
        "net_weight_kg");
  }

  private static Trade flow(
      Row row,
      String code,
      String year,
      boolean imported,
      String reporter,
      String partner,
      double usd,
      String weight) {
    return new Trade(
        code + (imported ? "/imports" : "/exports"),
        imported ? partner : reporter,
        imported ? reporter : partner,
        year,
        usd,
        tonnes(row, weight));
  }

  /** Kilograms as tonnes; Comtrade writes 0 where nobody weighed. */
  private static Optional<Double> tonnes(Row row, String column) {
    return row.findText(column)
        .map(text -> row.amount(column) / 1_000)
        .filter(tonnes -> tonnes > 0);
  }

  private static String country(Row row, String column, Areas areas) {
    if (row.findText(column).isEmpty()) {
      throw row.skip("no country given in '" + column + "'");
    }
    String code = row.text(column);
    if (code.equals(WORLD)) {
      throw row.skip("a total over partners");
    }
    return areas
        .findCode(code)
        .orElseGet(() -> {
          if (NO_COUNTRY.matcher(code).matches()) {
            throw row.skip("no country, but an area not specified: " + code);
          }
          return row.parsed(column, areas::getCode);
        });
  }
}
