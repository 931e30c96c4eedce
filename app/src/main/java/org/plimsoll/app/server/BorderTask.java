package org.plimsoll.app.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.report.page.Page;

/**
 * Something that is done with uploads, as a job.
 *
 * @param word of an address below which its results are: {@code assessments}
 * @param verb that does the same on the command line
 * @param summary in one line
 * @param references parameters that name an upload, an earlier result or a schedule
 * @param options its other parameters
 * @param goesOn whether one that was stopped goes on where it was; else it begins anew
 * @param doing does it
 */
record BorderTask(
    String word,
    String verb,
    String summary,
    List<Reference> references,
    List<Param> options,
    boolean goesOn,
    Doing doing) {
  BorderTask {
    references = List.copyOf(references);
    options = List.copyOf(options);
  }

  /** What does it. */
  interface Doing {
    /**
     * Does it, and writes its files.
     *
     * @throws IOException if the disk fails, or an upload cannot be read
     */
    Made make(BorderCase its) throws IOException;
  }

  /**
   * What came of it.
   *
   * @param answer that the verb prints
   * @param asides what its reader should know beside it
   * @param page that shows it; empty if it has none of its own
   */
  record Made(Answer answer, List<String> asides, Optional<Page> page) {
    Made {
      asides = List.copyOf(asides);
    }

    Made(Answer answer) {
      this(answer, List.of(), Optional.empty());
    }
  }

  /**
   * A parameter that names something by its id, or several by comma.
   *
   * @param param as it is written in the address
   * @param word of what it names: uploads, assessments, drawbacks; {@link #SCHEDULES}
   * @param description in one sentence
   * @param isRequired whether nothing can be done without it
   */
  record Reference(String param, String word, String description, boolean isRequired) {
    /** The word of a reference to a schedule, by name or hash. */
    static final String SCHEDULES = "schedules";

    boolean isSchedule() {
      return word.equals(SCHEDULES);
    }
  }

  /** All of its parameters. */
  List<Param> params() {
    List<Param> all = new ArrayList<>();
    for (Reference each : references) {
      String example = each.isSchedule() ? "schedule-made-up" : "0123456789abcdef";
      all.add(Param.words(each.param(), each.description(), example));
    }
    all.addAll(options);
    return all;
  }
}
