package org.plimsoll.bench.peers;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import com.google.ortools.Loader;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * HiGHS through its interface in C, from the library that comes with OR-Tools, whose own way to it
 * drops squares without a word. Quadratic programs go by active sets, linear ones as it chooses.
 */
record Highs() implements ProgramSolver {
  private static final int BY_ROWS = 2;
  private static final int TRIANGLE = 1;
  private static final int MINIMISE = 1;
  private static final int OPTIMAL = 7;

  /** Added to each square by HiGHS; with 0 it breaks down, with its usual 1e-7 it is less exact. */
  private static final double REGULARIZATION = 1e-10;

  private static final MethodHandle CREATE = find("Highs_create", FunctionDescriptor.of(ADDRESS));
  private static final MethodHandle DESTROY =
      find("Highs_destroy", FunctionDescriptor.ofVoid(ADDRESS));
  private static final MethodHandle SET_BOOLEAN =
      find("Highs_setBoolOptionValue", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
  private static final MethodHandle SET_DOUBLE =
      find(
          "Highs_setDoubleOptionValue",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_DOUBLE));
  private static final MethodHandle PASS_MODEL = find("Highs_passModel", passModel());
  private static final MethodHandle RUN =
      find("Highs_run", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle STATUS =
      find("Highs_getModelStatus", FunctionDescriptor.of(JAVA_INT, ADDRESS));
  private static final MethodHandle SOLUTION =
      find(
          "Highs_getSolution",
          FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));

  @Override
  public String name() {
    return "HiGHS";
  }

  @Override
  public Supplier<Attempt> prepare(Program program) {
    Arena arena = Arena.ofAuto();
    try {
      MemorySegment highs = (MemorySegment) CREATE.invokeExact();
      check((int) SET_BOOLEAN.invokeExact(highs, arena.allocateFrom("output_flag"), 0));
      set(arena, highs, "qp_regularization_value", REGULARIZATION);
      set(arena, highs, "time_limit", LIMIT_SECONDS);
      pass(arena, highs, program);
      return () -> solve(arena, highs, program);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  private static Attempt solve(Arena arena, MemorySegment highs, Program program) {
    try {
      check((int) RUN.invokeExact(highs));
      int status = (int) STATUS.invokeExact(highs);
      if (status != OPTIMAL) {
        return new Attempt.None("no optimum, HiGHS status %d".formatted(status));
      }
      MemorySegment columns = arena.allocate(JAVA_DOUBLE, program.columns());
      MemorySegment columnDuals = arena.allocate(JAVA_DOUBLE, program.columns());
      MemorySegment rows = arena.allocate(JAVA_DOUBLE, program.rows());
      MemorySegment rowDuals = arena.allocate(JAVA_DOUBLE, program.rows());
      check((int) SOLUTION.invokeExact(highs, columns, columnDuals, rows, rowDuals));
      DESTROY.invokeExact(highs);
      return new Attempt.Found(program.plan(column -> columns.getAtIndex(JAVA_DOUBLE, column)), "");
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  private static void pass(Arena arena, MemorySegment highs, Program program) throws Throwable {
    int columns = program.columns();
    int rows = program.rows();
    double[] linear = new double[columns];
    double[] upper = new double[columns];
    Arrays.setAll(linear, program::linear);
    Arrays.setAll(upper, program::upper);
    int[] starts = new int[rows];
    int width = program.row(0).length;
    int[] indices = new int[rows * width];
    double[] values = new double[rows * width];
    for (int row = 0; row < rows; row++) {
      starts[row] = row * width;
      System.arraycopy(program.row(row), 0, indices, starts[row], width);
    }
    Arrays.setAll(values, k -> program.coefficient(indices[k]));
    int[] squared =
        IntStream.range(0, columns).filter(column -> program.square(column) != 0).toArray();
    int[] squareStarts = new int[columns];
    for (int k = 0; k < squared.length; k++) {
      squareStarts[squared[k]] = k;
    }
    double[] squares = Arrays.stream(squared).mapToDouble(program::square).toArray();
    check(
        (int)
            PASS_MODEL.invokeExact(
                highs,
                columns,
                rows,
                values.length,
                squared.length,
                BY_ROWS,
                TRIANGLE,
                MINIMISE,
                0.0,
                arena.allocateFrom(JAVA_DOUBLE, linear),
                arena.allocateFrom(JAVA_DOUBLE, new double[columns]),
                arena.allocateFrom(JAVA_DOUBLE, upper),
                arena.allocateFrom(JAVA_DOUBLE, new double[rows]),
                arena.allocateFrom(JAVA_DOUBLE, new double[rows]),
                arena.allocateFrom(JAVA_INT, starts),
                arena.allocateFrom(JAVA_INT, indices),
                arena.allocateFrom(JAVA_DOUBLE, values),
                arena.allocateFrom(JAVA_INT, squareStarts),
                arena.allocateFrom(JAVA_INT, squared),
                arena.allocateFrom(JAVA_DOUBLE, squares),
                MemorySegment.NULL));
  }

  private static void set(Arena arena, MemorySegment highs, String option, double value)
      throws Throwable {
    check((int) SET_DOUBLE.invokeExact(highs, arena.allocateFrom(option), value));
  }

  /** Counts, forms and sense; offset; linear, bounds, rows' bounds; rows; squares; integrality. */
  private static FunctionDescriptor passModel() {
    MemoryLayout[] arguments = new MemoryLayout[21];
    Arrays.fill(arguments, ADDRESS);
    Arrays.fill(arguments, 1, 8, JAVA_INT);
    arguments[8] = JAVA_DOUBLE;
    return FunctionDescriptor.of(JAVA_INT, arguments);
  }

  /** OR-Tools' library depends on HiGHS, so that the linker finds its functions through it. */
  @SuppressWarnings("restricted")
  private static MethodHandle find(String function, FunctionDescriptor types) {
    Loader.loadNativeLibraries();
    return Linker.nativeLinker()
        .downcallHandle(SymbolLookup.loaderLookup().findOrThrow(function), types);
  }

  private static void check(int status) {
    if (status != 0) {
      throw new IllegalStateException("HiGHS answers with status " + status);
    }
  }

  private static IllegalStateException broken(Throwable cause) {
    return new IllegalStateException("HiGHS cannot be called", cause);
  }
}
