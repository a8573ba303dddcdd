/** The service as it is deployed: its image beside PostgreSQL and Prometheus. */
@NullMarked
package lenet.container;

import org.jspecify.annotations.NullMarked;
