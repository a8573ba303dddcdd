package lenet;

import java.util.Locale;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives the JVM the locale that belongs to no country, whichever the machine has: digits, decimal points and messages are
 * the same in every answer, picture, file name and log.
 */
class OneLocale implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Locale.setDefault(Locale.ROOT);
    }
}
