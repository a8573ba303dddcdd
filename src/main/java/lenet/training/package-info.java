/** Training jobs: the recipe, the loop, the job's life cycle, its queue and its curves. */
@NullMarked
package lenet.training;

import org.jspecify.annotations.NullMarked;
