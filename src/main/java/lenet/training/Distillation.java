package lenet.training;

/**
 * Learning from a model what it makes of each picture, not the class alone (Hinton, Vinyals and Dean 2015).
 *
 * @param teacher version of the model, a network or an ensemble
 * @param share the teacher's part of what is to be learned, above 0 and at most 1; the rest is the class
 */
public record Distillation(long teacher, double share) {

    /** The share when none is given. */
    public static final double USUAL_SHARE = 0.9;

    public Distillation {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a teacher's share lies above 0 and at most at 1, found " + share);
        }
    }
}
