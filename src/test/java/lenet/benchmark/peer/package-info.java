/** Other libraries on the same task. Compiled by the Maven profile {@code benchmark} only, which has the libraries. */
@NullMarked
package lenet.benchmark.peer;

import org.jspecify.annotations.NullMarked;
