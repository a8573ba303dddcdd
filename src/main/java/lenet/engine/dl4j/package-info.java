/**
 * Deeplearning4j as an engine: translates architectures and parameters, owns every step of training and keeps the
 * library's oneDNN convolution switched on.
 */
@NullMarked
package lenet.engine.dl4j;

import org.jspecify.annotations.NullMarked;
