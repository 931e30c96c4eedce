package org.plimsoll.app.server.page;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.planner.plan.ActionPlan;

/** Pages of plans, and the first page of who comes without one. */
public final class PlanSite {
  private static final String HERE = "Plan";
  private static final String FILES = "/api/v1/plans/";
  private static final String LOOK_AGAIN_SECONDS = "2";

  private final SiteWorld world;

  public PlanSite(SiteWorld world) {
    this.world = world;
  }

  /** A way in for each kind of reader, and the form that has a plan made. */
  public Reply first(List<String> scenarios) {
    Tag ways = Tag.of("ul", "ways");
    for (Way way : Way.ALL) {
      ways.add(way.markup());
    }
    return world.page(
        200,
        HERE,
        HERE,
        List.of(
            "as of " + world.evidence().asOf(),
            "volumes of " + world.evidence().baseYear(),
            "prices as the scenario says",
            "nothing solved yet"),
        Markup.of(
            Tag.of("h1").text("Where do you want to begin?").markup(),
            ways.markup(),
            form(scenarios, ScenarioChoice.DEFAULT, "Make the plan")),
        List.of());
  }

  /**
   * A way in.
   *
   * @param who comes
   * @param address of the page; empty if the site does not have it yet
   * @param words of the link: what is seen first
   * @param then what can be done there
   */
  private record Way(String who, String address, String words, String then) {
    static final List<Way> ALL =
        List.of(
            new Way(
                "Negotiator",
                "#make",
                "Three sentences, a map, who can stop what",
                "Make the plan, open a stop, try a floor in the Lab."),
            new Way(
                "Stockpile manager",
                "/stockpile",
                "What to hold for a budget, and what stays unspent",
                "Drag the budget; try a release in the Lab."),
            new Way(
                "Purchasing head",
                "/minerals",
                "What stops, and what it costs now",
                "Choose a mineral: who makes it, what it ends in, which goods stop."),
            new Way(
                "Customs officer",
                "/border",
                "Levies on customs entries, and the law",
                "Drop entries, watch the sums grow, open a line with every step."),
            new Way(
                "Lender",
                "/projects#projects",
                "Projects, by state and start",
                "Open the source of each; what a floor does to it is in the Lab."),
            new Way(
                "Analyst",
                "/projects#commitments",
                "Promised, done, late, unknown",
                "Open the source of each promise."));

    Tag markup() {
      Tag link =
          address.isEmpty()
              ? Tag.of("strong").text(words)
              : Tag.of("a").with("href", address).text(words);
      return Tag.of("li")
          .add(Tag.of("span", "soft").text(who))
          .add(link)
          .add(Tag.of("span").text(then));
    }
  }

  private static Markup form(List<String> scenarios, String chosen, String title) {
    Tag form =
        Tag.of("form")
            .with("action", "/plan")
            .with("method", "post")
            .add(scenario("scenario", scenarios, chosen))
            .add(
                Tag.of("p", "buttons")
                    .add(button("main", "true", "Make the plan, central case"))
                    .add(button("", "false", "Make the plan with ranges")));
    return Tag.of("section").with("id", "make").add(Tag.of("h2").text(title)).add(form).markup();
  }

  private static Tag scenario(String id, List<String> scenarios, String chosen) {
    Tag select = Tag.of("select").with("id", id).with("name", "scenario");
    for (String name : scenarios) {
      Tag option = Tag.of("option").with("value", name);
      select.add((name.equals(chosen) ? option.with("selected", "") : option).text(name));
    }
    return Tag.of("p", "lever").add(Tag.of("label").with("for", id).text("Scenario")).add(select);
  }

  /** A way to a second plan beside this one. */
  private static Markup compare(String id, List<String> scenarios) {
    return Tag.of("section")
        .with("id", "compare")
        .add(Tag.of("h2").text("Compare with the plan of another scenario"))
        .add(
            Tag.of("form")
                .with("action", "/plans/" + id + "/with")
                .with("method", "get")
                .add(scenario("other", scenarios, ScenarioChoice.DEFAULT))
                .add(
                    Tag.of("p", "buttons")
                        .add(Tag.of("button").with("type", "submit").text("Compare"))))
        .markup();
  }

  /** The plan of a scenario is wanted beside another, and is not made yet. */
  public Reply notMade(String scenario, List<String> scenarios) {
    return world.ofRows(
        HERE,
        HERE,
        Markup.of(
            Tag.of("h1").text("The plan of " + scenario + " is not made yet").markup(),
            form(scenarios, scenario, "Make it, then compare again")));
  }

  /** Two plans side by side. */
  public Reply comparison(String id, String other, Answer answer) {
    List<Section> sections = new ArrayList<>();
    for (Table<?> table : answer.listShown()) {
      sections.add(new Section(table.key(), table.title(), AnswerHtml.blocks(table)));
    }
    Markup lead =
        Tag.of("p")
            .text("A is ")
            .add(Tag.of("a").with("href", "/plans/" + id).text("plan " + id))
            .text(", B is ")
            .add(Tag.of("a").with("href", "/plans/" + other).text("plan " + other))
            .text(". ")
            .add(
                Tag.of("a")
                    .with("href", FILES + id + "/comparison?with=" + other)
                    .text("All figures as JSON"))
            .text(".")
            .markup();
    return world.ofRows(answer.title(), HERE, new SiteSections(answer.title(), lead, sections));
  }

  private static Tag button(String cssClass, String quick, String words) {
    Tag button = cssClass.isEmpty() ? Tag.of("button") : Tag.of("button", cssClass);
    return button.with("type", "submit").with("name", "quick").with("value", quick).text(words);
  }

  /**
   * A plan.
   *
   * @param particulars short facts about it
   * @param sections as its report has them
   */
  public Reply plan(
      String id,
      ActionPlan plan,
      List<Page.Particular> particulars,
      List<Section> sections,
      List<String> scenarios) {
    ActionPlan.Frame frame = plan.frame();
    SiteSections.Drawn drawn =
        new SiteSections(
                frame.title(), Markup.of(Page.particulars(particulars), files(id)), sections)
            .draw();
    List<Markup> main = new ArrayList<>(List.of(drawn.main()));
    main.add(compare(id, scenarios));
    main.add(form(scenarios, ScenarioChoice.DEFAULT, "Make another plan"));
    return world.page(
        200,
        frame.title(),
        HERE,
        List.of(
            "as of " + frame.asOf(),
            frame.scenario(),
            "prices " + frame.priceVintage(),
            frame.draws().equals("none") ? "central case" : "draws: " + frame.draws()),
        Markup.of(main),
        drawn.shared());
  }

  /** The files of a plan. */
  private static Markup files(String id) {
    Tag links = Tag.of("p").text("As files: ");
    for (String name : List.of("plan.html", "plan.json", "tables.xlsx", "manifest.json")) {
      links.add(Tag.of("a").with("href", FILES + id + "/" + name).text(name)).text(" ");
    }
    return links.markup();
  }

  /**
   * A plan that is not there yet. The page comes anew by itself every few seconds until it is over.
   *
   * @param state in a word
   * @param isOver whether nothing more comes: it failed or was stopped
   * @param done how far it is; empty while that is not known
   * @param detail why it failed; empty if it did not
   */
  public Reply progress(String id, String state, boolean isOver, String done, String detail) {
    Tag said = Tag.of("p").with("role", "status").text("The plan is " + state + ". " + done);
    Tag next =
        isOver
            ? Tag.of("a").with("href", "/#make").text("Ask for it anew")
            : Tag.of("a").with("href", "/plans/" + id).text("Look again");
    Reply reply =
        world.page(
            200,
            "Plan " + state,
            HERE,
            List.of(
                "as of " + world.evidence().asOf(),
                "volumes of " + world.evidence().baseYear(),
                "prices as the scenario says",
                "being solved"),
            Markup.of(
                Tag.of("h1").text("The plan is being made").markup(),
                said.markup(),
                detail.isEmpty() ? Markup.NONE : Tag.of("p").text(detail).markup(),
                Tag.of("p").add(next).markup()),
            List.of());
    return isOver ? reply : reply.with("Refresh", LOOK_AGAIN_SECONDS);
  }

  /** Nobody asked for a plan of this name. */
  public Reply missing(String id) {
    return world.missing(HERE, "There is no plan " + id, "/", "Make one");
  }
}
