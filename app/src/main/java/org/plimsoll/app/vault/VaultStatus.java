package org.plimsoll.app.vault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.answer.Table;
import org.plimsoll.vault.server.ServerState;

/**
 * What runs on the folder of a vault; nothing is started or stopped.
 *
 * @param folder of the vault
 */
public record VaultStatus(Path folder) {
  private record Line(String what, String value) {}

  /** A line for each thing that is known. */
  public Answer answer() {
    ServerState state = ServerState.of(folder);
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("folder", state.data().toString()));
    lines.add(new Line("runs", runs(state)));
    lines.add(new Line("held by", state.holder().orElse("nobody")));
    lines.add(
        new Line(
            "made by",
            state.version().map(version -> "PostgreSQL " + version).orElse("there are no data")));
    state.server().ifPresent(pid -> lines.add(new Line("socket", state.socket().toString())));
    lines.add(new Line("log of the last run", state.log().toString()));
    lines.add(new Line("room on the disk", "%,d MB".formatted(state.bytesFree() / 1_000_000)));
    return Answer.of("What runs on the vault")
        .with(
            Table.of("state", "What runs on the vault", lines)
                .words("what", "what", Line::what)
                .words("value", "value", Line::value));
  }

  private static String runs(ServerState state) {
    if (state.foreign().isPresent()) {
      return "PostgreSQL, process %d, which this program did not start"
          .formatted(state.foreign().get());
    }
    return state
        .server()
        .map(pid ->
            "PostgreSQL, process %d%s"
                .formatted(
                    pid,
                    state.isOrphaned()
                        ? ", left by a process that is gone; the next verb stops it"
                        : ""))
        .orElse("nothing");
  }
}
