package lenet.model.onnx;

import java.util.List;

/**
 * What a graph does with a picture.
 *
 * @param side pixels along a side of the picture that the graph takes
 * @param bytes whether it takes bytes, which leaves no doubt that a pixel is 0–255
 * @param steps from the picture to the last output
 */
record Chain(int side, boolean bytes, List<Step> steps) {}
