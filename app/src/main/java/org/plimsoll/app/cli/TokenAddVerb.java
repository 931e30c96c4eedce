package org.plimsoll.app.cli;

import java.util.List;
import org.plimsoll.app.server.KnownTokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plimsoll token add}. */
@Command(
    name = "add",
    description = "Makes a token and shows it once; its hash alone is kept.",
    footer = {
      "  plimsoll token add alice --role analyst",
      "  plimsoll token add port-1 --role customs",
      "  plimsoll token add acme --role vault:participant:acme"
    })
final class TokenAddVerb extends ConsoleVerb {
  @Parameters(arity = "1", paramLabel = "NAME", description = "Who or what holds it.")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description = {
        "reader, analyst, customs, editor, vault:operator, vault:auditor or",
        "vault:participant:WHO."
      })
  private String role = "";

  @Mixin private final StateFolder state = new StateFolder();
  @Mixin final HelpOption help = new HelpOption();

  TokenAddVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    console.print(List.of(new KnownTokens(state.folder()).add(name, role)));
    console.aside(List.of("Send it as: Authorization: Bearer …   It is not shown again."));
    return 0;
  }
}
