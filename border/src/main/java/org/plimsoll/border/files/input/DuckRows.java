package org.plimsoll.border.files.input;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.sql.SQLException;
import java.util.List;

/**
 * The rows of a query in vectors, one for each column, as DuckDB has them in memory: nothing is
 * copied, and no object is made for a cell. A chunk of rows is there until the next is asked for.
 * One belongs to one thread.
 */
final class DuckRows implements AutoCloseable {
  private static final long WHOLE_MEMORY = Long.MAX_VALUE;

  private final Arena arena = Arena.ofConfined();
  private final MemorySegment database = arena.allocate(ADDRESS);
  private final MemorySegment connection = arena.allocate(ADDRESS);
  private final MemorySegment statement = arena.allocate(ADDRESS);
  private final MemorySegment result = arena.allocate(DuckLibrary.RESULT);
  private final MemorySegment chunk = arena.allocate(ADDRESS);

  private DuckRows() {}

  /**
   * Begins a query; its rows are made as they are asked for.
   *
   * @param query one SQL statement
   * @param settings statements before it
   * @throws SQLException if DuckDB refuses one of them
   */
  static DuckRows of(String query, List<String> settings) throws SQLException {
    DuckRows rows = new DuckRows();
    try {
      rows.open(query, settings);
      return rows;
    } catch (SQLException e) {
      rows.close();
      throw e;
    }
  }

  private void open(String query, List<String> settings) throws SQLException {
    require(state(DuckLibrary.OPEN, text(":memory:"), database), MemorySegment.NULL);
    require(state(DuckLibrary.CONNECT, database.get(ADDRESS, 0), connection), MemorySegment.NULL);
    for (String setting : settings) {
      int state = state(DuckLibrary.QUERY, connection.get(ADDRESS, 0), text(setting), result);
      require(state, pointer(DuckLibrary.RESULT_ERROR, result));
      end(DuckLibrary.DESTROY_RESULT, result);
    }
    int prepared = state(DuckLibrary.PREPARE, connection.get(ADDRESS, 0), text(query), statement);
    require(prepared, pointer(DuckLibrary.PREPARE_ERROR, statement.get(ADDRESS, 0)));
    int begun = state(DuckLibrary.EXECUTE_STREAMING, statement.get(ADDRESS, 0), result);
    require(begun, pointer(DuckLibrary.RESULT_ERROR, result));
  }

  private MemorySegment text(String words) {
    return arena.allocateFrom(words);
  }

  /**
   * Goes on to the next chunk.
   *
   * @return its rows; 0 at the end
   * @throws SQLException if the rest cannot be read
   */
  int next() throws SQLException {
    destroyChunk();
    MemorySegment next = pointer(DuckLibrary.FETCH_CHUNK, result);
    chunk.set(ADDRESS, 0, next);
    if (next.address() == 0) {
      MemorySegment fault = pointer(DuckLibrary.RESULT_ERROR, result);
      require(fault.address() == 0 ? 0 : DuckLibrary.ERROR, fault);
      return 0;
    }
    try {
      return Math.toIntExact((long) DuckLibrary.CHUNK_SIZE.invokeExact(next));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Where the values of a column are; of text 16 bytes a row. */
  long data(int column) {
    return pointer(DuckLibrary.VECTOR_DATA, vector(column)).address();
  }

  /** Where a bit a row says whether there is a value, 64 rows in a long; 0 if all rows have one. */
  long validity(int column) {
    return pointer(DuckLibrary.VECTOR_VALIDITY, vector(column)).address();
  }

  private MemorySegment vector(int column) {
    try {
      return (MemorySegment)
          DuckLibrary.CHUNK_VECTOR.invokeExact(chunk.get(ADDRESS, 0), (long) column);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static int state(MethodHandle function, Object... arguments) {
    try {
      return (int) function.invokeWithArguments(arguments);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static MemorySegment pointer(MethodHandle function, MemorySegment of) {
    try {
      return (MemorySegment) function.invokeExact(of);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static void end(MethodHandle function, MemorySegment handle) {
    try {
      function.invokeExact(handle);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** What is called is C, which throws nothing. */
  private static IllegalStateException unexpected(Throwable e) {
    return new IllegalStateException(e);
  }

  @SuppressWarnings("restricted") // a text of C ends where it says
  private static void require(int state, MemorySegment fault) throws SQLException {
    if (state == DuckLibrary.ERROR) {
      throw new SQLException(
          fault.address() == 0
              ? "DuckDB gives no reason"
              : fault.reinterpret(WHOLE_MEMORY).getString(0));
    }
  }

  private void destroyChunk() {
    if (chunk.get(ADDRESS, 0).address() != 0) {
      end(DuckLibrary.DESTROY_CHUNK, chunk);
    }
  }

  @Override
  public void close() {
    destroyChunk();
    end(DuckLibrary.DESTROY_RESULT, result);
    end(DuckLibrary.DESTROY_PREPARE, statement);
    end(DuckLibrary.DISCONNECT, connection);
    end(DuckLibrary.CLOSE, database);
    arena.close();
  }
}
