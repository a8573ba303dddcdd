/** Sweeps: one request that becomes many training jobs, which are ranked and thinned out. */
@NullMarked
package lenet.sweep;

import org.jspecify.annotations.NullMarked;
