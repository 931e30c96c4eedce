package org.plimsoll.app.server.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.app.lab.LabPresets;
import org.plimsoll.app.lab.LabState;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.model.provenance.Issue;

/** What can be done with a state of the Lab besides moving its levers. */
final class LabTools {
  private static final String API = "/api/v1/lab";

  /** Tables of the answer that a menu offers, by key. */
  private static final List<String> TABLES = List.of("products", "countries", "welfare", "flows");

  /** Keys besides those of the browser, and what messages call them. */
  private static final List<Map.Entry<String, String>> KEYS =
      List.of(
          Map.entry("?", "list"),
          Map.entry("Tab", "next"),
          Map.entry("← →, Page Up, Page Down", "move"),
          Map.entry("Home, End", "ends"),
          Map.entry("0–9", "number"),
          Map.entry("Ctrl+Z, Alt+←", "undo"),
          Map.entry("Ctrl+Shift+Z, Alt+→", "redo"),
          Map.entry("Enter", "sort"),
          Map.entry("Esc", "close"));

  private final SiteWorld site;

  LabTools(SiteWorld site) {
    this.site = site;
  }

  static Tag address(String words, LabState state, Optional<LabState> first) {
    return Tag.of("a", "state").with("href", "/lab?" + LabAddress.print(state, first)).text(words);
  }

  /** The answer in other forms, and what can be done with A. */
  Markup tools(LabAddress address) {
    LabState now = address.now().value();
    Tag tools = Tag.of("div", "tools").with("id", "tools").add(export(now));
    address
        .first()
        .ifPresent(first ->
            tools
                .add(address(site.say("lab.swap"), first, Optional.of(now)))
                .add(address(site.say("lab.drop"), now, Optional.empty())));
    return tools.markup();
  }

  private Tag export(LabState now) {
    String query = "?" + now.print();
    Tag links = Tag.of("ul");
    links.add(file("JSON", API + query));
    links.add(file(site.say("lab.xlsx"), API + "/tables.xlsx" + query));
    TABLES.forEach(table ->
        links.add(
            file(
                site.say("lab.csv", site.say("lab.csv." + table)),
                API + "/tables/" + table + ".csv" + query)));
    links.add(file(site.say("lab.svg"), API + "/picture.svg" + query));
    links.add(
        Tag.of("li")
            .add(
                Tag.of("button", "plain")
                    .with("type", "button")
                    .with("id", "png")
                    .with("hidden", "")
                    .with("data-from", API + "/picture.svg" + query)
                    .text(site.say("lab.png"))));
    links.add(file(site.say("lab.yaml"), API + "/scenario.yaml" + query));
    links.add(file(site.say("lab.why-json"), API + "/why" + query));
    return Tag.of("details")
        .with("id", "export")
        .add(Tag.of("summary").text(site.say("lab.export")))
        .add(links)
        .add(
            Tag.of("form")
                .with("method", "post")
                .with("action", "/lab/plan" + query)
                .add(button("true", site.say("lab.plan.quick")))
                .add(button("false", site.say("lab.plan.full"))));
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
  Markup presets(LabPresets presets, LabAddress address) {
    Optional<LabState> first = address.first();
    Tag fold =
        Tag.of("details", "fold")
            .with("id", "presets")
            .add(Tag.of("summary").text(site.say("lab.presets")))
            .add(ofChain(presets, address))
            .add(Tag.of("p", "soft").text(site.say("lab.scenarios")))
            .add(list(presets.listScenarios(), first));
    if (!presets.listEpisodes().isEmpty()) {
      fold.add(Tag.of("p", "soft").text(site.say("lab.episodes")));
      presets.listEpisodes().stream()
          .collect(Collectors.groupingBy(presets::ground, LinkedHashMap::new, Collectors.toList()))
          .forEach((ground, laid) ->
              fold.add(Tag.of("p", "soft").text(site.say("said.on", ground)))
                  .add(list(laid, first)));
    }
    return fold.markup();
  }

  /**
   * States of the chain that is open: nothing done, and the worst stop, which is looked for when
   * its address is followed.
   */
  Markup ofChain(LabPresets presets, LabAddress address) {
    ProductId on = address.now().value().on();
    Tag list = Tag.of("ul").with("id", "chain");
    presets
        .findNothing(on)
        .ifPresent(state ->
            list.add(Tag.of("li").add(address(site.say("lab.nothing"), state, address.first()))));
    String query = LabAddress.print(LabState.of(on, address.now().value().from()), address.first());
    return list.add(
            Tag.of("li")
                .add(Tag.of("a").with("href", "/lab/worst?" + query).text(site.say("lab.worst"))))
        .markup();
  }

  /** States by their titles, which are in English. */
  Tag list(List<LabPresets.Preset> presets, Optional<LabState> first) {
    Tag list = site.english(Tag.of("ul"));
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
  Markup text(LabAddress address, String text, List<Issue> issues) {
    Tag form =
        Tag.of("form")
            .with("id", "as-text")
            .with("method", "post")
            .with("action", "/lab/text")
            .add(Tag.of("label").with("for", "yaml").text(site.say("lab.text.label")))
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
                    .add(Tag.of("button").with("type", "submit").text(site.say("lab.text.apply"))));
    Tag fold = Tag.of("details", "fold");
    return Tag.of("section")
        .with("id", "text")
        .with("data-state", address.print())
        .add(
            (issues.isEmpty() ? fold : fold.with("open", ""))
                .add(Tag.of("summary").text(site.say("lab.text")))
                .add(form))
        .markup();
  }

  private Tag faults(List<Issue> issues) {
    Tag list = site.english(Tag.of("ul"));
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
  Markup keys() {
    Tag list = Tag.of("dl");
    KEYS.forEach(key ->
        list.add(Tag.of("dt").add(Tag.of("kbd").text(key.getKey())))
            .add(Tag.of("dd").text(site.say("lab.keys." + key.getValue()))));
    return Tag.of("dialog")
        .with("id", "keys")
        .with("aria-labelledby", "keys-title")
        .add(Tag.of("h2").with("id", "keys-title").text(site.say("lab.keys")))
        .add(list)
        .add(
            Tag.of("form")
                .with("method", "dialog")
                .add(Tag.of("button").with("type", "submit").text(site.say("lab.close"))))
        .markup();
  }
}
