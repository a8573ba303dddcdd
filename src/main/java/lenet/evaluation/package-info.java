/** What training and testing are measured by: epoch metrics, learning curves, predictions, the confusion matrix. */
@NullMarked
package lenet.evaluation;

import org.jspecify.annotations.NullMarked;
