/** The model card: what a model is, where it comes from, how good it is and how to use its files. */
@NullMarked
package lenet.web.card;

import org.jspecify.annotations.NullMarked;
