package org.plimsoll.app.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.plimsoll.app.report.page.Page;
import org.plimsoll.app.session.Refusal;
import org.plimsoll.border.files.input.EntryInput;
import org.plimsoll.border.files.table.UnreadableInput;

/**
 * One question about uploads: what was asked, and the folder of all that belongs to it.
 *
 * @param task that is asked for
 * @param owner folder of who asks
 * @param id of the question
 * @param asked its parameters
 * @param at the world and what else it is answered from
 * @param watch is told how far it is
 */
record BorderCase(
    BorderTask task, Path owner, String id, Asked asked, ServedWorld at, Watching watch) {
  /** Is told how far a case is, and stops it when nobody wants it any more. */
  interface Watching {
    /**
     * Told now and then.
     *
     * @param lines done so far
     * @param part draws what is known by now, if anybody is to see it
     * @throws java.util.concurrent.CancellationException if nobody wants it any more
     */
    void at(long lines, Optional<Supplier<Page>> part);
  }

  Path folder() {
    return owner.resolve(task.word()).resolve(id);
  }

  /** Where what comes of it is written. */
  Path files() {
    return folder().resolve("files");
  }

  /** The schedule as it was when it was asked, with its versions; empty if none was named. */
  Optional<Path> law() {
    return Optional.of(folder().resolve("law")).filter(Files::isDirectory);
  }

  /**
   * What an upload holds, told by the name that its sender gave it.
   *
   * @param param that names it
   */
  EntryInput entries(String param) throws IOException {
    Uploads.Upload upload = upload(asked.inPath(param));
    return new EntryInput(
        upload.name(), Optional.of(upload.content()), InputStream.nullInputStream());
  }

  /** The file of an upload, if one is named. */
  Optional<Path> file(String param) throws IOException {
    Optional<String> named = asked.word(param);
    return named.isEmpty() ? Optional.empty() : Optional.of(upload(named.get()).content());
  }

  private Uploads.Upload upload(String name) throws IOException {
    return at.border().uploads().get(owner, name);
  }

  /** Files of earlier results that are named, by their ids. */
  List<Path> results(String param, String word) {
    List<Path> all = new ArrayList<>();
    asked.words(param).forEach(name -> all.add(files(owner, word, name)));
    return all;
  }

  private static Path files(Path owner, String word, String id) {
    return owner.resolve(word).resolve(id).resolve("files");
  }

  /** A place in the owner's folder is told as its address. */
  String told(String text) {
    return text.replace(owner + "/", Api.ROOT + "/");
  }

  /** What is said of a file with which nothing can be done, in places that the owner knows. */
  Refusal refusal(Exception why) {
    String said =
        why instanceof Refusal refusal ? refusal.text() : String.valueOf(why.getMessage());
    String[] parts = told(said).split("\n *Maybe ", 2);
    return Refusal.of(parts[0], parts.length > 1 ? parts[1] : "");
  }

  /** Whether it says something about what was asked, and is no fault of the program. */
  static boolean isRefusal(Exception why) {
    return why instanceof Refusal
        || why instanceof Api.ProblemFound
        || why instanceof UnreadableInput
        || why instanceof IllegalArgumentException;
  }
}
