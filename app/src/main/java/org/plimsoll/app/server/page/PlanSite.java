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
      ways.add(way.markup(world));
    }
    return world.page(
        200,
        world.say("bar." + HERE),
        HERE,
        said(world.say("said.unsolved")),
        Markup.of(
            Tag.of("h1").text(world.say("first.title")).markup(),
            ways.markup(),
            form(scenarios, ScenarioChoice.DEFAULT, world.say("make.title"))),
        List.of());
  }

  /** What holds for a page before a plan is there. */
  private List<String> said(String state) {
    return List.of(
        world.say("said.as-of", world.evidence().asOf()),
        world.say("said.volumes", world.evidence().baseYear()),
        world.say("said.prices-of-scenario"),
        state);
  }

  /**
   * A way in: messages say who comes, what is seen first, and what can be done there.
   *
   * @param key of its messages
   * @param address of the page
   */
  private record Way(String key, String address) {
    static final List<Way> ALL =
        List.of(
            new Way("negotiator", "#make"),
            new Way("stockpile", "/stockpile"),
            new Way("purchasing", "/minerals"),
            new Way("customs", "/border"),
            new Way("lender", "/projects#projects"),
            new Way("analyst", "/projects#commitments"));

    Tag markup(SiteWorld world) {
      Tag link = Tag.of("a").with("href", address);
      return Tag.of("li")
          .add(Tag.of("span", "soft").text(world.say("way." + key + ".who")))
          .add(link.text(world.say("way." + key + ".sees")))
          .add(Tag.of("span").text(world.say("way." + key + ".then")));
    }
  }

  private Markup form(List<String> scenarios, String chosen, String title) {
    Tag form =
        Tag.of("form")
            .with("action", "/plan")
            .with("method", "post")
            .add(scenario("scenario", scenarios, chosen))
            .add(
                Tag.of("p", "buttons")
                    .add(button("main", "true", world.say("make.quick")))
                    .add(button("", "false", world.say("make.full"))));
    return Tag.of("section").with("id", "make").add(Tag.of("h2").text(title)).add(form).markup();
  }

  private Tag scenario(String id, List<String> scenarios, String chosen) {
    Tag select = Tag.of("select").with("id", id).with("name", "scenario");
    for (String name : scenarios) {
      Tag option = Tag.of("option").with("value", name);
      select.add((name.equals(chosen) ? option.with("selected", "") : option).text(name));
    }
    return Tag.of("p", "lever")
        .add(Tag.of("label").with("for", id).text(world.say("make.scenario")))
        .add(select);
  }

  /** A way to a second plan beside this one. */
  private Markup compare(String id, List<String> scenarios) {
    return Tag.of("section")
        .with("id", "compare")
        .add(Tag.of("h2").text(world.say("compare.title")))
        .add(
            Tag.of("form")
                .with("action", "/plans/" + id + "/with")
                .with("method", "get")
                .add(scenario("other", scenarios, ScenarioChoice.DEFAULT))
                .add(
                    Tag.of("p", "buttons")
                        .add(
                            Tag.of("button").with("type", "submit").text(world.say("compare.do")))))
        .markup();
  }

  /** The plan of a scenario is wanted beside another, and is not made yet. */
  public Reply notMade(String scenario, List<String> scenarios) {
    return world.ofRows(
        world.say("bar." + HERE),
        HERE,
        Markup.of(
            Tag.of("h1").text(world.say("compare.not-made", scenario)).markup(),
            form(scenarios, scenario, world.say("compare.make"))));
  }

  /** Two plans side by side. */
  public Reply comparison(String id, String other, Answer answer) {
    List<Section> sections = new ArrayList<>();
    for (Table<?> table : answer.listShown()) {
      sections.add(new Section(table.key(), table.title(), AnswerHtml.blocks(table)));
    }
    Tag links =
        Tag.of("p")
            .add(Tag.of("a").with("href", "/plans/" + id).text(world.say("compare.first", id)))
            .text(" · ")
            .add(
                Tag.of("a").with("href", "/plans/" + other).text(world.say("compare.other", other)))
            .text(" · ")
            .add(
                Tag.of("a")
                    .with("href", FILES + id + "/comparison?with=" + other)
                    .text(world.say("compare.json")));
    Markup lead =
        Markup.of(world.english(Tag.of("h1").text(answer.title())).markup(), links.markup());
    return world.ofRows(answer.title(), HERE, SiteSections.ofReport(lead, sections));
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
        SiteSections.ofReport(
                Markup.of(
                    world.english(Tag.of("h1").text(frame.title())).markup(),
                    world.english(Page.particulars(particulars)),
                    files(id)),
                sections)
            .draw(world);
    List<Markup> main = new ArrayList<>(List.of(drawn.main()));
    main.add(compare(id, scenarios));
    main.add(form(scenarios, ScenarioChoice.DEFAULT, world.say("make.another")));
    return world.page(
        200, frame.title(), HERE, world.saidOf(frame), Markup.of(main), drawn.shared());
  }

  /** The files of a plan. */
  private Markup files(String id) {
    Tag links = Tag.of("p").text(world.say("plan.files") + " ");
    for (String name : List.of("plan.html", "plan.json", "tables.xlsx", "manifest.json")) {
      links.add(Tag.of("a").with("href", FILES + id + "/" + name).text(name)).text(" ");
    }
    return links.markup();
  }

  /**
   * A plan that is not there yet. The page comes anew by itself every few seconds until it is over.
   *
   * @param state in a word, as jobs name it
   * @param isOver whether nothing more comes: it failed or was stopped
   * @param done how far it is; empty while that is not known
   * @param detail why it failed; empty if it did not
   */
  public Reply progress(String id, String state, boolean isOver, String done, String detail) {
    String inWords = world.say("plan.state." + state);
    Tag said = Tag.of("p").with("role", "status").text(world.say("plan.is", inWords) + " " + done);
    Tag next =
        isOver
            ? Tag.of("a").with("href", "/#make").text(world.say("plan.anew"))
            : Tag.of("a").with("href", "/plans/" + id).text(world.say("plan.again"));
    Reply reply =
        world.page(
            200,
            world.say("plan.in-state", inWords),
            HERE,
            said(world.say("said.solving")),
            Markup.of(
                Tag.of("h1").text(world.say("plan.title")).markup(),
                said.markup(),
                detail.isEmpty() ? Markup.NONE : world.english(Tag.of("p").text(detail)).markup(),
                Tag.of("p").add(next).markup()),
            List.of());
    return isOver ? reply : reply.with("Refresh", LOOK_AGAIN_SECONDS);
  }

  /**
   * How far it is, in words.
   *
   * @param what pieces, in English
   */
  public String done(String what, int done, int of) {
    return world.say("plan.done", what, done, of);
  }

  /** Nobody asked for a plan of this name. */
  public Reply missing(String id) {
    return world.missing(HERE, world.say("plan.missing", id), "/", world.say("plan.make-one"));
  }
}
