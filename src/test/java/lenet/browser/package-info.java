/** The service as somebody with a browser meets it. */
@NullMarked
package lenet.browser;

import org.jspecify.annotations.NullMarked;
