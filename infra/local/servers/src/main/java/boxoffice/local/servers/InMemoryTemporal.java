package boxoffice.local.servers;

import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.testserver.TestServer;
import java.time.Duration;

/**
 * The last resort where no Temporal server can be had: the SDK's own test server, inside this JVM.
 * It forgets everything when it stops, has no Web UI, no list of workflows and no command line, and
 * listens on all interfaces, which its maker does not let us change.
 */
public final class InMemoryTemporal implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(10);

    private final TestServer.PortBoundTestServer server;

    private InMemoryTemporal(TestServer.PortBoundTestServer server) {
        this.server = server;
    }

    /** Starts it in real time: nothing is skipped, a hold of five minutes takes five minutes. */
    public static InMemoryTemporal start(int port) {
        var started = new InMemoryTemporal(TestServer.createPortBoundServer(port, true));
        started.registerSearchAttributes(port);
        return started;
    }

    private void registerSearchAttributes(int port) {
        var operator =
                OperatorServiceStubs.newServiceStubs(
                        OperatorServiceStubsOptions.newBuilder()
                                .setTarget("127.0.0.1:" + port)
                                .validateAndBuildWithDefaults());
        try {
            operator.connect(START_LIMIT);
            var request =
                    AddSearchAttributesRequest.newBuilder().setNamespace(TemporalServer.NAMESPACE);
            TemporalServer.SEARCH_ATTRIBUTES.forEach(
                    (name, type) -> request.putSearchAttributes(name, typeOf(type)));
            operator.blockingStub().addSearchAttributes(request.build());
        } finally {
            operator.shutdownNow();
        }
    }

    private static IndexedValueType typeOf(String type) {
        return type.equals("Bool")
                ? IndexedValueType.INDEXED_VALUE_TYPE_BOOL
                : IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD;
    }

    @Override
    public void close() {
        server.close();
    }
}
