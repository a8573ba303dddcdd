/** The ONNX format: a model as a file that every ONNX runtime runs, and a network from a file that others wrote. */
@NamedInterface("onnx")
@NullMarked
package lenet.model.onnx;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
