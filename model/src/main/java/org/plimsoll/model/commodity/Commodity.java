package org.plimsoll.model.commodity;

import java.util.List;

/**
 * A mineral raw material.
 *
 * @param id identifier, for example {@code neodymium-praseodymium}
 * @param name name for a person
 * @param symbol chemical symbol or formula
 * @param lists official lists it is on: {@code us-2025}, {@code eu-critical}, {@code eu-strategic}
 */
public record Commodity(String id, String name, String symbol, List<String> lists) {
  public Commodity {
    lists = List.copyOf(lists);
  }
}
