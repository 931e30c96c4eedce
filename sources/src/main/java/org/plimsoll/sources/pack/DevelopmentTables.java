package org.plimsoll.sources.pack;

import static org.plimsoll.sources.pack.Column.Kind.COMMITMENT;
import static org.plimsoll.sources.pack.Column.Kind.CONTROL;
import static org.plimsoll.sources.pack.Column.Kind.COUNTRY;
import static org.plimsoll.sources.pack.Column.Kind.PROJECT;
import static org.plimsoll.sources.pack.Column.Kind.TEXT;
import static org.plimsoll.sources.pack.Part.PROVENANCE;

import org.plimsoll.model.policy.CommitmentDate;
import org.plimsoll.model.policy.CommitmentEvent;
import org.plimsoll.model.policy.ControlChange;
import org.plimsoll.model.policy.ControlScope;
import org.plimsoll.model.policy.PartyName;
import org.plimsoll.model.policy.ProjectTie;

/** What happened to rows of the registers, what they cover, and how they hang together. */
final class DevelopmentTables {
  private static final String AS_PRINTED = "when, as printed: a day, month or year";

  static final Table<CommitmentDate> COMMITMENT_DATES =
      Table.of(
          CommitmentDate.class,
          "commitment_dates",
          "A date of a commitment: stated, or a term from an anchor.",
          2,
          Part.text("commitment", COMMITMENT, "row of the register, for example C036"),
          Part.oneOf("kind", "due, review or expiry", CommitmentDate.Kind.class, "a kind of date"),
          Part.text("anchor", TEXT, "what the term runs from, or what the date is"),
          Part.text("from", TEXT, "date of the anchor, or the date itself if there is no term"),
          Part.text("term", "such as 60 days, 6 months, 10 years").optional(),
          PROVENANCE);

  static final Table<CommitmentEvent> COMMITMENT_EVENTS =
      Table.of(
          CommitmentEvent.class,
          "commitment_events",
          "What happened to a commitment, or a day's evidence of where it stood.",
          3,
          Part.text("commitment", COMMITMENT, "row of the register, for example C037"),
          Part.text("date", TEXT, AS_PRINTED),
          Part.oneOf(
              "kind",
              "progress, part-kept, kept, not-kept or moved",
              CommitmentEvent.Kind.class,
              "a kind of event"),
          Part.text("until", "the new date, of a date that was moved").optional(),
          Part.text("what", TEXT, "what happened, in our words"),
          Part.text("url", "where it is reported"),
          PROVENANCE);

  static final Table<ControlChange> CONTROL_CHANGES =
      Table.of(
          ControlChange.class,
          "control_changes",
          "A dated change of an export control; where it stands on a day is its last one by then.",
          3,
          Part.text("control", CONTROL, "row of the register, for example E009"),
          Part.text("date", TEXT, AS_PRINTED),
          Part.oneOf(
              "kind",
              "announced, in-force, suspended, ended or disputed",
              ControlChange.Kind.class,
              "a kind of change"),
          Part.text("until", "last day of it, if one is stated").optional(),
          Part.text("what", "what happened, in our words"),
          Part.text("url", "where it is reported"),
          PROVENANCE);

  static final Table<ControlScope> CONTROL_SCOPES =
      Table.of(
          ControlScope.class,
          "control_scopes",
          "What an export control covers: goods under one code, to whom.",
          3,
          Part.text("control", CONTROL, "row of the register, for example E011"),
          Part.text("code", "of the issuer's control list, such as 1C902; empty if not retrieved"),
          Part.text("minerals", TEXT, "goods, as the register words them"),
          Part.products("products", "the model's among them"),
          Part.parties("to", "destinations; empty for all"),
          Part.oneOf(
              "end_users",
              "any, military or listed: whoever buys, military users and uses, named organisations",
              ControlScope.EndUsers.class,
              "a group of end users"),
          Part.yesNo("dual_use", "whether it covers every item on any list of the issuer"),
          PROVENANCE);

  static final Table<PartyName> PARTY_NAMES =
      Table.of(
          PartyName.class,
          "party_names",
          "A name under which an organisation of the registers may be written.",
          2,
          Part.text("party", TEXT, "the organisation, by the name that we use"),
          Part.text("name", TEXT, "how it may be written"),
          Part.oneOf(
              "kind",
              "name, short, long, abbreviation, former or transliteration",
              PartyName.Kind.class,
              "a kind of name"),
          Part.country("country", COUNTRY, "of its seat").optional(),
          Part.list("rows", "rows of the registers that name it"),
          PROVENANCE);

  static final Table<ProjectTie> PROJECT_TIES =
      Table.of(
          ProjectTie.class,
          "project_ties",
          "What a commitment has to do with a project.",
          3,
          Part.text("commitment", COMMITMENT, "row of the register, for example C003"),
          Part.text("project", PROJECT, "row of the register, for example P007"),
          Part.oneOf(
              "kind",
              "start, step, support, offtake or subject; a slip of the first two moves the start",
              ProjectTie.Kind.class,
              "a kind of tie"),
          Part.text("what", TEXT, "what the tie is, in our words"),
          PROVENANCE);

  private DevelopmentTables() {}
}
