package lenet;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** Trains the LeNet family on MNIST and classifies handwritten digits over HTTP. */
// No user, whose made-up password the log would show.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class LenetApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        // Pictures are drawn without a display.
        System.setProperty("java.awt.headless", "true");
        // JDK 22 to 24 would otherwise give a console even where there is no terminal.
        System.setProperty("jdk.console", "java.base");
        return SpringApplication.run(LenetApplication.class, arguments);
    }
}
