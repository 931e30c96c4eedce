package org.plimsoll.app.server;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.server.page.LabSite;
import org.plimsoll.app.server.page.SiteFiles;

/** The pages that the server has for browsers, in one list, and their script and style. */
final class Pages {
  private final SiteFiles files = SiteFiles.read();
  private final List<Page> pages;

  /**
   * A page.
   *
   * @param path of its address
   * @param work what it takes from the machine
   * @param reply to the query of an address
   */
  record Page(String path, Work work, Function<String, Reply> reply) {}

  Pages(ServedWorld world) {
    pages =
        List.of(
            new Page("/", Work.FILE, query -> Reply.empty(303).with("Location", "/lab")),
            new Page("/lab", Work.QUESTION, query -> lab(world).page(query)),
            new Page("/lab/part", Work.QUESTION, query -> lab(world).part(query)));
  }

  private LabSite lab(ServedWorld world) {
    return new LabSite(world.lab(), files);
  }

  Optional<Page> find(Request request) {
    return pages.stream().filter(page -> page.path().equals(request.path())).findFirst();
  }

  /** Script or style, which everybody may have. */
  Optional<Reply> findFile(String path) {
    return files.find(path);
  }
}
