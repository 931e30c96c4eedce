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
import org.plimsoll.app.lab.LabBeside;
import org.plimsoll.app.lab.LabCase;
import org.plimsoll.app.lab.LabComparison;
import org.plimsoll.app.lab.LabControls;
import org.plimsoll.app.lab.LabDifference;
import org.plimsoll.app.lab.LabDraws;
import org.plimsoll.app.lab.LabMarkets;
import org.plimsoll.app.lab.LabPresets;
import org.plimsoll.app.lab.LabState;
import org.plimsoll.app.lab.LabWhy;
import org.plimsoll.app.lab.LabWorstStop;
import org.plimsoll.app.lab.ScenarioText;
import org.plimsoll.app.report.drawing.WorldMap;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.model.policy.Scenario;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
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
  private final LabPresets presets;
  private final SiteWorld site;
  private final LabTools tools;
  private final SolverLimits limits;

  /** The answer kept as A that was asked for last. */
  private volatile Optional<LabAnswer> lastKept = Optional.empty();

  public LabSite(LabMarkets markets, LabPresets presets, SiteWorld site) {
    this(markets, presets, site, IN_TIME);
  }

  /** The same within other limits of each search. */
  LabSite(LabMarkets markets, LabPresets presets, SiteWorld site, SolverLimits limits) {
    this.markets = markets;
    this.presets = presets;
    this.site = site;
    this.limits = limits;
    tools = new LabTools(site);
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
    return whole(address, 200, text(address));
  }

  private Reply whole(LabAddress address, int status, Markup text) {
    long begin = System.nanoTime();
    LabAnswer answer = ask(address.now().value());
    long solved = System.nanoTime();
    Map<String, Markup> parts = parts(answer, address, true);
    Markup main =
        Markup.of(
            heading(address),
            Tag.of("div", "tools")
                .add(tools.tools(address))
                .add(
                    Tag.of("button", "plain")
                        .with("type", "button")
                        .with("id", "share")
                        .with("hidden", "")
                        .with("data-done", site.say("lab.copied"))
                        .text(site.say("lab.copy")))
                .add(
                    Tag.of("button", "plain")
                        .with("type", "button")
                        .with("id", "show-keys")
                        .with("hidden", "")
                        .text(site.say("lab.keys")))
                .markup(),
            tools.keys(),
            faults(address.now().issues()),
            hidden("p", "trouble")
                .with("role", "alert")
                .with("data-words", site.say("lab.no-answer", "{0}"))
                .markup(),
            parts.getOrDefault("aloud", Markup.NONE),
            step(address),
            Tag.of("div", "lab")
                .add(
                    Tag.of("div", "col levers")
                        .add(tools.presets(presets, address))
                        .add(form(address))
                        .add(text)
                        .add(moved(address))
                        .add(
                            hidden("section", "steps")
                                .add(Tag.of("h2").text(site.say("lab.steps")))
                                .add(Tag.of("ol"))))
                .add(
                    column(
                        "picture",
                        parts,
                        List.of("failure", "prices", "now", "before", "map", "why")))
                .add(
                    column(
                        "answers",
                        parts,
                        List.of(
                            "figures",
                            "observed",
                            "compare",
                            "members",
                            "findings",
                            "countries",
                            "certificate")))
                .markup());
    return timed(
            status,
            new SitePage(
                    title(address),
                    "Lab",
                    said(address),
                    main,
                    OUTLINES.shared().values(),
                    List.of("lab.js"))
                .render(site),
            begin,
            solved)
        // A form of the page has to say where it comes from.
        .with("Referrer-Policy", "same-origin");
  }

  /**
   * Leads to the state that a person wrote as the text of a scenario file; if it has faults, the
   * page or its part with the text and each fault.
   *
   * @param text as it was written
   * @param like the address of the page
   * @param isPart whether only the part of the page is wanted, which names the state found
   */
  public Reply text(String text, String like, boolean isPart) {
    LabAddress address = LabAddress.parse(like, markets.words());
    Loaded<Optional<LabState>> read =
        ScenarioText.read(
            text.replace("\r\n", "\n"), Optional.of(address.now().value()), markets.words());
    if (read.value().isPresent()) {
      LabAddress found = address.with(read.value().get());
      return isPart
          ? Reply.of(200, HTML, text(found).toString())
          : Reply.empty(303).with("Location", "/lab?" + found.print());
    }
    Markup faulty = tools.text(address, text, read.issues());
    return isPart ? Reply.of(422, HTML, faulty.toString()) : whole(address, 422, faulty);
  }

  private Markup text(LabAddress address) {
    return tools.text(
        address, LabCase.of(address.now().value(), markets.words()).yaml(), List.of());
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
      all.add(tools.tools(address));
      all.add(step(address));
      all.add(heading(address));
      all.add(SitePage.said(said(address)).markup());
      all.add(tools.ofChain(presets, address));
    }
    return timed(Markup.of(all).toString(), begin, solved);
  }

  /** The page, and how long it took to solve and to draw. */
  private static Reply timed(String html, long begin, long solved) {
    return timed(200, html, begin, solved);
  }

  private static Reply timed(int status, String html, long begin, long solved) {
    return Reply.of(status, HTML, html)
        .with(
            "Server-Timing",
            String.format(
                Locale.ROOT,
                "solve;dur=%.1f, draw;dur=%.1f",
                (solved - begin) / NANOS_A_MILLI,
                (System.nanoTime() - solved) / NANOS_A_MILLI));
  }

  private Map<String, Markup> parts(LabAnswer answer, LabAddress address, boolean isWhole) {
    Optional<LabAnswer> first = first(answer, address);
    Answer said =
        first
            .filter(a -> isWhole)
            .map(a -> LabComparison.of(a, answer, markets.words()))
            .orElse(answer.answer());
    return LabParts.of(
        answer,
        said,
        new LabBeside(Optional.empty(), first),
        presets.listObserved(answer.state()),
        address.width(),
        isWhole,
        site);
  }

  /**
   * What the answer to an address hangs on, as a part of the page.
   *
   * @param query of the page
   */
  public Reply why(String query) {
    LabAddress address = LabAddress.parse(query, markets.words());
    long begin = System.nanoTime();
    Answer why = LabWhy.of(markets, address.now().value(), limits, () -> false);
    long solved = System.nanoTime();
    return timed(LabReasons.of(why, address.width(), site).toString(), begin, solved);
  }

  /**
   * Leads to the costliest stop of the mineral that is shown.
   *
   * @param query of the page
   */
  public Reply worst(String query) {
    LabAddress address = LabAddress.parse(query, markets.words());
    LabState now = address.now().value();
    return LabWorstStop.find(markets, now.on(), limits)
        .map(stop -> Reply.empty(303).with("Location", "/lab?" + address.with(stop).print()))
        .orElseGet(() ->
            site.missing(
                "Lab",
                site.say("lab.worst.none", markets.words().nameOf(now.on())),
                "/lab?" + address.print(),
                site.say("lab.worst.back")));
  }

  /**
   * Draws of an address as they come, each an event with what the page puts in place.
   *
   * @param query of the page
   * @param draws that are asked
   */
  public Reply draws(String query, LabDraws draws) {
    LabAddress address = LabAddress.parse(query, markets.words());
    return Reply.streamed(
        "text/event-stream",
        LabStream.LONGEST,
        out -> {
          LabAnswer answer = ask(address.now().value());
          LabBeside beside = new LabBeside(Optional.empty(), first(answer, address));
          new LabStream(out, answer, beside, address.width(), site).write(draws);
        });
  }

  private LabAnswer ask(LabState state) {
    return markets.ask(state, limits, () -> false);
  }

  /** The answer to the state that is kept as A, if it is about the same product. */
  private Optional<LabAnswer> first(LabAnswer answer, LabAddress address) {
    return address.first().filter(a -> a.on().equals(answer.state().on())).map(this::kept);
  }

  /** The answer to a state that is kept as A, which is asked with every move of a lever. */
  private LabAnswer kept(LabState state) {
    Optional<LabAnswer> known = lastKept.filter(answer -> answer.state().equals(state));
    LabAnswer answer = known.orElseGet(() -> ask(state));
    lastKept = Optional.of(answer);
    return answer;
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
    return site.say("lab.title", markets.words().nameOf(address.now().value().on()));
  }

  private Markup heading(LabAddress address) {
    return Tag.of("h1").with("id", "title").text(title(address)).markup();
  }

  private Markup form(LabAddress address) {
    LabState now = address.now().value();
    return LabForm.of(
        LabControls.list(now, markets.words(), site.messages()),
        address.first().map(LabState::print).orElse(""),
        now.print(),
        address.print(),
        markets.words().names(),
        site);
  }

  /** What the last step moved, in words. */
  private Markup step(LabAddress address) {
    Tag step = hidden("p", "step");
    address.was().ifPresent(was -> step.text(step(was, address)));
    return step.markup();
  }

  private String step(LabState was, LabAddress address) {
    List<LabDifference> moved =
        LabDifference.list(was, address.now().value(), markets.words(), site.messages());
    if (moved.isEmpty()) {
      return address.first().isPresent() ? site.say("lab.kept") : site.say("lab.dropped");
    }
    return moved.stream().map(LabDifference::sentence).collect(Collectors.joining("; "));
  }

  /** The levers that are moved, each with the address without it. */
  private Markup moved(LabAddress address) {
    LabState now = address.now().value();
    LabState bare = LabState.of(now.on(), now.from());
    List<LabDifference> moved = LabDifference.list(bare, now, markets.words(), site.messages());
    Tag list = Tag.of("ul");
    for (LabDifference lever : moved) {
      list.add(
          Tag.of("li")
              .key(lever.key())
              .text(lever.lever() + ": " + lever.now() + " ")
              .add(
                  LabTools.address(
                      site.say("lab.without"), now.without(lever.key()), address.first())));
    }
    Tag part = Tag.of("section").with("id", "moved").add(Tag.of("h2").text(site.say("lab.moved")));
    return moved.isEmpty()
        ? part.add(Tag.of("p").text(site.say("lab.unmoved"))).markup()
        : part.add(list)
            .add(Tag.of("p").add(LabTools.address(site.say("lab.reset"), bare, address.first())))
            .markup();
  }

  /** Keys that could not be read, each with a way out. */
  private Markup faults(List<Issue> issues) {
    Tag part = Tag.of("section").with("id", "faults");
    if (issues.isEmpty()) {
      return part.with("hidden", "").markup();
    }
    Tag list = site.english(Tag.of("ul"));
    for (Issue issue : issues) {
      list.add(
          Tag.of("li")
              .text(issue.problem() + ", and is left out. ")
              .text(issue.wayOut().isEmpty() ? "" : "Maybe " + issue.wayOut() + "."));
    }
    return part.add(Tag.of("h2").text(site.say("lab.not-read"))).add(list).markup();
  }

  /**
   * What every page says under the bar: of a control of the past its title before that of the
   * scenario that it is laid on.
   */
  private List<String> said(LabAddress address) {
    LabState state = address.now().value();
    Scenario scenario = markets.words().scenario(state);
    boolean isBare = state.withWorld("").equals(LabState.of(state.on(), state.from()));
    List<String> said = new ArrayList<>(List.of(site.say("said.as-of", scenario.asOf())));
    presets.listObserved(state).stream()
        .findFirst()
        .ifPresent(control -> said.add(control.title()));
    said.add(isBare ? scenario.title() : site.say("said.on", scenario.title()));
    said.add(site.say("said.prices", state.vintage().orElse(scenario.priceVintage())));
    said.add(site.say("said.central"));
    return site.said(said);
  }
}
