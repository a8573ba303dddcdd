package lenet.model.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.List;
import lenet.model.ModelFileException;
import org.jspecify.annotations.Nullable;

/** A node of a graph that is read: its operator, its attributes, and its name when it is refused. */
final class Node {

    private final NodeProto node;

    Node(NodeProto node) {
        this.node = node;
    }

    String operator() {
        return node.getOpType();
    }

    /** Such as {@code node '/c1/Conv' (Conv)}. */
    @Override
    public String toString() {
        String operator = Quoted.plain(node.getOpType());
        if (!node.getName().isEmpty()) {
            return "node %s (%s)".formatted(Quoted.of(node.getName()), operator);
        }
        String output = node.getOutputCount() == 0 ? "" : node.getOutput(0);
        return "the node that makes %s (%s)".formatted(Quoted.of(output), operator);
    }

    /** The exception that names this node. */
    @SuppressWarnings("AnnotateFormatMethod") // The annotation is in a library that nothing else here needs.
    ModelFileException refusal(String template, Object... arguments) {
        return new ModelFileException(this + ": " + template.formatted(arguments));
    }

    boolean has(String attribute) {
        return find(attribute) != null;
    }

    long integer(String attribute, long otherwise) {
        AttributeProto found = find(attribute, AttributeProto.AttributeType.INT);
        return found == null ? otherwise : found.getI();
    }

    float number(String attribute, float otherwise) {
        AttributeProto found = find(attribute, AttributeProto.AttributeType.FLOAT);
        return found == null ? otherwise : found.getF();
    }

    String text(String attribute, String otherwise) {
        AttributeProto found = find(attribute, AttributeProto.AttributeType.STRING);
        return found == null ? otherwise : found.getS().toStringUtf8();
    }

    /** The list that {@code attribute} is; {@code otherwise} if there is none. */
    List<Long> integers(String attribute, List<Long> otherwise) {
        AttributeProto found = find(attribute, AttributeProto.AttributeType.INTS);
        return found == null ? otherwise : found.getIntsList();
    }

    List<Float> numbers(String attribute) {
        AttributeProto found = find(attribute, AttributeProto.AttributeType.FLOATS);
        return found == null ? List.of() : found.getFloatsList();
    }

    @Nullable
    TensorProto tensor(String attribute) {
        AttributeProto found = find(attribute, AttributeProto.AttributeType.TENSOR);
        return found == null ? null : found.getT();
    }

    private @Nullable AttributeProto find(String attribute, AttributeProto.AttributeType type) {
        AttributeProto found = find(attribute);
        if (found != null && found.getType() != type) {
            throw refusal("attribute %s should be %s, found %s", attribute, type, found.getType());
        }
        return found;
    }

    private @Nullable AttributeProto find(String attribute) {
        for (AttributeProto candidate : node.getAttributeList()) {
            if (candidate.getName().equals(attribute)) {
                return candidate;
            }
        }
        return null;
    }
}
