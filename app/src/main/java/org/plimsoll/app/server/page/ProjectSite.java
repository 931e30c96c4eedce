package org.plimsoll.app.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.lab.LabState;
import org.plimsoll.app.plan.PlanPage;
import org.plimsoll.app.registers.ProjectList;
import org.plimsoll.app.registers.Traces;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Subheading;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.page.GradeLegend;
import org.plimsoll.app.report.text.Unit;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.ScenarioChoice;
import org.plimsoll.app.session.StopText;
import org.plimsoll.app.world.WorldHtml;
import org.plimsoll.app.world.WorldSubject;
import org.plimsoll.model.commodity.Product;
import org.plimsoll.model.policy.Project;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.projects.Plant;
import org.plimsoll.planner.study.Stop;

/** A project of the register, and what a plan says of it: the floor on its product, its worth. */
public final class ProjectSite {
  private static final String HERE = "Projects";

  private final SiteWorld world;
  private final List<Plant> plants;

  public ProjectSite(SiteWorld world) {
    this.world = world;
    plants = Plant.of(world.evidence().projects());
  }

  /** The address of a project's page. */
  static String address(String id) {
    return "/projects/" + id;
  }

  /** The page of a project while no plan is there. */
  public Reply page(String id) {
    return find(id)
        .map(project ->
            world.ofRows(
                project.name(),
                HERE,
                sections(project, List.of(section("plan", List.of(unplanned()))))))
        .orElseGet(() -> missing(id));
  }

  /**
   * The page of a project beside a plan.
   *
   * @param planId of the plan
   */
  public Reply page(String id, String planId, ActionPlan plan) {
    return find(id).map(project -> planned(project, planId, plan)).orElseGet(() -> missing(id));
  }

  private Reply planned(Project project, String planId, ActionPlan plan) {
    List<Section> ofPlan = new ArrayList<>();
    productOf(project)
        .ifPresent(product -> ofPlan.add(section("floor", floor(product, planId, plan))));
    ofPlan.add(section("worth", english(PlanPage.worth(plan, project.id()))));
    SiteSections.Drawn drawn = sections(project, ofPlan).draw(world);
    return world.page(
        200, project.name(), HERE, world.saidOf(plan.frame()), drawn.main(), drawn.shared());
  }

  private Optional<Project> find(String id) {
    return world.evidence().projects().stream().filter(p -> p.id().equals(id)).findFirst();
  }

  private Optional<Product> productOf(Project project) {
    return project.product().map(world.evidence()::getProduct);
  }

  private Reply missing(String id) {
    List<String> ids = world.evidence().projects().stream().map(Project::id).toList();
    List<String> near = Nearest.to(id, ids);
    return world.missing(
        HERE,
        near.isEmpty()
            ? world.say("project.missing", id)
            : world.say("project.missing-near", id, String.join(", ", near)),
        "/projects#projects",
        world.say("project.all"));
  }

  private SiteSections sections(Project project, List<Section> ofPlan) {
    List<Section> sections = new ArrayList<>();
    sections.add(section("register", List.of(facts(project))));
    sections.add(section("promises", promises(project)));
    sections.addAll(ofPlan);
    productOf(project)
        .ifPresent(product -> {
          WorldSubject subject = new WorldSubject(world.evidence(), List.of(product));
          sections.add(section("prices", english(WorldHtml.prices(subject))));
        });
    sections.add(
        Section.of("reading", world.say("frame.reading"), world.english(new GradeLegend())));
    return new SiteSections(lead(project), sections, false);
  }

  /** What it was promised with, and the Lab in the stop that it may help in. */
  private List<Block> promises(Project project) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(inStop(project));
    Answer answer =
        new ProjectList(Optional.empty(), Optional.empty())
            .answerOf(world.evidence(), List.of(project));
    answer.tables().stream()
        .filter(table -> table.key().equals("traces") && !table.isEmpty())
        .flatMap(table -> AnswerHtml.blocks(table).stream())
        .forEach(block -> blocks.add(world.english(block)));
    return blocks;
  }

  /** The Lab with the plant built while the largest maker elsewhere stops, or why there is none. */
  private Block inStop(Project project) {
    Optional<Stop> stop = Traces.stop(world.evidence(), project);
    Tag words =
        stop.map(its ->
                Tag.of("a").with("href", inLab(project, its)).text(world.say("project.in-stop")))
            .orElseGet(() -> Tag.of("span").text(world.say("project.no-stop")));
    String what = stop.map(StopText::of).orElseGet(() -> Traces.whyNot(world.evidence(), project));
    return all ->
        Tag.of("p").add(words).text(" ").add(world.english(Tag.of("span").text(what))).markup();
  }

  private String inLab(Project project, Stop stop) {
    return "/lab?"
        + LabState.of(stop.product(), ScenarioChoice.DEFAULT)
            .withBuilt(rowsOf(project).stream().map(Project::id).toList())
            .withKept(
                new LabState.Exports(stop.exporter().alpha3(), Optional.empty(), stop.product()), 0)
            .print();
  }

  private Section section(String id, List<Block> blocks) {
    return new Section(id, world.say("project.section." + id), blocks);
  }

  private List<Block> english(List<Block> blocks) {
    return blocks.stream().map(world::english).toList();
  }

  private Markup lead(Project project) {
    Tag links = Tag.of("p");
    lab(project)
        .ifPresent(address ->
            links
                .add(Tag.of("a").with("href", address).text(world.say("project.in-lab")))
                .text(" · "));
    productOf(project)
        .ifPresent(product ->
            links
                .add(
                    world
                        .english(Tag.of("a"))
                        .with("href", "/minerals/" + product.id().commodity())
                        .text(product.name()))
                .text(" · "));
    links.add(Tag.of("a").with("href", "/projects#projects").text(world.say("project.all")));
    return Markup.of(world.english(Tag.of("h1").text(project.name())).markup(), links.markup());
  }

  /** The Lab with the plant built; empty where nothing of it has a market. */
  private Optional<String> lab(Project project) {
    List<String> rows =
        rowsOf(project).stream()
            .filter(row -> productOf(row).map(Product::isSolved).orElse(false))
            .map(Project::id)
            .toList();
    return rows.contains(project.id())
        ? project
            .product()
            .map(product ->
                "/lab?" + LabState.of(product, ScenarioChoice.DEFAULT).withBuilt(rows).print())
        : Optional.empty();
  }

  /** The rows of the project's plant that can be built, itself among them; none if it cannot. */
  private List<Project> rowsOf(Project project) {
    return plants.stream()
        .map(Plant::rows)
        .filter(rows -> rows.contains(project))
        .findFirst()
        .orElse(List.of());
  }

  private Block unplanned() {
    return new Paragraph(
        List.of(
            Inline.text(world.say("project.no-plan") + " "),
            Inline.link(world.say("make.title"), "/#make")));
  }

  private List<Block> floor(Product product, String planId, ActionPlan plan) {
    List<Block> blocks = new ArrayList<>();
    Markup link = Tag.of("a").with("href", "/plans/" + planId).text(plan.frame().title()).markup();
    blocks.add(all ->
        Tag.of("p")
            .text(world.say("project.of-plan") + " ")
            .add(world.english(Tag.of("span").add(link)))
            .markup());
    Optional<List<Block>> own = PlanPage.findFloor(plan, product.id());
    if (own.isPresent()) {
      blocks.addAll(english(own.get()));
      return blocks;
    }
    blocks.add(Paragraph.text(world.say("project.no-floor", product.name())));
    for (Product stage : world.evidence().products()) {
      if (stage.id().commodity().equals(product.id().commodity())) {
        PlanPage.findFloor(plan, stage.id())
            .ifPresent(floor -> {
              blocks.add(new Subheading(world.say("project.floor-of", stage.name())));
              blocks.addAll(english(floor));
            });
      }
    }
    return blocks;
  }

  /** A fact of the register: what it is, and how it is written; empty if the row does not say. */
  private record Fact(String label, Optional<Inline> value) {}

  private Table facts(Project project) {
    List<Fact> facts =
        new ArrayList<>(
            List.of(
                fact("operator", text(project.operator())),
                fact(
                    "country",
                    project
                        .country()
                        .flatMap(world.evidence()::findCountry)
                        .flatMap(country -> text(country.name()))),
                fact("mineral", text(project.mineral())),
                fact("stage", text(project.stage())),
                fact("product", productOf(project).flatMap(product -> text(product.name()))),
                fact(
                    "capacity",
                    num(project.capacityTonnesPerYear(), Unit.TONNES.withoutSymbol(), project)),
                fact("counts", text(project.capacityNote())),
                fact("capital", num(project.capitalUsdMillion(), Unit.NONE, project)),
                fact(
                    "start",
                    project.startYear().isPresent()
                        ? text(Integer.toString(project.startYear().getAsInt()))
                        : Optional.empty()),
                fact("state", text(project.state())),
                fact("support", text(project.support())),
                fact("verification", text(project.verification())),
                fact("reported", reported(project.url()))));
    plant(project).ifPresent(rows -> facts.add(fact("plant", Optional.of(rows))));
    String grade = project.provenance().grade().name();
    return Table.draft(world.say("project.facts", project.id()), facts)
        .words(world.say("project.fact"), Fact::label)
        .with(
            Table.Column.sentences(world.say("project.said")),
            fact ->
                fact.value()
                    .map(value -> cited(value, project))
                    .orElseGet(() -> Inline.missing(world.say("project.unknown"))))
        .words(world.say("project.grade"), fact -> fact.value().isPresent() ? grade : "")
        .table();
  }

  private Fact fact(String key, Optional<Inline> value) {
    return new Fact(world.say("project.fact." + key), value);
  }

  private static Optional<Inline> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Inline.text(text));
  }

  private static Optional<Inline> num(OptionalDouble amount, Unit unit, Project project) {
    return amount.isPresent()
        ? Optional.of(Num.of(amount.getAsDouble(), unit, project.provenance()))
        : Optional.empty();
  }

  private static Optional<Inline> reported(String url) {
    return url.startsWith("http") ? Optional.of(Inline.link(url, url)) : text(url);
  }

  /** Other rows of the same plant; empty if it is the only one. */
  private Optional<Inline> plant(Project project) {
    List<Inline> links = new ArrayList<>();
    for (Project row : rowsOf(project)) {
      if (!row.equals(project)) {
        links.add(Inline.text(links.isEmpty() ? "" : "; "));
        links.add(Inline.link(row.name(), address(row.id())));
      }
    }
    return links.isEmpty() ? Optional.empty() : Optional.of(new Inline.Run(links));
  }

  /** A number leads to its source by itself. */
  private static Inline cited(Inline value, Project project) {
    return value instanceof Num
        ? value
        : Inline.run(value, Inline.cite(project.provenance().source()));
  }
}
