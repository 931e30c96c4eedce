package org.plimsoll.app.server.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.AnswerHtml;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.registers.CommitmentList;
import org.plimsoll.app.registers.ProjectList;
import org.plimsoll.app.report.markup.Block;
import org.plimsoll.app.report.markup.Inline;
import org.plimsoll.app.report.markup.KeyFigures;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Num;
import org.plimsoll.app.report.markup.Paragraph;
import org.plimsoll.app.report.markup.Section;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Project;

/** The registers of promises, projects and export controls, and whom they name. */
public final class RegisterSite {
  private static final String HERE = "Projects";

  /** A remark that has it says how to ask a verb for more. */
  private static final String OF_COMMAND_LINE = "--";

  private final SiteWorld world;
  private final RegisterForms forms;

  public RegisterSite(SiteWorld world) {
    this.world = world;
    forms = new RegisterForms(world);
  }

  private Inline calendar() {
    return Inline.link(world.say("registers.calendar"), "/api/v1/commitments.ics");
  }

  /**
   * All of them, with how many promises stand how.
   *
   * @param fields what the forms of the page hold, by field
   */
  public Reply page(Map<String, String> fields) {
    Evidence evidence = world.evidence();
    CommitmentList asked = new CommitmentList(Optional.empty(), List.of());
    Answer projects = new ProjectList(Optional.empty(), Optional.empty()).answer(evidence);
    Answer commitments = asked.answer(evidence);
    List<String> remarks =
        Stream.of(projects, commitments)
            .flatMap(answer -> answer.remarks().stream())
            .filter(remark -> !remark.contains(OF_COMMAND_LINE))
            .toList();
    List<Section> sections =
        List.of(
            section(
                "commitments",
                commitments,
                List.of(counts(asked.counts(evidence)), new Paragraph(List.of(calendar())))),
            projects(ProjectList.table(evidence.projects())),
            forms.controls(fields),
            forms.parties(fields),
            reading(AnswerHtml.reading(remarks, true)));
    String title = world.say("registers.title");
    Markup lead =
        Markup.of(
            Tag.of("h1").text(title).markup(),
            Tag.of("p").text(world.say("registers.lead")).markup());
    return world.ofRows(title, HERE, new SiteSections(lead, sections, false));
  }

  private Section section(String id, Answer answer, List<Block> first) {
    List<Block> blocks = new ArrayList<>(first);
    answer.listShown().stream()
        .flatMap(table -> AnswerHtml.blocks(table, "project", ProjectSite::address).stream())
        .forEach(block -> blocks.add(world.english(block)));
    return new Section(id, world.say("registers." + id), blocks);
  }

  /** Projects, each of which leads to its page. */
  private Section projects(Table<Project> table) {
    return new Section(
        "projects",
        world.say("registers.projects"),
        AnswerHtml.blocks(table, "name", ProjectSite::address).stream()
            .map(world::english)
            .toList());
  }

  private Section reading(Section english) {
    return new Section(
        english.id(),
        world.say("frame.reading"),
        english.blocks().stream().map(world::english).toList());
  }

  private KeyFigures counts(SortedMap<String, Integer> counts) {
    List<KeyFigures.Item> items = new ArrayList<>();
    int promised = counts.values().stream().mapToInt(Integer::intValue).sum();
    items.add(new KeyFigures.Item(world.say("standing.promised"), Num.count(promised), ""));
    for (String word : CommitmentList.WORDS) {
      items.add(
          new KeyFigures.Item(
              world.say("standing." + word.replace(' ', '-')),
              Num.count(counts.getOrDefault(word, 0)),
              ""));
    }
    return new KeyFigures(items);
  }
}
