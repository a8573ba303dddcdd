/** Digit pictures: decoding with limits, normalising to MNIST's form, and the pictures and plots of a report. */
@NullMarked
package lenet.image;

import org.jspecify.annotations.NullMarked;
