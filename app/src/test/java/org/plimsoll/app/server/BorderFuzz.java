package org.plimsoll.app.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What fuzzed requests of customs can ask for. Each kind of result has an officer of its own, since
 * requests of one token are counted together.
 */
final class BorderFuzz {
  private static final int SPARE = 20;
  private static final String EXPORTS = "entry_id,line,export_id,net_mass_kg\nE1,1,X1,1\n";

  private static final Map<String, String> FILES =
      Map.of(
          "assessments", "results.csv",
          "screenings", "screen.csv",
          "corrections", "corrections.csv",
          "drawbacks", "refunds.csv",
          "entries", "entries.csv");

  private final Map<String, Desk> desks = new TreeMap<>();

  /**
   * An officer's work.
   *
   * @param spare uploads of three bytes to come
   * @param query that asks for the officer's kind of result
   * @param kept id of a result
   * @param doomed id of another, to be deleted
   */
  private record Desk(
      Officer officer,
      String entries,
      List<String> spare,
      String query,
      String kept,
      String doomed) {}

  BorderFuzz(LiveServer server, Path state) throws Exception {
    for (String word :
        List.of("uploads", "assessments", "screenings", "corrections", "drawbacks", "entries")) {
      desks.put(word, desk(Officer.of(server, state, word), word));
    }
  }

  private static Desk desk(Officer officer, String word) throws Exception {
    String text = Files.readString(LiveServer.ROOT.resolve("examples/border/entries.csv"));
    String entries = officer.upload("entries.csv", text);
    String law = "schedule=schedule-made-up&entries=";
    return switch (word) {
      case "uploads" -> {
        List<String> spare = new ArrayList<>();
        for (int i = 0; i < SPARE; i++) {
          spare.add(officer.begin("spare.csv", 3).replace("/uploads/", ""));
        }
        yield new Desk(officer, entries, spare, "name=x.csv&bytes=3", "", "");
      }
      case "assessments", "screenings" -> {
        String more = officer.upload("again.csv", text);
        String path = "/" + word + "?" + law;
        yield new Desk(
            officer,
            entries,
            List.of(),
            law + entries,
            id(officer.done(path + entries)),
            id(officer.done(path + more)));
      }
      case "corrections" -> {
        String run = id(officer.done("/assessments?" + law + entries));
        String more = id(officer.done("/assessments?parquet=true&" + law + entries));
        String query = "earlier=%s&later=%s";
        yield new Desk(
            officer,
            entries,
            List.of(),
            query.formatted(run, more),
            id(officer.done("/corrections?" + query.formatted(run, more))),
            id(officer.done("/corrections?" + query.formatted(more, run))));
      }
      case "drawbacks" -> {
        String run = id(officer.done("/assessments?" + law + entries));
        String query = "run=%s&exports=".formatted(run);
        String exports = officer.upload("exports.csv", EXPORTS);
        String more = officer.upload("more.csv", EXPORTS);
        yield new Desk(
            officer,
            entries,
            List.of(),
            query + exports,
            id(officer.done("/drawbacks?" + query + exports)),
            id(officer.done("/drawbacks?" + query + more)));
      }
      default ->
          new Desk(
              officer,
              entries,
              List.of(),
              "lines=3&importer=AAA&restricted=CCC",
              id(officer.ordered("/entries?lines=3&importer=AAA&restricted=CCC")),
              id(officer.ordered("/entries?lines=4&importer=AAA&restricted=CCC")));
    };
  }

  private static String id(String result) {
    return result.substring(result.lastIndexOf('/') + 1);
  }

  private Desk desk(Route route) {
    return Optional.ofNullable(desks.get(word(route))).orElseThrow();
  }

  private static String word(Route route) {
    return List.of(route.path().split("/", -1)).get(1);
  }

  String token(Route route) {
    return desk(route).officer().token();
  }

  /** A value of a path's parameter that is there. */
  String inPath(Route route, String name, int i) {
    if (name.equals("schedule")) {
      return "schedule-made-up";
    }
    Desk desk = desk(route);
    return switch (name) {
      case "file" -> FILES.getOrDefault(word(route), "");
      case "entry" -> "E1";
      case "upload" -> route.method().equals("GET") ? desk.entries() : desk.spare().get(i % SPARE);
      default -> route.method().equals("DELETE") ? desk.doomed() : desk.kept();
    };
  }

  /** What a route wants in its query; empty if nothing. */
  String query(Route route) {
    if (route.path().equals("/schedule-changes")) {
      return "earlier=schedule-made-up&later=schedule-made-up";
    }
    return route.method().equals("POST") ? desk(route).query() : "";
  }
}
