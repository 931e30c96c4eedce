package org.plimsoll.app.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.plimsoll.app.answer.Answer;
import org.plimsoll.app.server.http.Reply;

/**
 * One thing that the server answers.
 *
 * @param method GET, POST, PATCH, DELETE
 * @param path below {@code /api/v1}; a part in braces is a parameter
 * @param summary in one line
 * @param params of the query
 * @param body what must be sent with it
 * @param role that a token needs
 * @param work what it takes from the machine
 * @param says what it answers
 */
record Route(
    String method,
    String path,
    String summary,
    List<Param> params,
    Body body,
    Role role,
    Work work,
    Says says) {
  Route {
    params = List.copyOf(params);
  }

  /** What a request must bring along. */
  enum Body {
    NONE,
    /** YAML or JSON, which the document itself tells apart. */
    DOCUMENT,
    /** An object of JSON. */
    OBJECT,
    /** Rows of CSV, or an object of JSON a line. */
    ROWS,
    /** Rows of CSV. */
    TABLE,
    /** A piece of an upload, with the place where it begins in {@code Upload-Offset}. */
    PIECE;

    /** Media types that it may have. */
    List<String> types() {
      return switch (this) {
        case NONE -> List.of();
        case DOCUMENT -> List.of("application/yaml", "application/json", "text/plain");
        case OBJECT -> List.of("application/json");
        case ROWS -> List.of("text/csv", "application/x-ndjson");
        case TABLE -> List.of("text/csv");
        case PIECE -> List.of("application/offset+octet-stream", "application/octet-stream");
      };
    }
  }

  /** What computes a reply. */
  interface Replying {
    /**
     * The reply.
     *
     * @throws IOException if the disk fails
     */
    Reply reply(ServedWorld world, Asked asked) throws IOException;
  }

  /** What a route answers. */
  sealed interface Says {
    /** The verb whose answer it is; empty if of none. */
    String verb();

    /**
     * Tables: JSON as the verb's {@code --json}, or one table as CSV.
     *
     * @param verb whose answer it is, as it is written on the command line
     */
    record Tables(String verb, BiFunction<ServedWorld, Asked, Answer> answer) implements Says {}

    /**
     * A document of a media type.
     *
     * @param verb whose answer it is, as it is written on the command line; empty if of none
     * @param types that it may have
     */
    record Document(String verb, List<String> types, Replying reply) implements Says {}

    /**
     * A document about a state of the Lab, which is the whole query.
     *
     * @param verb whose answer it is
     * @param type its media type
     */
    record OfState(String verb, String type, Replying reply) implements Says {}
  }

  static Route tables(
      String path,
      String verb,
      String summary,
      Work work,
      List<Param> params,
      BiFunction<ServedWorld, Asked, Answer> answer) {
    return new Route(
        "GET", path, summary, params, Body.NONE, Role.READER, work, new Says.Tables(verb, answer));
  }

  static Route document(
      String method,
      String path,
      String verb,
      String summary,
      List<String> types,
      List<Param> params,
      Body body,
      Work work,
      Replying reply) {
    Says says = new Says.Document(verb, types, reply);
    return new Route(method, path, summary, params, body, Role.READER, work, says);
  }

  /** The values of the path's parameters, if the path is of this route. */
  Optional<Map<String, String>> match(String sought) {
    return match(path, sought);
  }

  /** The values of a path's parameters, {@code {name}}, if another path is of its form. */
  static Optional<Map<String, String>> match(String path, String sought) {
    List<String> mine = parts(path);
    List<String> its = parts(sought);
    if (mine.size() != its.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < mine.size(); i++) {
      if (isParameter(mine.get(i))) {
        if (its.get(i).isEmpty()) {
          return Optional.empty();
        }
        values.put(name(mine.get(i)), its.get(i));
      } else if (!mine.get(i).equals(its.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(values);
  }

  /** Whether what serves a method serves that of a request: HEAD wherever GET is. */
  static boolean serves(String method, String asked) {
    return method.equals(asked) || (method.equals("GET") && asked.equals("HEAD"));
  }

  /** The names of the path's parameters, in order. */
  List<String> pathParameters() {
    return parts(path).stream().filter(Route::isParameter).map(Route::name).toList();
  }

  /** The parameters of the query, and those that every list of tables has. */
  List<Param> allParams() {
    List<Param> all = new ArrayList<>(params);
    if (says instanceof Says.Tables) {
      all.addAll(Paging.PARAMS);
    }
    return all;
  }

  private static List<String> parts(String path) {
    return List.of(path.split("/", -1));
  }

  private static boolean isParameter(String part) {
    return part.startsWith("{");
  }

  private static String name(String part) {
    return part.substring(1, part.length() - 1);
  }
}
