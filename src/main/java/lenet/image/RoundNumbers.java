package lenet.image;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Round numbers in an interval, for the marks of an axis. */
record RoundNumbers(double low, double high, boolean logarithmic) {

    private static final double[] STEPS = {1, 2, 5};

    /** As many as there are up to {@code most}, ascending; the ends where no two round ones lie between them. */
    List<Double> within(int most) {
        List<Double> found = logarithmic ? byRatio(most) : byStep(most);
        return found.size() < 2 ? List.of(low, high) : found;
    }

    private List<Double> byStep(int most) {
        int exponent = (int) Math.floor(Math.log10((high - low) / most)) - 1;
        List<Double> found = List.of();
        for (int finer = exponent; finer <= exponent + 3; finer++) {
            for (double step : STEPS) {
                found = multiples(step, finer);
                if (found.size() <= most) {
                    return found;
                }
            }
        }
        return found;
    }

    private List<Double> multiples(double step, int exponent) {
        BigDecimal unit = BigDecimal.valueOf((long) step).scaleByPowerOfTen(exponent);
        double width = unit.doubleValue();
        long first = (long) Math.ceil(low / width - 1e-9);
        long last = (long) Math.floor(high / width + 1e-9);
        List<Double> found = new ArrayList<>();
        for (long multiple = first; multiple <= last && found.size() < 1000; multiple++) {
            found.add(unit.multiply(BigDecimal.valueOf(multiple)).doubleValue());
        }
        return found;
    }

    private List<Double> byRatio(int most) {
        List<Double> all = decades(STEPS, 1);
        List<Double> found = all;
        for (int every = 1; found.size() > most; every++) {
            found = decades(new double[] {1}, every);
        }
        return found;
    }

    private List<Double> decades(double[] steps, int every) {
        List<Double> found = new ArrayList<>();
        int first = Math.floorDiv((int) Math.floor(Math.log10(low)), every) * every;
        for (int exponent = first; Math.pow(10, exponent) <= high; exponent += every) {
            for (double step : steps) {
                double value = BigDecimal.valueOf((long) step)
                        .scaleByPowerOfTen(exponent)
                        .doubleValue();
                if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
                    found.add(value);
                }
            }
        }
        return found;
    }

    /** A number in four digits, such as 0.001, 1e-5 or 55,000. */
    static String text(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(new MathContext(4)).stripTrailingZeros();
        double size = Math.abs(rounded.doubleValue());
        if (size != 0 && (size < 1e-4 || size >= 1e7)) {
            int exponent = rounded.precision() - rounded.scale() - 1;
            return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
        }
        return size >= 10_000 ? String.format(Locale.ROOT, "%,.0f", rounded) : rounded.toPlainString();
    }
}
