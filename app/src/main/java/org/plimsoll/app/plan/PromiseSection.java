package org.plimsoll.app.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.report.drawing.Timeline;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Origin;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Subheading;
import org.plimsoll.planner.commitments.PrintedDate;
import org.plimsoll.planner.commitments.PromiseState;
import org.plimsoll.planner.plan.ActionPlan.Control;
import org.plimsoll.planner.plan.ActionPlan.Promise;

/** Export controls and promises, and where each stands on the plan's date. */
record PromiseSection(Wording words) {
  /** What went wrong comes first. */
  private static final List<PromiseState> ORDER =
      List.of(
          PromiseState.OVERDUE,
          PromiseState.UNKNOWN,
          PromiseState.OPEN,
          PromiseState.PART_KEPT,
          PromiseState.UNDATED,
          PromiseState.KEPT_LATE,
          PromiseState.KEPT);

  Section section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Subheading("Export controls"));
    blocks.addAll(controls(words.plan().controls()));
    blocks.add(new Subheading("Promises"));
    blocks.addAll(promises(words.plan().commitments()));
    return new Section("promises", "Controls and promises", blocks);
  }

  private List<Block> controls(List<Control> controls) {
    if (controls.isEmpty()) {
      return List.of(Paragraph.text("The register has no export control on this date."));
    }
    List<Control> sorted =
        controls.stream().sorted(Comparator.comparingInt(PromiseSection::order)).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        Paragraph.text(
            "Those in force come first. A control acts in the model only by what it adds to the"
                + " trade of the base year. What nobody can say is in force is not applied."));
    blocks.addAll(CaseTables.CONTROLS.shown(words, "Export controls", sorted, sorted.size()));
    return blocks;
  }

  /** In force, then suspended, then what is not known, then the rest, then what has ended. */
  private static int order(Control control) {
    List<String> order = List.of("in force", "suspended", "unknown", "", "ended");
    for (String word : order) {
      if (!word.isEmpty() && control.standing().startsWith(word)) {
        return order.indexOf(word);
      }
    }
    return order.indexOf("");
  }

  /** The act, where it is reported, and what kind it is. */
  static Inline named(Wording words, Control c) {
    return Inline.run(
        Wording.link(words.name(c.issuer()) + ", " + c.reference(), c.url()),
        Inline.text(" (" + c.type() + ", " + c.id() + ")"),
        Wording.source(c.source()));
  }

  /** How the model reads a control. */
  static Inline effect(Control c) {
    return c.effect().isEmpty()
        ? Inline.missing("only listed")
        : Inline.text(inBase(c.inBase()) + c.effect());
  }

  /** A promise, and where it is reported. */
  static Inline named(Promise p) {
    return Inline.run(
        Wording.link(p.promise(), p.url()),
        Inline.text(" (" + p.id() + ")"),
        Wording.source(p.source()));
  }

  private static String inBase(String word) {
    return switch (word) {
      case "yes" -> "Wholly in base-year trade, so it adds nothing: ";
      case "partly" -> "Partly in base-year trade: ";
      case "no" -> "Not in base-year trade: ";
      default -> "";
    };
  }

  private static String address(String url) {
    return url.startsWith("https://") || url.startsWith("http://") ? url : "";
  }

  private List<Block> promises(List<Promise> promises) {
    if (promises.isEmpty()) {
      return List.of(Paragraph.text("The register has no promise on this date."));
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(tally(promises));
    List<Timeline.Item> dated = new ArrayList<>();
    List<Promise> undated = new ArrayList<>();
    for (Promise promise : promises) {
      item(promise).ifPresentOrElse(dated::add, () -> undated.add(promise));
    }
    if (!dated.isEmpty()) {
      blocks.add(
          Wording.figure(
              new Timeline("Promises and their dates", words.plan().frame().asOf(), dated),
              "A date known only to its month or year is drawn at its last day, so that nobody is"
                  + " called late too early."));
    }
    if (!undated.isEmpty()) {
      blocks.addAll(
          CaseTables.COMMITMENTS.shown(words, "Promises without a date", undated, undated.size()));
    }
    return blocks;
  }

  private static Bullets tally(List<Promise> promises) {
    List<Inline> items = new ArrayList<>();
    for (PromiseState state : ORDER) {
      long count = promises.stream().filter(p -> p.state() == state).count();
      if (count > 0) {
        items.add(
            Inline.run(
                Inline.strong(state.word()),
                Inline.text(", " + meaning(state) + ": "),
                Num.count((int) count)));
      }
    }
    return new Bullets(false, items);
  }

  private static String meaning(PromiseState state) {
    return switch (state) {
      case OVERDUE -> "past its date, and later evidence shows it unkept";
      case UNKNOWN -> "past its date, with no later evidence either way";
      case OPEN -> "not due yet";
      case UNDATED -> "never given a date";
      case PART_KEPT -> "a part of it is kept, and nobody says so of the rest";
      case KEPT_LATE -> "kept after its date";
      case KEPT -> "kept by its date";
    };
  }

  /** A promise for the timeline; none if the day it was made or falls due is not a date. */
  private static Optional<Timeline.Item> item(Promise promise) {
    Optional<LocalDate> made = PrintedDate.find(promise.made()).map(PrintedDate::first);
    Optional<LocalDate> due = promise.due().flatMap(PromiseSection::lastDay);
    if (made.isEmpty() || due.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Timeline.Item(
            promise.id(),
            promise.promise(),
            promise.parties(),
            made.get(),
            due,
            state(promise),
            promise.standing(),
            address(promise.url()),
            Origin.findSource(promise.source()).map(List::of).orElse(List.of())));
  }

  private static Timeline.State state(Promise promise) {
    Optional<LocalDate> done = promise.done().flatMap(PromiseSection::lastDay);
    return switch (promise.state()) {
      case KEPT, KEPT_LATE ->
          done.<Timeline.State>map(Timeline.State.Done::new).orElseGet(Timeline.State.Open::new);
      case PART_KEPT, UNKNOWN -> new Timeline.State.Unknown();
      case OPEN, OVERDUE, UNDATED -> new Timeline.State.Open();
    };
  }

  private static Optional<LocalDate> lastDay(String text) {
    return PrintedDate.find(text).map(PrintedDate::last);
  }
}
