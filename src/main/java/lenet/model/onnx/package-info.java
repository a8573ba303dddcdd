/** The ONNX format: a model as a file that every ONNX runtime runs, and a network from a file that others wrote. */
@NullMarked
package lenet.model.onnx;

import org.jspecify.annotations.NullMarked;
