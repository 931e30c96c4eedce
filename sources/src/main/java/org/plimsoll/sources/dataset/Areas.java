package org.plimsoll.sources.dataset;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.sources.table.CsvFile;

/** The publishers' spellings of countries, as ISO 3166 alpha-3 codes. */
public final class Areas {
  /** A published world total. */
  public static final String WORLD = "WLD";

  /** What a publisher calls other countries or the rest of the world. */
  public static final String OTHERS = "OTH";

  /** CEPII writes the last year of a country that is no more: "USSR (...1990)". */
  private static final Pattern ISO3 = Pattern.compile("[A-Z]{3}");

  private static final Pattern FORMER = Pattern.compile("\\(\\.\\.\\.\\d{4}\\)");

  private final Map<String, String> codeOfSpelling;
  private final Map<String, String> nameOfCode;

  private Areas(Map<String, String> codeOfSpelling, Map<String, String> nameOfCode) {
    this.codeOfSpelling = codeOfSpelling;
    this.nameOfCode = nameOfCode;
  }

  /** An ISO 3166 entry or a spelling. */
  private record Spelling(String spelling, String code) {}

  /**
   * Reads the list of codes and the further spellings.
   *
   * @param codes CEPII's country codes
   * @param spellings our own list, columns spelling and area
   */
  public static Loaded<Areas> read(Path codes, Path spellings) {
    Loaded<List<List<Spelling>>> iso =
        CsvFile.withAtLeast(
                String.valueOf(codes.getFileName()),
                List.of("country_code", "country_name", "country_iso2", "country_iso3"))
            .read(
                codes,
                row -> {
                  String code = row.text("country_iso3");
                  return List.of(
                      new Spelling(row.text("country_name"), code),
                      new Spelling(code, code),
                      new Spelling(row.optionalText("country_iso2"), code),
                      new Spelling(row.text("country_code"), code));
                });
    Loaded<List<Spelling>> more =
        CsvFile.withExactly("country_names.csv", List.of("spelling", "area"))
            .readUnique(
                spellings,
                row -> new Spelling(row.text("spelling"), row.text("area")),
                Spelling::spelling);
    Map<String, String> codeOfSpelling = new TreeMap<>();
    Map<String, String> nameOfCode = new TreeMap<>();
    for (List<Spelling> forms : iso.value()) {
      forms.forEach(form -> codeOfSpelling.putIfAbsent(form.spelling(), form.code()));
    }
    Map<String, String> ours = new TreeMap<>();
    more.value().forEach(form -> ours.put(form.spelling(), form.code()));
    // A code that our list corrects (S19) is corrected under each of its spellings (490).
    codeOfSpelling.replaceAll((spelling, code) -> ours.getOrDefault(code, code));
    codeOfSpelling.putAll(ours);
    ours.values().forEach(code -> codeOfSpelling.putIfAbsent(code, code));
    // Our own spellings go last, so that a publisher's code such as S19 is named by ISO's.
    for (List<Spelling> forms : iso.value()) {
      String name = forms.getFirst().spelling();
      String code = codeOfSpelling.getOrDefault(forms.getFirst().code(), OTHERS);
      if (!FORMER.matcher(name).find() && !code.equals(OTHERS)) {
        nameOfCode.putIfAbsent(code, name);
      }
    }
    return new Loaded<>(new Areas(codeOfSpelling, nameOfCode), iso.issues(), iso.rows()).and(more);
  }

  /** A published total is nobody's trade; what a publisher calls "other" is folded later. */
  public static boolean isCountry(String area) {
    return ISO3.matcher(area).matches() && !area.equals(WORLD);
  }

  /** The code of a spelling, if it is known; an unknown one is never "other". */
  public Optional<String> findCode(String spelling) {
    return Optional.ofNullable(codeOfSpelling.get(spelling.strip()));
  }

  /**
   * The code of a spelling.
   *
   * @throws IllegalArgumentException if it is not known
   */
  public String getCode(String spelling) {
    return findCode(spelling)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "unknown country '" + spelling + "'\nMaybe add its spelling to country_names.csv"));
  }

  /** ISO codes of countries that there are, with their English names, in code order. */
  public Map<String, String> listNames() {
    return Collections.unmodifiableMap(nameOfCode);
  }
}
