package org.plimsoll.app.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;

/**
 * What a person does with tokens.
 *
 * @param state folder of the server's state
 */
public record KnownTokens(Path state) {
  /**
   * Makes a token.
   *
   * @param role as a role is given: {@code reader}, {@code vault:participant:acme}
   * @return its text, which is not kept
   */
  public String add(String name, String role) {
    Tokens tokens = Tokens.in(state);
    return Tokens.findActor(role)
        .map(actor -> tokens.add(name, actor))
        .orElseGet(() -> tokens.add(name, plain(role)));
  }

  private static Role plain(String role) {
    return Stream.of(Role.values())
        .filter(each -> each.given().contains(role.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> {
          List<String> words = Role.listGiven();
          return Refusal.of(
              "there is no role '" + role + "'",
              Nearest.wayOut(role, words, "one of " + String.join(", ", words)));
        });
  }

  /** Takes a token back. */
  public void revoke(String name) {
    Tokens.in(state).revoke(name);
  }

  /** Names and roles. */
  public Answer answer() {
    return Answer.of("Tokens")
        .with(
            Table.of("tokens", "Tokens", Tokens.in(state).list())
                .words("name", "name", Tokens.Token::name)
                .words("role", "role", Tokens.Token::roleWord))
        .remark("A token's text was shown once, when it was made; only its hash is kept.");
  }
}
