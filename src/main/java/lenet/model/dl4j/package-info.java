/** Models as files of Deeplearning4j. */
@NullMarked
package lenet.model.dl4j;

import org.jspecify.annotations.NullMarked;
