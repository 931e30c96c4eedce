package org.plimsoll.app.server.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.vault.DailyUse;
import org.plimsoll.app.vault.PoolCover;
import org.plimsoll.app.vault.VaultProof;
import org.plimsoll.app.vault.VaultView;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.store.Verification;

/**
 * The vault as a page. Its frame holds nothing of the vault; script asks for the part that the
 * holder of a token sees.
 */
public final class VaultSite {
  private static final String HERE = "Vault";
  private static final String HTML = "text/html; charset=utf-8";
  private static final int DAYS = 30;
  private static final int MOST_ROWS = 100;
  private static final int HASH_DIGITS = 16;

  private final SiteWorld site;

  public VaultSite(SiteWorld site) {
    this.site = site;
  }

  /**
   * What is looked at.
   *
   * @param participant whose part; a participant's own if it names none, else all
   * @param from first day of a statement
   * @param until last day of a statement
   * @param use in kilograms a day by product, as it was written
   */
  public record Choice(
      Optional<String> participant,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      String use) {
    private DailyUse daily() {
      return DailyUse.parse(use.isEmpty() ? List.of() : List.of(use.split(",", -1)));
    }
  }

  /**
   * The frame.
   *
   * @param isServed whether the server has a vault
   */
  public Reply first(boolean isServed) {
    Tag about = Tag.of("div").with("id", "vault").add(Tag.of("h1").text(site.say("bar." + HERE)));
    about.add(Tag.of("p").text(isServed ? site.say("vault.about") : site.say("vault.none")));
    Markup below =
        isServed
            ? Markup.of(
                without().markup(),
                signIn().markup(),
                hidden("trouble")
                    .with("role", "alert")
                    .with("data-words", site.say("vault.no-answer", "{0}"))
                    .markup())
            : Tag.of("pre").text("./plimsoll serve --vault FOLDER").markup();
    String page =
        new SitePage(
                site.say("bar." + HERE),
                HERE,
                site.said(
                    List.of(
                        site.say("vault.said.journal"),
                        site.say("vault.said.exact"),
                        site.say("vault.said.utc"))),
                Markup.of(about.markup(), below),
                List.of(),
                List.of("vault.js"))
            .render(site);
    return kept(Reply.of(200, HTML, page));
  }

  /** Nowhere: what is at the address changes with the journal, and with how a server is started. */
  private static Reply kept(Reply reply) {
    return reply.with("Cache-Control", "no-store");
  }

  private static Tag hidden(String id) {
    return Tag.of("p").with("id", id).with("hidden", "");
  }

  private Tag without() {
    return Tag.of("noscript")
        .add(Tag.of("p").text(site.say("vault.noscript")))
        .add(
            Tag.of("pre")
                .text(
                    """
                    curl -H "Authorization: Bearer $TOKEN" …/api/v1/vault/stock
                    curl -H "Authorization: Bearer $TOKEN" …/api/v1/vault/statements/WHO\
                    """));
  }

  private Tag signIn() {
    return Tag.of("form")
        .with("id", "sign-in")
        .with("hidden", "")
        .with("autocomplete", "off")
        .add(
            Tag.of("p", "lever")
                .add(Tag.of("label").with("for", "token").text(site.say("vault.token")))
                .add(
                    Tag.of("input")
                        .with("type", "password")
                        .with("id", "token")
                        .with("autocomplete", "off")
                        .with("required", "")))
        .add(Tag.of("p", "soft").text(site.say("vault.token.made")))
        .add(
            Tag.of("p", "buttons")
                .add(Tag.of("button", "main").with("type", "submit").text(site.say("vault.open"))));
  }

  /** What an actor sees: a participant's statement first, or the stock. */
  public Reply part(VaultView view, Choice choice) {
    PoolCover cover = PoolCover.of(choice.daily(), Optional.of(site.evidence()), Optional.empty());
    Optional<String> whose = view.whose(choice.participant());
    String title = whose.map(name -> site.say("vault.of", name)).orElse(site.say("bar." + HERE));
    Tag part = Tag.of("div").with("id", "vault");
    if (!whose.map(view::isKnown).orElse(true)) {
      return fragment(
          part.add(Tag.of("h1").text(title))
              .add(tools(view.actor()))
              .add(Tag.of("p").text(site.say("vault.unknown", whose.orElse(""))))
              .add(new VaultForms(site).events(view.actor())));
    }
    List<Section> sections =
        whose.isPresent() ? ofParticipant(view, whose.get(), choice, cover) : ofAll(view, cover);
    return fragment(
        part.add(
            SiteSections.ofReport(
                    Markup.of(Tag.of("h1").text(title).markup(), lead(view, whose, choice)),
                    sections)
                .draw(site)
                .main()));
  }

  /** Who looks, how far the journal goes, what can be chosen and booked. */
  private Markup lead(VaultView view, Optional<String> whose, Choice choice) {
    Head head = view.reader().head();
    return Markup.of(
        tools(view.actor()).markup(),
        Page.particulars(
            List.of(
                new Page.Particular(site.say("vault.row"), Long.toString(head.number())),
                new Page.Particular(
                    site.say("vault.hash"), head.hash().substring(0, HASH_DIGITS)))),
        view.actor().maySeeAll() ? proof(List.of()).markup() : Markup.NONE,
        new VaultForms(site).choice(view, choice),
        whose.map(name -> files(name, choice)).orElse(Markup.NONE),
        new VaultForms(site).events(view.actor()));
  }

  private static Reply fragment(Tag tag) {
    return kept(Reply.of(200, HTML, tag.markup().toString()));
  }

  private Tag tools(Actor actor) {
    return Tag.of("p", "tools")
        .add(Tag.of("strong").text(site.say("vault.as", actor.toString().replace(":", ": "))))
        .add(button("look", site.say("plan.again")))
        .add(button("forget", site.say("vault.forget")));
  }

  /** The statement as files, which script asks for: a link could not bear the token. */
  private Markup files(String whose, Choice choice) {
    List<String> query = new ArrayList<>();
    choice.from().ifPresent(day -> query.add("from=" + day));
    choice.until().ifPresent(day -> query.add("until=" + day));
    if (!choice.use().isEmpty()) {
      query.add("use=" + URLEncoder.encode(choice.use(), StandardCharsets.UTF_8));
    }
    String address = "/api/v1/vault/statements/" + whose + "?" + String.join("&", query);
    return Tag.of("p", "tools")
        .text(site.say("vault.file") + " ")
        .add(file("CSV", address, "text/csv", whose + ".csv"))
        .add(file(site.say("vault.printable"), address, "text/html", whose + ".html"))
        .markup();
  }

  private static Tag file(String words, String address, String type, String name) {
    return Tag.of("button", "plain file")
        .with("type", "button")
        .with("data-address", address)
        .with("data-type", type)
        .with("data-name", name)
        .text(words);
  }

  private static Tag button(String id, String words) {
    return Tag.of("button", "plain").with("type", "button").with("id", id).text(words);
  }

  private static List<Section> ofParticipant(
      VaultView view, String whose, Choice choice, PoolCover cover) {
    Optional<String> named = Optional.of(whose);
    List<Section> sections =
        new ArrayList<>(
            view.statement(whose, choice.from(), choice.until(), choice.daily()).page().sections());
    Answer stock = view.stock(named, cover).answer();
    sections.addAll(AnswerHtml.sections(stock.listShown()));
    sections.addAll(AnswerHtml.sections(view.lots(named).answer().listShown()));
    sections.add(newest(view, named));
    sections.add(AnswerHtml.reading(stock.remarks(), true));
    return sections;
  }

  private static List<Section> ofAll(VaultView view, PoolCover cover) {
    Optional<String> nobody = Optional.empty();
    List<Section> sections = new ArrayList<>(view.stock(nobody, cover).page().sections());
    Section reading = sections.removeLast();
    sections.addAll(AnswerHtml.sections(view.due(nobody, Optional.empty()).answer().listShown()));
    sections.addAll(AnswerHtml.sections(view.lots(nobody).answer().listShown()));
    sections.add(newest(view, nobody));
    sections.add(reading);
    return sections;
  }

  private static Section newest(VaultView view, Optional<String> whose) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.text(
            "Of the last %d days, the newest %d at most; the newest stands last. All of them, with"
                    .formatted(DAYS, MOST_ROWS)
                + " what each moved: /api/v1/vault/journal."));
    view.newest(whose, DAYS, MOST_ROWS)
        .listShown()
        .forEach(table -> blocks.addAll(AnswerHtml.blocks(table)));
    return new Section("newest", "Newest entries", blocks);
  }

  /** Whether the vault is sound, as it was found now. */
  public Reply proof(Verification verification) {
    List<String> said = new ArrayList<>(verification.findings());
    said.add("Judged from the first row on: " + VaultProof.line(verification) + ".");
    return fragment(proof(said));
  }

  private Tag proof(List<String> said) {
    Tag proof = Tag.of("div").with("id", "proof").with("role", "status");
    said.forEach(line -> proof.add(site.english(Tag.of("p")).text(line)));
    return proof.add(button("verify", site.say("vault.verify")));
  }
}
