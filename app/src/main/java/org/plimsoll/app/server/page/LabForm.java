package org.plimsoll.app.server.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.plimsoll.app.lab.LabControl;
import org.plimsoll.app.lab.LabControls;
import org.plimsoll.app.report.markup.Markup;
import org.plimsoll.app.report.markup.Tag;

/**
 * The levers as a form of native controls. It is whole without script, which then shows the sliders
 * and asks while they move.
 */
final class LabForm {
  /** What {@link LabAddress} reads a further licence from. */
  static final String BY = "by";

  static final String TO = "to";
  static final String SHARE = "share";

  private static final int DIGITS = 10;

  private final SiteWorld site;
  private final Map<String, String> places;

  private LabForm(SiteWorld site, Map<String, String> places) {
    this.site = site;
    this.places = places;
  }

  /**
   * The form.
   *
   * @param first the state kept as A, as an address has it; empty if none is
   * @param now the state of the form, as an address has it
   * @param address of both
   * @param places names of countries and territories by code
   * @param site whose language it is in
   */
  static Markup of(
      List<LabControls.Group> groups,
      String first,
      String now,
      String address,
      Map<String, String> places,
      SiteWorld site) {
    return new LabForm(site, places).form(groups, first, now, address);
  }

  private Markup form(List<LabControls.Group> groups, String first, String now, String address) {
    Tag form =
        Tag.of("form")
            .with("id", "levers")
            .with("data-state", address)
            .with("action", "/lab")
            .with("method", "get")
            .with("aria-label", site.say("lever.levers"))
            .with("autocomplete", "off");
    for (LabControls.Group group : groups) {
      form.add(group(group));
    }
    if (!first.isEmpty()) {
      form.add(hidden(LabAddress.FIRST, first));
    }
    Tag buttons =
        Tag.of("p", "buttons")
            .add(Tag.of("button", "main").with("type", "submit").text(site.say("lever.solve")));
    buttons.add(
        Tag.of("button")
            .with("type", "submit")
            .with("name", LabAddress.FIRST)
            .with("id", "keep")
            .with("value", now)
            .text(site.say("lever.keep-as-a")));
    return form.add(buttons).markup();
  }

  private Markup group(LabControls.Group group) {
    List<Markup> controls = group.controls().stream().map(LabForm::control).toList();
    if (group.title().isEmpty()) {
      return Markup.of(controls);
    }
    Tag set =
        Tag.of("fieldset")
            .key(group.title())
            .add(Tag.of("legend").text(group.title()))
            .addAll(controls);
    if (group.controls().stream().anyMatch(c -> c.key().startsWith("keep."))) {
      set.add(another());
    }
    if (!group.isRare()) {
      return set.markup();
    }
    boolean isMoved =
        group.controls().stream()
            .anyMatch(c ->
                c instanceof LabControl.Several several
                    && several.choices().stream().anyMatch(LabControl.Choice::isChosen));
    Tag fold = Tag.of("details", "fold").key(group.title());
    return (isMoved ? fold.with("open", "") : fold)
        .add(Tag.of("summary").text(group.title()))
        .add(set)
        .markup();
  }

  /** Fields for a licence that has no row yet. */
  private Tag another() {
    return Tag.of("details", "another")
        .key("another")
        .add(Tag.of("summary").text(site.say("lever.another")))
        .add(places(BY, site.say("lever.exporter"), site.say("lever.choose")))
        .add(places(TO, site.say("lever.to"), site.say("lever.alliance")))
        .add(
            Tag.of("p", "lever")
                .add(Tag.of("label").with("for", SHARE).text(site.say("lever.share")))
                .add(number(SHARE, SHARE, 1).with("placeholder", "0.5")));
  }

  private Tag places(String key, String label, String none) {
    Tag select = Tag.of("select").with("id", key).with("name", key);
    select.add(Tag.of("option").with("value", "").text(none));
    places.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(place ->
            select.add(Tag.of("option").with("value", place.getKey()).text(place.getValue())));
    return Tag.of("p", "lever").add(Tag.of("label").with("for", key).text(label)).add(select);
  }

  private static Markup control(LabControl control) {
    return switch (control) {
      case LabControl.One one -> one.isShort() ? radios(one) : select(one);
      case LabControl.Several several -> boxes(several);
      case LabControl.Amount amount -> amount(amount);
      case LabControl.Along(String key, String value) -> hidden(key, value).markup();
    };
  }

  private static Tag hidden(String name, String value) {
    return Tag.of("input").key(name).with("type", "hidden").with("name", name).with("value", value);
  }

  private static Markup select(LabControl.One one) {
    String id = id(one.key());
    Tag select = Tag.of("select").with("id", id).with("name", one.key());
    for (LabControl.Choice choice : one.choices()) {
      Tag option = Tag.of("option").with("value", choice.value());
      select.add((choice.isChosen() ? option.with("selected", "") : option).text(choice.label()));
    }
    return Tag.of("p", "lever")
        .key(one.key())
        .add(Tag.of("label").with("for", id).text(one.label()))
        .add(select)
        .markup();
  }

  private static Markup radios(LabControl.One one) {
    Tag set = Tag.of("fieldset", "choices").key(one.key()).add(Tag.of("legend").text(one.label()));
    one.choices().forEach(choice -> set.add(tick("radio", one.key(), choice)));
    return set.markup();
  }

  private static Markup boxes(LabControl.Several several) {
    Tag set =
        Tag.of("fieldset", "choices boxes")
            .key(several.key())
            .add(Tag.of("legend").text(several.label()));
    several.choices().forEach(choice -> set.add(tick("checkbox", several.key(), choice)));
    return set.markup();
  }

  private static Tag tick(String type, String key, LabControl.Choice choice) {
    Tag input = Tag.of("input").with("type", type).with("name", key).with("value", choice.value());
    return Tag.of("label")
        .key(choice.label())
        .add(choice.isChosen() ? input.with("checked", "") : input)
        .text(" " + choice.label());
  }

  private static Markup amount(LabControl.Amount amount) {
    String id = id(amount.key());
    LabControl.Steps slider = amount.slider();
    double stands = amount.value().orElse(amount.rest());
    Tag number = number(id, amount.key(), amount.most()).with("placeholder", amount.otherwise());
    amount.value().ifPresent(value -> number.with("value", plain(value)));
    return Tag.of("p", "lever amount")
        .key(amount.key())
        .add(Tag.of("label").with("for", id).text(amount.label()))
        .add(
            Tag.of("input")
                .with("type", "range")
                .with("id", id + "-slider")
                .with("hidden", "")
                .with("min", plain(slider.low()))
                .with("max", plain(slider.high()))
                .with("step", plain(slider.step()))
                .with("value", plain(stands))
                .with("aria-label", amount.label())
                .with("data-unit", amount.spoken())
                .with("data-for", id))
        .add(Tag.of("span", "typed").add(number).add(Tag.of("span", "unit").text(amount.unit())))
        .markup();
  }

  private static Tag number(String id, String name, double most) {
    return Tag.of("input")
        .with("type", "number")
        .with("id", id)
        .with("name", name)
        .with("min", "0")
        .with("max", plain(most))
        .with("step", "any")
        .with("inputmode", "decimal");
  }

  private static String id(String key) {
    return "lever-" + key.replaceAll("[^A-Za-z0-9]", "-");
  }

  /** Without the tail that adding up steps leaves: 3.3, not 3.3000000000000003. */
  private static String plain(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(DIGITS));
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
