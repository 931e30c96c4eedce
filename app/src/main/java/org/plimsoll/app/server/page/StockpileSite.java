package org.plimsoll.app.server.page;

import java.util.List;
import java.util.Locale;
import org.plimsoll.app.plan.BudgetSection;
import org.plimsoll.app.plan.PlanPage;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.SiteCitations;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.planner.plan.ActionPlan;

/** The stockpile of a plan, and what a smaller budget would buy: a slider along its purchases. */
public final class StockpileSite {
  private static final String HERE = "Stockpile";
  private static final double USD_PER_BILLION = 1e9;

  private final SiteWorld world;

  public StockpileSite(SiteWorld world) {
    this.world = world;
  }

  /** The page while no plan is there to show. */
  public Reply none() {
    return world.ofRows(
        world.say("bar." + HERE),
        HERE,
        Markup.of(
            Tag.of("h1").text(world.say("stockpile.title")).markup(),
            Tag.of("p")
                .text(world.say("stockpile.none") + " ")
                .add(Tag.of("a").with("href", "/#make").text(world.say("make.title")))
                .markup()));
  }

  /**
   * The page of a plan.
   *
   * @param billions budget asked for, USD billion
   */
  public Reply page(String id, ActionPlan plan, BudgetSection section, double billions) {
    ActionPlan.Frame frame = plan.frame();
    SiteSections.Drawn drawn =
        SiteSections.ofReport(
                Markup.of(
                    Tag.of("h1").text(world.say("bar." + HERE)).markup(),
                    lead(id, frame.title()),
                    form(id, section, billions)),
                List.of(section.section(billions * USD_PER_BILLION), PlanPage.stockpile(plan)))
            .draw(world);
    return world.page(
        200,
        world.say("bar." + HERE),
        HERE,
        List.of(
            world.say("said.as-of", frame.asOf()),
            frame.scenario(),
            world.say("said.prices", frame.priceVintage()),
            world.say("said.central")),
        drawn.main(),
        drawn.shared(),
        List.of("stockpile.js"));
  }

  /** What changes while the budget moves. */
  public Reply part(BudgetSection section, double billions, Width width) {
    return Reply.of(
        200,
        SiteWorld.HTML,
        Markup.of(
                Page.sections(
                    List.of(section.section(billions * USD_PER_BILLION)),
                    new Numbering(new SiteCitations(), width)))
            .toString());
  }

  private Markup lead(String id, String title) {
    return Tag.of("p")
        .text(world.say("stockpile.of") + " ")
        .add(world.english(Tag.of("a").with("href", "/plans/" + id)).text(title))
        .text(" · ")
        .add(
            Tag.of("a")
                .with("href", "/api/v1/plans/" + id + "/tables/holdings.csv")
                .text("holdings.csv"))
        .text(" · ")
        .add(
            Tag.of("a")
                .with("href", "/api/v1/plans/" + id + "/tables/tranches.csv")
                .text("tranches.csv"))
        .markup();
  }

  private Markup form(String id, BudgetSection section, double billions) {
    String most = plain(section.mostUsd() / USD_PER_BILLION);
    String stands = plain(billions);
    return Tag.of("form", "one")
        .with("id", "levers")
        .with("action", "/stockpile")
        .with("method", "get")
        .with("autocomplete", "off")
        .add(Tag.of("input").with("type", "hidden").with("name", "plan").with("value", id))
        .add(
            Tag.of("p", "lever amount")
                .add(Tag.of("label").with("for", "budget").text(world.say("stockpile.budget")))
                .add(
                    range("range", "budget-slider", most, stands)
                        .with("hidden", "")
                        .with("step", "0.1")
                        .with("aria-label", world.say("stockpile.budget"))
                        .with("data-unit", world.say("stockpile.spoken"))
                        .with("data-for", "budget"))
                .add(
                    Tag.of("span", "typed")
                        .add(
                            range("number", "budget", most, stands)
                                .with("name", "budget")
                                .with("step", "any")
                                .with("inputmode", "decimal"))
                        .add(Tag.of("span", "unit").text(world.say("stockpile.unit")))))
        .add(
            Tag.of("p", "buttons")
                .add(
                    Tag.of("button", "main")
                        .with("type", "submit")
                        .text(world.say("stockpile.show"))))
        .markup();
  }

  private static Tag range(String type, String id, String most, String stands) {
    return Tag.of("input")
        .with("type", type)
        .with("id", id)
        .with("min", "0")
        .with("max", most)
        .with("value", stands);
  }

  private static String plain(double billions) {
    return String.format(Locale.ROOT, "%.4f", billions).replaceAll("\\.?0+$", "");
  }
}
