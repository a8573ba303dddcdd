package lenet.engine.vector;

import static lenet.engine.vector.Lanes.SPECIES;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/**
 * {@code tanh} as a rational function, an odd polynomial of degree 13 over an even one of degree 6, where
 * {@code Math.tanh} takes a hundred times as long. The coefficients are those of the minimax approximation that the
 * Eigen library uses for single precision. Within 3·10⁻⁷ of the true value everywhere; NaN stays NaN.
 */
final class RationalTanh {

    /** Where the approximation reaches 1 and has to be kept from going on. */
    private static final float LIMIT = 7.905311f;

    private static final float P1 = 0.0048935246f;
    private static final float P3 = 6.3726195e-4f;
    private static final float P5 = 1.48572235e-5f;
    private static final float P7 = 5.1222973e-8f;
    private static final float P9 = -8.604672e-11f;
    private static final float P11 = 2.000188e-13f;
    private static final float P13 = -2.7607684e-16f;
    private static final float Q0 = 0.004893525f;
    private static final float Q2 = 0.0022684347f;
    private static final float Q4 = 1.1853471e-4f;
    private static final float Q6 = 1.1982584e-6f;

    private RationalTanh() {}

    static FloatVector of(FloatVector x) {
        // Comparisons rather than min and max, whose rules for NaN and −0 cost more instructions than tanh itself.
        FloatVector below = x.blend(LIMIT, x.compare(VectorOperators.GT, LIMIT));
        FloatVector c = below.blend(-LIMIT, below.compare(VectorOperators.LT, -LIMIT));
        FloatVector s = c.mul(c);
        FloatVector p = s.fma(constant(P13), constant(P11));
        p = p.fma(s, constant(P9));
        p = p.fma(s, constant(P7));
        p = p.fma(s, constant(P5));
        p = p.fma(s, constant(P3));
        p = p.fma(s, constant(P1));
        FloatVector q = s.fma(constant(Q6), constant(Q4));
        q = q.fma(s, constant(Q2));
        q = q.fma(s, constant(Q0));
        return c.mul(p).div(q);
    }

    private static FloatVector constant(float value) {
        return FloatVector.broadcast(SPECIES, value);
    }
}
