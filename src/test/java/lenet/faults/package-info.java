/** What the packaged service does when its processes are killed and frozen and its database goes away. */
@NullMarked
package lenet.faults;

import org.jspecify.annotations.NullMarked;
