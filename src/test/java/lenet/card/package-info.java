/** The programs of a model card, run. */
@NullMarked
package lenet.card;

import org.jspecify.annotations.NullMarked;
