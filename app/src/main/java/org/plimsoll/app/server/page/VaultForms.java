package org.plimsoll.app.server.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Tag;
import org.plimsoll.app.vault.VaultView;
import org.plimsoll.vault.ledger.Actor;
import org.plimsoll.vault.ledger.Field;
import org.plimsoll.vault.ledger.Role;
import org.plimsoll.vault.ledger.Verb;

/** Forms of the vault: whose part is shown, and one for each verb that the actor may post. */
final class VaultForms {
  /** Kinds of fields whose example is a rule and no value. */
  private static final List<String> RULES = List.of("WORD", "TEXT", "TERMS", "DAY");

  private final SiteWorld site;

  VaultForms(SiteWorld site) {
    this.site = site;
  }

  /** Whose part is shown, and of which days its statement is. */
  Markup choice(VaultView view, VaultSite.Choice choice) {
    Tag form =
        Tag.of("form", "row").with("id", "choice").with("aria-label", site.say("vault.shown"));
    if (view.actor().maySeeAll()) {
      form.add(lever("choice-participant", site.say("vault.whose"), whose(view, choice)));
    }
    if (view.whose(choice.participant()).isPresent()) {
      form.add(day("from", site.say("vault.from"), choice.from()))
          .add(day("until", site.say("vault.until"), choice.until()));
    }
    Tag use =
        input("choice-use", "use", "text")
            .with("value", choice.use())
            .with("placeholder", "gallium/refined=12.5");
    return form.add(lever("choice-use", site.say("vault.use"), use))
        .add(buttons(site.say("stockpile.show"), Tag.of("button")))
        .markup();
  }

  private static Tag day(String name, String label, Optional<LocalDate> day) {
    String id = "choice-" + name;
    return lever(
        id, label, input(id, name, "date").with("value", day.map(LocalDate::toString).orElse("")));
  }

  private Tag whose(VaultView view, VaultSite.Choice choice) {
    Tag select = Tag.of("select").with("id", "choice-participant").with("name", "participant");
    select.add(Tag.of("option").with("value", "").text(site.say("vault.whole")));
    for (String name : view.participants()) {
      Tag option = Tag.of("option").with("value", name);
      boolean isChosen = choice.participant().equals(Optional.of(name));
      select.add((isChosen ? option.with("selected", "") : option).text(name));
    }
    return select;
  }

  /** A form for each verb that the actor may post; nothing for who posts none. */
  Markup events(Actor actor) {
    List<Verb> verbs =
        switch (actor.role()) {
          case OPERATOR -> List.of(Verb.values());
          case PARTICIPANT -> Stream.of(Verb.values()).filter(Verb::isOpenToParticipants).toList();
          case AUDITOR -> List.of();
        };
    if (verbs.isEmpty()) {
      return Markup.NONE;
    }
    Tag all = Tag.of("div").with("id", "book").add(Tag.of("h2").text(site.say("vault.book")));
    verbs.forEach(verb -> all.add(event(actor, verb)));
    return all.markup();
  }

  private Tag event(Actor actor, Verb verb) {
    String id = verb.word() + "-id";
    Tag form =
        Tag.of("form", "event")
            .key(verb.word()) // its field "id" hides the form's own id from script
            .with("data-verb", verb.word())
            .with("autocomplete", "off")
            .add(Tag.of("p", "soft").text(site.say("vault.does." + verb.word())));
    Tag fields = Tag.of("div", "row");
    fields.add(lever(id, site.say("vault.id"), required(input(id, "id", "text"))));
    for (Field field : fields(verb)) {
      fields.add(field(actor, verb, field));
    }
    return Tag.of("details", "fold")
        .key(verb.word())
        .add(Tag.of("summary").text(site.say("vault.verb." + verb.word())))
        .add(
            form.add(fields)
                .add(buttons(site.say("vault.verb." + verb.word()), Tag.of("button", "main")))
                .add(Tag.of("p", "outcome").with("role", "status")));
  }

  private static List<Field> fields(Verb verb) {
    List<Field> all = new ArrayList<>(verb.needed());
    all.addAll(verb.optional());
    return all;
  }

  /** A participant posts for itself alone. */
  private Tag field(Actor actor, Verb verb, Field field) {
    String id = verb.word() + "-" + field.column();
    boolean isNeeded = verb.needed().contains(field);
    String words = site.say("vault.field." + field.column());
    Tag control =
        field == Field.TERMS
            ? Tag.of("textarea").with("id", id).with("name", field.column()).with("rows", "12")
            : input(id, field.column(), field.label().equals("DAY") ? "date" : "text");
    if (field == Field.PARTICIPANT && actor.role() == Role.PARTICIPANT) {
      control.with("value", actor.name()).with("readonly", "");
    } else if (!RULES.contains(field.label())) {
      control.with("placeholder", field.example().replaceFirst("^.*: ", ""));
    }
    return isNeeded
        ? lever(id, words, required(control))
        : lever(id, site.say("vault.if-any", words), control);
  }

  private static Tag input(String id, String name, String type) {
    return Tag.of("input").with("type", type).with("id", id).with("name", name);
  }

  private static Tag required(Tag control) {
    return control.with("required", "");
  }

  private static Tag lever(String id, String label, Tag control) {
    return Tag.of("p", "lever").add(Tag.of("label").with("for", id).text(label)).add(control);
  }

  private static Tag buttons(String words, Tag button) {
    return Tag.of("p", "buttons").add(button.with("type", "submit").text(words));
  }
}
