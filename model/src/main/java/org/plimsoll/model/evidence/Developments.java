package org.plimsoll.model.evidence;

import java.util.List;
import org.plimsoll.model.policy.CommitmentDate;
import org.plimsoll.model.policy.CommitmentEvent;
import org.plimsoll.model.policy.ControlChange;
import org.plimsoll.model.policy.ControlScope;
import org.plimsoll.model.policy.PartyName;
import org.plimsoll.model.policy.ProjectTie;

/**
 * What happened to rows of the registers, what they cover, and how they hang together.
 *
 * @param commitmentDates when commitments fall due, are reviewed, expire
 * @param commitmentEvents what became of commitments
 * @param controlChanges what became of export controls
 * @param controlScopes what export controls cover
 * @param partyNames how organisations may be written
 * @param projectTies which commitment is about which project
 */
public record Developments(
    List<CommitmentDate> commitmentDates,
    List<CommitmentEvent> commitmentEvents,
    List<ControlChange> controlChanges,
    List<ControlScope> controlScopes,
    List<PartyName> partyNames,
    List<ProjectTie> projectTies) {
  /** Nothing known. */
  public static final Developments NONE =
      new Developments(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public Developments {
    commitmentDates = List.copyOf(commitmentDates);
    commitmentEvents = List.copyOf(commitmentEvents);
    controlChanges = List.copyOf(controlChanges);
    controlScopes = List.copyOf(controlScopes);
    partyNames = List.copyOf(partyNames);
    projectTies = List.copyOf(projectTies);
  }
}
