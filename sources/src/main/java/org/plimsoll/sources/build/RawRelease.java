package org.plimsoll.sources.build;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.Place;
import org.plimsoll.model.provenance.RowCount;
import org.plimsoll.model.provenance.Sha256;
import org.plimsoll.sources.dataset.BaciRelease;
import org.plimsoll.sources.dataset.ComtradeRelease;
import org.plimsoll.sources.dataset.Reading;
import org.plimsoll.sources.dataset.Wanted;

/**
 * A year of the world's trade as its publisher ships it, in a folder with the codes of countries:
 * BACI or UN Comtrade. Files are known by their columns.
 *
 * @param parts files of figures; BACI has one
 * @param codes file of CEPII's country codes, which are Comtrade's
 * @param isBaci whose it is
 * @param edition as the files' names say it
 */
record RawRelease(List<ComtradeRelease.Part> parts, Path codes, boolean isBaci, String edition) {
  private static final List<String> CODES =
      List.of("country_code", "country_name", "country_iso2", "country_iso3");

  private static final Pattern READ =
      Pattern.compile("(?i).*\\.(csv|tsv|txt)(\\.gz)?|COMTRADE-.*\\.gz");
  private static final Pattern BACI_EDITION = Pattern.compile("V(\\d{6}\\w?)");
  private static final Pattern COMTRADE_EDITION = Pattern.compile("\\[(\\d{4}-\\d\\d-\\d\\d)]");

  /** Looks through a folder, at any depth; nothing, with issues, if a file is missing. */
  static Loaded<Optional<RawRelease>> find(Path raw) throws IOException {
    List<ComtradeRelease.Part> baci = new ArrayList<>();
    List<ComtradeRelease.Part> comtrade = new ArrayList<>();
    List<ComtradeRelease.Part> codes = new ArrayList<>();
    try (Stream<Path> files = Files.walk(raw)) {
      for (Path file :
          files
              .filter(f -> READ.matcher(String.valueOf(f.getFileName())).matches())
              .sorted()
              .toList()) {
        ComtradeRelease.Part part = part(file);
        if (isAlike(part, BaciRelease.HEADER)) {
          baci.add(part);
        } else if (isAlike(part, CODES)) {
          codes.add(part);
        } else if (part.header().containsAll(ComtradeRelease.COLUMNS)) {
          comtrade.add(part);
        }
      }
    }
    List<Issue> issues = new ArrayList<>();
    Place place = Place.ofFile(raw.toString());
    if (baci.isEmpty() && comtrade.isEmpty()) {
      issues.add(
          Issue.error(
              place,
              "no year of BACI or of UN Comtrade is there: no file has the columns %s, or %s"
                  .formatted(
                      String.join(",", BaciRelease.HEADER),
                      String.join(",", ComtradeRelease.COLUMNS)),
              "unpack the publisher's archive there"));
    }
    if (!baci.isEmpty() && !comtrade.isEmpty()) {
      issues.add(
          Issue.error(
              place, "both BACI and UN Comtrade are there", "keep each in a folder of its own"));
    }
    if (codes.isEmpty()) {
      issues.add(
          Issue.error(
              place,
              "no country codes of BACI are there: no file has the header "
                  + String.join(",", CODES),
              "take country_codes_V….csv from CEPII: its numbers are those of Comtrade too"));
    }
    if (!issues.isEmpty()) {
      return new Loaded<>(Optional.empty(), issues, RowCount.NONE);
    }
    boolean isBaci = comtrade.isEmpty();
    List<ComtradeRelease.Part> parts = isBaci ? baci.subList(0, 1) : comtrade;
    return new Loaded<>(
        Optional.of(new RawRelease(parts, codes.getFirst().path(), isBaci, edition(parts, isBaci))),
        List.of(),
        RowCount.NONE);
  }

  private static boolean isAlike(ComtradeRelease.Part part, List<String> header) {
    return part.header().containsAll(header) && header.containsAll(part.header());
  }

  private static ComtradeRelease.Part part(Path file) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
      String first = lines.readLine();
      String line = first == null ? "" : first.replace("\uFEFF", "").replace("\"", "");
      char delimiter = line.indexOf('\t') >= 0 ? '\t' : ',';
      return new ComtradeRelease.Part(
          file,
          Arrays.stream(line.split(String.valueOf(delimiter), -1)).map(String::strip).toList(),
          delimiter);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
  }

  /** The latest that a name has; else the first file's name. */
  private static String edition(List<ComtradeRelease.Part> parts, boolean isBaci) {
    return parts.stream()
        .map(part -> String.valueOf(part.path().getFileName()))
        .map((isBaci ? BACI_EDITION : COMTRADE_EDITION)::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .max(String::compareTo)
        .orElse(String.valueOf(parts.getFirst().path().getFileName()));
  }

  /** Flows by code; series are named by the code and the unit alone. */
  Loaded<List<Reading>> read(Wanted wanted) throws IOException {
    return isBaci
        ? BaciRelease.read(parts.getFirst().path(), edition, wanted)
        : ComtradeRelease.read(parts, edition, wanted);
  }

  /** The first file's name. */
  String name() {
    return String.valueOf(parts.getFirst().path().getFileName());
  }

  /** What a world that is made of it cites. */
  Evidence.Dataset dataset() throws IOException {
    MessageDigest digest = Sha256.digest();
    for (ComtradeRelease.Part part : parts) {
      try (InputStream bytes = new DigestInputStream(Files.newInputStream(part.path()), digest)) {
        bytes.transferTo(OutputStream.nullOutputStream());
      }
    }
    String hash = Sha256.of(digest);
    return isBaci
        ? new Evidence.Dataset(
            BaciRelease.DATASET,
            "CEPII",
            edition,
            "Etalab Open Licence 2.0",
            true,
            "Gaulier, G. and Zignago, S. (2010) BACI: International Trade Database at the"
                + " Product-Level, release "
                + edition,
            hash)
        : new Evidence.Dataset(
            ComtradeRelease.DATASET,
            "United Nations Statistics Division",
            edition,
            "UN Comtrade policy on use and re-dissemination",
            false,
            "UN Comtrade Database, bulk download, release " + edition,
            hash);
  }
}
