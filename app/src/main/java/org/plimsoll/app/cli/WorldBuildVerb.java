package org.plimsoll.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Answer.Column;
import org.plimsoll.app.answer.Answer.Table;
import org.plimsoll.app.answer.Cell;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.world.BuildWorld;
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
      "Nothing is written if a row or a rule is wrong."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  plimsoll world build --from ../shared --hand world/hand --out world"})
final class WorldBuildVerb implements Callable<Integer> {
  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR",
      description = "Folder with data/ and policy/ as docs/sources describes them.")
  private Path from = Path.of("");

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
  private final Console console;

  WorldBuildVerb(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Path world = console.session().root().resolve("world");
    if (!Files.isDirectory(from)) {
      throw Refusal.of("--from is " + from + ", which is no folder", "name that of the raw data");
    }
    requirePack(out.orElse(world));
    Loaded<Optional<Evidence>> built =
        BuildWorld.of(from, hand.orElse(world.resolve("hand")), out.orElse(world));
    if (built.value().isEmpty()) {
      throw Refusal.ofIssues("the build of the world", built.issues());
    }
    return console.print(answer(built), json);
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
