package lenet.container;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startable;
import org.testcontainers.lifecycle.Startables;

/** Nodes of the service on one PostgreSQL. */
final class Cluster implements Startable {

    private static final String PASSWORD = "lenet";

    /** Internal, lest a node that is cut from it still finds a way through the host, or loses its published port. */
    private final Network databaseNetwork = Network.builder()
            .createNetworkCmdModifier(command -> command.withInternal(true))
            .build();

    private final Network clientNetwork = Network.newNetwork();

    private final GenericContainer<?> database = new GenericContainer<>("postgres:17")
            .withNetwork(databaseNetwork)
            .withNetworkAliases("postgres")
            .withEnv("POSTGRES_DB", "lenet")
            .withEnv("POSTGRES_USER", "lenet")
            .withEnv("POSTGRES_PASSWORD", PASSWORD)
            // Once while it sets itself up, once for good.
            .waitingFor(Wait.forLogMessage(".*ready to accept connections.*\\n", 2));

    private final List<ClusterNode> nodes;

    /** So many nodes, with db-scheduler's heartbeat so far apart; a node that misses four is dead. */
    Cluster(int nodes, Duration heartbeat) {
        this.nodes = IntStream.rangeClosed(1, nodes)
                .mapToObj(number -> new ClusterNode("node-" + number, clientNetwork, databaseNetwork)
                        .dependsOn(database)
                        .withEnv("SPRING_DATASOURCE_URL", "jdbc:postgresql://postgres:5432/lenet")
                        .withEnv("SPRING_DATASOURCE_USERNAME", "lenet")
                        .withEnv("SPRING_DATASOURCE_PASSWORD", PASSWORD)
                        .withEnv("DB_SCHEDULER_HEARTBEAT_INTERVAL", heartbeat.toSeconds() + "s")
                        // All of them start at once.
                        .withStartupTimeout(Duration.ofMinutes(4)))
                .toList();
    }

    /** Number 1 is the first. */
    ClusterNode node(int number) {
        return nodes.get(number - 1);
    }

    List<ClusterNode> nodes() {
        return nodes;
    }

    /** A node other than the one with that name. */
    ClusterNode nodeOtherThan(String name) {
        return nodes.stream()
                .filter(node -> !node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** How many models there are in the database. */
    int models() throws Exception {
        String answer = database.execInContainer(
                        "psql", "-U", "lenet", "-d", "lenet", "-Atc", "select count(*) from model_version")
                .getStdout();
        return Integer.parseInt(answer.trim());
    }

    @Override
    public void start() {
        Startables.deepStart(nodes).join();
    }

    @Override
    public void stop() {
        Stream.concat(nodes.stream(), Stream.of(database)).forEach(GenericContainer::stop);
        clientNetwork.close();
        databaseNetwork.close();
    }
}
