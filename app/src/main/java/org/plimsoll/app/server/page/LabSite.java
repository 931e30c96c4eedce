package org.plimsoll.app.server.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.lab.LabAnswer;
import org.plimsoll.app.lab.LabComparison;
import org.plimsoll.app.lab.LabControls;
import org.plimsoll.app.lab.LabDifference;
import org.plimsoll.app.lab.LabMarkets;
import org.plimsoll.app.lab.LabState;
import org.plimsoll.app.report.drawing.WorldMap;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.planner.market.search.SolverLimits;

/**
 * The Lab as a page: whole without script, and in parts for the script that asks while dragging.
 */
public final class LabSite {
  private static final String HTML = "text/html; charset=utf-8";
  private static final double NANOS_A_MILLI = 1e6;

  /** Its outlines are on every page, so that a map that comes later finds them. */
  private static final WorldMap OUTLINES =
      new WorldMap(
          "", Collections.emptySortedMap(), List.of(), "", Collections.emptySortedMap(), 0);

  /** Levers that are dragged are answered in time or not at all. */
  private static final SolverLimits IN_TIME =
      SolverLimits.USUAL.within(Duration.ofSeconds(2), System::nanoTime);

  private final LabMarkets markets;
  private final SiteWorld site;
  private final SolverLimits limits;

  public LabSite(LabMarkets markets, SiteWorld site) {
    this(markets, site, IN_TIME);
  }

  /** The same within other limits of each search. */
  LabSite(LabMarkets markets, SiteWorld site, SolverLimits limits) {
    this.markets = markets;
    this.site = site;
    this.limits = limits;
  }

  /**
   * The page of an address. An address that a form wrote is led to the one way of writing it, which
   * is what users share.
   *
   * @param query of the address
   */
  public Reply page(String query) {
    LabAddress address = LabAddress.parse(query, markets.words());
    if (!query.isEmpty() && !address.now().hasErrors() && !query.equals(address.print())) {
      return Reply.empty(303).with("Location", "/lab?" + address.print());
    }
    long begin = System.nanoTime();
    LabAnswer answer = ask(address.now().value());
    long solved = System.nanoTime();
    Map<String, Markup> parts = parts(answer, address, true);
    Markup main =
        Markup.of(
            Tag.of("h1").text(title(address)).markup(),
            Tag.of("div", "tools")
                .add(tools(address))
                .add(
                    Tag.of("button", "plain")
                        .with("type", "button")
                        .with("id", "share")
                        .with("hidden", "")
                        .text("Copy the address"))
                .markup(),
            faults(address.now().issues()),
            hidden("p", "trouble").with("role", "alert").markup(),
            parts.getOrDefault("aloud", Markup.NONE),
            step(address),
            Tag.of("div", "lab")
                .add(
                    Tag.of("div", "col levers")
                        .add(form(address))
                        .add(moved(address))
                        .add(
                            hidden("section", "steps")
                                .add(Tag.of("h2").text("Steps"))
                                .add(Tag.of("ol"))))
                .add(column("picture", parts, List.of("failure", "prices", "now", "before", "map")))
                .add(
                    column(
                        "answers",
                        parts,
                        List.of(
                            "figures",
                            "compare",
                            "members",
                            "findings",
                            "countries",
                            "certificate")))
                .markup());
    return timed(
        new SitePage(
                title(address),
                "Lab",
                said(address.now().value()),
                main,
                OUTLINES.shared().values(),
                List.of("lab.js"))
            .render(site.files()),
        begin,
        solved);
  }

  /**
   * Parts of the page, one after the other.
   *
   * @param query of the page, with the part that is asked for and the width that drawings have
   */
  public Reply part(String query) {
    LabAddress address = LabAddress.parse(query, markets.words());
    long begin = System.nanoTime();
    LabAnswer answer = ask(address.now().value());
    long solved = System.nanoTime();
    List<Markup> all = new ArrayList<>(parts(answer, address, address.isWhole()).values());
    if (address.isWhole()) {
      all.add(form(address));
      all.add(moved(address));
      all.add(faults(address.now().issues()));
      all.add(tools(address));
      all.add(step(address));
    }
    return timed(Markup.of(all).toString(), begin, solved);
  }

  /** The page, and how long it took to solve and to draw. */
  private static Reply timed(String html, long begin, long solved) {
    return Reply.of(200, HTML, html)
        .with(
            "Server-Timing",
            String.format(
                Locale.ROOT,
                "solve;dur=%.1f, draw;dur=%.1f",
                (solved - begin) / NANOS_A_MILLI,
                (System.nanoTime() - solved) / NANOS_A_MILLI));
  }

  private Map<String, Markup> parts(LabAnswer answer, LabAddress address, boolean isWhole) {
    return LabParts.of(answer, compared(answer, address), address.width(), isWhole);
  }

  private LabAnswer ask(LabState state) {
    return markets.ask(state, limits, () -> false);
  }

  private Answer compared(LabAnswer answer, LabAddress address) {
    Optional<LabState> first =
        address.first().filter(a -> a.on().equals(answer.state().on()) && address.isWhole());
    return first
        .map(a -> LabComparison.of(ask(a), answer, markets.words()))
        .orElse(answer.answer());
  }

  private static Tag column(String name, Map<String, Markup> parts, List<String> ids) {
    Tag column = Tag.of("div", "col " + name);
    ids.forEach(id -> column.add(parts.getOrDefault(id, empty(id))));
    return column;
  }

  /** The place of a part that an answer without a market does not have. */
  private static Markup empty(String id) {
    return hidden("section", id).markup();
  }

  private static Tag hidden(String name, String id) {
    return Tag.of(name).with("id", id).with("hidden", "");
  }

  private String title(LabAddress address) {
    return "Lab: " + markets.words().nameOf(address.now().value().on());
  }

  private Markup form(LabAddress address) {
    LabState now = address.now().value();
    return LabForm.of(
        LabControls.list(now, markets.words()),
        address.first().map(LabState::print).orElse(""),
        now.print(),
        address.print(),
        markets.words().names());
  }

  /** The answer in other forms, and what can be done with A. */
  private static Markup tools(LabAddress address) {
    LabState now = address.now().value();
    Tag tools =
        Tag.of("p", "tools")
            .with("id", "tools")
            .add(Tag.of("a").with("href", "/api/v1/lab?" + now.print()).text("JSON"))
            .add(
                Tag.of("a")
                    .with("href", "/api/v1/lab/scenario.yaml?" + now.print())
                    .text("Scenario as YAML"));
    address
        .first()
        .ifPresent(first ->
            tools
                .add(address("Swap A and now", first, Optional.of(now)))
                .add(address("Drop A", now, Optional.empty())));
    return tools.markup();
  }

  /** What the last step moved, in words. */
  private Markup step(LabAddress address) {
    Tag step = hidden("p", "step");
    address.was().ifPresent(was -> step.text(step(was, address)));
    return step.markup();
  }

  private String step(LabState was, LabAddress address) {
    List<LabDifference> moved = LabDifference.list(was, address.now().value(), markets.words());
    if (moved.isEmpty()) {
      return address.first().isPresent() ? "A is kept" : "A is dropped";
    }
    return moved.stream().map(LabDifference::sentence).collect(Collectors.joining("; "));
  }

  /** The levers that are moved, each with the address without it. */
  private Markup moved(LabAddress address) {
    LabState now = address.now().value();
    LabState bare = LabState.of(now.on(), now.from());
    List<LabDifference> moved = LabDifference.list(bare, now, markets.words());
    Tag list = Tag.of("ul");
    for (LabDifference lever : moved) {
      list.add(
          Tag.of("li")
              .key(lever.key())
              .text(lever.lever() + ": " + lever.now() + " ")
              .add(address("without", now.without(lever.key()), address.first())));
    }
    Tag part =
        Tag.of("section").with("id", "moved").add(Tag.of("h2").text("Levers that are moved"));
    return moved.isEmpty()
        ? part.add(Tag.of("p").text("None: the scenario stands as it is.")).markup()
        : part.add(list).add(Tag.of("p").add(address("Reset all", bare, address.first()))).markup();
  }

  private static Tag address(String words, LabState state, Optional<LabState> first) {
    return Tag.of("a", "state").with("href", "/lab?" + LabAddress.print(state, first)).text(words);
  }

  /** Keys that could not be read, each with a way out. */
  private static Markup faults(List<Issue> issues) {
    Tag part = Tag.of("section").with("id", "faults");
    if (issues.isEmpty()) {
      return part.with("hidden", "").markup();
    }
    Tag list = Tag.of("ul");
    for (Issue issue : issues) {
      list.add(
          Tag.of("li")
              .text(issue.problem() + ", and is left out. ")
              .text(issue.wayOut().isEmpty() ? "" : "Maybe " + issue.wayOut() + "."));
    }
    return part.add(Tag.of("h2").text("Not read of the address")).add(list).markup();
  }

  /** What every page says under the bar. */
  private List<String> said(LabState state) {
    Scenario scenario = markets.words().scenario(state);
    return site.said(
        List.of(
            "as of " + scenario.asOf(),
            scenario.title(),
            "prices " + state.vintage().orElse(scenario.priceVintage()),
            "central case"));
  }
}
