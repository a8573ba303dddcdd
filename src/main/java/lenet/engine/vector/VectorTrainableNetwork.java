package lenet.engine.vector;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lenet.network.Architecture;
import lenet.network.Batch;
import lenet.network.Loss;
import lenet.network.NetworkState;
import lenet.network.Optimiser;
import lenet.network.Scaling;
import lenet.network.StepResult;
import lenet.network.TrainableNetwork;

/**
 * A network in training. A step has two halves that the team shares: the gradient, by {@link GradientShard shards}, and
 * the move, by {@link Descent chunks}.
 */
final class VectorTrainableNetwork implements TrainableNetwork {

    private final Architecture architecture;
    private final BlockNetwork network;
    private final BlockLoss loss;
    private final Descent descent;
    private final Team team;
    private final List<Block> blocks;
    private final List<GradientShard> shards;

    VectorTrainableNetwork(
            Architecture architecture, Scaling scaling, Loss loss, Optimiser optimiser, NetworkState state, Team team) {
        state.check(architecture, optimiser);
        this.architecture = architecture;
        this.network = new BlockNetwork(architecture, scaling);
        this.loss = new BlockLoss(loss, architecture.classes());
        this.descent = new Descent(network.layout(), optimiser, state);
        this.team = team;
        this.blocks = Stream.generate(network::newBlock).limit(team.size()).toList();
        this.shards =
                Stream.generate(network::newShard).limit(GradientShard.COUNT).toList();
    }

    @Override
    public StepResult step(Batch batch, double learningRate) {
        int batchBlocks = blocks(batch);
        List<GradientShard> taken = shards.subList(0, Math.min(GradientShard.COUNT, batchBlocks));
        StepResult[] results = new StepResult[batchBlocks];
        int members = Math.min(team.available(), taken.size());
        team.run(members, member -> {
            for (int shard = member; shard < taken.size(); shard += members) {
                compute(batch, shard, blocks.get(member), results);
            }
        });
        move(taken, members, learningRate);
        return total(results);
    }

    @Override
    public void estimateCurvature(Batch batch) {
        List<GradientShard> taken = shards.subList(0, Math.min(GradientShard.COUNT, blocks(batch)));
        float[] squared = new Activations(descent.parameters(), new float[0]).squaredValues();
        team.run(1, member -> {
            for (int shard = 0; shard < taken.size(); shard++) {
                curve(batch, shard, squared);
            }
        });
        descent.curve(taken);
    }

    @Override
    public float[] logits(Batch batch) {
        int classes = architecture.classes();
        float[] logits = new float[batch.size() * classes];
        int members = Math.min(team.available(), blocks(batch));
        team.run(members, member -> {
            Block block = blocks.get(member);
            for (int number = member; number < blocks(batch); number += members) {
                int from = number * Lanes.BLOCK;
                forward(descent.answering(), batch, number, block);
                block.copyLogits(classes, pictures(batch, number), logits, from * classes);
            }
        });
        return logits;
    }

    @Override
    public NetworkState state() {
        return descent.state(architecture);
    }

    @Override
    public void close() {
        team.close();
    }

    /** Computes one shard's gradient: every so many blocks of the batch, in order. */
    private void compute(Batch batch, int number, Block block, StepResult[] results) {
        GradientShard shard = shards.get(number);
        shard.started = false;
        for (int i = number; i < results.length; i += GradientShard.COUNT) {
            int first = i * Lanes.BLOCK;
            forward(descent.parameters(), batch, i, block);
            results[i] = loss.of(block.logits(), pictures(batch, i), batch, first);
            network.backward(descent.parameters(), block, shard);
        }
        network.collect(shard);
    }

    private void curve(Batch batch, int number, float[] squared) {
        Block block = blocks.get(0);
        List<float[]> curvatures = block.activations().stream()
                .map(activations -> new float[activations.values().length])
                .toList();
        GradientShard shard = shards.get(number);
        shard.started = false;
        for (int i = number; i < blocks(batch); i += GradientShard.COUNT) {
            int first = i * Lanes.BLOCK;
            forward(descent.parameters(), batch, i, block);
            loss.of(block.logits(), pictures(batch, i), batch, first);
            loss.curvature(block.logits(), pictures(batch, i), batch, first, curvatures.get(curvatures.size() - 1));
            network.curvature(squared, block, curvatures, shard);
        }
        network.collect(shard);
    }

    private void forward(float[] parameters, Batch batch, int number, Block block) {
        int first = number * Lanes.BLOCK;
        int last = batch.size() - 1;
        // A last block that is not full repeats its last picture.
        network.forward(
                parameters,
                batch.data().images(),
                picture -> batch.index(Math.min(first + picture, last)),
                batch.reader(),
                block);
    }

    private void move(List<GradientShard> taken, int members, double learningRate) {
        descent.begin(learningRate);
        if (descent.clips()) {
            team.run(members, member -> chunks(member, members).forEach(chunk -> descent.addUp(taken, chunk)));
            team.run(members, member -> chunks(member, members).forEach(descent::move));
        } else {
            team.run(members, member -> chunks(member, members).forEach(chunk -> {
                descent.addUp(taken, chunk);
                descent.move(chunk);
            }));
        }
    }

    private IntStream chunks(int member, int members) {
        return IntStream.iterate(member, chunk -> chunk < descent.chunks(), chunk -> chunk + members);
    }

    private static int blocks(Batch batch) {
        return (batch.size() + Lanes.BLOCK - 1) / Lanes.BLOCK;
    }

    private static int pictures(Batch batch, int block) {
        return Math.min(Lanes.BLOCK, batch.size() - block * Lanes.BLOCK);
    }

    private static StepResult total(StepResult[] results) {
        double lossSum = 0;
        int correct = 0;
        for (StepResult result : results) {
            lossSum += result.lossSum();
            correct += result.correct();
        }
        return new StepResult(lossSum, correct);
    }
}
