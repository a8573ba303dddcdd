/**
 * The engine this service exists for: the network in plain Java on the Vector API.
 *
 * <h2>The layout</h2>
 *
 * Pictures travel in blocks of sixteen, and everything that is done to one picture is done to the sixteen at once. A
 * block's values lie unit by unit, the sixteen pictures' values of a unit side by side:
 *
 * <pre>
 *   unit 0                unit 1                unit 2
 *   ┌──┬──┬──┬─ … ─┬──┐   ┌──┬──┬──┬─ … ─┬──┐   ┌──┬─
 *   │p0│p1│p2│     │pF│   │p0│p1│p2│     │pF│   │p0│      one float each
 *   └──┴──┴──┴─ … ─┴──┘   └──┴──┴──┴─ … ─┴──┘   └──┴─
 *   └─ 512 bits: one vector, two of 256 bits, four of 128 ─┘
 * </pre>
 *
 * Units stand in the order {@code [map][row][column]}, so a neighbour to the right is 16 floats away and one below 16
 * times the width. A weight is one number for all sixteen pictures: it is broadcast, and no value is ever gathered,
 * shifted or summed across a vector in a hot loop. A convolution needs no copy of its input in another order.
 *
 * <p>Parameters lie as {@link lenet.engine.vector.Matrix matrices} of one row an input and one column a map or unit,
 * because that is how both kernels want to read them: the weights from one input to neighbouring maps are neighbours.
 *
 * <h2>The way through</h2>
 *
 * <pre>
 *   bytes ─ PicturePacker ─▶ Block ─ BlockLayer.forward … ─▶ logits ─ SoftmaxLoss ─▶ slopes
 *                              ◀──── BlockLayer.backward … ─────────────────────────────┘
 *                              └─▶ GradientShard ─ Update ─▶ parameters
 * </pre>
 *
 * {@link lenet.engine.vector.PatchSum} and {@link lenet.engine.vector.TapGradient} carry convolutions,
 * {@link lenet.engine.vector.DenseKernel} the dense layers; all else passes over the values once.
 *
 * <h2>One picture</h2>
 *
 * A block of one picture would be fifteen sixteenths empty, so pictures that come alone go through
 * {@link lenet.engine.vector.PictureNetwork}, where lanes are columns, maps and units: the same kernel of a convolution in
 * another layout first, then {@link lenet.engine.vector.MapSum} and {@link lenet.engine.vector.PictureDense}.
 *
 * <h2>Threads</h2>
 *
 * Training shares each step among a {@link lenet.engine.vector.Team}; {@link lenet.engine.vector.Serving} tells it to
 * leave a core to whoever classifies. A classifier works on its caller's thread.
 *
 * <h2>The same bits, always</h2>
 *
 * No sum's order depends on the width of a vector, the number of threads or the JDK: lanes are pictures and not terms of
 * a sum; multiplications that are added are fused, which is exact to one rounding everywhere; blocks belong to
 * {@link lenet.engine.vector.GradientShard shards} by their number, and shards are added in order.
 */
@NullMarked
package lenet.engine.vector;

import org.jspecify.annotations.NullMarked;
