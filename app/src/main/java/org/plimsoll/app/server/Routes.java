package org.plimsoll.app.server;

import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that the server answers to programs, in one list. The dispatcher, the OpenAPI document
 * and the reference page are made from it.
 */
final class Routes {
  private static final List<Route> ALL =
      Stream.of(
              RegisterRoutes.list(),
              LabRoutes.list(),
              MarketRoutes.list(),
              FloorRoutes.list(),
              PlanRoutes.list(),
              VaultRoutes.list(),
              BorderRoutes.list())
          .flatMap(List::stream)
          .toList();

  private Routes() {}

  /** The list, in the order of the reference page. */
  static List<Route> list() {
    return ALL;
  }
}
