package org.plimsoll.app.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.plan.MakePlan;
import org.plimsoll.app.plan.PlanComparison;
import org.plimsoll.app.plan.PlanFolder;
import org.plimsoll.app.plan.PlanMaker;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.provenance.Sha256;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.study.Settings;

/** Plans that were asked for, with ranges or of the central case alone. */
final class Plans {
  private static final String QUICK = "quick";
  private static final String FULL = "full";

  private final Orders orders;

  /**
   * @param folder in which plans are kept; need not be there
   */
  Plans(Path folder, Jobs jobs, PlanMaker maker) {
    orders =
        new Orders(
            "plan",
            folder,
            jobs,
            (world, text, form, into) -> {
              MakePlan making = making(world, text, form);
              return job -> making.into(into, maker, world.workers(job));
            });
  }

  private static MakePlan making(ServedWorld world, String text, String form) {
    return new MakePlan(
        world.world(),
        world.unchangedFolder(),
        world.parse(text),
        Sha256.of(text.getBytes(StandardCharsets.UTF_8)),
        form.equals(QUICK) ? Settings.QUICK : Settings.FULL);
  }

  private static String form(boolean isQuick) {
    return isQuick ? QUICK : FULL;
  }

  /** What names the plan of a scenario. */
  static String id(ServedWorld world, String text, boolean isQuick) {
    return Orders.id(world, text, form(isQuick));
  }

  /** What is asked for, and how far it is. */
  Orders orders() {
    return orders;
  }

  /**
   * Has a plan made, or says that it is there.
   *
   * @param text of the scenario
   * @param isQuick whether the central case alone is meant
   * @throws Refusal with every fault of the scenario
   */
  Reply ask(ServedWorld world, String text, boolean isQuick) throws IOException {
    return orders.ask(world, text, form(isQuick));
  }

  /**
   * Has a plan made unless it is there: the job, or empty if it is.
   *
   * @throws Refusal with every fault of the scenario
   */
  Optional<Job> order(ServedWorld world, String text, boolean isQuick) throws IOException {
    return orders.order(world, text, form(isQuick));
  }

  /** The plan that was made of this scenario, with ranges if there is one; empty if none was. */
  Optional<String> findMade(ServedWorld world, String text) {
    return Stream.of(FULL, QUICK)
        .map(form -> Orders.id(world, text, form))
        .filter(orders::isMade)
        .findFirst();
  }

  /** Whether a plan is there. */
  boolean isMade(String id) {
    return orders.isMade(id);
  }

  /**
   * A plan that was made.
   *
   * @throws Api.ProblemFound if it was not
   */
  ActionPlan read(String id) throws IOException {
    return PlanFolder.read(orders.made(id));
  }

  /**
   * What the second plan has otherwise than the first.
   *
   * @throws Api.ProblemFound if one of them was not made
   */
  Answer compare(String first, String second) {
    try {
      return PlanComparison.of(read(first), read(second));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A file of a plan.
   *
   * @param name as the manifest has it
   * @throws Api.ProblemFound if there is no such plan or file
   */
  Reply file(String id, String name, String type) throws IOException {
    Path file = orders.made(id).resolve(name);
    if (!name.matches("[a-z0-9-]+\\.(json|html|xlsx)|tables/[a-z0-9-]+\\.csv")
        || !Files.isRegularFile(file)) {
      throw Problem.missing("the plan " + id + " has no file " + name, "see its manifest.json");
    }
    return Reply.of(200, type, Files.readAllBytes(file));
  }
}
