package lenet.benchmark;

import java.util.Arrays;
import java.util.Optional;

/** What the contestants are compared at; the benchmarks' methods are called after these. */
enum Task {
    TRAIN_32("trainBatchOf32", "training, batch 32, images/s", "DJL/PyTorch"),
    TRAIN_128("trainBatchOf128", "training, batch 128, images/s", "DJL/PyTorch"),
    CLASSIFY_ONE("classifyOne", "one image, µs, median", "ONNX Runtime, 1 thread"),
    CLASSIFY_128("classifyBatchOf128", "batches of 128, images/s", "ONNX Runtime, 1 thread"),
    ONE_CORE("oneCore", "FMA peak of one core, GFLOP/s", ""),
    TWO_CORES("twoCores", "FMA peak of two cores, GFLOP/s", "");

    private final String method;
    private final String title;
    private final String peer;

    Task(String method, String title, String peer) {
        this.method = method;
        this.title = title;
        this.peer = peer;
    }

    /** The task that a benchmark method does, if it is compared. */
    static Optional<Task> of(String method) {
        return Arrays.stream(values())
                .filter(task -> task.method.equals(method))
                .findFirst();
    }

    /** The task and its unit. */
    String title() {
        return title;
    }

    /** How the label of the contestants begins that the others are held against; empty if there are none. */
    String peer() {
        return peer;
    }

    boolean isTraining() {
        return this == TRAIN_32 || this == TRAIN_128;
    }

    /** Whether less is better. */
    boolean isLatency() {
        return this == CLASSIFY_ONE;
    }
}
