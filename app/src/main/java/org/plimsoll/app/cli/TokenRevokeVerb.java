package org.plimsoll.app.cli;

import java.util.List;
import org.plimsoll.app.server.KnownTokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plimsoll token revoke}. */
@Command(
    name = "revoke",
    description = "Takes a token back: from now on it opens nothing.",
    footer = {"  plimsoll token revoke alice"})
final class TokenRevokeVerb extends ConsoleVerb {
  @Parameters(arity = "1", paramLabel = "NAME", description = "As token list shows it.")
  private String name = "";

  @Mixin private final StateFolder state = new StateFolder();
  @Mixin final HelpOption help = new HelpOption();

  TokenRevokeVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    new KnownTokens(state.folder()).revoke(name);
    return console.print(List.of("revoked " + name));
  }
}
