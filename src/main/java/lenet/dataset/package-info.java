/** MNIST, or any data set in its layout: IDX files, the three splits, their mean and their fingerprints. */
@NullMarked
package lenet.dataset;

import org.jspecify.annotations.NullMarked;
