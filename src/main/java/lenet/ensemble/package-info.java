/** Ensembles: networks that are trained to answer together, and become one model. */
@NullMarked
package lenet.ensemble;

import org.jspecify.annotations.NullMarked;
