package org.plimsoll.app.server;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.vault.Allocating;
import org.plimsoll.app.vault.AllocationDraft.Leave;
import org.plimsoll.app.vault.AllocationDraft.Wish;
import org.plimsoll.app.vault.DailyUse;
import org.plimsoll.app.vault.PoolCover;
import org.plimsoll.app.vault.VaultAnswers;
import org.plimsoll.app.vault.VaultEvents;
import org.plimsoll.app.vault.VaultProof;
import org.plimsoll.app.vault.VaultView;
import org.plimsoll.model.commodity.ProductId;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Head;
import org.plimsoll.vault.ledger.Material;
import org.plimsoll.vault.ledger.Status;
import org.plimsoll.vault.terms.ShortageRule;

/** The vault, for those who hold a token of it: what they may see, and what they have booked. */
final class VaultRoutes {
  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";
  private static final String CSV = "text/csv";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String BODY = "the body";

  static final Param PARTICIPANT =
      Param.words(
          "participant", "Only what is this participant's; one sees its own alone.", "acme");
  static final Param FROM = Param.day("from", "First day, in UTC.");
  static final Param UNTIL = Param.day("until", "Last day, in UTC.");
  static final Param USE =
      Param.words(
          "use",
          "Use in kilograms a day by product, for days of cover; several by comma.",
          "gallium/refined=12.5");

  private VaultRoutes() {}

  static List<Route> list() {
    return List.of(
        stock(),
        lots(),
        drawsDue(),
        journal(),
        statement(),
        terms(),
        verify(),
        putEvent(),
        postEvents(),
        allocate());
  }

  private static Route stock() {
    return tables(
        "/vault/stock",
        "vault stock",
        "Balances: what is in store and how long it lasts, or what a participant is entitled to.",
        List.of(
            PARTICIPANT,
            USE,
            Param.words("region", "Place whose use counts; else the world's.", "USA+JPN")),
        (at, asked) -> {
          PoolCover cover =
              PoolCover.of(
                  DailyUse.parse(asked.words("use")),
                  Optional.of(at.evidence()),
                  asked.word("region"));
          return view(at, asked).stock(asked.word("participant"), cover).answer();
        });
  }

  private static Route lots() {
    return tables(
        "/vault/lots",
        "vault lots",
        "Every lot in store or with a processor, or those a participant took from or brought.",
        List.of(PARTICIPANT),
        (at, asked) -> view(at, asked).lots(asked.word("participant")).answer());
  }

  private static Route drawsDue() {
    return tables(
        "/vault/draws-due",
        "vault due",
        "What is due and when: draws to be replenished, reservations, last days of lots.",
        List.of(PARTICIPANT, UNTIL),
        (at, asked) -> view(at, asked).due(asked.word("participant"), asked.day("until")).answer());
  }

  private static Route journal() {
    return tables(
        "/vault/journal",
        "vault journal",
        "Entries: the rows of the journal, and what each moved.",
        List.of(PARTICIPANT, FROM, UNTIL),
        (at, asked) ->
            view(at, asked)
                .journal(asked.word("participant"), asked.day("from"), asked.day("until"))
                .answer());
  }

  private static Route statement() {
    return document(
        "GET",
        "/vault/statements/{participant}",
        "A participant's statement as one table; as a page where the request accepts HTML first.",
        List.of(CSV, HTML),
        List.of(FROM, UNTIL, USE),
        Route.Body.NONE,
        (at, asked) -> {
          VaultView.Stated stated =
              view(at, asked)
                  .statement(
                      asked.inPath("participant"),
                      asked.day("from"),
                      asked.day("until"),
                      DailyUse.parse(asked.words("use")));
          return asked.accept().startsWith("text/html")
              ? Headers.onPageAlone(Reply.of(200, HTML, stated.page().render()))
              : Reply.of(200, CSV + "; charset=utf-8; header=present", stated.csv());
        });
  }

  private static Route terms() {
    return document(
        "GET",
        "/vault/terms",
        "The terms in force on a day, as `plimsoll vault terms` prints them.",
        List.of(TEXT),
        List.of(Param.day("on", "The day; else today, in UTC.")),
        Route.Body.NONE,
        (at, asked) -> Reply.of(200, TEXT, view(at, asked).terms(asked.day("on"))));
  }

  private static Route verify() {
    return tables(
        "/vault/verify",
        "vault verify",
        "Whether rows, hashes and balances agree, judged from the first row on.",
        List.of(
            Param.words(
                "head",
                "A hash that was kept elsewhere, whose row must be there.",
                "64 hexadecimal digits")),
        (at, asked) -> {
          ServedVault vault = vault(at, asked);
          vault.requireSeesAll();
          asked.word("head").ifPresent(VaultProof::requireHash);
          return VaultProof.answer(
              vault.open().vault().reader().verify(vault.actor(), asked.word("head")));
        });
  }

  private static Route putEvent() {
    return document(
        "PUT",
        "/vault/events/{id}",
        "Books one event, columns and values as in a file of events; sent again, it `exists`.",
        List.of(JSON),
        List.of(),
        Route.Body.OBJECT,
        (at, asked) -> {
          ServedVault vault = vault(at, asked);
          Event event = VaultEvents.ofObject(asked.inPath("id"), asked.text());
          return booked(vault.actor(), event, post(vault, event, asked.ifMatch()));
        });
  }

  /** Books an event, only while the journal still ends as it did if that is asked for. */
  private static org.plimsoll.vault.ledger.Answer post(
      ServedVault vault, Event event, Optional<String> ifMatch) {
    if (ifMatch.isEmpty()) {
      return vault.open().vault().post(vault.actor(), List.of(event)).getFirst();
    }
    Head now = vault.open().vault().reader().head();
    Head seen = now.hash().equals(ifMatch.get()) ? now : new Head(0, now.at(), ifMatch.get());
    return vault
        .open()
        .vault()
        .postAll(vault.actor(), List.of(event), seen)
        .map(List::getFirst)
        .orElseThrow(() ->
            new Api.ProblemFound(
                Problem.of(
                    412,
                    ProblemType.SUPERSEDED,
                    "the journal does not end with %s any more, so nothing is booked"
                        .formatted(ifMatch.get()),
                    "look again, and send the event with the new tag")));
  }

  private static Reply booked(Actor actor, Event event, org.plimsoll.vault.ledger.Answer answer) {
    Status status = answer.status();
    if (VaultAnswers.isThere(answer)) {
      return Reply.of(status == Status.EXISTS ? 200 : 201, JSON, VaultAnswers.json(answer) + "\n");
    }
    List<String> why = VaultAnswers.why(actor, event, answer);
    String detail =
        String.join(". ", why.stream().filter(line -> !line.startsWith("Maybe ")).toList());
    String wayOut =
        why.stream()
            .filter(line -> line.startsWith("Maybe "))
            .map(line -> line.substring("Maybe ".length()))
            .findFirst()
            .orElse("");
    Problem problem =
        status == Status.NOT_ALLOWED
            ? Problem.of(403, ProblemType.NOT_ALLOWED, detail, wayOut)
            : status.restsOnJournal()
                ? Problem.of(409, ProblemType.CONFLICT, detail, wayOut)
                : Problem.of(422, ProblemType.REFUSED, detail, wayOut);
    throw new Api.ProblemFound(problem.with("ledger", status.word()));
  }

  private static Route postEvents() {
    return document(
        "POST",
        "/vault/events",
        "vault post",
        "Books events, each answered with a line; one that is refused keeps no other out.",
        List.of(LINES),
        List.of(),
        Route.Body.ROWS,
        (at, asked) -> {
          asked
              .ifMatch()
              .ifPresent(tag -> {
                throw Refusal.of(
                    "If-Match has no meaning with many events", "put them one at a time");
              });
          ServedVault vault = vault(at, asked);
          List<VaultEvents.Line> lines =
              asked.type().equals(CSV)
                  ? VaultEvents.ofCsv(BODY, asked.text())
                  : VaultEvents.ofJson(BODY, asked.text());
          return lines(answers -> answers.post(vault.open().vault(), vault.actor(), lines));
        });
  }

  private static Route allocate() {
    return document(
        "POST",
        "/vault/allocations",
        "vault allocate",
        "Shares what is in store among wishes (CSV): a simulation, or booked by its mark.",
        List.of(JSON, LINES),
        List.of(
            Param.words("product", "Of what.", "gallium/refined"),
            Param.words("form", "In which form.", "ingot"),
            Param.words("grade", "Of which grade.", "4N"),
            Param.count("mass-g", 1, 1_000_000_000_000_000L, "Grams shared at most.", 300_000),
            Param.words("emergency", "Id of the emergency drawn in.", "e1"),
            Param.day("due", "Last day by which it comes back; else by the terms."),
            Param.words("rule", "Another rule, to look at.", "defence-first"),
            Param.words("simulated", "Books what had this mark.", "0a1b2c3d4e5f6071")),
        Route.Body.TABLE,
        (at, asked) -> {
          ServedVault vault = vault(at, asked);
          vault.requireSeesAll();
          Allocating allocating = allocating(asked);
          Optional<String> mark = asked.word("simulated");
          if (mark.isEmpty()) {
            return Rendering.JSON.reply(
                allocating
                    .simulate(vault.open().vault(), vault.actor(), vault.open().now())
                    .answer());
          }
          Refusal.requireUse("rule", asked.word("rule").isEmpty(), "beside simulated");
          Allocating.Booked booked = book(vault, allocating, mark.get());
          return lines(answers -> answers.booked(vault.actor(), booked));
        });
  }

  private static Allocating allocating(Asked asked) {
    for (String name : List.of("product", "form", "grade")) {
      if (asked.word(name).isEmpty()) {
        throw Refusal.of(name + " is not said", "say product, form and grade");
      }
    }
    return new Allocating(
        new Material(
            ProductId.parse(asked.inPath("product")), asked.inPath("form"), asked.inPath("grade")),
        Wish.parse(BODY, asked.text()),
        asked.word("mass-g").map(Long::valueOf),
        new Leave(asked.word("emergency"), asked.day("due")),
        asked.word("rule").map(ShortageRule::parse));
  }

  private static Allocating.Booked book(ServedVault vault, Allocating allocating, String mark) {
    try {
      return allocating.book(vault.open().vault(), vault.actor(), vault.open().now(), mark);
    } catch (Refusal refusal) {
      throw new Api.ProblemFound(
          Problem.of(409, ProblemType.SUPERSEDED, refusal.problem(), refusal.wayOut()));
    }
  }

  /** Takes what became of events. */
  private interface Telling {
    void tell(VaultAnswers answers);
  }

  /** A line of JSON for each event, as the verbs print them; why one is refused is not said. */
  private static Reply lines(Telling telling) {
    StringWriter said = new StringWriter();
    try (PrintWriter nowhere = new PrintWriter(Writer.nullWriter())) {
      telling.tell(new VaultAnswers(new PrintWriter(said), nowhere, true));
    }
    return Reply.of(200, LINES, said.toString());
  }

  private static ServedVault vault(ServedWorld at, Asked asked) {
    return ServedVault.of(at, asked.who());
  }

  /** What who asks may see; one who asks for another's part is refused. */
  private static VaultView view(ServedWorld at, Asked asked) {
    ServedVault vault = vault(at, asked);
    vault.requireSees(asked.word("participant"));
    return vault.view();
  }

  private static Route tables(
      String path,
      String verb,
      String summary,
      List<Param> params,
      BiFunction<ServedWorld, Asked, Answer> answer) {
    return route(
        "GET",
        path,
        summary,
        params,
        Route.Body.NONE,
        new Route.Says.Tables(verb, (at, asked) -> ServedVault.ask(() -> answer.apply(at, asked))));
  }

  private static Route document(
      String method,
      String path,
      String summary,
      List<String> types,
      List<Param> params,
      Route.Body body,
      BiFunction<ServedWorld, Asked, Reply> reply) {
    return document(method, path, "", summary, types, params, body, reply);
  }

  private static Route document(
      String method,
      String path,
      String verb,
      String summary,
      List<String> types,
      List<Param> params,
      Route.Body body,
      BiFunction<ServedWorld, Asked, Reply> reply) {
    return route(
        method,
        path,
        summary,
        params,
        body,
        new Route.Says.Document(
            verb, types, (at, asked) -> ServedVault.ask(() -> reply.apply(at, asked))));
  }

  private static Route route(
      String method,
      String path,
      String summary,
      List<Param> params,
      Route.Body body,
      Route.Says says) {
    return new Route(method, path, summary, params, body, Role.VAULT, Work.VAULT, says);
  }
}
