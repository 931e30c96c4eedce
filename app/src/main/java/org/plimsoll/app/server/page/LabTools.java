package org.plimsoll.app.server.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.app.lab.LabPresets;
import org.plimsoll.app.lab.LabState;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.model.provenance.Issue;

/** What can be done with a state of the Lab besides moving its levers. */
final class LabTools {
  private static final String API = "/api/v1/lab";

  /** Tables of the answer that a menu offers, by name. */
  private static final List<Map.Entry<String, String>> TABLES =
      List.of(
          Map.entry("products", "prices"),
          Map.entry("countries", "countries"),
          Map.entry("welfare", "gains"),
          Map.entry("flows", "flows"));

  /** Keys besides those of the browser. */
  private static final List<Map.Entry<String, String>> KEYS =
      List.of(
          Map.entry("?", "this list"),
          Map.entry("Tab", "to the next lever or link"),
          Map.entry("← →, Page Up, Page Down", "move the slider in focus, by a step or by ten"),
          Map.entry("Home, End", "to the ends of the slider"),
          Map.entry("0 to 9", "type an exact number into a lever's field"),
          Map.entry("Ctrl+Z, Alt+←", "undo the last step"),
          Map.entry("Ctrl+Shift+Z, Alt+→", "do it again"),
          Map.entry("Enter on a table's head", "sort by the column"),
          Map.entry("Esc", "close this list"));

  private LabTools() {}

  static Tag address(String words, LabState state, Optional<LabState> first) {
    return Tag.of("a", "state").with("href", "/lab?" + LabAddress.print(state, first)).text(words);
  }

  /** The answer in other forms, and what can be done with A. */
  static Markup tools(LabAddress address) {
    LabState now = address.now().value();
    Tag tools = Tag.of("div", "tools").with("id", "tools").add(export(now));
    address
        .first()
        .ifPresent(first ->
            tools
                .add(address("Swap A and now", first, Optional.of(now)))
                .add(address("Drop A", now, Optional.empty())));
    return tools.markup();
  }

  private static Tag export(LabState now) {
    String query = "?" + now.print();
    Tag links = Tag.of("ul");
    links.add(file("JSON", API + query));
    links.add(file("Workbook (XLSX)", API + "/tables.xlsx" + query));
    TABLES.forEach(table ->
        links.add(
            file("CSV: " + table.getValue(), API + "/tables/" + table.getKey() + ".csv" + query)));
    links.add(file("Picture (SVG)", API + "/picture.svg" + query));
    links.add(
        Tag.of("li")
            .add(
                Tag.of("button", "plain")
                    .with("type", "button")
                    .with("id", "png")
                    .with("hidden", "")
                    .with("data-from", API + "/picture.svg" + query)
                    .text("Picture (PNG)")));
    links.add(file("Scenario (YAML)", API + "/scenario.yaml" + query));
    links.add(file("What it hangs on (JSON)", API + "/why" + query));
    return Tag.of("details")
        .with("id", "export")
        .add(Tag.of("summary").text("Export"))
        .add(links)
        .add(
            Tag.of("form")
                .with("method", "post")
                .with("action", "/lab/plan" + query)
                .add(button("true", "Make it a plan, central case"))
                .add(button("false", "Make it a plan with ranges")));
  }

  private static Tag file(String words, String address) {
    return Tag.of("li").add(Tag.of("a").with("href", address).text(words));
  }

  private static Tag button(String quick, String words) {
    return Tag.of("button", "plain")
        .with("type", "submit")
        .with("name", "quick")
        .with("value", quick)
        .text(words);
  }

  /** States to begin with. */
  static Markup presets(LabPresets presets, Optional<LabState> first) {
    Tag fold =
        Tag.of("details", "fold")
            .with("id", "presets")
            .add(Tag.of("summary").text("Begin with a scenario or a past control"))
            .add(Tag.of("p", "soft").text("Scenarios"))
            .add(list(presets.listScenarios(), first));
    if (!presets.listEpisodes().isEmpty()) {
      fold.add(Tag.of("p", "soft").text("Past controls, with what prices did"))
          .add(list(presets.listEpisodes(), first));
    }
    return fold.markup();
  }

  static Tag list(List<LabPresets.Preset> presets, Optional<LabState> first) {
    Tag list = Tag.of("ul");
    presets.forEach(
        preset -> list.add(Tag.of("li").add(address(preset.title(), preset.state(), first))));
    return list;
  }

  /**
   * The state as the text of a scenario file, to be changed and applied.
   *
   * @param address of the page
   * @param text of the scenario
   * @param issues faults of the text
   */
  static Markup text(LabAddress address, String text, List<Issue> issues) {
    Tag form =
        Tag.of("form")
            .with("id", "as-text")
            .with("method", "post")
            .with("action", "/lab/text")
            .add(Tag.of("label").with("for", "yaml").text("The question as a scenario file"))
            .add(
                Tag.of("textarea")
                    .with("id", "yaml")
                    .with("name", "text")
                    .with("rows", "16")
                    .with("spellcheck", "false")
                    .with("autocomplete", "off")
                    .text("\n" + text))
            .add(
                Tag.of("input")
                    .with("type", "hidden")
                    .with("name", "like")
                    .with("value", address.print()))
            .add(faults(issues))
            .add(
                Tag.of("p", "buttons")
                    .add(Tag.of("button").with("type", "submit").text("Apply the text")));
    Tag fold = Tag.of("details", "fold");
    return Tag.of("section")
        .with("id", "text")
        .with("data-state", address.print())
        .add(
            (issues.isEmpty() ? fold : fold.with("open", ""))
                .add(Tag.of("summary").text("As text"))
                .add(form))
        .markup();
  }

  private static Tag faults(List<Issue> issues) {
    Tag list = Tag.of("ul");
    for (Issue issue : issues) {
      list.add(
          Tag.of("li")
              .text(
                  "Line %d, column %d: %s. "
                      .formatted(
                          Math.max(1, issue.place().line()),
                          Math.max(1, issue.place().column()),
                          issue.problem()))
              .text(issue.wayOut().isEmpty() ? "" : "Maybe " + issue.wayOut() + "."));
    }
    Tag faults = Tag.of("div").with("id", "text-faults").with("role", "alert");
    return issues.isEmpty() ? faults : faults.add(list);
  }

  /** The keys, which script shows. */
  static Markup keys() {
    Tag list = Tag.of("dl");
    KEYS.forEach(key ->
        list.add(Tag.of("dt").add(Tag.of("kbd").text(key.getKey())))
            .add(Tag.of("dd").text(key.getValue())));
    return Tag.of("dialog")
        .with("id", "keys")
        .with("aria-labelledby", "keys-title")
        .add(Tag.of("h2").with("id", "keys-title").text("Keys"))
        .add(list)
        .add(
            Tag.of("form")
                .with("method", "dialog")
                .add(Tag.of("button").with("type", "submit").text("Close")))
        .markup();
  }
}
