package lenet.evaluation;

/**
 * How well one class is recognised.
 *
 * @param support number of pictures of the class
 * @param precision share of the pictures taken for this digit that are it; 0 when none was
 * @param recall share of the digit's pictures that were recognised; 0 when there are none
 */
public record ClassScore(int digit, int support, double precision, double recall) {}
