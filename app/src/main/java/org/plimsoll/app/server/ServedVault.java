package org.plimsoll.app.server;

import java.util.Optional;
import java.util.function.Supplier;
import org.plimsoll.app.vault.OpenVault;
import org.plimsoll.app.vault.VaultView;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.store.StoreFailure;

/**
 * The vault as the holder of a token may use it. What is not his is refused before it is looked
 * for, so that nobody learns by the answer whether it is there.
 *
 * @param open vault that is served
 * @param actor who asks
 */
record ServedVault(OpenVault open, Actor actor) {
  /**
   * The vault of a server, for whoever came with this token.
   *
   * @throws Api.ProblemFound if the server has none
   */
  static ServedVault of(ServedWorld world, Optional<Tokens.Token> who) {
    OpenVault open =
        world
            .vault()
            .orElseThrow(() ->
                new Api.ProblemFound(
                    Problem.of(
                        404,
                        ProblemType.NO_VAULT,
                        "the server was started without one",
                        "start it with one: plimsoll serve --vault FOLDER")));
    // The gate lets nobody through whose token names no actor.
    return new ServedVault(open, who.flatMap(Tokens.Token::actor).orElseThrow());
  }

  VaultView view() {
    return open.seenBy(actor);
  }

  /**
   * Refuses who asks for another's part.
   *
   * @param participant who is named; empty for one's own, or for all
   */
  void requireSees(Optional<String> participant) {
    if (!participant.map(actor::maySee).orElse(true)) {
      throw notAllowed(
          "%s may not see what belongs to %s".formatted(actor, participant.orElse("others")));
    }
  }

  /** Refuses who sees only a part of the vault. */
  void requireSeesAll() {
    if (!actor.maySeeAll()) {
      throw notAllowed(actor + " sees its own part of the vault, and this is about all of it");
    }
  }

  private static Api.ProblemFound notAllowed(String detail) {
    return new Api.ProblemFound(
        Problem.of(
            403,
            ProblemType.NOT_ALLOWED,
            detail,
            "ask with a token of vault:operator or vault:auditor"));
  }

  /**
   * What a question to the database gives.
   *
   * @throws Api.ProblemFound if the database fails
   */
  static <T> T ask(Supplier<T> question) {
    try {
      return question.get();
    } catch (StoreFailure failure) {
      throw new Api.ProblemFound(
          Problem.of(
              503,
              ProblemType.VAULT,
              String.valueOf(failure.getMessage()),
              "ask again; sending an event again is safe"));
    }
  }
}
