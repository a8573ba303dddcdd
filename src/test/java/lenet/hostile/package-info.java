/** What the image does while everything rude that we know of is sent to it at once. */
@NullMarked
package lenet.hostile;

import org.jspecify.annotations.NullMarked;
