/** Programs that measure; {@code docs/benchmarks.md} has their results and the commands that run them. */
@NullMarked
package lenet.benchmark;

import org.jspecify.annotations.NullMarked;
