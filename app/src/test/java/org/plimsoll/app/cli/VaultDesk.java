package org.plimsoll.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.vault.SampleVault;
import org.plimsoll.app.world.RealWorld;

/** Verbs of the vault on databases of a server that runs already. */
final class VaultDesk {
  private final Path root;
  private String url = SampleVault.emptyDatabase();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /**
   * @param root the project's folder
   */
  VaultDesk(Path root) {
    this.root = root;
  }

  /** From now on verbs are about another database, an empty one. */
  void clear() {
    url = SampleVault.emptyDatabase();
  }

  /** A verb and its options. */
  int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> line = new ArrayList<>(List.of("vault"));
    line.addAll(List.of(arguments));
    line.addAll(List.of("--db", url));
    return shell().run(line.toArray(String[]::new));
  }

  /** The same, of words between blanks. */
  int runWords(String line) {
    return run(line.split(" +", -1));
  }

  Shell shell() {
    Terminal terminal =
        new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), false, false);
    return new Shell(new Console(RealWorld::open, root, terminal));
  }

  /** What the last verb answered. */
  String out() {
    return out.toString();
  }

  /** What the last verb complained of. */
  String err() {
    return err.toString();
  }
}
