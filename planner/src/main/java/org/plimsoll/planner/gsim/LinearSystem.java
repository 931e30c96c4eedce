package org.plimsoll.planner.gsim;

/** A small dense system of linear equations. */
final class LinearSystem {
  /** Share of the largest number below which a pivot is what rounding leaves of 0. */
  private static final double NOTHING = 1e-12;

  private LinearSystem() {}

  /**
   * Gauss's elimination with exchange of rows; both arguments are overwritten.
   *
   * @return the solution
   * @throws IllegalArgumentException if a pivot is zero, but for rounding
   */
  static double[] solve(double[][] matrix, double[] right) {
    int n = right.length;
    double largest = 0;
    for (double[] row : matrix) {
      for (double value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        if (Math.abs(matrix[i][k]) > Math.abs(matrix[pivot][k])) {
          pivot = i;
        }
      }
      if (Math.abs(matrix[pivot][k]) <= NOTHING * largest) {
        throw new IllegalArgumentException(
            "the prices of exporters are not determined: supply and demand do not answer to them"
                + "\nMaybe give a supplyElasticity above 0, or a demandElasticity below 0");
      }
      exchange(matrix, right, k, pivot);
      for (int i = k + 1; i < n; i++) {
        double factor = matrix[i][k] / matrix[k][k];
        for (int j = k; j < n; j++) {
          matrix[i][j] -= factor * matrix[k][j];
        }
        right[i] -= factor * right[k];
      }
    }
    double[] solution = new double[n];
    for (int i = n - 1; i >= 0; i--) {
      double sum = right[i];
      for (int j = i + 1; j < n; j++) {
        sum -= matrix[i][j] * solution[j];
      }
      solution[i] = sum / matrix[i][i];
    }
    return solution;
  }

  private static void exchange(double[][] matrix, double[] right, int a, int b) {
    double[] row = matrix[a];
    matrix[a] = matrix[b];
    matrix[b] = row;
    double value = right[a];
    right[a] = right[b];
    right[b] = value;
  }
}
