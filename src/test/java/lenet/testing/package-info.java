/** What tests of more than one room share: a quick engine and a small data set. */
@NullMarked
package lenet.testing;

import org.jspecify.annotations.NullMarked;
