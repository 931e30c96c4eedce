package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.report.text.CalendarText;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.planner.plan.ActionPlan;

/**
 * The action plan as one self-contained page: what to know first, who depends on whom, what is
 * recommended, what it does to each country, where goods flow, what was promised, how sure all this
 * is, and where every number comes from. It needs no script and no network, and prints.
 */
public final class PlanPage {
  private PlanPage() {}

  /** The page as HTML; equal plans give equal bytes. */
  public static String render(ActionPlan plan) {
    return of(plan).render();
  }

  /** The statements that a reader should take away, as plain text. */
  public static List<String> headline(ActionPlan plan) {
    Wording words = new Wording(plan);
    return plan.headline().stream().map(s -> words.statement(s).plain()).toList();
  }

  /** The page of a plan. */
  static Page of(ActionPlan plan) {
    return new Page(
        plan.frame().title(),
        "Floors, stockpile, projects and commitments: what each would do, to whom, and how sure"
            + " that is",
        particulars(plan),
        sections(plan),
        plan.frame().datasets(),
        "Made by Plimsoll from the scenario "
            + plan.frame().scenario()
            + ". The same inputs give the same page; manifest.json beside it names them.");
  }

  /** The sections of a plan, in the order in which a negotiator reads, for any frame. */
  public static List<Section> sections(ActionPlan plan) {
    Wording words = new Wording(plan);
    return List.of(
        new HeadlineSection(words).section(),
        new ExposureSection(words).section(),
        new LeverageSection(words).section(),
        new SanitySection(words).eitherWay(),
        new FloorSection(words).section(),
        new DisparitySection(words).section(),
        new StockpileSection(words).section(),
        new ProjectSection(words).section(),
        new CooperationSection(words).section(),
        new CaseSection(words).section(),
        new ChainSection(words).section(),
        new StopFlowSection(words).section(),
        new PriceSection(words).section(),
        new PromiseSection(words).section(),
        new SanitySection(words).section(),
        new CertaintySection(words).section());
  }

  /** The section about the stockpile alone. */
  public static Section stockpile(ActionPlan plan) {
    return new StockpileSection(new Wording(plan)).section();
  }

  /** What is known of the floor of a product; empty if the plan has none. */
  public static Optional<List<Block>> findFloor(ActionPlan plan, ProductId product) {
    return plan.floors().stream()
        .filter(floor -> floor.product().equals(product))
        .findFirst()
        .map(new FloorSection(new Wording(plan))::of);
  }

  /** In which stop a project of the register is worth what, or why that is not known. */
  public static List<Block> worth(ActionPlan plan, String project) {
    return new ProjectSection(new Wording(plan)).of(project);
  }

  /** Short facts about the plan, for any frame. */
  public static List<Page.Particular> particulars(ActionPlan plan) {
    Wording words = new Wording(plan);
    ActionPlan.Frame frame = plan.frame();
    List<Page.Particular> particulars = new ArrayList<>();
    particulars.add(new Page.Particular("As of", CalendarText.of(frame.asOf())));
    particulars.add(new Page.Particular("Scenario", frame.scenario()));
    particulars.add(new Page.Particular("Alliance", words.listed(frame.members())));
    particulars.add(new Page.Particular("Volumes of", frame.baseYear()));
    particulars.add(new Page.Particular("Prices", FloorWords.vintage(frame.priceVintage())));
    particulars.add(new Page.Particular("Horizon", frame.horizon()));
    particulars.add(new Page.Particular("Draws behind ranges", frame.draws()));
    return particulars;
  }
}
