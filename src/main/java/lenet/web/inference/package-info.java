/** The Open Inference Protocol, version 2 (KServe), over HTTP: {@code /v2}. */
@NullMarked
package lenet.web.inference;

import org.jspecify.annotations.NullMarked;
