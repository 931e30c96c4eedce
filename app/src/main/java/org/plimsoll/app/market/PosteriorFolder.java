package org.plimsoll.app.market;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.policy.ShockOutcome;
import org.plimsoll.planner.backtest.ShockBacktest;
import org.plimsoll.planner.backtest.ShockFit;
import org.plimsoll.planner.backtest.ShockScore;
import org.plimsoll.planner.study.FittedDraws;
import org.plimsoll.sources.pack.StampedWorld;

/**
 * A fit on disk: {@code basis.csv} says on which tables and outcomes it stands, {@code prior.csv}
 * holds what each solved draw foretells, {@code draws.csv} the numbers of the posterior's draws,
 * and {@code foretold.csv} what it says of each outcome without its episode.
 */
public final class PosteriorFolder {
  /** Where the world keeps its own. */
  static final Path OF_WORLD = Path.of("posterior");

  /** The tables that a past shock's market is made of. */
  private static final List<String> TABLES =
      List.of(
          "consumption.csv",
          "countries.csv",
          "end_uses.csv",
          "freight.csv",
          "hand/episodes.csv",
          "parameters.csv",
          "prices.csv",
          "production.csv",
          "products.csv",
          "rates.csv",
          "recycling.csv",
          "tariffs.csv",
          "technology.csv",
          "territories.csv",
          "trade.csv",
          "valuations.csv");

  private static final Pattern COMMA = Pattern.compile(",");
  private static final String UNSOLVED = "unsolved";

  private final Path folder;

  /**
   * What a fit stands on.
   *
   * @param tables hash of the world's tables
   * @param seed of the draws
   * @param outcomes fitted, by their keys
   */
  record Basis(String tables, long seed, List<String> outcomes) {
    static Basis of(String tables, long seed, List<ShockOutcome> outcomes) {
      return new Basis(tables, seed, outcomes.stream().map(ShockBacktest::key).toList());
    }

    private String text() {
      return "tables,seed,outcomes\n%s,%d,%s\n".formatted(tables, seed, String.join(";", outcomes));
    }
  }

  PosteriorFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * What the fit of a world foretells of outcomes without their episodes; nothing without a fit.
   */
  public static Map<String, ShockScore.Foretold> foretoldIn(Path world) {
    return new PosteriorFolder(world.resolve(OF_WORLD)).foretold();
  }

  /** Hash of the tables that a fit on a world stands on. */
  static String hash(StampedWorld world) {
    return world.stamp().sha256Of(TABLES);
  }

  /** The draws that the world's fit gives out; of the priors if it stands on other tables. */
  public static DrawsOf drawsOf(StampedWorld world, Path folder) {
    PosteriorFolder fit = new PosteriorFolder(folder.resolve(OF_WORLD));
    List<String> basis = fit.lines("basis.csv").stream().skip(1).toList();
    List<Integer> numbers =
        fit.lines("draws.csv").stream()
            .skip(1)
            .map(line -> Integer.valueOf(line.substring(line.indexOf(',') + 1)))
            .toList();
    if (basis.isEmpty() || numbers.isEmpty()) {
      return DrawsOf.priors("the world has no fit to past shocks");
    }
    List<String> fields = COMMA.splitAsStream(basis.getFirst()).toList();
    return fields.getFirst().equals(hash(world))
        ? DrawsOf.fit(new FittedDraws(Long.parseLong(fields.get(1)), numbers))
        : DrawsOf.priors("the fit to past shocks stands on other tables");
  }

  /** Starts a fit, or goes on with one on the same basis. */
  void open(Basis basis) {
    try {
      Files.createDirectories(folder);
      Path file = folder.resolve("basis.csv");
      if (Files.exists(file) && !Files.readString(file).equals(basis.text())) {
        Files.deleteIfExists(folder.resolve("prior.csv"));
      }
      Files.writeString(file, basis.text());
    } catch (IOException e) {
      throw cannot("written", e);
    }
  }

  private Refusal cannot(String done, IOException e) {
    return Refusal.of(
        "the fit in %s cannot be %s: %s".formatted(folder, done, e.getMessage()),
        "look at the folder, or give another with --out");
  }

  /** Draws that are solved already, by number; empty where one has no solution. */
  Map<Integer, Optional<ShockFit.Draw>> solved(int outcomes) {
    Map<Integer, Optional<ShockFit.Draw>> solved = new TreeMap<>();
    for (String line : lines("prior.csv")) {
      List<String> fields = COMMA.splitAsStream(line).toList();
      if (fields.size() == 3 && fields.get(1).equals(UNSOLVED)) {
        solved.put(Integer.parseInt(fields.getFirst()), Optional.empty());
      } else if (fields.size() == 3 + 3 * outcomes) {
        parse(fields, outcomes).ifPresent(d -> solved.put(d.number(), Optional.of(d)));
      }
    }
    return solved;
  }

  /** A draw; empty of a line that was cut off. */
  private static Optional<ShockFit.Draw> parse(List<String> fields, int outcomes) {
    if (!fields.getLast().equals(".")) {
      return Optional.empty();
    }
    List<ShockFit.Foretold> foretold = new ArrayList<>();
    for (int o = 0; o < outcomes; o++) {
      foretold.add(
          new ShockFit.Foretold(
              Double.parseDouble(fields.get(2 + 3 * o)),
              Double.parseDouble(fields.get(3 + 3 * o)),
              fields.get(4 + 3 * o).equals("1")));
    }
    return Optional.of(
        new ShockFit.Draw(
            Integer.parseInt(fields.getFirst()), Double.parseDouble(fields.get(1)), foretold));
  }

  /** Keeps a draw. Lines of several threads are appended whole. */
  synchronized void keep(int number, Optional<ShockFit.Draw> draw) {
    StringBuilder line = new StringBuilder(Integer.toString(number));
    if (draw.isEmpty()) {
      line.append(',').append(UNSOLVED);
    } else {
      line.append(',').append(draw.get().scale());
      for (ShockFit.Foretold foretold : draw.get().foretold()) {
        line.append(',').append(foretold.lnMultiple());
        line.append(',').append(foretold.lnNet());
        line.append(',').append(foretold.isAtCeiling() ? 1 : 0);
      }
    }
    line.append(",.\n");
    try {
      Files.writeString(
          folder.resolve("prior.csv"),
          line,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes what the fit says. */
  void write(List<Integer> draws, Map<String, ShockScore.Foretold> foretold) {
    StringBuilder numbers = new StringBuilder("number,draw\n");
    for (int i = 0; i < draws.size(); i++) {
      numbers.append(i).append(',').append(draws.get(i)).append('\n');
    }
    StringBuilder said =
        new StringBuilder("outcome,ln_low,ln_median,ln_high,ln_median_net,ceiling_share,k_hat\n");
    foretold.forEach((key, f) ->
        said.append(
            "%s,%s,%s,%s,%s,%s,%s%n"
                .formatted(
                    key,
                    f.low(),
                    f.median(),
                    f.high(),
                    f.medianNet(),
                    f.ceilingShare(),
                    f.tailShape())));
    try {
      Files.writeString(folder.resolve("draws.csv"), numbers);
      Files.writeString(folder.resolve("foretold.csv"), said);
    } catch (IOException e) {
      throw cannot("written", e);
    }
  }

  /** Hash of the tables that it stands on; empty if there is no fit. */
  Optional<String> tables() {
    return lines("basis.csv").stream()
        .skip(1)
        .findFirst()
        .map(line -> line.substring(0, line.indexOf(',')));
  }

  /** What it says of each outcome without its episode. */
  Map<String, ShockScore.Foretold> foretold() {
    Map<String, ShockScore.Foretold> foretold = new LinkedHashMap<>();
    for (String line : lines("foretold.csv").stream().skip(1).toList()) {
      List<String> f = COMMA.splitAsStream(line).toList();
      foretold.put(
          f.getFirst(),
          new ShockScore.Foretold(
              Double.parseDouble(f.get(1)),
              Double.parseDouble(f.get(2)),
              Double.parseDouble(f.get(3)),
              Double.parseDouble(f.get(4)),
              Double.parseDouble(f.get(5)),
              Double.parseDouble(f.get(6))));
    }
    return foretold;
  }

  private List<String> lines(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw cannot("read", e);
    }
  }
}
