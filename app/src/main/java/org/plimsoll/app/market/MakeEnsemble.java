package org.plimsoll.app.market;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.plan.ActionPlan.UseFactor;
import org.plimsoll.planner.plan.Planner;
import org.plimsoll.planner.plan.StatusQuo;
import org.plimsoll.planner.study.Ensemble;
import org.plimsoll.planner.study.Settings;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.pack.StampedWorld;

/**
 * Numbered draws of the parameters in some scenarios. Draws are kept some at a time, so that an
 * ensemble that was stopped goes on, and ends with the same bytes as one that was not.
 *
 * @param draws numbers of the first and the last
 * @param seed of the draws
 * @param out folder of the ensemble
 */
public record MakeEnsemble(Span draws, long seed, Path out) {
  /** Draws in a part: what is lost at most by each thread that is stopped. */
  private static final int PART = 5;

  /**
   * Numbers of draws.
   *
   * @param from the first
   * @param to the last
   */
  public record Span(int from, int to) {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,6})\\.\\.([0-9]{1,6})");

    /**
     * Reads {@code 0..999}.
     *
     * @param option that it stands behind, for a complaint
     * @throws Refusal if it is none, or ends before it begins
     */
    public static Span parse(String option, String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches() || Integer.parseInt(form.group(2)) < Integer.parseInt(form.group(1))) {
        throw Refusal.of(option + " is '" + text + "'", "write 0..999");
      }
      return new Span(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }

    /** How many they are. */
    public int count() {
      return to - from + 1;
    }

    @Override
    public String toString() {
      return from + ".." + to;
    }
  }

  /** Some draws of one scenario. */
  private record Part(Scenario scenario, int from, int to) {
    String name() {
      return "%s-%06d.csv".formatted(scenario.name(), from);
    }
  }

  /**
   * Solves what is missing, and puts all together.
   *
   * @param of what draws are drawn from
   */
  public Answer answer(StampedWorld world, DrawsOf of, List<Scenario> scenarios, Workers workers) {
    Evidence evidence = world.evidence();
    take(basis(world, of, scenarios));
    Settings settings = Settings.QUICK.withSeed(seed).withFit(of.fit());
    Map<String, Ensemble> ensembles = new TreeMap<>();
    List<Part> parts = new ArrayList<>();
    List<UseFactor> factors = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      StatusQuo today = Planner.inForce(evidence, scenario, Settings.QUICK.limits(), workers);
      factors.addAll(today.useFactors());
      Ensemble ensemble = new Ensemble(evidence, today.whole(), settings);
      if (ensembles.put(scenario.name(), ensemble) != null) {
        throw Refusal.of("two scenarios are called " + scenario.name(), "leave one out");
      }
      for (int first = draws.from(); first <= draws.to(); first += PART) {
        parts.add(new Part(scenario, first, Math.min(draws.to(), first + PART - 1)));
      }
    }
    List<Part> open = parts.stream().filter(part -> !Files.exists(file(part))).toList();
    workers.map("parts of " + PART + " draws", open, part -> solve(part, ensembles, workers));
    EnsembleFiles files = new EnsembleFiles(out);
    files.write(parts.stream().map(this::file).toList());
    return files
        .answer()
        .with(UseFactorTable.of(factors.stream().distinct().toList()))
        .fact("draws", draws.count())
        .fact("drawnFrom", of.words())
        .fact("seed", seed)
        .fact("found", (long) parts.size() - open.size())
        .remark("Drawn from " + of.words() + ".");
  }

  private Path file(Part part) {
    return out.resolve("parts").resolve(part.name());
  }

  private String basis(StampedWorld world, DrawsOf of, List<Scenario> scenarios) {
    StringBuilder text = new StringBuilder();
    text.append("world ").append(world.stamp().sha256OfAll()).append('\n');
    text.append("seed ").append(seed).append('\n');
    text.append("drawn from ").append(of).append('\n');
    text.append("draws ").append(draws).append('\n');
    scenarios.forEach(scenario -> text.append("scenario ").append(scenario).append('\n'));
    return text.toString();
  }

  /** Takes the folder, new or with what was left of the same ensemble. */
  private void take(String basis) {
    Path file = out.resolve("basis.txt");
    try {
      Files.createDirectories(out.resolve("parts"));
      if (!Files.exists(file)) {
        whole(file, basis);
      } else if (!Files.readString(file).equals(basis)) {
        throw Refusal.of(
            "the folder %s holds another ensemble: other draws, scenarios, fit or world"
                .formatted(out),
            "give another with --out");
      }
    } catch (IOException e) {
      throw Refusal.of(
          "the ensemble in %s cannot be kept: %s".formatted(out, e.getMessage()),
          "give another folder with --out");
    }
  }

  private boolean solve(Part part, Map<String, Ensemble> ensembles, Workers workers) {
    Ensemble ensemble = java.util.Objects.requireNonNull(ensembles.get(part.scenario().name()));
    StringBuilder csv = new StringBuilder(EnsembleFiles.HEAD);
    IntStream.rangeClosed(part.from(), part.to())
        .forEach(number ->
            ensemble
                .draw(number, workers)
                .forEach(line -> EnsembleFiles.append(part.scenario().name(), line, csv)));
    try {
      whole(file(part), csv.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  /** Writes a file that is whole or not there. */
  private static void whole(Path file, String text) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".half");
    Files.writeString(half, text, StandardCharsets.UTF_8);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
