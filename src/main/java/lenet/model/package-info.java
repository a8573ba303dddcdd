/** The model registry: immutable versions, aliases that point at them, provenance, and the files that hold a model. */
@NullMarked
package lenet.model;

import org.jspecify.annotations.NullMarked;
