package org.plimsoll.app.lab;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys of a Lab address, in the order in which they are printed. */
enum LabKey {
  ON(
      "on",
      "",
      "product",
      "a product with a solved market",
      LabState.USUAL_PRODUCT.toString(),
      "the product that is shown"),
  FROM(
      "from",
      "",
      "name",
      "a scenario of scenarios/",
      LabState.USUAL_SCENARIO,
      "the scenario that the levers are laid on, with the controls in force on its date"),
  FLOOR(
      "floor",
      "PRODUCT",
      "USD/kg of content",
      "0 to 1000000",
      "the scenario's own",
      "price floor that the alliance keeps at its borders; 0 takes the scenario's away"),
  GAP(
      "gap",
      "PRODUCT",
      "word",
      "importer or exporter",
      "the scenario's own, else importer",
      "who keeps the gap between the floor and the price at the border"),
  KEEP(
      "keep",
      "BY.PRODUCT or BY-TO.PRODUCT",
      "share",
      "0 to 1",
      "the scenario's own",
      "share of base exports that a country or territory still licenses, to the alliance or to TO;"
          + " 0 is a stop, 1 takes the scenario's own restriction away. Controls in force stay:"
          + " of two restrictions the stricter counts"),
  IN(
      "in",
      "",
      "codes joined by a dot",
      "countries and territories outside the alliance",
      "none",
      "partners that join the alliance"),
  BUILD(
      "build",
      "",
      "rows joined by a dot, each ROW or ROW@YEAR",
      "projects with product, country and capacity; years from 2000 to 2100",
      "none",
      "projects of the register that stand; with a year, only if the horizon reaches it"),
  RELEASE(
      "release",
      "PRODUCT",
      "t of content",
      "0 to 10000000000",
      "0",
      "sold from stock into the alliance over the year, shared by base use"),
  HORIZON("h", "", "word", "3m, 6m, 12m or 5y", "the scenario's own", "how long markets adjust"),
  VINTAGE(
      "v",
      "",
      "word",
      "preControl, latest or base2024",
      "the scenario's own",
      "base prices, as priceVintage of a scenario file"),
  MORE(
      "more",
      "",
      "packed YAML",
      "at most 4096 characters",
      "none",
      "measures that have no lever, as a list of a scenario file: deflated, in base64url"),
  WORLD(
      "w",
      "",
      "hash",
      "hexadecimal digits, at most 64",
      "any world",
      "the world that the address was made on");

  private final String word;
  private final String argument;
  private final String unit;
  private final String range;
  private final String otherwise;
  private final String what;

  LabKey(String word, String argument, String unit, String range, String otherwise, String what) {
    this.word = word;
    this.argument = argument;
    this.unit = unit;
    this.range = range;
    this.otherwise = otherwise;
    this.what = what;
  }

  String word() {
    return word;
  }

  /** Whether a dot and what the lever acts on follow the word. */
  boolean takesArgument() {
    return !argument.isEmpty();
  }

  /** As an address has it, with what follows the dot in capitals. */
  List<String> forms() {
    return takesArgument()
        ? Stream.of(argument.split(" or ", -1)).map(part -> word + "." + part).toList()
        : List.of(word);
  }

  String unit() {
    return unit;
  }

  String range() {
    return range;
  }

  /** What counts where the key is left out. */
  String otherwise() {
    return otherwise;
  }

  String what() {
    return what;
  }

  static Optional<LabKey> find(String word) {
    return Arrays.stream(values()).filter(key -> key.word.equals(word)).findFirst();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(LabKey::word).toList();
  }
}
