/** The LeNet-5 service: the application and the wiring of its rooms. */
@NullMarked
package lenet;

import org.jspecify.annotations.NullMarked;
