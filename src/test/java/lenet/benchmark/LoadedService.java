package lenet.benchmark;

import java.nio.charset.StandardCharsets;
import lenet.LenetApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The service with one endpoint more, {@code POST /constant}, which reads a picture and always gives the same answer:
 * what a request costs without its classification. {@code src/test/load/compare.py} starts it.
 */
public final class LoadedService {

    private LoadedService() {}

    /** Takes the service's own arguments. */
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        SpringApplication.run(new Class<?>[] {LenetApplication.class, ConstantController.class}, arguments);
    }

    /** A component of this benchmark only; tests that look for components pass it by. */
    @TestComponent
    @RestController
    static class ConstantController {

        /** What the bundled model says of the first test digit. */
        private static final byte[] ANSWER = """
                {"digit":7,"confidence":0.9997716388454423,"probabilities":[1.0393242463853706E-5,8.42101071813945E-6,\
                6.542532785422988E-5,8.96571724339504E-5,9.150973561050373E-8,3.7959461170320694E-6,\
                7.266142550412089E-9,0.9997716388454423,2.6019333192805113E-7,5.030948576141158E-5],\
                "modelVersion":1}""".getBytes(StandardCharsets.UTF_8);

        @PostMapping(
                path = "/constant",
                consumes = MediaType.IMAGE_PNG_VALUE,
                produces = MediaType.APPLICATION_JSON_VALUE)
        byte[] answer(@RequestBody byte[] picture) {
            return ANSWER;
        }
    }
}
