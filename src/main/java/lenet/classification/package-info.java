/** Answers which digit a picture shows, with the live model, and swaps that model without losing a request. */
@NullMarked
package lenet.classification;

import org.jspecify.annotations.NullMarked;
