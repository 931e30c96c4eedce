package org.plimsoll.app.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.app.lab.LabCase;
import org.plimsoll.app.lab.LabState;
import org.plimsoll.app.plan.BudgetSection;
import org.plimsoll.app.plan.PlanPage;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.server.page.PlanSite;
import org.plimsoll.app.server.page.ProjectSite;
import org.plimsoll.app.server.page.SiteWorld;
import org.plimsoll.app.server.page.StockpileSite;
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
  private static final String PLAN = "plan";
  private static final String BUDGET = "budget";
  private static final String WIDE = "wide";
  private static final double USD_PER_BILLION = 1e9;
  private static final double MOST_BILLIONS = 1_000;

  private final ServedWorld world;
  private final PlanSite site;
  private final StockpileSite stockpile;
  private final ProjectSite projects;

  /** The plan that was shown last; drawing one takes longer than all else on a page. */
  private volatile Optional<Shown> last = Optional.empty();

  private record Shown(String id, ActionPlan plan, Reply reply) {}

  PlanPages(ServedWorld world, SiteWorld pages) {
    this.world = world;
    site = new PlanSite(pages);
    stockpile = new StockpileSite(pages);
    projects = new ProjectSite(pages);
  }

  /** The first page: the plan of the default scenario, or how to come to one. */
  Reply first() throws IOException {
    Optional<String> made = findDefault();
    return ofForm(
        made.isPresent()
            ? shown(made.get()).reply()
            : site.first(ScenarioChoice.listNames(world.session())));
  }

  /** The plan of the default scenario; empty if it is not made. */
  private Optional<String> findDefault() throws IOException {
    return ScenarioChoice.listNames(world.session()).contains(ScenarioChoice.DEFAULT)
        ? world.plans().findMade(world, text(ScenarioChoice.DEFAULT))
        : Optional.empty();
  }

  /**
   * Leads to a plan beside that of a scenario, or to where it is made.
   *
   * @throws Refusal if the query names no scenario
   */
  Reply withScenario(String id, Request request) throws IOException {
    String name = Form.pairs(request.query()).getOrDefault(SCENARIO, "");
    Optional<String> other = world.plans().findMade(world, text(name));
    return other
        .map(made -> Reply.empty(303).with("Location", "/plans/" + id + "/with/" + made))
        .orElseGet(() -> ofForm(site.notMade(name, ScenarioChoice.listNames(world.session()))));
  }

  /** Two plans side by side. */
  Reply comparison(String id, String other) {
    return ofForm(site.comparison(id, other, world.plans().compare(id, other)));
  }

  /** The page of the stockpile, of the plan that is asked for or else of the default scenario. */
  Reply stockpile(Request request) throws IOException {
    Map<String, String> asked = Form.pairs(request.query());
    Optional<String> id =
        asked.containsKey(PLAN)
            ? Optional.of(asked.getOrDefault(PLAN, "")).filter(world.plans()::isMade)
            : findDefault();
    if (id.isEmpty()) {
      return ofForm(
          asked.containsKey(PLAN) ? site.missing(asked.getOrDefault(PLAN, "")) : stockpile.none());
    }
    ActionPlan plan = shown(id.get()).plan();
    BudgetSection section = new BudgetSection(plan);
    return ofForm(stockpile.page(id.get(), plan, section, billions(asked, section)));
  }

  /** The page of a project, beside the plan of the default scenario if it is made. */
  Reply project(String project) throws IOException {
    Optional<String> id = findDefault();
    return ofForm(
        id.isPresent()
            ? projects.page(project, id.get(), shown(id.get()).plan())
            : projects.page(project));
  }

  /** What of it changes with the budget. */
  Reply stockpilePart(Request request) throws IOException {
    Map<String, String> asked = Form.pairs(request.query());
    String id = asked.getOrDefault(PLAN, "");
    if (!world.plans().isMade(id)) {
      return site.missing(id);
    }
    BudgetSection section = new BudgetSection(shown(id).plan());
    Width width = asked.getOrDefault(WIDE, "").equals("360") ? Width.PHONE : Width.PAGE;
    return ofForm(stockpile.part(section, billions(asked, section), width));
  }

  /**
   * The budget that is asked for, in USD billion; the plan's own if none is.
   *
   * @throws Refusal if it is no number from 0 on
   */
  private static double billions(Map<String, String> asked, BudgetSection section) {
    String text = asked.getOrDefault(BUDGET, "");
    if (text.isEmpty()) {
      return section.mostUsd() / USD_PER_BILLION;
    }
    try {
      double billions = Double.parseDouble(text);
      if (billions >= 0 && billions <= MOST_BILLIONS) {
        return billions;
      }
    } catch (NumberFormatException e) {
      // refused below, as a number that is too small is
    }
    throw Refusal.of(
        "budget '" + text + "' is no sum in USD billion",
        "a number from 0 to %.0f, such as %s=6".formatted(MOST_BILLIONS, BUDGET));
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
      return ofForm(shown(id).reply());
    }
    Optional<Job> job = world.plans().orders().findJob(id);
    if (job.isEmpty()) {
      return site.missing(id);
    }
    Job.News news = job.get().latest();
    return ofForm(
        site.progress(id, news.state().word(), news.state().isOver(), words(news), news.detail()));
  }

  private String words(Job.News news) {
    return news.of() > 0 ? site.done(news.what(), news.done(), news.of()) : "";
  }

  private Shown shown(String id) throws IOException {
    Optional<Shown> known = last.filter(shown -> shown.id().equals(id));
    if (known.isPresent() && !world.files().isChanged()) {
      return known.get();
    }
    ActionPlan plan = world.plans().read(id);
    Reply reply =
        site.plan(
            id,
            plan,
            PlanPage.particulars(plan),
            PlanPage.sections(plan),
            ScenarioChoice.listNames(world.session()));
    Shown shown = new Shown(id, plan, reply);
    last = Optional.of(shown);
    return shown;
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
