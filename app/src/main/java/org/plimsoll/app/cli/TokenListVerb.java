package org.plimsoll.app.cli;

import org.plimsoll.app.server.KnownTokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plimsoll token list}. */
@Command(
    name = "list",
    description = "Names and roles of the tokens that are known.",
    footer = {"  plimsoll token list", "  plimsoll token list --json"})
final class TokenListVerb extends ConsoleVerb {
  @Mixin private final StateFolder state = new StateFolder();
  @Mixin private final AnswerOptions options = new AnswerOptions();

  TokenListVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    return console.print(new KnownTokens(state.folder()).answer(), options);
  }
}
