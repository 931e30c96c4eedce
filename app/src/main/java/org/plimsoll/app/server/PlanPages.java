package org.plimsoll.app.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.app.lab.LabCase;
import org.plimsoll.app.lab.LabState;
import org.plimsoll.app.plan.PlanPage;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.server.page.PlanSite;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.planner.plan.ActionPlan;

/**
 * The pages of plans: the plan of the default scenario, the form that has one made, its progress.
 */
final class PlanPages {
  private static final long LARGEST_FORM = 4096;
  private static final String SCENARIO = "scenario";
  private static final String QUICK = "quick";

  private final ServedWorld world;
  private final PlanSite site;

  /** The plan that was shown last; drawing one takes longer than all else on a page. */
  private volatile Optional<Shown> last = Optional.empty();

  private record Shown(String id, Reply reply) {}

  PlanPages(ServedWorld world, PlanSite site) {
    this.world = world;
    this.site = site;
  }

  /** The first page: the plan of the default scenario, or how to come to one. */
  Reply first() throws IOException {
    List<String> names = ScenarioChoice.listNames(world.session());
    Optional<String> made =
        names.contains(ScenarioChoice.DEFAULT)
            ? world.plans().findMade(world, text(ScenarioChoice.DEFAULT))
            : Optional.empty();
    Reply reply = made.isPresent() ? shown(made.get()) : site.first(names);
    return ofForm(reply);
  }

  /**
   * Has the plan made that a form asks for, and leads to its page.
   *
   * @throws Refusal if the form names no scenario
   */
  Reply make(Request request) throws IOException {
    Map<String, String> form =
        Form.read(request, LARGEST_FORM, List.of(SCENARIO, QUICK), "POST " + Api.ROOT + "/plans");
    String text = text(form.getOrDefault(SCENARIO, ScenarioChoice.DEFAULT));
    boolean isQuick = form.getOrDefault(QUICK, "false").equals("true");
    return ordered(text, isQuick);
  }

  /**
   * Has the plan made that asks what a state of the Lab asks, and leads to its page.
   *
   * @throws Refusal if the address is not a state's
   */
  Reply makeOfState(Request request) throws IOException {
    Map<String, String> form =
        Form.read(request, LARGEST_FORM, List.of(QUICK), "POST " + Api.ROOT + "/plans");
    Loaded<LabState> state = LabState.parse(request.query(), world.lab().words());
    if (state.hasErrors()) {
      throw Refusal.ofIssues("the question", state.issues());
    }
    return ordered(
        LabCase.of(state.value(), world.lab().words()).yaml(),
        form.getOrDefault(QUICK, "false").equals("true"));
  }

  private Reply ordered(String text, boolean isQuick) throws IOException {
    world.plans().order(world, text, isQuick);
    return Reply.empty(303).with("Location", "/plans/" + Plans.id(world, text, isQuick));
  }

  /** How far a plan is, or the plan. */
  Reply page(String id) throws IOException {
    if (world.plans().isMade(id)) {
      return ofForm(shown(id));
    }
    Optional<Job> job = world.plans().findJob(id);
    if (job.isEmpty()) {
      return site.missing(id);
    }
    Job.News news = job.get().latest();
    return ofForm(
        site.progress(id, news.state().word(), news.state().isOver(), words(news), news.detail()));
  }

  private static String words(Job.News news) {
    return news.of() > 0 ? "%s: %d of %d".formatted(news.what(), news.done(), news.of()) : "";
  }

  private Reply shown(String id) throws IOException {
    Optional<Shown> known = last.filter(shown -> shown.id().equals(id));
    if (known.isPresent() && !world.files().isChanged()) {
      return known.get().reply();
    }
    ActionPlan plan = world.plans().read(id);
    Reply reply =
        site.plan(
            id,
            plan,
            PlanPage.particulars(plan),
            PlanPage.sections(plan),
            ScenarioChoice.listNames(world.session()));
    last = Optional.of(new Shown(id, reply));
    return reply;
  }

  /**
   * A browser names where a form comes from, which is how we know our own, only where the page may
   * say it. It is never kept: what is at the address changes.
   */
  private static Reply ofForm(Reply reply) {
    return reply.with("Referrer-Policy", "same-origin").with("Cache-Control", "no-store");
  }

  private String text(String name) throws IOException {
    return Files.readString(
        ScenarioChoice.named(name, world.session(), world.evidence()).file(),
        StandardCharsets.UTF_8);
  }
}
