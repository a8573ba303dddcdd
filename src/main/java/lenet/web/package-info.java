/** The HTTP contract: controllers, request and response records, problem details. */
@NullMarked
package lenet.web;

import org.jspecify.annotations.NullMarked;
