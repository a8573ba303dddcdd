/** The model registry: immutable versions, the live alias, provenance, and the file that holds a model. */
@NullMarked
package lenet.model;

import org.jspecify.annotations.NullMarked;
