/** The program that trains the paper's networks over HTTP and writes {@code docs/paper.md} and its figures. */
@NullMarked
package lenet.paper;

import org.jspecify.annotations.NullMarked;
