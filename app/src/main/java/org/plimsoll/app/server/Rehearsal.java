package org.plimsoll.app.server;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.plimsoll.app.server.http.Reply;
import org.plimsoll.app.server.http.Request;
import org.plimsoll.app.server.http.Site;

/**
 * Questions that a server asks itself after its start, so that the first who asks finds scenarios
 * made and code compiled.
 */
final class Rehearsal {
  private static final int QUESTIONS = 200;

  private final Site site;
  private final Supplier<List<String>> products;

  /**
   * @param products with a market
   */
  Rehearsal(Site site, Supplier<List<String>> products) {
    this.site = site;
    this.products = products;
  }

  /**
   * Asks them, one after another.
   *
   * @param isStopped asked between two of them
   * @return how many were answered
   */
  int run(BooleanSupplier isStopped) throws IOException {
    int answered = 0;
    for (Own question : questions()) {
      if (isStopped.getAsBoolean()) {
        return answered;
      }
      Reply reply = site.reply(question);
      answered += reply.status() == 200 ? 1 : 0;
    }
    return answered;
  }

  private List<Own> questions() {
    List<Own> all = new ArrayList<>();
    for (String path : List.of("/commitments", "/controls", "/partners", "/projects", "/world")) {
      all.add(new Own(path, ""));
    }
    List<String> sold = products.get();
    for (int i = 0; all.size() < QUESTIONS && !sold.isEmpty(); i++) {
      String product = sold.get(i % sold.size());
      all.add(new Own("/lab", "on=%s&floor.%s=%d".formatted(product, product, i + 1)));
    }
    return all;
  }

  /** A question of one's own. */
  private record Own(String below, String query) implements Request {
    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String path() {
      return Api.ROOT + below;
    }

    @Override
    public Optional<String> header(String name) {
      return name.equalsIgnoreCase("Host") ? Optional.of("localhost") : Optional.empty();
    }

    @Override
    public String remoteAddress() {
      return "127.0.0.1";
    }

    @Override
    public InputStream body() {
      return InputStream.nullInputStream();
    }
  }
}
