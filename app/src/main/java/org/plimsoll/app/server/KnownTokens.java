package org.plimsoll.app.server;

import java.nio.file.Path;
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
   * @param role word of a role
   * @return its text, which is not kept
   */
  public String add(String name, String role) {
    Role its =
        Stream.of(Role.values())
            .filter(each -> each.word().equals(role.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> {
              var words = Stream.of(Role.values()).map(Role::word).toList();
              return Refusal.of(
                  "there is no role '" + role + "'",
                  Nearest.wayOut(role, words, "one of " + String.join(", ", words)));
            });
    return Tokens.in(state).add(name, its);
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
                .words("role", "role", token -> token.role().word()))
        .remark("A token's text was shown once, when it was made; only its hash is kept.");
  }
}
