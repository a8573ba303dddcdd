/**
 * Jazzer's targets: whatever bytes come from outside, each parser reads or refuses them, in time. In a plain test run the inputs
 * below {@code src/test/resources/lenet/fuzz} are tried; CONTRIBUTING says how to search for new ones.
 */
@NullMarked
package lenet.fuzz;

import org.jspecify.annotations.NullMarked;
