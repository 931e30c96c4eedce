package org.plimsoll.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.cli.Answer.Column;
import org.plimsoll.app.cli.Answer.Table;
import org.plimsoll.app.compose.Composition;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.provenance.Issue;
import org.plimsoll.model.provenance.Loaded;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll world build}: raw data and hand-written rules into a pack. */
@Command(
    name = "build",
    description = {
      "Builds the world pack from raw public data and hand-written rules.",
      "Nothing is written if a row or a rule is wrong.",
      "With --registers only what people may change is stamped anew: the registers, which are",
      "edited in the pack, and the tables that are copied from the rules. Figures stay."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  plimsoll world build --from ../shared --hand world/hand --out world",
      "  plimsoll world build --registers"
    })
final class WorldBuildVerb implements Callable<Integer> {
  @Option(
      names = "--from",
      paramLabel = "DIR",
      description = "Folder with data/ and policy/ as docs/sources describes them.")
  private Optional<Path> from = Optional.empty();

  @Option(
      names = "--registers",
      description = "Stamp registers and tables by hand anew; no figure is built again.")
  private boolean registers;

  @Option(
      names = "--hand",
      paramLabel = "DIR",
      description = "Hand-written rules; default: world/hand of this project.")
  private Optional<Path> hand = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the pack goes; default: world/ of this project.")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--json", description = "Answer as JSON.")
  private boolean json;

  @Mixin final HelpOption help = new HelpOption();
  private final Session session;

  WorldBuildVerb(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path world = session.root().resolve("world");
    Path target = out.orElse(world);
    if (registers == from.isPresent()) {
      throw Refusal.of(
          registers ? "--registers reads no raw data, but --from is given" : "--from is missing",
          "write one of --from DIR and --registers");
    }
    requirePack(target);
    if (registers) {
      return stampRegisters(hand.orElse(target.resolve("hand")), target);
    }
    Path raw = from.get();
    if (!Files.isDirectory(raw)) {
      throw Refusal.of("--from is " + raw + ", which is no folder", "name that of the raw data");
    }
    Loaded<Optional<Evidence>> built =
        Composition.buildWorld(raw, hand.orElse(world.resolve("hand")), target);
    if (built.value().isEmpty()) {
      throw Refusal.ofIssues("the build of the world", built.issues());
    }
    return session.print(answer(built), json);
  }

  private int stampRegisters(Path rules, Path target) {
    Loaded<List<String>> stamped = Composition.stampRegisters(rules, target);
    if (stamped.hasErrors()) {
      throw Refusal.ofIssues("the world in " + target, stamped.issues());
    }
    Answer.Builder files = Table.of("stamped", "Stamped anew", new Column("file", "file"));
    stamped.value().forEach(name -> files.row(Cell.words(name)));
    return session.print(
        new Answer(
            new TreeMap<>(),
            List.of(files.build()),
            List.of(
                stamped.value().isEmpty()
                    ? "Nothing has changed since the build."
                    : "No figure was built again.")),
        json);
  }

  /** Tables of somebody else are not written over. */
  private static void requirePack(Path folder) {
    Output.folder("--out", folder);
    if (Files.exists(folder.resolve("products.csv"))
        && !Files.exists(folder.resolve("manifest.json"))) {
      throw Refusal.of(
          "the folder %s holds tables, but no world pack: it has no manifest.json"
              .formatted(folder),
          "name another folder with --out, or move them away");
    }
  }

  private static Answer answer(Loaded<?> built) {
    Answer.Builder remarks =
        Table.of("remarks", "What balancing changed most", new Column("remark", "remark"));
    for (Issue issue : built.issues()) {
      if (issue.severity() == Issue.Severity.REMARK) {
        remarks.row(Cell.words(issue.problem()));
      }
    }
    return new Answer(
        new TreeMap<>(),
        List.of(remarks.build()),
        List.of(
            "%,d rows read: %,d accepted, %,d with an error, %,d skipped with a reason."
                .formatted(
                    built.rows().read(),
                    built.rows().accepted(),
                    built.rows().errors(),
                    built.rows().skipped())));
  }
}
