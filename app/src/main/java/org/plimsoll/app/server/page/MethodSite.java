package org.plimsoll.app.server.page;

import java.util.List;
import org.plimsoll.app.method.MethodPage;
import org.plimsoll.app.method.MethodPages;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.server.http.Reply;

/** The pages about the method on the site. */
public final class MethodSite {
  private static final String HERE = "Method";

  private final SiteWorld world;
  private final List<MethodPage> pages = MethodPages.list();

  public MethodSite(SiteWorld world) {
    this.world = world;
  }

  /** All of them. */
  public Reply list() {
    Tag list = world.english(Tag.of("ul"));
    for (MethodPage page : pages) {
      list.add(
          Tag.of("li").add(Tag.of("a").with("href", "/method/" + page.name()).text(page.title())));
    }
    return world.ofRows(
        world.say("method.title"),
        HERE,
        Markup.of(
            Tag.of("h1").text(world.say("method.heading")).markup(),
            Tag.of("p")
                .text(world.say("method.lead") + " ")
                .add(Tag.of("a").with("href", "/sources").text(world.say("method.read")))
                .markup(),
            list.markup()));
  }

  /** The page of this name, or one of its pictures. */
  public Reply page(String name) {
    return MethodPages.findPicture(name)
        .map(picture -> Reply.of(200, "image/svg+xml", picture))
        .or(() ->
            pages.stream()
                .filter(page -> page.name().equals(name))
                .findFirst()
                .map(page ->
                    world.ofRows(
                        page.title(),
                        HERE,
                        Markup.of(
                            world.english(Tag.of("article", "method")).add(page.body()).markup(),
                            Tag.of("p")
                                .add(
                                    Tag.of("a")
                                        .with("href", "/method")
                                        .text(world.say("method.all")))
                                .markup()))))
        .orElseGet(() ->
            world.missing(
                HERE, world.say("method.missing", name), "/method", world.say("method.all")));
  }
}
