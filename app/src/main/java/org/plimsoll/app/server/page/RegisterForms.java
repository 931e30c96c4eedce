package org.plimsoll.app.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.registers.ControlList;
import org.plimsoll.app.registers.PartyList;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.session.OptionWords;
import org.plimsoll.app.session.Refusal;

/**
 * The two questions that the page of the registers takes: which controls reach, and who is named.
 */
final class RegisterForms {
  private static final String DAY = "as-of";

  private final SiteWorld world;

  RegisterForms(SiteWorld world) {
    this.world = world;
  }

  /** Export controls, all of them or those that reach what is asked about. */
  Section controls(Map<String, String> fields) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(form("controls", List.of(DAY, "product", "to", "end-user"), fields));
    blocks.addAll(
        answered(() ->
            new ControlList(
                    value(fields, DAY).map(day -> OptionWords.day(DAY, day)),
                    Optional.empty(),
                    new ControlList.About(
                        value(fields, "product"), value(fields, "to"), value(fields, "end-user")),
                    List.of())
                .answer(world.evidence())));
    return new Section("controls", world.say("registers.controls"), blocks);
  }

  /** Which rows name somebody. */
  Section parties(Map<String, String> fields) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(form("parties", List.of("name"), fields));
    blocks.addAll(
        value(fields, "name")
            .map(name -> answered(() -> new PartyList(name).answer(world.evidence())))
            .orElseGet(() -> List.of(Paragraph.text(world.say("registers.no-name")))));
    return new Section("parties", world.say("registers.parties"), blocks);
  }

  private List<Block> answered(Supplier<Answer> asked) {
    List<Block> blocks = new ArrayList<>();
    try {
      Answer answer = asked.get();
      answer.listShown().forEach(table -> blocks.addAll(AnswerHtml.blocks(table)));
      blocks.add(
          new Bullets(
              false,
              answer.remarks().stream()
                  .filter(remark -> !remark.contains("--"))
                  .map(Inline::text)
                  .toList()));
    } catch (Refusal refusal) {
      blocks.add(Paragraph.text(refusal.text()));
    }
    return blocks.stream().map(world::english).toList();
  }

  private Block form(String section, List<String> names, Map<String, String> fields) {
    Tag form = Tag.of("form").with("action", "/projects#" + section).with("method", "get");
    for (String name : names) {
      String id = section + "-" + name;
      form.add(
          Tag.of("p", "lever")
              .add(Tag.of("label").with("for", id).text(world.say("registers." + name)))
              .add(
                  Tag.of("input")
                      .with("type", name.equals(DAY) ? "date" : "text")
                      .with("id", id)
                      .with("name", name)
                      .with("value", fields.getOrDefault(name, ""))));
    }
    form.add(
        Tag.of("p", "buttons")
            .add(Tag.of("button").with("type", "submit").text(world.say("registers.find"))));
    return all -> form.markup();
  }

  private static Optional<String> value(Map<String, String> fields, String name) {
    return Optional.ofNullable(fields.get(name)).map(String::strip).filter(text -> !text.isEmpty());
  }
}
