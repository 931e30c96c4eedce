package org.plimsoll.app.server.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plimsoll.app.lab.LabState;
import org.plimsoll.app.lab.LabWords;
import org.plimsoll.app.report.markup.Width;
import org.plimsoll.model.provenance.Loaded;
import org.plimsoll.model.provenance.RowCount;

/**
 * The address of a page of the Lab: a state, and what the page alone asks.
 *
 * @param now the state, and what of it could not be read
 * @param first the state kept as A
 * @param was the state before, whose difference is said
 * @param isWhole whether all parts are asked for, not only those that change while dragging
 * @param width that drawings have
 */
record LabAddress(
    Loaded<LabState> now,
    Optional<LabState> first,
    Optional<LabState> was,
    boolean isWhole,
    Width width) {
  /** The state kept as A. */
  static final String FIRST = "a";

  private static final String WAS = "was";
  private static final String PART = "part";
  private static final String WIDE = "wide";
  private static final List<String> OWN =
      List.of(FIRST, WAS, PART, WIDE, LabForm.BY, LabForm.TO, LabForm.SHARE);

  static LabAddress parse(String query, LabWords words) {
    SortedMap<String, String> own = new TreeMap<>();
    List<String> levers = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      String key = equals < 0 ? pair : pair.substring(0, equals);
      if (OWN.contains(key)) {
        own.put(key, decoded(pair.substring(equals + 1)));
      } else {
        levers.add(pair);
      }
    }
    String asked = String.join("&", levers);
    String by = own.getOrDefault(LabForm.BY, "");
    String share = own.getOrDefault(LabForm.SHARE, "");
    if (!by.isEmpty() && !share.isEmpty()) {
      String to = own.getOrDefault(LabForm.TO, "");
      asked +=
          "&keep.%s%s.%s=%s"
              .formatted(
                  encoded(by),
                  to.isEmpty() ? "" : "-" + encoded(to),
                  LabState.parse(asked, words).value().on(),
                  encoded(share));
    }
    return new LabAddress(
        LabState.parse(asked, words),
        state(own.getOrDefault(FIRST, ""), words),
        state(own.getOrDefault(WAS, ""), words),
        !own.getOrDefault(PART, "all").equals("fast"),
        own.getOrDefault(WIDE, "").equals("360") ? Width.PHONE : Width.COLUMN);
  }

  private static Optional<LabState> state(String query, LabWords words) {
    return Optional.of(query)
        .filter(text -> !text.isEmpty())
        .map(text -> LabState.parse(text, words).value());
  }

  /** The one way of writing it: the state, and A if one is kept. */
  String print() {
    return print(now.value(), first);
  }

  /** The same page of another state. */
  LabAddress with(LabState state) {
    return new LabAddress(
        new Loaded<>(state, List.of(), RowCount.NONE), first, was, isWhole, width);
  }

  static String print(LabState now, Optional<LabState> first) {
    return now.print() + first.map(a -> "&" + FIRST + "=" + encoded(a.print())).orElse("");
  }

  /** A value that cannot be decoded is taken as it is, and found wrong where it is read. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** As script encodes it: slashes and at-signs may stand in a query. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2F", "/").replace("%40", "@");
  }
}
