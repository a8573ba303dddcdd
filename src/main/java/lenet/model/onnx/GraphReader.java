package lenet.model.onnx;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lenet.model.ModelFileException;
import lenet.model.onnx.Value.Integers;
import org.jspecify.annotations.Nullable;

/**
 * Follows a picture through a graph, node after node, and keeps the steps it takes. ONNX lists nodes so that each comes
 * after those it depends on: one pass is enough, and a cycle is a node whose input nobody has made yet.
 */
final class GraphReader {

    private static final int MOST_NODES = 256;
    private static final int MOST_OUTPUTS = 16;

    /** Constants that a file makes of its own ones; several times what the largest file holds. */
    private static final int MOST_CONSTANTS = 4 << 20;

    private final GraphProto graph;
    private final int operatorSet;
    private final Map<String, TensorProto> initialisers = new HashMap<>();
    private final Map<String, Value> values = new HashMap<>();
    private int constants;

    private GraphReader(GraphProto graph, int operatorSet) {
        this.graph = graph;
        this.operatorSet = operatorSet;
    }

    /**
     * What the graph does with a picture.
     *
     * @throws ModelFileException if the graph is not one chain of known operators
     */
    static Chain read(GraphProto graph, int operatorSet) {
        return new GraphReader(graph, operatorSet).chain();
    }

    private Chain chain() {
        if (graph.getNodeCount() > MOST_NODES) {
            throw new ModelFileException(
                    "the graph has %,d nodes; at most %d are read".formatted(graph.getNodeCount(), MOST_NODES));
        }
        if (graph.getSparseInitializerCount() > 0) {
            throw new ModelFileException("the graph has sparse initialisers; only dense ones are read");
        }
        graph.getInitializerList().forEach(tensor -> initialisers.put(tensor.getName(), tensor));
        ValueInfoProto input = input();
        Signal picture = PictureInput.read(input);
        values.put(input.getName(), picture);
        for (NodeProto node : graph.getNodeList()) {
            run(node);
        }
        boolean bytes = input.getType().getTensorType().getElemType() == DataType.UINT8.getNumber();
        return new Chain((int) Math.sqrt(picture.size()), bytes, output().steps());
    }

    /** Files of before 2019 list their initialisers among the inputs. */
    private ValueInfoProto input() {
        List<ValueInfoProto> inputs = graph.getInputList().stream()
                .filter(input -> !initialisers.containsKey(input.getName()))
                .toList();
        if (inputs.size() != 1) {
            throw new ModelFileException("a network takes pictures and nothing else, found %d inputs%s"
                    .formatted(inputs.size(), names(inputs)));
        }
        return inputs.get(0);
    }

    private void run(NodeProto proto) {
        Node node = new Node(proto);
        if (!proto.getDomain().isEmpty() && !proto.getDomain().equals("ai.onnx")) {
            throw node.refusal("the operator is of domain %s; only ONNX's own are read", Quoted.of(proto.getDomain()));
        }
        List<@Nullable Value> inputs = new ArrayList<>();
        for (String name : proto.getInputList()) {
            inputs.add(name.isEmpty() ? null : value(node, name));
        }
        if (proto.getOutputCount() == 0) {
            throw node.refusal("makes nothing");
        }
        Value made = Operators.apply(new Operation(node, inputs, operatorSet));
        account(node, made);
        if (values.putIfAbsent(proto.getOutput(0), made) != null) {
            throw node.refusal("makes %s, which is made already", Quoted.of(proto.getOutput(0)));
        }
    }

    private Value value(Node node, String name) {
        Value known = values.get(name);
        if (known != null) {
            return known;
        }
        TensorProto tensor = initialisers.get(name);
        if (tensor == null) {
            throw node.refusal(
                    "input %s is no initialiser and made by no earlier node; the graph is cyclic, incomplete or out of order",
                    Quoted.of(name));
        }
        Value constant = Constants.read(tensor, message -> node.refusal("initialiser %s %s", Quoted.of(name), message));
        values.put(name, constant);
        return constant;
    }

    private void account(Node node, Value made) {
        if (made instanceof Value.Floats floats) {
            constants += floats.values().length;
        } else if (made instanceof Integers integers) {
            constants += integers.values().length;
        } else if (made instanceof Signal signal) {
            constants += signal.lastWeights();
        }
        if (constants > MOST_CONSTANTS) {
            throw node.refusal("up to here the graph uses more than %,d constants", MOST_CONSTANTS);
        }
    }

    /** The output at the end of the chain; others may be values on the way there, such as logits before probabilities. */
    private Signal output() {
        if (graph.getOutputCount() > MOST_OUTPUTS) {
            throw new ModelFileException(
                    "the graph has %,d outputs; at most %d are read".formatted(graph.getOutputCount(), MOST_OUTPUTS));
        }
        List<Signal> outputs = graph.getOutputList().stream().map(this::output).toList();
        Signal last = outputs.stream()
                .max((a, b) -> Integer.compare(a.steps().size(), b.steps().size()))
                .orElseThrow(() -> new ModelFileException("the graph has no output"));
        Set<Step> chain = new HashSet<>(last.steps());
        for (int i = 0; i < outputs.size(); i++) {
            if (!chain.containsAll(outputs.get(i).steps())) {
                throw new ModelFileException("output %s does not lie on the way to the last; a network has one chain"
                        .formatted(Quoted.of(graph.getOutput(i).getName())));
            }
        }
        return last;
    }

    private Signal output(ValueInfoProto output) {
        if (values.get(output.getName()) instanceof Signal signal) {
            return signal;
        }
        throw new ModelFileException(
                "output %s should depend on the picture and be made by a node".formatted(Quoted.of(output.getName())));
    }

    private static String names(List<ValueInfoProto> inputs) {
        return inputs.isEmpty()
                ? ""
                : inputs.stream()
                        .limit(5)
                        .map(input -> Quoted.of(input.getName()))
                        .collect(Collectors.joining(", ", ": ", ""));
    }
}
