package org.plimsoll.app.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.lab.LabState;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.page.GradeLegend;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.app.world.MineralList;
import org.plimsoll.app.world.WorldHtml;
import org.plimsoll.app.world.WorldSubject;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Interval;
import org.plimsoll.model.provenance.Status;
import org.plimsoll.planner.risk.Concentration;

/** All minerals, and a page for each: the sections of {@code world show --html}. */
public final class MineralSite {
  private static final String HERE = "Minerals";
  private static final String METHOD = "docs/method/risk.md";

  private final SiteWorld world;
  private final List<MineralList.Mineral> minerals;

  public MineralSite(SiteWorld world) {
    this.world = world;
    minerals = MineralList.of(world.evidence());
  }

  /** All minerals. */
  public Reply list() {
    Table table =
        Table.draft(world.say("minerals.caption"), minerals)
            .with(
                Table.Column.words(world.say("minerals.mineral")),
                m -> Inline.link(m.commodity().name(), "/minerals/" + m.commodity().id()))
            .words(world.say("minerals.symbol"), m -> m.commodity().symbol())
            .with(Table.Column.sentences(world.say("minerals.stages")), MineralSite::stages)
            .words(
                world.say("minerals.narrowest"),
                m -> m.narrowest().map(this::nameOf).orElse(world.say("minerals.not-known")))
            .words(
                world.say("minerals.maker"),
                m -> m.narrowest().map(this::maker).orElse(world.say("minerals.no-output")))
            .with(
                Table.Column.numbers(world.say("minerals.share")),
                m ->
                    m.narrowest()
                        .map(MineralSite::share)
                        .orElse(Inline.missing(world.say("minerals.not-known"))))
            .words(
                world.say("minerals.grade"),
                m -> m.narrowest().map(c -> c.basis().grade().name()).orElse(""))
            .table();
    String title = world.say("bar." + HERE);
    return world.ofRows(
        title,
        HERE,
        SiteSections.of(
            Tag.of("h1").text(title).markup(),
            Section.of("minerals", world.say("minerals.all"), table),
            Section.of("reading", world.say("frame.reading"), world.english(new GradeLegend()))));
  }

  /** Stages; those whose market is solved lead to the Lab. */
  private static Inline stages(MineralList.Mineral mineral) {
    List<Inline> parts = new ArrayList<>();
    for (Product product : mineral.stages()) {
      parts.add(Inline.text(parts.isEmpty() ? "" : ", "));
      String stage = product.id().stage();
      parts.add(product.isSolved() ? Inline.link(stage, lab(product)) : Inline.text(stage));
    }
    return new Inline.Run(parts);
  }

  private static String lab(Product product) {
    return "/lab?" + LabState.of(product.id(), ScenarioChoice.DEFAULT).print();
  }

  private String nameOf(Concentration made) {
    return world.evidence().getProduct(made.product()).name();
  }

  private String maker(Concentration made) {
    return world
        .evidence()
        .findCountry(made.largest())
        .map(country -> country.name())
        .orElse(made.largest().alpha3());
  }

  private static Inline share(Concentration made) {
    List<String> from = new ArrayList<>(made.basis().datasets());
    from.add(METHOD);
    return Num.of(
        Interval.exactly(made.largestShare()),
        Unit.PERCENT,
        made.basis().grade(),
        Status.DERIVED,
        Origin.derived(from),
        "");
  }

  /** The page of a mineral. */
  public Reply page(String commodity) {
    Evidence evidence = world.evidence();
    Optional<MineralList.Mineral> found =
        minerals.stream().filter(m -> m.commodity().id().equals(commodity)).findFirst();
    if (found.isEmpty()) {
      List<String> ids = minerals.stream().map(m -> m.commodity().id()).toList();
      return world.missing(
          HERE,
          missing(commodity, Nearest.to(commodity, ids)),
          "/minerals",
          world.say("minerals.all"));
    }
    Page page = new WorldHtml(new WorldSubject(evidence, found.get().stages())).page();
    return world.ofRows(
        page.title(), HERE, SiteSections.ofReport(lead(page, found.get()), page.sections()));
  }

  private String missing(String commodity, List<String> near) {
    return near.isEmpty()
        ? world.say("minerals.missing", commodity)
        : world.say("minerals.missing-near", commodity, String.join(", ", near));
  }

  private Markup lead(Page page, MineralList.Mineral mineral) {
    Tag links = Tag.of("p");
    for (Product product : mineral.stages().stream().filter(Product::isSolved).toList()) {
      links
          .add(
              Tag.of("a")
                  .with("href", lab(product))
                  .text(world.say("minerals.in-lab", product.name())))
          .text(" · ")
          .add(
              Tag.of("a")
                  .with("href", FloorSite.reference(product.id()))
                  .text(world.say("minerals.reference", product.name())))
          .text(" · ");
      if (FloorSite.hasFloor(world.evidence(), product.id())) {
        links
            .add(
                Tag.of("a")
                    .with("href", FloorSite.floors(product.id()))
                    .text(world.say("minerals.floors", product.name())))
            .text(" · ");
      }
    }
    links.add(Tag.of("a").with("href", "/minerals").text(world.say("minerals.all")));
    return Markup.of(
        world.english(Tag.of("h1").text(page.title())).markup(),
        world.english(Tag.of("p", "subtitle").text(page.subtitle())).markup(),
        world.english(Page.particulars(page.particulars())),
        links.markup());
  }
}
