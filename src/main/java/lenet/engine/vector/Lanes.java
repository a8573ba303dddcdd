package lenet.engine.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/** How wide this machine computes, and how wide this engine's blocks are. */
final class Lanes {

    /** Pictures in a block: one 512-bit vector of floats, two of 256 bits or four of 128. */
    static final int BLOCK = 16;

    /** Names the width of a vector in bits, 128, 256 or 512, for a machine that is not best served by its widest. */
    static final String BITS_PROPERTY = "lenet.vector.bits";

    /** A constant, so that the compiler can turn operations on it into single instructions. */
    static final VectorSpecies<Float> SPECIES = species();

    /** Floats in a vector of {@link #SPECIES}; divides {@link #BLOCK}. */
    static final int LENGTH = SPECIES.length();

    /** Vector registers of this machine: AVX-512 and NEON have 32, AVX2 has 16. */
    static final int REGISTERS = FloatVector.SPECIES_PREFERRED.vectorBitSize() >= 512
                    || System.getProperty("os.arch").equals("aarch64")
            ? 32
            : 16;

    private Lanes() {}

    /** {@code count} rounded up to a multiple of {@code step}. */
    static int roundUp(int count, int step) {
        return (count + step - 1) / step * step;
    }

    private static VectorSpecies<Float> species() {
        int widest = Math.min(512, FloatVector.SPECIES_PREFERRED.vectorBitSize());
        int bits = Integer.getInteger(BITS_PROPERTY, Math.max(128, widest));
        if (bits != 128 && bits != 256 && bits != 512) {
            throw new IllegalArgumentException(
                    "%s is 128, 256 or 512, found %s".formatted(BITS_PROPERTY, System.getProperty(BITS_PROPERTY)));
        }
        return VectorSpecies.of(float.class, VectorShape.forBitSize(bits));
    }
}
