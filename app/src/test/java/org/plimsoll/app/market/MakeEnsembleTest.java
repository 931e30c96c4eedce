package org.plimsoll.app.market;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.plimsoll.model.fixture.TinyWorld.REFINED;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.fixture.TinyWorld;
import org.plimsoll.model.policy.BorderMeasure;
import org.plimsoll.model.policy.Parties;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.policy.Terms;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.study.FittedDraws;
import org.plimsoll.planner.study.Workers;
import org.plimsoll.sources.pack.StampedWorld;

/** Ensembles in the tiny world: the same bytes however often they were stopped, on any threads. */
class MakeEnsembleTest {
  private static final StampedWorld WORLD = StampedWorld.inMemory(TinyWorld.evidence());

  @TempDir private Path folder;

  private static Scenario scenario() {
    Terms terms =
        new Terms(
            "ban",
            List.of(REFINED),
            Parties.of("AAA"),
            Parties.UNNAMED,
            Parties.UNNAMED,
            Optional.empty(),
            Optional.empty(),
            Status.ASSUMED,
            "fixture");
    return TinyWorld.scenario(new BorderMeasure.ExportBan(terms));
  }

  private Answer make(String name, int last, int threads) {
    return make(name, last, threads, DrawsOf.priors("a test"));
  }

  private Answer make(String name, int last, int threads, DrawsOf of) {
    try (ForkJoinPool pool = new ForkJoinPool(threads)) {
      return new MakeEnsemble(new MakeEnsemble.Span(0, last), 7, folder.resolve(name))
          .answer(WORLD, of, List.of(scenario()), Workers.of(pool));
    }
  }

  private byte[] draws(String name) throws IOException {
    return Files.readAllBytes(folder.resolve(name).resolve("draws.parquet"));
  }

  @Test
  void stoppedAndGoneOnWithItEndsWithTheSameBytes() throws IOException {
    make("whole", 13, 2);
    make("stopped", 13, 1);
    try (Stream<Path> parts = Files.list(folder.resolve("stopped").resolve("parts"))) {
      // A kill leaves parts that are missing, or not yet renamed.
      Path first = parts.sorted().findFirst().orElseThrow();
      Files.move(first, first.resolveSibling(first.getFileName() + ".half"));
    }
    Files.delete(folder.resolve("stopped").resolve("draws.parquet"));
    make("stopped", 13, 1);
    assertArrayEquals(draws("whole"), draws("stopped"));
    assertArrayEquals(
        Files.readAllBytes(folder.resolve("whole").resolve("quantiles.parquet")),
        Files.readAllBytes(folder.resolve("stopped").resolve("quantiles.parquet")));
  }

  @Test
  void aDrawDependsOnItsNumberAlone() throws IOException {
    make("few", 4, 1);
    make("many", 9, 2);
    String part = "parts/tiny-000000.csv";
    assertEquals(
        Files.readString(folder.resolve("few").resolve(part)),
        Files.readString(folder.resolve("many").resolve(part)));
  }

  @Test
  void everyFigureSaysHowManyDrawsStandBehindIt() {
    String text = make("counted", 9, 2).tables().getFirst().cells().toString();
    assertTrue(text.contains("price"), text);
    assertTrue(text.contains("10"), text);
  }

  @Test
  void aFolderOfAnotherEnsembleIsLeftAlone() throws IOException {
    make("taken", 4, 1);
    byte[] before = draws("taken");
    Refusal refusal = assertThrows(Refusal.class, () -> make("taken", 9, 1));
    assertTrue(String.valueOf(refusal.getMessage()).contains("another ensemble"));
    assertArrayEquals(before, draws("taken"));
  }

  /** At the seed of the fit draws 0 and 1 are its own; the draws of the priors are others. */
  @Test
  void drawsAreThoseOfTheFit() throws IOException {
    DrawsOf fit = DrawsOf.fit(new FittedDraws(7, List.of(3, 1)));
    Answer answer = make("fitted", 4, 1, fit);
    assertTrue(answer.facts().toString().contains("2 joint draws"));
    make("priors", 4, 1);
    List<String> fitted = lines("fitted");
    List<String> priors = lines("priors");
    assertEquals(ofDraw(priors, 3), ofDraw(fitted, 0));
    assertEquals(ofDraw(priors, 1), ofDraw(fitted, 1));
    // Nothing but parameters is drawn here, so that draw 2 is the first joint draw again.
    assertEquals(ofDraw(fitted, 0), ofDraw(fitted, 2));
    // A folder of draws of the priors is no folder of the fit's.
    assertThrows(Refusal.class, () -> make("priors", 4, 1, fit));
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name).resolve("parts/tiny-000000.csv"));
  }

  /** The figures of a draw without its number. */
  private static List<String> ofDraw(List<String> lines, int draw) {
    String mark = "tiny," + draw + ",";
    return lines.stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .toList();
  }
}
