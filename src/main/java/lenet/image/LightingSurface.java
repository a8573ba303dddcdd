package lenet.image;

import java.util.Arrays;

/** A quadratic surface fitted to the lighting of the paper; it follows the majority and gives ink little say. */
final class LightingSurface {

    private static final int TERMS = 6;
    private static final int ROUNDS = 5;
    private static final double RIDGE = 1e-6;

    private LightingSurface() {}

    static Plane removedFrom(Plane cells) {
        double[] weights = new double[cells.values.length];
        Arrays.fill(weights, 1);
        Plane residual = new Plane(cells.width, cells.height);
        for (int round = 0; round < ROUNDS; round++) {
            double[] coefficients = fit(cells, weights);
            double spread = 0;
            for (int i = 0; i < weights.length; i++) {
                residual.values[i] = (float) (cells.values[i] - dot(coefficients, terms(cells, i)));
                spread += Math.abs(residual.values[i]) / weights.length;
            }
            for (int i = 0; i < weights.length; i++) {
                double distance = residual.values[i] / (spread + RIDGE);
                weights[i] = 1 / (1 + distance * distance);
            }
        }
        return residual;
    }

    private static double[] fit(Plane cells, double[] weights) {
        double[][] system = new double[TERMS][TERMS + 1];
        for (int i = 0; i < weights.length; i++) {
            double[] terms = terms(cells, i);
            for (int row = 0; row < TERMS; row++) {
                for (int column = 0; column < TERMS; column++) {
                    system[row][column] += weights[i] * terms[row] * terms[column];
                }
                system[row][TERMS] += weights[i] * terms[row] * cells.values[i];
            }
        }
        return solve(system);
    }

    private static double[] terms(Plane cells, int index) {
        int column = index % cells.width;
        int row = index / cells.width;
        double x = 2.0 * column / cells.width - 1;
        double y = 2.0 * row / cells.height - 1;
        return new double[] {1, x, y, x * x, x * y, y * y};
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Gauss-Jordan elimination; the matrix is symmetric and, with its ridge, positive definite: no pivoting. */
    private static double[] solve(double[][] system) {
        for (int pivot = 0; pivot < TERMS; pivot++) {
            system[pivot][pivot] += RIDGE;
        }
        for (int pivot = 0; pivot < TERMS; pivot++) {
            for (int row = 0; row < TERMS; row++) {
                if (row != pivot) {
                    double factor = system[row][pivot] / system[pivot][pivot];
                    for (int column = pivot; column <= TERMS; column++) {
                        system[row][column] -= factor * system[pivot][column];
                    }
                }
            }
        }
        double[] solution = new double[TERMS];
        for (int i = 0; i < TERMS; i++) {
            solution[i] = system[i][TERMS] / system[i][i];
        }
        return solution;
    }
}
