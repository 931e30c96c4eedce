package org.plimsoll.app.server.page;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.plimsoll.app.language.Language;
import org.plimsoll.app.report.markup.Look;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Tag;

/**
 * The frame of every page: the bar, the line that says what holds for all of it, the page itself.
 *
 * @param title of the page
 * @param here its word in the bar
 * @param said what holds for all of it: world and date, scenario, prices
 * @param main what it holds
 * @param shared definitions that its drawings, now or later, refer to
 * @param scripts modules that it starts
 */
record SitePage(
    String title,
    String here,
    List<String> said,
    Markup main,
    Collection<Markup> shared,
    List<String> scripts) {
  /**
   * The words of the bar as messages name them; one without an address is a page that is not there
   * yet.
   */
  private static final List<Map.Entry<String, String>> WORDS =
      List.of(
          Map.entry("Plan", "/"),
          Map.entry("Lab", "/lab"),
          Map.entry("Minerals", "/minerals"),
          Map.entry("Stockpile", "/stockpile"),
          Map.entry("Projects", "/projects"),
          Map.entry("Border", "/border"),
          Map.entry("Vault", "/vault"));

  SitePage {
    said = List.copyOf(said);
    shared = List.copyOf(shared);
    scripts = List.copyOf(scripts);
  }

  /** The page as HTML. */
  String render(SiteWorld site) {
    Tag body =
        Tag.of("body")
            .add(Look.definitions(shared))
            .add(Tag.of("a", "skip").with("href", "#main").text(site.say("frame.skip")))
            .add(header(site))
            .add(Tag.of("main").with("id", "main").add(main))
            .add(footer(site));
    Tag html =
        Tag.of("html").with("lang", site.language().code()).add(head(site.files())).add(body);
    return "<!DOCTYPE html>\n" + html.markup() + "\n";
  }

  private static Tag footer(SiteWorld site) {
    Tag footer =
        Tag.of("footer")
            .add(
                Tag.of("p")
                    .text(site.say("frame.made") + " ")
                    .add(
                        Tag.of("a")
                            .with("href", "/api/v1/openapi.json")
                            .text("/api/v1/openapi.json")));
    return site.language().isReviewed()
        ? footer
        : footer.add(Tag.of("p").text(site.say("frame.unreviewed")));
  }

  private Tag head(SiteFiles files) {
    Tag head =
        Tag.of("head")
            .add(Tag.of("meta").with("charset", "utf-8"))
            .add(
                Tag.of("meta")
                    .with("name", "viewport")
                    .with("content", "width=device-width, initial-scale=1"))
            .add(Tag.of("title").text(title + " · Plimsoll"))
            .add(link("stylesheet", files.address(SiteFiles.STYLE)))
            .add(link("icon", files.address(SiteFiles.ICON)));
    scripts.forEach(script ->
        head.add(
            Tag.of("script").with("type", "module").with("src", files.address(script)).markup()));
    return head;
  }

  private static Tag link(String what, String address) {
    return Tag.of("link").with("rel", what).with("href", address);
  }

  private Tag header(SiteWorld site) {
    Tag words = Tag.of("ul");
    for (Map.Entry<String, String> word : WORDS) {
      words.add(Tag.of("li").add(word(word.getKey(), word.getValue(), site)));
    }
    Tag bar =
        Tag.of("div", "bar")
            .add(Tag.of("strong", "brand").text("Plimsoll"))
            .add(Tag.of("nav").with("aria-label", site.say("frame.pages")).add(words))
            .add(languages(site))
            .add(
                Tag.of("button", "plain")
                    .with("type", "button")
                    .with("id", "theme")
                    .with("hidden", "")
                    .text(site.say("frame.theme")));
    return Tag.of("header").add(bar).add(said(said));
  }

  /** The line under the bar. */
  static Tag said(List<String> said) {
    Tag line = Tag.of("p", "said").with("id", "said");
    said.forEach(part -> line.add(Tag.of("span").text(part)).text(" "));
    return line;
  }

  /** The same page in each language. */
  private static Tag languages(SiteWorld site) {
    Tag all = Tag.of("ul");
    for (Language language : Language.values()) {
      Tag link =
          Tag.of("a")
              .with("href", "?" + Language.PARAMETER + "=" + language.code())
              .with("hreflang", language.code())
              .with("lang", language.code())
              .text(language.ownName());
      all.add(
          Tag.of("li").add(language == site.language() ? link.with("aria-current", "true") : link));
    }
    return Tag.of("nav", "languages").with("aria-label", site.say("frame.languages")).add(all);
  }

  private Tag word(String word, String address, SiteWorld site) {
    String said = site.say("bar." + word);
    if (address.isEmpty()) {
      return Tag.of("span", "soft").text(said);
    }
    Tag link = Tag.of("a").with("href", address).text(said);
    return word.equals(here) ? link.with("aria-current", "page") : link;
  }
}
