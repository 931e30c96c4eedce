package org.plimsoll.app.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.app.bundle.Bundle;
import org.plimsoll.app.bundle.Runtimes;
import org.plimsoll.app.session.Output;
import org.plimsoll.app.session.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plimsoll bundle}. */
@Command(
    name = "bundle",
    description = {
      "Writes one archive that runs on a machine with neither Maven nor a JDK.",
      "In it are the program, the world, the scenarios and a launcher."
    },
    footer = {
      "  plimsoll bundle                             needs Java 25 where it is unpacked",
      "  plimsoll bundle --runtime --out p.tar.gz    needs nothing but a shell",
      "",
      "There: tar xzf p.tar.gz && plimsoll-*/plimsoll serve"
    })
final class BundleVerb extends ConsoleVerb {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Archive to write; default: out/plimsoll-VERSION.tar.gz.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--runtime",
      description = "With a Java of its own beside, for this kind of machine.")
  private boolean runtime;

  @Mixin final HelpOption help = new HelpOption();

  BundleVerb(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException {
    String name = Version.ofProgram().replaceAll("[^A-Za-z0-9.]+", "-").replaceAll("-$", "");
    Output file = Output.file("--out", out.orElse(Path.of("out", name + ".tar.gz")));
    List<Path> classPath =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(part -> !part.isEmpty())
            .map(Path::of)
            .filter(Files::exists)
            .toList();
    Path work = Files.createTempDirectory("plimsoll-bundle");
    try {
      Optional<Path> java = Optional.empty();
      if (runtime) {
        java = Optional.of(work.resolve("runtime"));
        Runtimes.make(java.get());
      }
      Bundle bundle = new Bundle(name, console.session().root(), classPath, java);
      return console.print(List.of("wrote " + file.write(bundle::writeTo)));
    } finally {
      remove(work);
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path each : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }
}
