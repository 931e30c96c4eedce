package org.plimsoll.planner.commitments;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plimsoll.model.evidence.Evidence;
import org.plimsoll.model.policy.Commitment;
import org.plimsoll.model.policy.PartyName;
import org.plimsoll.model.policy.Project;
import org.plimsoll.model.provenance.Provenance;

/**
 * A name of the registers that a given name may be, and the rule that says so. It is evidence, not
 * a verdict: the registers name few of the organisations that acts list.
 *
 * <p>Names are compared without case, accents, punctuation and legal form. A name of one word of up
 * to four letters counts only as a whole word, so that NEC is not found in Connecticut.
 *
 * @param party the organisation, by the name that the registers use
 * @param written the name that matched, as it is written there
 * @param rule why it matched, in words
 * @param rows of the registers that name it
 * @param provenance of the name
 */
public record PartyMatch(
    String party, String written, String rule, List<String> rows, Provenance provenance) {
  private static final int SHORT = 4;
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}&]+");
  private static final Pattern PARTS = Pattern.compile("[;,/()]| and ");
  private static final List<String> LEGAL_FORMS =
      List.of(
          "ab",
          "ag",
          "as",
          "asa",
          "bv",
          "co",
          "company",
          "corp",
          "corporation",
          "gmbh",
          "inc",
          "incorporated",
          "jsc",
          "kabushiki",
          "kaisha",
          "kk",
          "limited",
          "llc",
          "ltd",
          "nv",
          "oy",
          "oyj",
          "plc",
          "pjsc",
          "pte",
          "pty",
          "sa",
          "sas",
          "se",
          "spa",
          "the");

  public PartyMatch {
    rows = List.copyOf(rows);
  }

  /**
   * Every name of the registers that the given one may be, in the order of the registers.
   *
   * @param given as a person or a document writes it
   */
  public static List<PartyMatch> of(Evidence evidence, String given) {
    List<String> words = words(given);
    List<PartyMatch> matches = new ArrayList<>();
    if (words.isEmpty()) {
      return matches;
    }
    for (PartyName name : evidence.developments().partyNames()) {
      String kind = name.kind() == PartyName.Kind.NAME ? "" : kind(name.kind());
      rule(words, words(name.name()))
          .ifPresent(rule ->
              matches.add(
                  new PartyMatch(
                      name.party(), name.name(), kind + rule, name.rows(), name.provenance())));
    }
    for (Project project : evidence.projects()) {
      inText(words, project.operator(), project.id(), project.provenance(), matches);
    }
    for (Commitment commitment : evidence.commitments()) {
      inText(words, commitment.parties(), commitment.id(), commitment.provenance(), matches);
    }
    return matches;
  }

  /** Whether a name has a word that can be compared. */
  public static boolean isName(String given) {
    return !words(given).isEmpty();
  }

  private static void inText(
      List<String> given,
      String text,
      String row,
      Provenance provenance,
      List<PartyMatch> matches) {
    for (String part : PARTS.splitAsStream(text).toList()) {
      String written = part.strip();
      rule(given, words(written))
          .ifPresent(rule ->
              matches.add(new PartyMatch(written, written, rule, List.of(row), provenance)));
    }
  }

  private static String kind(PartyName.Kind kind) {
    return switch (kind) {
      case NAME, LONG -> "";
      case SHORT -> "short form, ";
      case ABBREVIATION -> "abbreviation, ";
      case FORMER -> "former name, ";
      case TRANSLITERATION -> "in another script, ";
    };
  }

  /** Why two names may be one, the given name first; empty if nothing says so. */
  private static Optional<String> rule(List<String> given, List<String> known) {
    if (known.isEmpty()) {
      return Optional.empty();
    }
    if (given.equals(known)) {
      return Optional.of("the same but for case, accents, punctuation and legal form");
    }
    if (contains(given, known)) {
      return Optional.of(
          isShort(known)
              ? "a whole word of the given name"
              : "whole within the given name, which says more");
    }
    return contains(known, given) && !isShort(given)
        ? Optional.of("the given name is a part of it")
        : Optional.empty();
  }

  private static boolean isShort(List<String> name) {
    return name.size() == 1 && name.getFirst().length() <= SHORT;
  }

  /** Whether the words of the second stand in the first, one after the other. */
  private static boolean contains(List<String> longer, List<String> shorter) {
    for (int i = 0; i + shorter.size() <= longer.size(); i++) {
      if (longer.subList(i, i + shorter.size()).equals(shorter)) {
        return true;
      }
    }
    return false;
  }

  /** The words of a name in lower case, without accents and legal forms. */
  static List<String> words(String name) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace(".", "")
            .replace("'", "");
    List<String> words =
        new ArrayList<>(BETWEEN.splitAsStream(plain).filter(word -> !word.isEmpty()).toList());
    List<String> bare = words.stream().filter(word -> !LEGAL_FORMS.contains(word)).toList();
    return bare.isEmpty() ? words : bare;
  }
}
