package org.plimsoll.app.server.page;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.evidence.Evidence;

/** Answers about a product's reference price and floors, as pages below its mineral. */
public final class FloorSite {
  private static final String HERE = "Minerals";

  private final SiteWorld world;

  public FloorSite(SiteWorld world) {
    this.world = world;
  }

  /** The address of the page of its reference price. */
  static String reference(ProductId product) {
    return "/minerals/" + product + "/reference";
  }

  /** The address of the page of its floors. */
  static String floors(ProductId product) {
    return "/minerals/" + product + "/floors";
  }

  /** Whether a floor is meant where nobody names a target. */
  static boolean hasFloor(Evidence evidence, ProductId product) {
    return evidence.findBasePrice(product, "incentive").isPresent();
  }

  /**
   * The page of an answer.
   *
   * @param commodity whose page it leads back to
   */
  public Reply page(Answer answer, String commodity) {
    List<Section> sections = new ArrayList<>(AnswerHtml.sections(answer.listShown()));
    sections.add(AnswerHtml.reading(answer.remarks(), true));
    Markup lead =
        Markup.of(
            world.english(Tag.of("h1").text(answer.title())).markup(),
            Tag.of("p")
                .add(
                    world
                        .english(Tag.of("a"))
                        .with("href", "/minerals/" + commodity)
                        .text(commodity))
                .text(" · ")
                .add(Tag.of("a").with("href", "/minerals").text(world.say("minerals.all")))
                .markup());
    return world.ofRows(answer.title(), HERE, SiteSections.ofReport(lead, sections));
  }
}
