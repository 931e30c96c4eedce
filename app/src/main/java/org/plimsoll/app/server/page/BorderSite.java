package org.plimsoll.app.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.server.http.Reply;

/**
 * The customs page: the law in force, and a desk to which entries are brought. What came of them is
 * fetched by script with the officer's token, since a page without one knows nothing of them.
 */
public final class BorderSite {
  private static final String HERE = "Border";

  private final SiteWorld world;

  public BorderSite(SiteWorld world) {
    this.world = world;
  }

  /**
   * The page.
   *
   * @param names of schedules that can be assessed by
   * @param chosen one of them; empty if there is none
   * @param schedules all of them, each with its hash
   * @param rules of the one that is chosen
   */
  public Reply page(
      List<String> names, Optional<String> chosen, Answer schedules, Optional<Answer> rules) {
    List<Section> sections = new ArrayList<>();
    sections.add(section("schedules", world.say("border.law"), schedules));
    rules.ifPresent(its -> sections.add(section("rules", its.title(), its)));
    sections.add(BorderParts.typed("program", world.say("border.program"), byProgram(chosen)));
    SiteSections.Drawn drawn =
        new SiteSections(
                Markup.of(
                    Tag.of("h1").text(world.say("border.title")).markup(),
                    desk(names, chosen),
                    result()),
                sections,
                false)
            .draw(world);
    return Reply.of(
        200,
        "text/html; charset=utf-8",
        new SitePage(
                world.say("border.title"),
                HERE,
                world.said(
                    List.of(world.say("border.said.versions"), world.say("border.said.exact"))),
                drawn.main(),
                drawn.shared(),
                names.isEmpty() ? List.of("page.js") : List.of("page.js", "border.js"))
            .render(world));
  }

  private Section section(String id, String title, Answer answer) {
    List<Block> blocks = new ArrayList<>();
    answer.listShown().forEach(table -> blocks.addAll(AnswerHtml.blocks(table)));
    blocks.add(new Bullets(false, answer.remarks().stream().map(Inline::text).toList()));
    return new Section(id, title, blocks.stream().map(world::english).toList());
  }

  private Markup desk(List<String> names, Optional<String> chosen) {
    if (names.isEmpty()) {
      return Tag.of("p").text(world.say("border.no-schedule")).markup();
    }
    Tag select = Tag.of("select").with("id", "schedule").with("name", "schedule");
    for (String name : names) {
      Tag option = Tag.of("option").with("value", name);
      boolean isChosen = chosen.map(name::equals).orElse(false);
      select.add((isChosen ? option.with("selected", "") : option).text(name));
    }
    Tag form =
        Tag.of("form")
            .with("id", "desk")
            .with("hidden", "")
            .add(
                lever("token", world.say("border.token"))
                    .add(
                        Tag.of("input")
                            .with("type", "password")
                            .with("id", "token")
                            .with("name", "token")
                            .with("autocomplete", "off")
                            .with("required", "")))
            .add(lever("schedule", world.say("border.schedule")).add(select))
            .add(
                Tag.of("p", "drop")
                    .with("id", "drop")
                    .add(Tag.of("label").with("for", "file").text(world.say("border.drop")))
                    .add(
                        Tag.of("input")
                            .with("type", "file")
                            .with("id", "file")
                            .with("name", "file")))
            .add(
                lever("since", world.say("border.since"))
                    .add(
                        Tag.of("input")
                            .with("type", "date")
                            .with("id", "since")
                            .with("name", "since")))
            .add(
                Tag.of("p", "buttons")
                    .add(button("main", "assess", world.say("border.assess")))
                    .add(button("plain", "screen", world.say("border.screen"))))
            .add(
                Tag.of("p")
                    .add(
                        Tag.of("progress")
                            .with("id", "progress")
                            .with("max", "1")
                            .with("value", "0")
                            .with("aria-label", world.say("border.progress"))
                            .with("hidden", "")))
            .add(
                Tag.of("p")
                    .with("id", "said-here")
                    .with("role", "status")
                    .with("data-choose", world.say("border.choose"))
                    .with("data-sent", world.say("border.sent", "{0}", "{1}"))
                    .with("data-away", world.say("border.away"))
                    .with("data-deleted", world.say("border.deleted"))
                    .with("data-there", world.say("border.there", "{0}", "{1}")));
    return Markup.of(
        Tag.of("noscript")
            .add(
                Tag.of("p")
                    .text(world.say("border.noscript") + " ")
                    .add(Tag.of("a").with("href", "#program").text(world.say("border.program"))))
            .markup(),
        form.markup());
  }

  private static Tag button(String cssClass, String does, String words) {
    return Tag.of("button", cssClass).with("type", "submit").with("value", does).text(words);
  }

  private static Tag lever(String id, String words) {
    return Tag.of("p", "lever").add(Tag.of("label").with("for", id).text(words));
  }

  private static Markup result() {
    return Tag.of("div").with("id", "result").markup();
  }

  private static List<String> byProgram(Optional<String> chosen) {
    return List.of(
        "plimsoll token add officer --role customs     # prints TOKEN once",
        "at=http://127.0.0.1:8042/api/v1 as=\"Authorization: Bearer $TOKEN\"",
        "curl -s -X POST -H \"$as\" \"$at/uploads?name=entries.csv&bytes=$(wc -c < entries.csv)\"",
        "curl -s -X PATCH -H \"$as\" -H 'Upload-Offset: 0' \\",
        "  -H 'Content-Type: application/offset+octet-stream' \\",
        "  --data-binary @entries.csv \"$at/uploads/UPLOAD\"     # 4 MiB at a time",
        "curl -s -X POST -H \"$as\" \"$at/assessments?entries=UPLOAD&schedule=%s\""
            .formatted(chosen.orElse("NAME")),
        "curl -s -H \"$as\" \"$at/assessments/ID\"",
        "curl -s -H \"$as\" \"$at/assessments/ID/files/results.csv\"",
        "curl -s -X POST -H \"$as\" \"$at/screenings?entries=UPLOAD&schedule=%s\""
            .formatted(chosen.orElse("NAME")),
        "curl -s -H \"$as\" \"$at/screenings/ID/files/screen.csv\"",
        "",
        "plimsoll assess entries.csv --schedule SCHEDULE --out out/run     # without a server",
        "plimsoll screen entries.csv --schedule SCHEDULE --out out/screening");
  }
}
