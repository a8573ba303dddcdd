package lenet.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How evenly a running service serves many clients, each of which asks again as soon as it is answered: requests of the
 * client that got the fewest and of the one that got the most, percentiles in milliseconds and the requests refused with a
 * 503. A thread of the operating system is a client.
 */
public final class FairShare {

    private static final int CLIENTS = 32;
    private static final int SECONDS = 8;
    private static final int REFUSED = 503;

    private final URI classifications;
    private final byte[] digit;

    private FairShare(String service) throws IOException {
        this.classifications = URI.create(service + "/api/v1/classifications");
        var picture = connection(URI.create(service + "/api/v1/dataset/test/0"));
        picture.setRequestProperty("Accept", "image/png");
        try (InputStream png = picture.getInputStream()) {
            this.digit = png.readAllBytes();
        }
    }

    /**
     * What one client saw.
     *
     * @param milliseconds of each request that was answered
     */
    private record Client(List<Double> milliseconds, int refused) {}

    /** Takes the number of rounds and the service's address, 2 and {@code http://localhost:8080} unless given. */
    public static void main(String[] arguments) throws Exception {
        // Each client keeps its connection; by itself the JDK keeps five.
        System.setProperty("http.maxConnections", Integer.toString(CLIENTS));
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2;
        FairShare share = new FairShare(arguments.length > 1 ? arguments[1] : "http://localhost:8080");
        for (int round = 1; round <= rounds; round++) {
            print(round, share.clients());
        }
    }

    private List<Client> clients() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
            List<Future<Client>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                running.add(threads.submit(() -> client(end)));
            }
            List<Client> clients = new ArrayList<>();
            for (Future<Client> client : running) {
                clients.add(client.get());
            }
            return clients;
        } finally {
            threads.shutdown();
        }
    }

    private Client client(long end) throws IOException {
        List<Double> milliseconds = new ArrayList<>();
        int refused = 0;
        while (System.nanoTime() < end) {
            long start = System.nanoTime();
            if (isAnswered()) {
                milliseconds.add((System.nanoTime() - start) / 1e6);
            } else {
                refused++;
            }
        }
        return new Client(milliseconds, refused);
    }

    private boolean isAnswered() throws IOException {
        HttpURLConnection connection = connection(classifications);
        connection.setRequestProperty("Content-Type", "image/png");
        connection.setDoOutput(true);
        try (OutputStream body = connection.getOutputStream()) {
            body.write(digit);
        }
        if (connection.getResponseCode() == REFUSED) {
            try (InputStream problem = connection.getErrorStream()) {
                problem.readAllBytes();
            }
            return false;
        }
        try (InputStream answer = connection.getInputStream()) {
            answer.readAllBytes();
        }
        return true;
    }

    private static HttpURLConnection connection(URI address) throws IOException {
        return (HttpURLConnection) address.toURL().openConnection();
    }

    private static void print(int round, List<Client> clients) {
        int[] served = clients.stream()
                .mapToInt(client -> client.milliseconds().size())
                .sorted()
                .toArray();
        Latencies latencies = new Latencies(clients.stream()
                .flatMap(client -> client.milliseconds().stream())
                .mapToDouble(Double::doubleValue));
        System.out.printf(
                Locale.ROOT,
                "round %d: %,d requests, %d to %d a client  p50 %.1f ms  p99 %.1f ms  longest %.0f ms  refused %d%n",
                round,
                latencies.count(),
                served[0],
                served[served.length - 1],
                latencies.percentile(0.5),
                latencies.percentile(0.99),
                latencies.longest(),
                clients.stream().mapToInt(Client::refused).sum());
    }
}
