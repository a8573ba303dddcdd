/** Adapters of the port in {@code lenet.network}, one package each; only configuration imports them. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package lenet.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
