package lenet.container;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.exception.InternalServerErrorException;
import java.io.IOException;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/** One node of the service. Tests reach it by one network, it reaches its database by another, which can be cut. */
final class ClusterNode extends GenericContainer<ClusterNode> {

    private static final int PORT = 8080;
    private static final String READINESS = "/actuator/health/readiness";
    private static final Duration RECOVERY = Duration.ofSeconds(30);
    private static final Duration FREEZING = Duration.ofSeconds(10);
    private static final long GIB = 1L << 30;

    private static final long CPU_PERIOD_MICROS = 100_000;

    private final String name;
    private final Network database;

    ClusterNode(String name, Network clients, Network database) {
        super(ServiceImage.BUILT);
        this.name = name;
        this.database = database;
        withNetwork(clients);
        withEnv("LENET_NODE_NAME", name);
        withExposedPorts(PORT);
        withCreateContainerCmdModifier(
                command -> command.getHostConfig().withMemory(GIB).withMemorySwap(GIB));
        waitingFor(Wait.forHttp(READINESS).forPort(PORT));
    }

    String name() {
        return name;
    }

    Client client() {
        return new Client(getHost(), getMappedPort(PORT));
    }

    TrainingJobs jobs() {
        return new TrainingJobs(client());
    }

    /** Gives the node a part of a processor, or as much as it can get for 0. */
    void limitProcessors(double processors) {
        getDockerClient()
                .updateContainerCmd(getContainerId())
                .withCpuPeriod(CPU_PERIOD_MICROS)
                .withCpuQuota(processors == 0 ? -1 : (long) (processors * CPU_PERIOD_MICROS))
                .exec();
    }

    /** Ends the process at once, as a power cut would. */
    void kill() {
        getDockerClient().killContainerCmd(getContainerId()).withSignal("KILL").exec();
    }

    /** Stops the process where it is; it does not notice. A busy one is not always stopped at the first attempt. */
    void freeze() {
        await().atMost(FREEZING)
                .ignoreExceptionsInstanceOf(InternalServerErrorException.class)
                .untilAsserted(() ->
                        getDockerClient().pauseContainerCmd(getContainerId()).exec());
    }

    void unfreeze() {
        getDockerClient().unpauseContainerCmd(getContainerId()).exec();
    }

    /** The node goes on and can be asked, but nothing passes between it and the database any longer. */
    void cutFromDatabase() {
        getDockerClient()
                .disconnectFromNetworkCmd()
                .withContainerId(getContainerId())
                .withNetworkId(database.getId())
                .exec();
    }

    /** Heals the cut and returns once the node says that it is ready again; until then it answers 503. */
    void reconnectToDatabase() {
        connectToDatabase(getContainerId());
        await().atMost(RECOVERY).ignoreExceptionsInstanceOf(IOException.class).untilAsserted(() -> client().get(
                        READINESS, "application/json"));
    }

    @Override
    protected void containerIsCreated(String containerId) {
        connectToDatabase(containerId);
    }

    private void connectToDatabase(String containerId) {
        getDockerClient()
                .connectToNetworkCmd()
                .withContainerId(containerId)
                .withNetworkId(database.getId())
                .exec();
    }
}
