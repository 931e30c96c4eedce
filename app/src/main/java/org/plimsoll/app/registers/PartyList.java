package org.plimsoll.app.registers;

import java.util.List;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.planner.commitments.PartyMatch;

/**
 * Which organisations of the registers a name may be, and why.
 *
 * @param name as a person or a document writes it
 */
public record PartyList(String name) {
  /**
   * Every match with its rule; no verdict.
   *
   * @throws Refusal if the name has no word
   */
  public Answer answer(Evidence evidence) {
    if (!PartyMatch.isName(name)) {
      throw Refusal.of(
          "the name is '" + name + "', which has no letter",
          "write the name of an organisation: Mitsubishi Heavy Industries");
    }
    List<PartyMatch> matches = PartyMatch.of(evidence, name);
    return Answer.of("Parties")
        .fact("asOf", evidence.asOf())
        .fact("name", name)
        .with(
            Table.of("matches", "What '%s' may be".formatted(name), matches)
                .words("party", "party", PartyMatch::party)
                .words("written", "as written", PartyMatch::written)
                .names("rows", "named in", PartyMatch::rows)
                .known(PartyMatch::provenance)
                .words("note", "note", match -> match.provenance().note())
                .words("rule", "why it matched", PartyMatch::rule))
        .remark(
            matches.isEmpty()
                ? "The registers name nobody of this name."
                : "Evidence, not a verdict: look at the rows before you act.",
            "The registers name few of the organisations that acts list; that a name is not found"
                + " says nothing.");
  }
}
