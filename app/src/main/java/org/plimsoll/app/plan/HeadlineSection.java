package org.plimsoll.app.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Bullets;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.KeyFigures;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Subheading;
import org.plimsoll.planner.floors.FloorVerdict;
import org.plimsoll.planner.plan.ActionPlan;
import org.plimsoll.planner.plan.ActionPlan.Exposure;
import org.plimsoll.planner.plan.Figure;
import org.plimsoll.planner.plan.Result;

/** What to read first: the plan in a few sentences and numbers, and what was asked. */
record HeadlineSection(Wording words) {

  Section section() {
    ActionPlan plan = words.plan();
    List<Block> blocks = new ArrayList<>();
    if (plan.headline().isEmpty()) {
      blocks.add(Paragraph.text("The plan has no headline: none of its parts was computed."));
    } else {
      blocks.add(new Bullets(true, plan.headline().stream().map(words::statement).toList()));
    }
    List<KeyFigures.Item> keys = keys();
    if (!keys.isEmpty()) {
      blocks.add(new KeyFigures(keys));
    }
    blocks.addAll(question());
    return new Section("summary", "In short", blocks);
  }

  private List<KeyFigures.Item> keys() {
    ActionPlan plan = words.plan();
    List<KeyFigures.Item> keys = new ArrayList<>();
    mostGivenUp(keys);
    shortestCover(keys);
    if (!plan.floors().isEmpty()) {
      String vintage = plan.solvedVintage();
      long held =
          plan.floors().stream()
              .flatMap(floor -> floor.vintages().stream())
              .filter(at -> at.vintage().equals(vintage) && at.verdict() == FloorVerdict.HELD)
              .count();
      keys.add(
          new KeyFigures.Item(
              "Floors that are held",
              Num.count((int) held),
              "of " + plan.floors().size() + " at " + FloorWords.vintage(vintage) + " prices"));
    }
    if (plan.stockpile().budget().central() > 0) {
      keys.add(
          new KeyFigures.Item(
              "Stockpile, spent",
              words.num(plan.stockpile().spent()),
              "of a budget of " + words.num(plan.stockpile().budget()).plain()));
    }
    if (!plan.commitments().isEmpty()) {
      long past = plan.commitments().stream().filter(p -> p.state().isPastDue()).count();
      keys.add(
          new KeyFigures.Item(
              "Promises past their date",
              Num.count((int) past),
              "of " + plan.commitments().size() + ", not known to be kept"));
    }
    return keys;
  }

  private void mostGivenUp(List<KeyFigures.Item> keys) {
    words.plan().leverage().cells().stream()
        .filter(cell -> cell.toAlliance().useGivenUp().isAbove(0))
        .min(Comparator.comparing(cell -> cell.toAlliance().useGivenUp(), Result::largestFirst))
        .ifPresent(cell ->
            keys.add(
                item(
                    "Most use given up in one stop, share",
                    cell.toAlliance().useGivenUp(),
                    words.product(cell.product())
                        + ", if "
                        + words.name(cell.exporter())
                        + " stops for a year")));
  }

  private void shortestCover(List<KeyFigures.Item> keys) {
    words.plan().exposure().stream()
        .filter(exposure -> exposure.daysUntilUseStops() instanceof Figure)
        .min(Comparator.comparing(Exposure::daysUntilUseStops, Result::smallestFirst))
        .ifPresent(exposure ->
            keys.add(
                item(
                    "Shortest private cover",
                    exposure.daysUntilUseStops(),
                    exposure.name() + ", " + words.name(exposure.member()))));
  }

  /** A number and its remark, which says if some draws have no number. */
  private KeyFigures.Item item(String label, Result result, String note) {
    String wanting = result.find().map(Wording::wanting).orElse("");
    return new KeyFigures.Item(label, words.shown(result), note + wanting);
  }

  private List<Block> question() {
    ActionPlan.Frame frame = words.plan().frame();
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Subheading("What was asked"));
    if (frame.measures().isEmpty()) {
      blocks.add(Paragraph.text("The scenario has no measures of its own."));
    } else {
      blocks.add(Paragraph.text("The scenario has these measures:"));
      blocks.add(texts(frame.measures()));
    }
    if (!frame.ignored().isEmpty()) {
      blocks.add(Paragraph.text("Not among what is in force on this date, or without effect:"));
      blocks.add(texts(frame.ignored()));
    }
    if (!frame.overrides().isEmpty()) {
      blocks.add(Paragraph.text("Parameters that the scenario sets itself:"));
      blocks.add(texts(frame.overrides()));
    }
    return blocks;
  }

  private static Bullets texts(List<String> texts) {
    return new Bullets(false, texts.stream().map(Inline::text).toList());
  }
}
