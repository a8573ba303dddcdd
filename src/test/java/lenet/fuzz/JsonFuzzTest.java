package lenet.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpMethod;

class JsonFuzzTest extends ServiceTarget {

    private record Operation(HttpMethod method, String path) {}

    private static final List<Operation> OPERATIONS = List.of(
            new Operation(HttpMethod.POST, "/api/v1/training-jobs"),
            new Operation(HttpMethod.POST, "/api/v1/sweeps"),
            new Operation(HttpMethod.POST, "/api/v1/ensembles"),
            new Operation(HttpMethod.POST, "/api/v1/classifications"),
            new Operation(HttpMethod.POST, "/api/v1/classifications/activations"),
            new Operation(HttpMethod.PUT, "/api/v1/models/aliases/fuzzed"),
            new Operation(HttpMethod.POST, "/api/v1/models/aliases/fuzzed/rollback"),
            new Operation(HttpMethod.POST, "/v2/models/lenet5/infer"));

    /** The first byte, a letter, chooses the operation: A for the first. */
    @FuzzTest
    void aBodyIsTakenOrRefused(byte[] input) throws Exception {
        if (input.length == 0) {
            return;
        }
        Operation operation = OPERATIONS.get(Math.floorMod(input[0] - 'A', OPERATIONS.size()));
        byte[] body = Arrays.copyOfRange(input, 1, input.length);
        EXECUTIONS.run(() -> answer(operation.method(), operation.path(), "application/json", body));
    }
}
