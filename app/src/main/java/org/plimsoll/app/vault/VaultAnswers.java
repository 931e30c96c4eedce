package org.plimsoll.app.vault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Status;
import org.plimsoll.vault.ledger.WayOut;
import org.plimsoll.vault.store.Vault;

/** What became of events, a line each: as CSV under a head, or as JSON. */
public final class VaultAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BATCH = 500;

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean asJson;
  private boolean isAllThere = true;

  public VaultAnswers(PrintWriter out, PrintWriter err, boolean asJson) {
    this.out = out;
    this.err = err;
    this.asJson = asJson;
    if (!asJson) {
      out.println("id,status,posted_at,hash");
    }
  }

  /** Books the events of a file, many at a time; each answer is shown as soon as it is on disk. */
  public void post(Vault vault, Actor actor, List<VaultEvents.Line> lines) {
    for (int from = 0; from < lines.size(); from += BATCH) {
      List<VaultEvents.Line> batch = lines.subList(from, Math.min(lines.size(), from + BATCH));
      List<Answer> booked =
          new ArrayList<>(
              vault.post(actor, batch.stream().flatMap(l -> l.event().stream()).toList()));
      for (VaultEvents.Line line : batch) {
        line.event().ifPresent(event -> answer(actor, event, booked.removeFirst()));
        line.problem().ifPresent(problem -> unreadable(line.id(), problem));
      }
      flush();
    }
  }

  /** What became of an allocation. */
  public void booked(Actor actor, Allocating.Booked booked) {
    for (int i = 0; i < booked.events().size(); i++) {
      answer(actor, booked.events().get(i), booked.answers().get(i));
    }
    flush();
  }

  /** A line that could not be read, and why. */
  private void unreadable(String id, String problem) {
    err.println(problem);
    print(Answer.unreadable(id));
  }

  /** An answer of the ledger; why an event was refused is said beside. */
  public void answer(Actor actor, Event event, Answer answer) {
    print(answer);
    if (!isThere(answer)) {
      List<String> why = why(actor, event, answer);
      err.println(why.getFirst());
      why.subList(1, why.size()).forEach(line -> err.println("  " + line));
    }
  }

  /** Why an event was refused: the status and what it means, then what is wrong and the way out. */
  public static List<String> why(Actor actor, Event event, Answer answer) {
    List<String> lines = new ArrayList<>();
    Status status = answer.status();
    lines.add("%s: %s: %s".formatted(answer.id(), status.word(), status.meaning()));
    if (status == Status.NOT_ALLOWED) {
      wayOut(actor, event).lines().forEach(lines::add);
    }
    WayOut.of(event, status).stream().flatMap(String::lines).forEach(lines::add);
    return lines;
  }

  private static String wayOut(Actor actor, Event event) {
    String wanted = event.find(Field.PARTICIPANT).map(name -> " for " + name).orElse("");
    return "%s may not %s%s\nMaybe ask %s"
        .formatted(
            actor,
            event.verb().word(),
            wanted,
            event.verb().isOpenToParticipants() && !wanted.isEmpty()
                ? "as participant:" + event.find(Field.PARTICIPANT).orElse("") + " or as operator"
                : "the operator");
  }

  private void print(Answer answer) {
    isAllThere &= isThere(answer);
    out.println(
        asJson
            ? json(answer)
            : String.join(
                ",",
                answer.id(),
                answer.status().word(),
                postedAt(answer),
                answer.hash().orElse("")));
  }

  /** An answer as an object of JSON, in one line. */
  public static String json(Answer answer) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", answer.id()).put("status", answer.status().word());
    answer.hash().ifPresent(hash -> node.put("posted_at", postedAt(answer)).put("hash", hash));
    return node.toString();
  }

  private static String postedAt(Answer answer) {
    return answer.postedAt().map(Instant::toString).orElse("");
  }

  /** Whether the event is booked, now or before. */
  public static boolean isThere(Answer answer) {
    return answer.status().isAccepted() || answer.status() == Status.EXISTS;
  }

  /** Shows what was said so far. */
  public void flush() {
    out.flush();
    err.flush();
  }

  /** 0 if every event is booked, now or before; else 1. */
  public int exitCode() {
    return isAllThere ? 0 : 1;
  }
}
