package org.plimsoll.app.server.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.lab.FindingMessages;
import org.plimsoll.app.lab.LabAnswer;
import org.plimsoll.app.lab.LabBeside;
import org.plimsoll.app.lab.LabFigures;
import org.plimsoll.app.lab.LabObserved;
import org.plimsoll.app.lab.LabPictures;
import org.plimsoll.app.lab.LabPresets;
import org.plimsoll.app.language.Language;
import org.plimsoll.app.report.drawing.Drawing;
import org.plimsoll.app.report.drawing.Sankey;
import org.plimsoll.app.report.drawing.WorldMap;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.SiteCitations;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.page.Figure;
import org.plimsoll.planner.market.answer.Finding;

/**
 * An answer of the Lab in parts, each an element with an id: first those that change while a lever
 * is dragged, then all others. A page holds all, and script puts new ones in the place of old ones;
 * both number figures and sources in this one order.
 */
final class LabParts {
  /** Parts that change while a lever is dragged. */
  static final List<String> FAST = List.of("failure", "figures", "prices", "now");

  /** All others, in the order in which they are written. */
  static final List<String> SLOW =
      List.of(
          "observed",
          "compare",
          "before",
          "map",
          "members",
          "countries",
          "findings",
          "certificate",
          "aloud");

  private final LabAnswer answer;
  private final Answer said;
  private final LabBeside beside;
  private final List<LabPresets.Preset> observed;
  private final SiteWorld site;
  private final Numbering numbering;
  private final Map<String, Markup> parts = new LinkedHashMap<>();

  private LabParts(
      LabAnswer answer,
      Answer said,
      LabBeside beside,
      List<LabPresets.Preset> observed,
      Width width,
      SiteWorld site) {
    this.observed = observed;
    this.answer = answer;
    this.said = said;
    this.beside = beside;
    this.site = site;
    numbering = new Numbering(new SiteCitations(), width);
  }

  /**
   * The parts by id.
   *
   * @param said the answer in tables, with A beside it if one is kept
   * @param beside what it is shown beside
   * @param observed outcomes of the past control that the levers put, that of the state first
   * @param isWhole whether all are wanted
   * @param site in whose language
   */
  static Map<String, Markup> of(
      LabAnswer answer,
      Answer said,
      LabBeside beside,
      List<LabPresets.Preset> observed,
      Width width,
      boolean isWhole,
      SiteWorld site) {
    LabParts parts = new LabParts(answer, said, beside, observed, width, site);
    if (answer.isSolved()) {
      parts.writeFast();
      if (isWhole) {
        parts.writeSlow();
      }
    } else {
      parts.writeFailure();
    }
    return parts.parts;
  }

  /** The parts that draws change: key figures with their ranges, prices with their bands. */
  static Markup drawn(LabAnswer answer, LabBeside beside, Width width, SiteWorld site) {
    LabParts parts = new LabParts(answer, answer.answer(), beside, List.of(), width, site);
    parts.writeFigures();
    return Markup.of(List.copyOf(parts.parts.values()));
  }

  private void writeFailure() {
    List<Block> blocks = new ArrayList<>(AnswerHtml.blocks(table("failure").orElseThrow()));
    blocks.add(new Bullets(false, said.remarks().stream().map(Inline::text).toList()));
    put("failure", site.say("part.failure"), english(blocks));
  }

  private void writeFast() {
    parts.put("failure", Tag.of("section").with("id", "failure").with("hidden", "").markup());
    writeFigures();
    put("now", site.say("part.now"), chain("Now", pictures().chainNow(beside)));
  }

  private void writeFigures() {
    String drawn =
        beside
            .drawn()
            .map(draws -> draws.sentence(site.messages()))
            .orElse(site.say("part.central"));
    put(
        "figures",
        site.say("part.figures"),
        List.of(LabFigures.of(answer, beside, site.messages()), Paragraph.text(drawn)));
    pictures()
        .prices(beside)
        .ifPresentOrElse(
            prices ->
                put(
                    "prices",
                    site.say("part.prices"),
                    english(
                        List.of(Figure.of(prices, "Central case, USD a kilogram of content.")))),
            () ->
                put(
                    "prices",
                    site.say("part.prices"),
                    List.of(Paragraph.text(site.say("part.no-price")))));
  }

  /** What was observed under the same levers, and the other outcomes of the episode. */
  private void writeObserved() {
    if (observed.isEmpty()) {
      parts.put("observed", Tag.of("section").with("id", "observed").with("hidden", "").markup());
      return;
    }
    List<Inline> sentences = new ArrayList<>();
    observed
        .getFirst()
        .observed()
        .ifPresent(outcome ->
            LabObserved.sentences(outcome, answer)
                .forEach(sentence -> sentences.add(Inline.text(sentence))));
    sentences.add(
        Inline.run(
            Inline.text("All episodes, and what explains the misses: "),
            Inline.link("back-tests", "/method/backtests")));
    List<Block> blocks = new ArrayList<>(List.of(new Bullets(false, sentences)));
    if (observed.size() > 1) {
      blocks.add(Paragraph.text("The same control at other months:"));
      blocks.add(all ->
          new LabTools(site).list(observed.subList(1, observed.size()), Optional.empty()).markup());
    }
    put("observed", site.say("part.observed"), english(blocks));
  }

  private void writeSlow() {
    writeObserved();
    List<Block> compared = tables("differing", "comparison", "gains");
    if (compared.isEmpty()) {
      parts.put("compare", Tag.of("section").with("id", "compare").with("hidden", "").markup());
    } else {
      put("compare", site.say("part.compare"), compared);
    }
    List<Block> before =
        new ArrayList<>(chain("Before: without levers", pictures().chainBefore(beside)));
    pictures()
        .chain(beside)
        .flatMap(Sankey::numbers)
        .ifPresent(numbers ->
            before.add(folded(site.say("part.numbers"), site.english(numbers::unnumbered))));
    put("before", site.say("part.before"), before);
    put(
        "map",
        site.say("part.map"),
        List.of(map(pictures().map(beside)), map(pictures().mapBefore(beside))));
    put("members", site.say("part.members"), tables("welfare", "levies"));
    put(
        "countries",
        site.say("part.countries"),
        List.of(
            folded(site.say("part.countries.numbers"), all -> rendered(tables("countries"), all))));
    List<Block> findings = new ArrayList<>(findings());
    findings.addAll(tables("idle"));
    if (findings.isEmpty()) {
      findings.add(Paragraph.text(site.say("part.no-findings")));
    }
    put("findings", site.say("part.findings"), findings);
    put(
        "certificate",
        site.say("frame.reading"),
        english(List.of(new Bullets(false, said.remarks().stream().map(Inline::text).toList()))));
    parts.put("aloud", aloud(LabFigures.sentence(answer, site.messages())));
  }

  private Block map(WorldMap map) {
    return site.english(Figure.of(map, "An arrow is as wide as its tonnes."));
  }

  /** What is said aloud when the levers rest. */
  private Markup aloud(Inline words) {
    return Tag.of("p", "unseen")
        .with("id", "aloud")
        .with("aria-live", "polite")
        .add(words.render(numbering))
        .markup();
  }

  /** A panel of the chain by itself. */
  private List<Block> chain(String when, Optional<Drawing> panel) {
    return panel
        .<List<Block>>map(chain ->
            english(
                List.of(Figure.of(chain, when + ". Bands are coloured by where they come from."))))
        .orElseGet(() -> List.of(Paragraph.text(site.say("part.no-flow"))));
  }

  private LabPictures pictures() {
    return answer.pictures().orElseThrow();
  }

  /** Those of these tables that people see. */
  private List<Block> tables(String... keys) {
    List<Block> blocks = new ArrayList<>();
    Arrays.stream(keys)
        .flatMap(key -> table(key).stream())
        .filter(table -> !table.isForPrograms())
        .forEach(table -> blocks.addAll(AnswerHtml.blocks(table)));
    return english(blocks);
  }

  /** Tables and drawings say in English what they say on the command line. */
  private List<Block> english(List<Block> blocks) {
    return blocks.stream().map(site::english).toList();
  }

  /** In English as the table that every caller has; in other languages in sentences. */
  private List<Block> findings() {
    List<Inline> sentences = new ArrayList<>();
    for (Object row : table("findings").map(Table::rows).orElse(List.of())) {
      if (row instanceof Finding finding) {
        sentences.add(Inline.text(FindingMessages.say(site.messages(), site.evidence(), finding)));
      }
    }
    return site.language() == Language.ENGLISH || sentences.isEmpty()
        ? tables("findings")
        : List.of(new Bullets(false, sentences));
  }

  private Optional<Table<?>> table(String key) {
    return said.tables().stream().filter(table -> table.key().equals(key)).findFirst();
  }

  private static Block folded(String summary, Block inside) {
    return all ->
        Tag.of("details", "numbers")
            .add(Tag.of("summary").text(summary))
            .add(inside.render(all))
            .markup();
  }

  private static Markup rendered(List<Block> blocks, Numbering numbering) {
    return Markup.of(blocks.stream().map(block -> block.render(numbering)).toList());
  }

  private void put(String id, String title, List<Block> blocks) {
    numbering.enter(id, title);
    parts.put(
        id,
        Tag.of("section")
            .with("id", id)
            .add(Tag.of("h2").text(title))
            .add(rendered(blocks, numbering))
            .markup());
  }
}
