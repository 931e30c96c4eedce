package org.plimsoll.app.vault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Answer;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Status;
import org.plimsoll.vault.ledger.WayOut;

/** What became of events, a line each: as CSV under a head, or as JSON. */
public final class VaultAnswers {
  private static final ObjectMapper JSON = new ObjectMapper();

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

  /** A line that could not be read, and why. */
  public void unreadable(String id, String problem) {
    err.println(problem);
    print(Answer.unreadable(id));
  }

  /** An answer of the ledger; why an event was refused is said beside. */
  public void answer(Actor actor, Event event, Answer answer) {
    print(answer);
    if (!isThere(answer)) {
      err.println(
          "%s: %s: %s".formatted(answer.id(), answer.status().word(), answer.status().meaning()));
    }
    if (answer.status() == Status.NOT_ALLOWED) {
      err.println("  " + wayOut(actor, event));
    }
    WayOut.of(event, answer.status()).stream()
        .flatMap(String::lines)
        .forEach(line -> err.println("  " + line));
  }

  private static String wayOut(Actor actor, Event event) {
    String wanted = event.find(Field.PARTICIPANT).map(name -> " for " + name).orElse("");
    return "%s may not %s%s\n  Maybe ask %s"
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
    String at = answer.postedAt().map(Instant::toString).orElse("");
    if (asJson) {
      ObjectNode node = JSON.createObjectNode();
      node.put("id", answer.id()).put("status", answer.status().word());
      answer.hash().ifPresent(hash -> node.put("posted_at", at).put("hash", hash));
      out.println(node);
    } else {
      out.println(
          String.join(",", answer.id(), answer.status().word(), at, answer.hash().orElse("")));
    }
  }

  private static boolean isThere(Answer answer) {
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
