package org.plimsoll.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.plimsoll.app.cli.VaultEvents.Line;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Status;
import org.plimsoll.vault.store.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll vault post FILE}. */
@Command(
    name = "post",
    description = {
      "Books the events of a file, JSON lines or CSV by its name, and answers each with a line:",
      "id, status, time of posting, hash. Posting a file again changes nothing. Exit code 1 if an",
      "event was refused."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll vault post events.csv --vault my-vault",
      "  plimsoll vault post mine.jsonl --vault my-vault --as participant:acme",
      "",
      "Verbs, columns and statuses: docs/guides/operate-a-vault.md"
    })
final class VaultPostVerb implements Callable<Integer> {
  private static final int REFUSED_SOME = 1;
  private static final int BATCH = 500;

  @Parameters(paramLabel = "FILE", description = "Events: .csv, or .jsonl with an object a line.")
  private Path file = Path.of("");

  @Option(
      names = "--as",
      paramLabel = "ROLE",
      defaultValue = "operator",
      description = "operator, or participant:NAME; default: ${DEFAULT-VALUE}.")
  private String role = "operator";

  @Mixin private final VaultPlace place = new VaultPlace();
  private final Session session;

  VaultPostVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Actor actor = Actor.parse(role);
    List<Line> lines;
    try {
      lines = VaultEvents.read(file);
    } catch (IOException e) {
      throw Refusal.of("cannot read " + file + ": " + e.getMessage(), "name another file");
    }
    return place.with(database -> {
      try (Vault vault = Vault.open(database, InstantSource.system())) {
        return post(vault, actor, lines);
      }
    });
  }

  private int post(Vault vault, Actor actor, List<Line> lines) {
    PrintWriter out = session.terminal().out();
    out.println("id,status,posted_at,hash");
    boolean isAllThere = true;
    for (int from = 0; from < lines.size(); from += BATCH) {
      List<Line> batch = lines.subList(from, Math.min(lines.size(), from + BATCH));
      List<Answer> booked =
          new ArrayList<>(
              vault.post(actor, batch.stream().flatMap(l -> l.event().stream()).toList()));
      for (Line line : batch) {
        Answer answer =
            line.event().isPresent() ? booked.removeFirst() : Answer.unreadable(line.id());
        line.problem().ifPresent(problem -> session.terminal().err().println(problem));
        out.println(
            String.join(
                ",",
                answer.id(),
                answer.status().word(),
                answer.postedAt().map(Instant::toString).orElse(""),
                answer.hash().orElse("")));
        isAllThere &= answer.status().isAccepted() || answer.status() == Status.EXISTS;
      }
      out.flush();
      session.terminal().err().flush();
    }
    return isAllThere ? 0 : REFUSED_SOME;
  }
}
