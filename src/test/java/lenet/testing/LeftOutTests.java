package lenet.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Says at the end of the build which tests were left out and how to have them; with -Dall-tests-must-run that is an error. */
public final class LeftOutTests {

    private LeftOutTests() {}

    /** Reads the reports of Surefire and Failsafe in {@code folders}, of which some may not be there. */
    public static void main(String[] folders) throws Exception {
        Map<String, Set<String>> testsByReason = new TreeMap<>();
        for (String folder : folders) {
            for (Path report : reports(Path.of(folder))) {
                collect(report, testsByReason);
            }
        }
        testsByReason.forEach((reason, tests) ->
                System.out.printf("[WARNING] TESTS LEFT OUT of %s: %s.%n", String.join(", ", tests), reason));
        if (!testsByReason.isEmpty() && System.getProperty("all-tests-must-run") != null) {
            throw new IllegalStateException("tests were left out where all must run");
        }
    }

    private static List<Path> reports(Path folder) throws IOException {
        List<Path> reports = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.newDirectoryStream(folder, "TEST-*.xml")) {
                files.forEach(reports::add);
            }
        }
        return reports;
    }

    /** A report names in {@code skipped} the condition that left a test out, and after an arrow the reason given with it. */
    private static void collect(Path report, Map<String, Set<String>> testsByReason) throws Exception {
        NodeList skipped = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getElementsByTagName("skipped");
        for (int i = 0; i < skipped.getLength(); i++) {
            Element element = (Element) skipped.item(i);
            String reason = element.getAttribute("message").replaceFirst("(?s).* ==> ", "");
            String test = ((Element) element.getParentNode()).getAttribute("classname");
            testsByReason
                    .computeIfAbsent(reason, first -> new TreeSet<>())
                    .add(test.substring(test.lastIndexOf('.') + 1));
        }
    }
}
