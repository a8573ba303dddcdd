package lenet.evaluation;

import org.apache.commons.statistics.inference.AlternativeHypothesis;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * McNemar's test of two networks on the same pictures: only those count on which exactly one of the two is right. If both
 * were equally good, each of these would be as likely to fall to the one as to the other.
 *
 * @param onlyFirstRight pictures that only the first network has right
 * @param onlySecondRight pictures that only the second network has right
 */
public record McNemar(int onlyFirstRight, int onlySecondRight) {

    /** {@code (|b − c| − 1)² / (b + c)}, with Edwards' correction; 0 where neither counts. */
    public double statistic() {
        int discordant = onlyFirstRight + onlySecondRight;
        int excess = Math.max(0, Math.abs(onlyFirstRight - onlySecondRight) - 1);
        return discordant == 0 ? 0 : (double) excess * excess / discordant;
    }

    /** How likely so uneven a fall would be if both were equally good: the exact two-sided binomial test. */
    public double pValue() {
        int discordant = onlyFirstRight + onlySecondRight;
        return discordant == 0
                ? 1
                : BinomialTest.withDefaults()
                        .with(AlternativeHypothesis.TWO_SIDED)
                        .test(discordant, onlyFirstRight, 0.5)
                        .getPValue();
    }
}
