package org.plimsoll.app.server.page;

import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.language.Messages;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Look;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Numbering;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.SiteCitations;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.app.report.page.Page;

/** Parts of the customs page, which come when somebody with a token asks for them. */
public final class BorderParts {
  private BorderParts() {}

  /**
   * A report: its sections are those of the report's own page.
   *
   * @param asides what its reader should know beside it
   */
  public static String of(Page page, List<String> asides) {
    Numbering numbering = new Numbering(new SiteCitations(), Width.PAGE);
    List<Markup> all = new ArrayList<>();
    all.add(Tag.of("h2").text(page.title()).markup());
    all.add(Tag.of("p", "subtitle").text(page.subtitle()).markup());
    all.add(Page.particulars(page.particulars()));
    if (!asides.isEmpty()) {
      all.add(new Bullets(false, asides.stream().map(Inline::text).toList()).render(numbering));
    }
    all.addAll(Page.sections(page.sections(), numbering));
    if (!numbering.listShared().isEmpty()) {
      all.addFirst(Look.definitions(numbering.listShared()));
    }
    return Markup.of(all).toString();
  }

  /** An answer that has no page of its own. */
  public static String of(Answer answer) {
    return of(AnswerHtml.page(answer, List.of()), List.of());
  }

  /**
   * How far something is, and what is known of it by now.
   *
   * @param messages in the language of the page; the part itself is in English
   * @param address below which its files are
   * @param state in a word
   * @param isOver whether nothing more comes
   * @param lines that are done; 0 while that is not known
   * @param detail why it failed; empty if it did not
   * @param files that were written
   * @param isOfLines whether each line can be explained
   * @param part what is known of it
   */
  public static String result(
      Messages messages,
      String address,
      String state,
      boolean isOver,
      int lines,
      String detail,
      List<String> files,
      boolean isOfLines,
      String part) {
    String inWords = messages.say("plan.state." + state);
    String said =
        lines > 0
            ? messages.say("border.is-at", inWords, "%,d".formatted(lines))
            : messages.say("border.is", inWords);
    Tag result =
        Tag.of("div")
            .with("id", "result")
            .with("data-state", isOver ? "over" : "going")
            .add(Tag.of("p").with("role", "status").text(said));
    detail.lines().forEach(line -> result.add(Tag.of("p").with("lang", "en").text(line)));
    Tag tools = Tag.of("p", "tools");
    for (String file : files) {
      tools
          .add(
              Tag.of("a")
                  .with("href", address + "/files/" + file)
                  .with("download", file)
                  .text(file))
          .text(" ");
    }
    tools.add(
        Tag.of("button", "plain")
            .with("type", "button")
            .with("data-remove", address)
            .text(isOver ? messages.say("border.delete") : messages.say("border.stop")));
    result.add(tools);
    if (isOfLines && !files.isEmpty()) {
      result.add(question(messages, address));
    }
    return result
        .add(Tag.of("div").with("lang", "en").add(Markup.trusted(part)))
        .markup()
        .toString();
  }

  private static Tag question(Messages messages, String address) {
    return Tag.of("form")
        .with("id", "explain")
        .with("data-at", address + "/lines/")
        .add(
            Tag.of("p", "lever")
                .add(Tag.of("label").with("for", "entry").text(messages.say("border.steps")))
                .add(
                    Tag.of("span", "typed")
                        .add(
                            Tag.of("input")
                                .with("type", "text")
                                .with("id", "entry")
                                .with("name", "entry")
                                .with("required", "")
                                .with("placeholder", "E17, E17/1"))
                        .add(
                            Tag.of("button")
                                .with("type", "submit")
                                .text(messages.say("border.explain")))))
        .add(Tag.of("div").with("id", "line").with("tabindex", "-1"));
  }

  /** An entry, step by step. */
  public static String line(Answer answer) {
    Numbering numbering = new Numbering(new SiteCitations(), Width.PAGE);
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Bullets(false, answer.remarks().stream().map(Inline::text).toList()));
    answer.listShown().forEach(table -> blocks.addAll(AnswerHtml.blocks(table)));
    Tag part = Tag.of("div").with("id", "line").with("lang", "en").with("tabindex", "-1");
    for (Block block : blocks) {
      part.add(block.render(numbering));
    }
    return part.markup().toString();
  }

  /** Lines of a program, as they are typed. */
  static Section typed(String id, String title, List<String> lines) {
    Block block =
        numbering -> Tag.of("pre").with("tabindex", "0").text(String.join("\n", lines)).markup();
    return new Section(id, title, List.of(block));
  }
}
