package org.plimsoll.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.plimsoll.app.session.Nearest;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.app.session.Version;
import org.plimsoll.border.files.table.UnreadableInput;
import org.plimsoll.vault.server.ServerFailure;
import org.plimsoll.vault.store.StoreFailure;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The verbs, and how complaints are worded. */
final class Shell {
  /** Exit code of bad usage, input or disk. */
  static final int REFUSED = 2;

  /** Exit code of a fault of the program itself. */
  static final int FAULT = 3;

  private static final String PROGRAM = "plimsoll";

  private static final int HELP_WIDTH = 100;

  private final Console console;
  private final List<Callable<Integer>> solving;

  /** The verbs that need no market. */
  Shell(Console console) {
    this(console, List.of());
  }

  /**
   * All verbs.
   *
   * @param solving the verbs that ask the planner, the main one first
   */
  Shell(Console console, List<Callable<Integer>> solving) {
    this.console = console;
    this.solving = List.copyOf(solving);
  }

  /** Runs one command line; returns its exit code. */
  int run(String... arguments) {
    int code;
    try {
      code = commands().execute(arguments);
    } catch (OutOfMemoryError e) {
      code =
          complain(
              PROGRAM,
              "this does not fit into the %,d MB of memory that there are\n"
                      .formatted(Runtime.getRuntime().maxMemory() >> 20)
                  + "Maybe run it with PLIMSOLL_JAVA_OPTS=-Xmx4g, or ask for less at a time");
    }
    if (console.terminal().out().checkError()) {
      return complain(
          PROGRAM,
          "standard output took no more, so the answer is not whole\n"
              + "Maybe the disk is full: run the same line again with the answer going elsewhere");
    }
    return code;
  }

  /** Every verb. A verb is listed here when its engine is there, not before. */
  CommandLine commands() {
    CommandLine commands = new CommandLine(new PlimsollCommand());
    commands
        .getCommandSpec()
        .versionProvider(() -> Version.inFull(console.session()).toArray(String[]::new));
    solving.forEach(commands::addSubcommand);
    commands.addSubcommand(new RiskVerb(console));
    commands.addSubcommand(new GsimVerb(console));
    commands.addSubcommand(new CommitmentsVerb(console));
    commands.addSubcommand(new ControlsVerb(console));
    commands.addSubcommand(new PartnersVerb(console));
    commands.addSubcommand(new PartiesVerb(console));
    commands.addSubcommand(new ProjectsVerb(console));
    commands.addSubcommand(new FinanceVerb(console));
    commands.addSubcommand(new ReferenceVerb(console));
    commands.addSubcommand(new FloorsVerb(console));
    commands.addSubcommand(
        group(
            "schedule",
            "Schedules: what is levied at the border from which day on.",
            new ScheduleFromPlanVerb(console),
            new ScheduleCheckVerb(console),
            new ScheduleDiffVerb(console)));
    commands.addSubcommand(new AssessVerb(console));
    commands.addSubcommand(new CorrectVerb(console));
    commands.addSubcommand(new DrawbackVerb(console));
    commands.addSubcommand(
        group(
            "entries",
            "Customs entries: files to try things on.",
            new EntriesGenerateVerb(console)));
    commands.addSubcommand(new ScreenVerb(console));
    commands.addSubcommand(
        group(
            "world",
            "The world pack: facts and figures with their sources.",
            new WorldBuildVerb(console),
            new WorldCheckVerb(console),
            new WorldShowVerb(console)));
    commands.addSubcommand(vaultVerbs());
    commands.addSubcommand(
        group(
            "token",
            "Tokens, by which a server knows who asks.",
            new TokenAddVerb(console),
            new TokenListVerb(console),
            new TokenRevokeVerb(console)));
    commands.addSubcommand(new BundleVerb(console));
    commands.addSubcommand("completion", completion());
    commands.setOut(console.terminal().out());
    commands.setErr(console.terminal().err());
    commands.setColorScheme(
        Help.defaultColorScheme(console.terminal().isColoured() ? Ansi.ON : Ansi.OFF));
    commands.setUsageHelpWidth(HELP_WIDTH);
    commands.setExecutionStrategy(this::execute);
    commands.setParameterExceptionHandler((misuse, words) -> complain(misuse));
    commands.setExecutionExceptionHandler((failure, command, parsed) -> complain(failure));
    return commands;
  }

  /** picocli's own verb, under a name that its help then has too. */
  private static CommandLine completion() {
    CommandLine completion = new CommandLine(new GenerateCompletion());
    CommandSpec spec = completion.getCommandSpec().name("completion");
    spec.aliases("generate-completion");
    spec.usageMessage()
        .header(new String[0])
        .header(new String[0])
        .description("Completion of verbs and options for bash and zsh.")
        .footer("", "In the current shell: source <(plimsoll completion)");
    return completion;
  }

  /** A command that only groups verbs says what it can do; any other does it. */
  private int execute(ParseResult parsed) {
    ParseResult innermost = parsed;
    while (innermost.hasSubcommand()) {
      innermost = innermost.subcommand();
    }
    CommandSpec command = innermost.commandSpec();
    if (command.subcommands().isEmpty() || innermost.isVersionHelpRequested()) {
      try {
        command.mixins().values().forEach(Shell::requirePlaces);
      } catch (Refusal refusal) {
        return complain(refusal);
      }
      return new CommandLine.RunLast().execute(parsed);
    }
    command.commandLine().usage(console.terminal().out());
    return 0;
  }

  /** Places to write are looked at before the work. */
  private static void requirePlaces(CommandSpec mixin) {
    switch (mixin.userObject()) {
      case WorldOptions options -> options.answer().requirePlaces();
      case AnswerForms options -> options.requirePlaces();
      default -> {}
    }
  }

  /** A command that only groups verbs. */
  private static CommandLine group(String name, String description, ConsoleVerb... verbs) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
    spec.usageMessage().description(description).commandListHeading("%nVerbs:%n");
    CommandLine group = new CommandLine(spec);
    List.of(verbs).forEach(group::addSubcommand);
    return group;
  }

  private CommandLine vaultVerbs() {
    CommandLine vault =
        group(
            "vault",
            "The ledger of a pooled stockpile: who holds, owes and may draw what.",
            new VaultInitVerb(console),
            new VaultTermsVerb(console),
            new VaultPostVerb(console),
            new VaultVerifyVerb(console),
            new VaultStatusVerb(console),
            new VaultStockVerb(console),
            new VaultLotsVerb(console),
            new VaultDueVerb(console),
            new VaultJournalVerb(console),
            new VaultStatementVerb(console),
            new VaultBackupVerb(console),
            new VaultRestoreVerb(console),
            new VaultImportPlanVerb(console),
            new VaultAllocateVerb(console));
    vault
        .getCommandSpec()
        .usageMessage()
        .footerHeading("%nRoles:%n")
        .footer(
            "  operator           posts everything, keeps backups and restores them (the default)",
            "  participant:NAME   commits, draws, transfers, buys back, voids, for itself; sees its"
                + " own",
            "  auditor            sees and verifies everything, posts nothing",
            "",
            "The guide: docs/guides/operate-a-vault.md");
    VaultEventVerb.addAll(vault, console);
    return vault;
  }

  private int complain(Exception failure) {
    return switch (failure) {
      case Refusal refusal -> complain(PROGRAM, refusal.text());
      case IllegalArgumentException _, StoreFailure _, ServerFailure _, UnreadableInput _ ->
          complain(PROGRAM, String.valueOf(failure.getMessage()));
      case IOException disk -> complain(PROGRAM, Refusal.ofDisk(disk).text());
      case UncheckedIOException disk ->
          complain(PROGRAM, Refusal.ofDisk(Refusal.cause(disk)).text());
      default -> confess(failure);
    };
  }

  private int confess(Exception failure) {
    PrintWriter err = console.terminal().err();
    err.println("plimsoll: a fault of the program itself; please report it with these lines");
    failure.printStackTrace(err);
    err.flush();
    return FAULT;
  }

  private int complain(ParameterException misuse) {
    CommandSpec command = misuse.getCommandLine().getCommandSpec();
    String name = command.qualifiedName();
    if (!(misuse instanceof UnmatchedArgumentException unmatched)) {
      return complain(name, plain(misuse) + "\nMaybe run " + name + " --help");
    }
    String word = unmatched.getUnmatched().get(0);
    if (word.startsWith("-")) {
      return complain(name, "no option " + word + wayOut(word, command.optionsMap(), name));
    }
    return command.subcommands().isEmpty()
        ? complain(name, "no use for '" + word + "'" + wayOut(word, Map.of(), name))
        : complain(name, "no verb '" + word + "'" + wayOut(word, command.subcommands(), name));
  }

  /** Without the names that a number has in Java. */
  private static String plain(ParameterException misuse) {
    return String.valueOf(misuse.getMessage())
        .replaceFirst("option option ", "option ")
        .replaceFirst(" \\(java\\..*", "")
        .replaceFirst("is not an? (int|long)$", "is no whole number")
        .replaceFirst("is not a double$", "is no number")
        .replaceFirst("cannot convert ('.*') to BigDecimal$", "$1 is no number");
  }

  private int complain(String command, String message) {
    PrintWriter err = console.terminal().err();
    String prefix = command + ": ";
    for (String line : message.lines().toList()) {
      err.println(line.startsWith("Maybe ") ? "  " + line : prefix + line);
      prefix = "";
    }
    err.flush();
    return REFUSED;
  }

  private static String wayOut(String word, Map<String, ?> names, String command) {
    String near = Nearest.wayOut(word, names.keySet());
    return "\nMaybe " + (near.isEmpty() ? "run " + command + " --help" : near);
  }
}
