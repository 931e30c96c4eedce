package org.plimsoll.border.files.input;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The functions of DuckDB's C interface that {@link DuckRows} calls, in the library that its JDBC
 * driver has loaded. Every handle of the interface is an address; functions that fail give {@link
 * #ERROR}.
 */
final class DuckLibrary {
  static final int ERROR = 1;

  private static final ValueLayout.OfInt STATE = ValueLayout.JAVA_INT;
  private static final ValueLayout.OfLong COUNT = ValueLayout.JAVA_LONG;
  private static final AddressLayout ADDRESS = ValueLayout.ADDRESS;

  /** {@code duckdb_result}: three counts and three pointers. */
  static final StructLayout RESULT =
      MemoryLayout.structLayout(COUNT, COUNT, COUNT, ADDRESS, ADDRESS, ADDRESS);

  static final MethodHandle OPEN =
      link("duckdb_open", FunctionDescriptor.of(STATE, ADDRESS, ADDRESS));
  static final MethodHandle CONNECT =
      link("duckdb_connect", FunctionDescriptor.of(STATE, ADDRESS, ADDRESS));
  static final MethodHandle QUERY =
      link("duckdb_query", FunctionDescriptor.of(STATE, ADDRESS, ADDRESS, ADDRESS));
  static final MethodHandle PREPARE =
      link("duckdb_prepare", FunctionDescriptor.of(STATE, ADDRESS, ADDRESS, ADDRESS));
  static final MethodHandle PREPARE_ERROR =
      link("duckdb_prepare_error", FunctionDescriptor.of(ADDRESS, ADDRESS));
  static final MethodHandle EXECUTE_STREAMING =
      link("duckdb_execute_prepared_streaming", FunctionDescriptor.of(STATE, ADDRESS, ADDRESS));
  static final MethodHandle RESULT_ERROR =
      link("duckdb_result_error", FunctionDescriptor.of(ADDRESS, ADDRESS));
  static final MethodHandle FETCH_CHUNK =
      link("duckdb_fetch_chunk", FunctionDescriptor.of(ADDRESS, RESULT));
  static final MethodHandle CHUNK_SIZE =
      link("duckdb_data_chunk_get_size", FunctionDescriptor.of(COUNT, ADDRESS));
  static final MethodHandle CHUNK_VECTOR =
      link("duckdb_data_chunk_get_vector", FunctionDescriptor.of(ADDRESS, ADDRESS, COUNT));
  static final MethodHandle VECTOR_DATA =
      link("duckdb_vector_get_data", FunctionDescriptor.of(ADDRESS, ADDRESS));
  static final MethodHandle VECTOR_VALIDITY =
      link("duckdb_vector_get_validity", FunctionDescriptor.of(ADDRESS, ADDRESS));
  static final MethodHandle DESTROY_CHUNK =
      link("duckdb_destroy_data_chunk", FunctionDescriptor.ofVoid(ADDRESS));
  static final MethodHandle DESTROY_RESULT =
      link("duckdb_destroy_result", FunctionDescriptor.ofVoid(ADDRESS));
  static final MethodHandle DESTROY_PREPARE =
      link("duckdb_destroy_prepare", FunctionDescriptor.ofVoid(ADDRESS));
  static final MethodHandle DISCONNECT =
      link("duckdb_disconnect", FunctionDescriptor.ofVoid(ADDRESS));
  static final MethodHandle CLOSE = link("duckdb_close", FunctionDescriptor.ofVoid(ADDRESS));

  private DuckLibrary() {}

  @SuppressWarnings("restricted") // the forms are those of duckdb.h
  private static MethodHandle link(String name, FunctionDescriptor form) {
    MemorySegment function =
        SymbolLookup.loaderLookup()
            .find(name)
            .orElseThrow(
                () -> new IllegalStateException("DuckDB's library does not export " + name));
    return Linker.nativeLinker().downcallHandle(function, form);
  }
}
