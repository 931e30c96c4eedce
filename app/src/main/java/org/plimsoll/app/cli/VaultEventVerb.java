package org.plimsoll.app.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.vault.VaultAnswers;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Catalogue;
import org.plimsoll.vault.ledger.Event;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Verb;
import org.plimsoll.vault.store.Vault;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * {@code plimsoll vault commit}, {@code draw} and all other verbs of the ledger: one event from
 * options, which are the fields that the verb needs or may have.
 */
final class VaultEventVerb extends ConsoleVerb {
  private static final String ID = "--id";
  private static final String JSON = "--json";

  private final Verb verb;
  private final VaultRole role = new VaultRole();
  private final VaultClock clock = new VaultClock();
  private final VaultWorld world = new VaultWorld();
  private final VaultPlace place = new VaultPlace();
  private final CommandSpec spec;

  private VaultEventVerb(Verb verb, Console console) {
    super(console);
    this.verb = verb;
    spec = CommandSpec.wrapWithoutInspection(this).name(nameOf(verb));
    spec.usageMessage()
        .description(sentence(verb), openTo(verb))
        .footerHeading("%nThe guide: ")
        .footer("docs/guides/operate-a-vault.md");
    spec.addOption(
        option(ID, "WORD", "Chosen once and for all: sent again, nothing changes.").build());
    verb.needed().forEach(field -> spec.addOption(option(field).required(true).build()));
    verb.optional().forEach(field -> spec.addOption(option(field).required(false).build()));
    spec.addOption(
        OptionSpec.builder(JSON).type(boolean.class).description("Answer as JSON.").build());
    spec.addMixin("role", CommandSpec.forAnnotatedObject(role));
    spec.addMixin("clock", CommandSpec.forAnnotatedObject(clock));
    if (namesTheWorld(verb)) {
      spec.addMixin("world", CommandSpec.forAnnotatedObject(world));
    }
    spec.addMixin("place", CommandSpec.forAnnotatedObject(place));
  }

  private static boolean namesTheWorld(Verb verb) {
    return Stream.of(verb.needed(), verb.optional())
        .flatMap(List::stream)
        .anyMatch(field -> field == Field.PRODUCT || field == Field.ORIGIN);
  }

  /** A subcommand for each verb of the ledger. */
  static void addAll(CommandLine vault, Console console) {
    for (Verb verb : Verb.values()) {
      VaultEventVerb command = new VaultEventVerb(verb, console);
      vault.addSubcommand(nameOf(verb), command.spec);
    }
  }

  /** The word of the verb, but where {@code vault post FILE} has it. */
  private static String nameOf(Verb verb) {
    return verb == Verb.POST ? "carry-out" : verb.word();
  }

  private static String sentence(Verb verb) {
    String text = verb.meaning().replace("%", "%%");
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }

  private static String openTo(Verb verb) {
    return verb.isOpenToParticipants()
        ? "For the operator, and for a participant about its own."
        : "For the operator.";
  }

  private static OptionSpec.Builder option(Field field) {
    return option(
        field.option(),
        field == Field.TERMS ? "FILE" : field.label(),
        Character.toUpperCase(field.example().charAt(0)) + field.example().substring(1) + ".");
  }

  private static OptionSpec.Builder option(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .required(true)
        .paramLabel(label)
        .description(description);
  }

  @Override
  public Integer call() {
    Event event = event();
    Actor actor = role.actor();
    Catalogue catalogue = world.catalogue(console, List.of(event));
    return place.with(database -> {
      try (Vault vault = Vault.open(database, clock.source(), catalogue)) {
        VaultAnswers answers =
            new VaultAnswers(
                console.terminal().out(),
                console.terminal().err(),
                Boolean.TRUE.equals(spec.findOption(JSON).getValue()));
        answers.answer(actor, event, vault.post(actor, List.of(event)).getFirst());
        answers.flush();
        return answers.exitCode();
      }
    });
  }

  private Event event() {
    Map<String, String> columns = new TreeMap<>();
    columns.put("verb", verb.word());
    valueOf(ID).ifPresent(id -> columns.put("id", id));
    for (Field field : Field.values()) {
      if (spec.findOption(field.option()) != null) {
        valueOf(field.option())
            .ifPresent(
                value -> columns.put(field.column(), field == Field.TERMS ? read(value) : value));
      }
    }
    return Event.of(columns);
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file), StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException e) {
      throw Refusal.ofFile(file, e);
    }
  }

  private Optional<String> valueOf(String option) {
    return Optional.ofNullable(spec.findOption(option).getValue());
  }
}
