package lenet;

import java.net.URL;
import java.util.Map;
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
        SpringApplication application = new SpringApplication(LenetApplication.class);
        URL classes =
                LenetApplication.class.getProtectionDomain().getCodeSource().getLocation();
        application.setDefaultProperties(Map.of("lenet.virtual-threads", !isWithinAJar(classes)));
        return application.run(arguments);
    }

    /**
     * Whether classes are read out of a jar within a jar. A virtual thread that loads a class keeps its carrier while it
     * waits for Spring Boot's lock on that jar, so that the one that has the lock may never run again.
     */
    static boolean isWithinAJar(URL classes) {
        return classes.toString().startsWith("jar:nested:");
    }
}
