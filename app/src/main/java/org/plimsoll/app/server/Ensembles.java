package org.plimsoll.app.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.market.DrawsOf;
import org.plimsoll.app.market.MakeEnsemble;
import org.plimsoll.app.market.PosteriorFolder;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.planner.study.Settings;

/** Scenarios in numbered draws of the parameters. */
final class Ensembles {
  private static final String JSON = "application/json";
  static final String PARQUET = "application/vnd.apache.parquet";
  private static final int MOST_DRAWS = 10_000;
  private static final String ANSWER = "ensemble.json";

  private final Orders orders;

  /**
   * @param folder in which they are kept; need not be there
   */
  Ensembles(Path folder, Jobs jobs) {
    orders = new Orders("ensemble", folder, jobs, Ensembles::task);
  }

  private static Jobs.Task task(ServedWorld world, String text, String form, Path into) {
    int dot = form.lastIndexOf('.');
    Path unfinished = into.resolveSibling(into.getFileName() + ".parts");
    MakeEnsemble asked =
        new MakeEnsemble(
            MakeEnsemble.Span.parse("draws", form.substring(0, dot)),
            Long.parseLong(form.substring(dot + 1)),
            unfinished);
    Scenario scenario = world.parse(text);
    DrawsOf of = PosteriorFolder.drawsOf(world.world(), world.unchangedFolder());
    return job -> {
      Answer answer =
          asked
              .answer(world.world(), of, List.of(scenario), world.workers(job))
              .fact("folder", Api.ROOT + "/ensembles/" + into.getFileName());
      Files.writeString(unfinished.resolve(ANSWER), Rendering.json(answer));
      Files.move(unfinished, into, StandardCopyOption.ATOMIC_MOVE);
    };
  }

  /** What is asked for, and how far it is. */
  Orders orders() {
    return orders;
  }

  /**
   * Has an ensemble made, or says that it is there.
   *
   * @param text of the scenario
   * @param draws numbers of the first and the last draw, {@code 0..99}
   * @throws Refusal with every fault of the scenario, or if these are no draws
   */
  Reply ask(ServedWorld world, String text, String draws, Optional<Long> seed) throws IOException {
    MakeEnsemble.Span span = MakeEnsemble.Span.parse("draws", draws);
    if (span.count() > MOST_DRAWS) {
      throw Refusal.of(
          "draws is %s, and a server makes at most %,d at a time".formatted(span, MOST_DRAWS),
          "ask for them in parts, or make them with plimsoll ensemble");
    }
    return orders.ask(world, text, span + "." + seed.orElse(Settings.SEED));
  }

  /**
   * What it says: quantiles, and why draws are missing.
   *
   * @throws Api.ProblemFound if it was not made
   */
  Reply answer(String id) throws IOException {
    return Reply.of(200, JSON, Files.readAllBytes(orders.made(id).resolve(ANSWER)));
  }

  /**
   * Its figures: of every draw, or their quantiles.
   *
   * @param name {@code draws} or {@code quantiles}
   * @throws Api.ProblemFound if it was not made
   */
  Reply figures(String id, String name) throws IOException {
    return Reply.of(200, PARQUET, Files.readAllBytes(orders.made(id).resolve(name + ".parquet")));
  }
}
