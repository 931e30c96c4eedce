package org.plimsoll.app.server.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.plimsoll.app.language.Language;
import org.plimsoll.app.language.Messages;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Labels;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.planner.plan.ActionPlan;

/**
 * The world that pages are about, and what each says of it.
 *
 * @param evidence that the server read
 * @param hash of the world's files; empty if it was not read from files
 * @param isChanged whether the files have changed since
 * @param files script and style of the pages
 * @param messages fixed words in the language of the pages
 */
public record SiteWorld(
    Evidence evidence, String hash, BooleanSupplier isChanged, SiteFiles files, Messages messages) {
  static final String HTML = "text/html; charset=utf-8";
  private static final int HASH_SHOWN = 6;
  private static final List<String> SCRIPTS = List.of("page.js");

  /** Fixed words in the language of the pages. */
  public String say(String key, Object... arguments) {
    return messages.say(key, arguments);
  }

  /** What the pages call their numbered parts. */
  Labels labels() {
    return new Labels(say("frame.table"), say("frame.figure"), say("frame.numbers"));
  }

  Language language() {
    return messages.language();
  }

  /** What is in English whatever the language of the page: prose of the report, names. */
  Tag english(Tag tag) {
    return language() == Language.ENGLISH ? tag : tag.with("lang", Language.ENGLISH.code());
  }

  /** The same of parts one after the other. */
  Markup english(Markup parts) {
    return language() == Language.ENGLISH ? parts : english(Tag.of("div").add(parts)).markup();
  }

  /** The same of a part of a section. */
  Block english(Block block) {
    return all -> english(block.render(all));
  }

  /** A page about rows of the world as they stand, none of them drawn or solved. */
  Reply ofRows(String title, String here, Markup main) {
    return ofRows(200, title, here, main, List.of());
  }

  private Reply ofRows(
      int status, String title, String here, Markup main, Collection<Markup> shared) {
    return page(
        status,
        title,
        here,
        List.of(
            say("said.as-of", evidence.asOf()),
            say("said.volumes", evidence.baseYear()),
            say("said.vintages"),
            say("said.as-read")),
        main,
        shared);
  }

  /** The same with sections that the report has. */
  Reply ofRows(String title, String here, SiteSections sections) {
    SiteSections.Drawn drawn = sections.draw(this);
    return ofRows(200, title, here, drawn.main(), drawn.shared());
  }

  /**
   * A page that says that there is no such thing, and where to look.
   *
   * @param problem a sentence
   */
  public Reply missing(String here, String problem, String address, String words) {
    return ofRows(
        404,
        say("missing.title"),
        here,
        Markup.of(
            Tag.of("h1").text(say("missing.title")).markup(),
            Tag.of("p").text(problem).markup(),
            Tag.of("p").add(Tag.of("a").with("href", address).text(words)).markup()),
        List.of());
  }

  /** A page of a title and a sentence in English. */
  public Reply text(String title, String words) {
    return ofRows(
        title,
        "",
        Markup.of(
            english(Tag.of("h1")).text(title).markup(), english(Tag.of("p")).text(words).markup()));
  }

  /**
   * A page that says why there is no answer.
   *
   * @param maybe what to try; empty if nothing is known
   */
  public Reply problem(int status, String title, String detail, String maybe) {
    return ofRows(
            status,
            title,
            "",
            Markup.of(
                english(Tag.of("h1").text(title)).markup(),
                english(Tag.of("p").text(sentence(detail))).markup(),
                maybe.isEmpty()
                    ? Markup.NONE
                    : english(Tag.of("p").text(sentence("Maybe " + maybe))).markup(),
                Tag.of("p").add(Tag.of("a").with("href", "/").text(say("missing.first"))).markup()),
            List.of())
        .with("Cache-Control", "no-store");
  }

  private static String sentence(String text) {
    String begun = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }

  /**
   * Any page.
   *
   * @param said what holds for all of it, the world apart
   * @param shared definitions that its drawings refer to
   */
  public Reply page(
      int status,
      String title,
      String here,
      List<String> said,
      Markup main,
      Collection<Markup> shared) {
    return page(status, title, here, said, main, shared, SCRIPTS);
  }

  /** The same with script of its own. */
  Reply page(
      int status,
      String title,
      String here,
      List<String> said,
      Markup main,
      Collection<Markup> shared,
      List<String> scripts) {
    return Reply.of(
        status, HTML, new SitePage(title, here, said(said), main, shared, scripts).render(this));
  }

  /** What holds for all of a page about a plan. */
  List<String> saidOf(ActionPlan.Frame frame) {
    return List.of(
        say("said.as-of", frame.asOf()),
        frame.scenario(),
        say("said.prices", frame.priceVintage()),
        frame.draws().equals("none") ? say("said.central") : say("said.draws", frame.draws()));
  }

  /**
   * What a page says under the bar: the world, what holds for all of the page, a change on disk.
   */
  List<String> said(List<String> ofPage) {
    List<String> all = new ArrayList<>();
    all.add(
        hash.isEmpty()
            ? say("said.no-hash")
            : say("said.world", hash.substring(0, Math.min(HASH_SHOWN, hash.length()))));
    all.addAll(ofPage);
    if (isChanged.getAsBoolean()) {
      all.add(say("said.changed"));
    }
    return all;
  }
}
