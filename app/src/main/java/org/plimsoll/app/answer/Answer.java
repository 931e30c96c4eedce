package org.plimsoll.app.answer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a use case has to say, before anybody renders it.
 *
 * @param title what it is about; heads pages and workbooks
 * @param facts what holds for the whole answer, by key: the date, the base year; for programs
 * @param tables in order, each with a key of its own
 * @param remarks lines below the tables
 */
public record Answer(
    String title, SortedMap<String, Cell> facts, List<Table<?>> tables, List<String> remarks) {
  /** The fact of an answer that rests on a part of a file: says so, and is printed first. */
  public static final String INCOMPLETE = "incomplete";

  public Answer {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    tables = List.copyOf(tables);
    remarks = List.copyOf(remarks);
    if (tables.stream().map(Table::key).distinct().count() < tables.size()) {
      throw new IllegalArgumentException(
          "an answer has two tables of one key: " + tables.stream().map(Table::key).toList());
    }
  }

  /** The tables that people see. */
  public List<Table<?>> listShown() {
    List<Table<?>> shown = new ArrayList<>();
    for (Table<?> table : tables) {
      if (!table.isForPrograms()) {
        shown.add(table.forPeople());
      }
    }
    return shown;
  }

  /** An answer that says nothing yet. */
  public static Answer of(String title) {
    return new Answer(title, Collections.emptySortedMap(), List.of(), List.of());
  }

  /** The same with a fact. */
  public Answer fact(String key, Cell value) {
    SortedMap<String, Cell> all = new TreeMap<>(facts);
    all.put(key, value);
    return new Answer(title, all, tables, remarks);
  }

  /** The same with a fact in words. */
  public Answer fact(String key, String words) {
    return fact(key, Cell.words(words));
  }

  /** The same with a day. */
  public Answer fact(String key, LocalDate day) {
    return fact(key, new Cell.Day(day));
  }

  /** The same with a count. */
  public Answer fact(String key, long count) {
    return fact(key, new Cell.Count(count));
  }

  /** The same with a yes or no. */
  public Answer fact(String key, boolean isTrue) {
    return fact(key, new Cell.Truth(isTrue));
  }

  /** The same with further tables. */
  public Answer with(Table<?>... more) {
    return with(List.of(more));
  }

  /** The same with further tables. */
  public Answer with(List<? extends Table<?>> more) {
    List<Table<?>> all = new ArrayList<>(tables);
    all.addAll(more);
    return new Answer(title, facts, all, remarks);
  }

  /** The same with further remarks. */
  public Answer remark(String... more) {
    return remark(List.of(more));
  }

  /** The same with further remarks. */
  public Answer remark(List<String> more) {
    return new Answer(
        title, facts, tables, Stream.concat(remarks.stream(), more.stream()).toList());
  }
}
