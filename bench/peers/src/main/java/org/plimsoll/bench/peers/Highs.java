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

/**
 * The quadratic program by the active sets of HiGHS, through its interface in C: OR-Tools' own way
 * to HiGHS drops the squares without a word. The library is the one that comes with OR-Tools.
 */
record Highs() implements Contender {
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
  public Supplier<Attempt> prepare(SpatialProblem problem) {
    Arena arena = Arena.ofAuto();
    try {
      MemorySegment highs = (MemorySegment) CREATE.invokeExact();
      check((int) SET_BOOLEAN.invokeExact(highs, arena.allocateFrom("output_flag"), 0));
      set(arena, highs, "qp_regularization_value", REGULARIZATION);
      set(arena, highs, "time_limit", LIMIT_SECONDS);
      pass(arena, highs, problem);
      return () -> solve(arena, highs, problem);
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  private static Attempt solve(Arena arena, MemorySegment highs, SpatialProblem problem) {
    try {
      check((int) RUN.invokeExact(highs));
      int status = (int) STATUS.invokeExact(highs);
      if (status != OPTIMAL) {
        return new Attempt.None("no optimum, HiGHS status %d".formatted(status));
      }
      MemorySegment columns = arena.allocate(JAVA_DOUBLE, problem.columns());
      MemorySegment columnDuals = arena.allocate(JAVA_DOUBLE, problem.columns());
      MemorySegment rows = arena.allocate(JAVA_DOUBLE, problem.rows());
      MemorySegment rowDuals = arena.allocate(JAVA_DOUBLE, problem.rows());
      check((int) SOLUTION.invokeExact(highs, columns, columnDuals, rows, rowDuals));
      DESTROY.invokeExact(highs);
      return new Attempt.Found(problem.plan(column -> columns.getAtIndex(JAVA_DOUBLE, column)), "");
    } catch (Throwable e) {
      throw broken(e);
    }
  }

  private static void pass(Arena arena, MemorySegment highs, SpatialProblem problem)
      throws Throwable {
    int columns = problem.columns();
    int rows = problem.rows();
    int width = problem.places() + 1;
    double[] linear = new double[columns];
    double[] unbounded = new double[columns];
    Arrays.setAll(linear, problem::linear);
    Arrays.fill(unbounded, Double.POSITIVE_INFINITY);
    int[] starts = new int[rows];
    int[] indices = new int[rows * width];
    double[] values = new double[rows * width];
    Arrays.fill(values, 1);
    for (int row = 0; row < rows; row++) {
      starts[row] = row * width;
      System.arraycopy(problem.row(row), 0, indices, starts[row], width);
      values[starts[row] + width - 1] = -1;
    }
    int squares = columns - problem.routes();
    int[] squareStarts = new int[columns];
    int[] squareColumns = new int[squares];
    double[] square = new double[squares];
    for (int k = 0; k < squares; k++) {
      int column = problem.routes() + k;
      squareStarts[column] = k;
      squareColumns[k] = column;
      square[k] = problem.halfSquare(column);
    }
    check(
        (int)
            PASS_MODEL.invokeExact(
                highs,
                columns,
                rows,
                values.length,
                squares,
                BY_ROWS,
                TRIANGLE,
                MINIMISE,
                0.0,
                arena.allocateFrom(JAVA_DOUBLE, linear),
                arena.allocateFrom(JAVA_DOUBLE, new double[columns]),
                arena.allocateFrom(JAVA_DOUBLE, unbounded),
                arena.allocateFrom(JAVA_DOUBLE, new double[rows]),
                arena.allocateFrom(JAVA_DOUBLE, new double[rows]),
                arena.allocateFrom(JAVA_INT, starts),
                arena.allocateFrom(JAVA_INT, indices),
                arena.allocateFrom(JAVA_DOUBLE, values),
                arena.allocateFrom(JAVA_INT, squareStarts),
                arena.allocateFrom(JAVA_INT, squareColumns),
                arena.allocateFrom(JAVA_DOUBLE, square),
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
