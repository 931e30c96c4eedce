package org.plimsoll.app.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be wrong with a request; each type has a page at {@code /problems/}. */
enum ProblemType {
  BAD_PARAMETER(
      "A parameter is not what it may be",
      "The query of the address has a name that the route does not know, or a value outside its"
          + " range. Each route's parameters are in the API's reference."),
  BAD_REQUEST(
      "The request cannot be read", "It is not HTTP as the server reads it, or came too slowly."),
  BUSY(
      "The server is busy",
      "As many questions or jobs wait as may, or this client asked more than its share. The header"
          + " Retry-After says when to ask again."),
  CONFLICT(
      "The books do not allow it",
      "The vault has booked something since that rules the event out, or has another event under"
          + " its id. Nothing was booked; ask for the statement and decide anew."),
  DISK(
      "The disk of the server fails",
      "It is full or cannot be written. Nothing that was there is lost."),
  DOCUMENT_FAULTS(
      "The document cannot be answered",
      "A scenario, market file or upload has faults, each with line, column and a way out."),
  FAULT(
      "A fault of the program itself",
      "The server's log says more under the request's number. Please report it with those lines."),
  FOREIGN_PAGE(
      "A page of another site sent this",
      "Writes are taken from this server's own pages and from programs alone."),
  NO_ROOM(
      "There is no room for it now",
      "Uploads and what is made of them fill the disk that they may have (serve --uploads). Delete"
          + " what is done, or wait until it goes by itself after a week."),
  NO_SUCH_ROUTE("There is nothing at this address", "The list of addresses is openapi.json."),
  NO_SUCH_THING(
      "There is nothing of this name", "It was never made, is over, or belongs to another token."),
  NO_TOKEN(
      "A token is needed",
      "plimsoll token add NAME --role ROLE prints one, once. It goes into the header"
          + " Authorization: Bearer TOKEN, on pages into the field that asks for it."),
  NO_VAULT("This server has no vault", "It was started without --vault FOLDER."),
  NOT_ALLOWED(
      "The role may not do this",
      "The ledger's rules give this to another role, or it is about another participant."),
  NOT_DONE(
      "It is not done yet", "The job that makes it is waiting or running; its events say when."),
  NOT_WHOLE(
      "The upload is not whole", "Pieces of it are missing: send the rest from its offset on."),
  REFUSED(
      "The event is not as it must be",
      "The ledger refused it by its own rules and says which. Nothing was booked."),
  SUPERSEDED(
      "What it rests on has changed",
      "The world's files were changed under the server, or the journal has grown since it was read."
          + " Start the server again, or read anew and send again."),
  TOO_LARGE(
      "The body is larger than it may be",
      "Send less at a time; an upload comes in pieces of 4 MiB."),
  VAULT("The database of the vault fails", "Nothing was booked that was not answered."),
  WRONG_HOST(
      "The request is for another host",
      "The header Host is none of this server's names; serve --host NAME adds one."),
  WRONG_MEDIA_TYPE(
      "The body is of a type that is not taken", "The header Content-Type names what the body is."),
  WRONG_METHOD(
      "This address does not take the method", "The header Allow names those that it takes."),
  WRONG_OFFSET(
      "The piece does not begin where the last one ended",
      "The header Upload-Offset of the reply says where the next piece begins."),
  WRONG_ROLE("The token is of another role", "Each route names the role that it needs.");

  private final String title;
  private final String meaning;

  ProblemType(String title, String meaning) {
    this.title = title;
    this.meaning = meaning;
  }

  /** What it is, the same for all of its type. */
  String title() {
    return title;
  }

  /** What it means, and what to do. */
  String meaning() {
    return meaning;
  }

  /** Last part of the address of its page: {@code no-such-route}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The type whose page is at an address; empty if none is. */
  static Optional<ProblemType> find(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }
}
