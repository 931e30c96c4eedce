package org.plimsoll.app.server.page;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.SiteCitations;
import org.plimsoll.app.report.markup.Table;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.world.SourceRow;
import org.plimsoll.app.world.SourceRows;
import org.plimsoll.model.evidence.Evidence;

/** Where the world was read: a page for each dataset, with every row that the world has of it. */
public final class SourceSite {
  private static final String HERE = "Sources";

  private final SiteWorld world;
  private final SourceRows rows;

  public SourceSite(SiteWorld world) {
    this.world = world;
    rows = SourceRows.of(world.evidence());
  }

  /** All datasets. */
  public Reply list() {
    Tag body = world.english(Tag.of("tbody"));
    for (Evidence.Dataset dataset : world.evidence().datasets()) {
      int read = rows.list(name(dataset)).values().stream().mapToInt(List::size).sum();
      body.add(
          Tag.of("tr")
              .add(
                  Tag.of("th")
                      .with("scope", "row")
                      .add(
                          Tag.of("a").with("href", "/sources/" + name(dataset)).text(dataset.id())))
              .add(Tag.of("td").text(dataset.edition()))
              .add(Tag.of("td", "long").text(dataset.publisher()))
              .add(Tag.of("td", "long").text(dataset.licence()))
              .add(Tag.of("td", "n").text(Integer.toString(read))));
    }
    String title = world.say("sources.title");
    return world.ofRows(
        title,
        HERE,
        Markup.of(
            Tag.of("h1").text(title).markup(),
            Tag.of("p").text(world.say("sources.lead")).markup(),
            table(
                world.say("sources.datasets"),
                List.of(
                    world.say("sources.dataset"),
                    world.say("sources.edition"),
                    world.say("sources.publisher"),
                    world.say("sources.licence"),
                    world.say("sources.rows")),
                body)));
  }

  /**
   * The page of a dataset.
   *
   * @param name with the edition: {@code usgs-mcs@2026}
   */
  public Reply page(String name) {
    SortedMap<String, List<SourceRow>> read = rows.list(name);
    Optional<Evidence.Dataset> known =
        world.evidence().datasets().stream().filter(d -> name(d).equals(name)).findFirst();
    if (known.isEmpty() && read.isEmpty()) {
      return world.missing(
          HERE, world.say("sources.missing", name), "/sources", world.say("sources.all"));
    }
    int at = name.indexOf('@');
    String title =
        at < 0
            ? name
            : world.say("sources.of-edition", name.substring(0, at), name.substring(at + 1));
    return world.ofRows(
        title,
        HERE,
        Markup.of(
            Tag.of("h1").text(title).markup(),
            known.map(this::card).orElse(Markup.NONE),
            Tag.of("p")
                .add(Tag.of("a").with("href", "/sources").text(world.say("sources.all")))
                .markup(),
            rows(read)));
  }

  private static String name(Evidence.Dataset dataset) {
    return dataset.id() + "@" + dataset.edition();
  }

  private Markup card(Evidence.Dataset dataset) {
    String hash =
        dataset.sha256().isEmpty()
            ? world.say("sources.by-hand")
            : "SHA-256 " + dataset.sha256().substring(0, 12);
    return Markup.of(
        world.english(Tag.of("p").text(dataset.citation())).markup(),
        Page.particulars(
            List.of(
                new Page.Particular(world.say("sources.publisher-title"), dataset.publisher()),
                new Page.Particular(world.say("sources.edition-title"), dataset.edition()),
                new Page.Particular(world.say("sources.licence-title"), dataset.licence()),
                new Page.Particular(world.say("sources.read"), hash))));
  }

  private Markup rows(SortedMap<String, List<SourceRow>> read) {
    if (read.isEmpty()) {
      return Tag.of("p").text(world.say("sources.no-row")).markup();
    }
    Set<String> anchors = new HashSet<>();
    Tag body = world.english(Tag.of("tbody"));
    read.forEach((locator, all) -> {
      String anchor = SiteCitations.anchor(locator);
      for (SourceRow row : all) {
        Tag line = Tag.of("tr");
        body.add(
            (anchors.add(anchor) ? line.with("id", anchor) : line)
                .add(Tag.of("th", "long").with("scope", "row").text(locator))
                .add(Tag.of("td").text(row.kind()))
                .add(Tag.of("td", "long").text(row.words()))
                .add(Tag.of("td").text(row.provenance().grade().name()))
                .add(Tag.of("td").text(row.provenance().status().word()))
                .add(Tag.of("td", "long").text(row.provenance().note())));
      }
    });
    return table(
        world.say("sources.rows-read"),
        List.of(
            world.say("sources.read-at"),
            world.say("sources.kind"),
            world.say("sources.row"),
            world.say("sources.grade"),
            world.say("sources.status"),
            world.say("sources.note")),
        body);
  }

  private static Markup table(String caption, List<String> heads, Tag body) {
    Tag head = Tag.of("tr");
    heads.forEach(each -> head.add(Tag.of("th").with("scope", "col").text(each)));
    return Table.scrolling(
        Tag.of("table", "words")
            .add(Tag.of("caption").text(caption))
            .add(Tag.of("thead").add(head))
            .add(body)
            .markup(),
        caption);
  }
}
