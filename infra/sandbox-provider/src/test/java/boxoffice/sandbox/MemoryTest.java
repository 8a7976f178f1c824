package boxoffice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A provider that is stopped and started again on its file. */
class MemoryTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir private Path folder;
    private SandboxProvider provider;
    private Caller caller;

    @BeforeEach
    void start() {
        provider =
                SandboxProvider.start(
                        Settings.forTests(Caller.API_KEY).keptIn(folder.resolve("books.json")));
        caller = new Caller(provider.address());
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private void stopAndStart() {
        stop();
        start();
    }

    private String paid(String payment, String card) throws IOException {
        var intent = caller.intent(payment, 110_000);
        assertThat(caller.confirm(intent, payment, card).status()).isEqualTo(200);
        return intent;
    }

    private String refund(String intent, String key, int won) throws IOException {
        return caller.post(
                        "/v1/refunds",
                        key,
                        "payment_intent",
                        intent,
                        "amount",
                        Integer.toString(won))
                .text("/id");
    }

    private JsonNode books() throws IOException {
        return caller.get("/sandbox/books").body();
    }

    private void await(String path, String member, String wanted) throws Exception {
        var limit = Instant.now().plus(LIMIT);
        while (!caller.get(path).text(member).equals(wanted)) {
            assertThat(Instant.now()).as("%s of %s", member, path).isBefore(limit);
            Thread.sleep(20);
        }
    }

    @Test
    void knowsWhatItTookGaveBackAndDisputed() throws Exception {
        var intent = paid("booking/1", "pm_card_visa");
        refund(intent, "a", 30_000);
        paid("booking/2", "pm_sandbox_disputed");
        caller.intent("booking/3", 5_000);
        var before = books();

        stopAndStart();
        assertThat(books()).isEqualTo(before);
        assertThat(caller.get("/v1/payment_intents/" + intent).text("/status"))
                .isEqualTo("succeeded");
        refund(intent, "b", 80_000);
        assertThat(books().at("/refunded").asLong()).isEqualTo(110_000);
        assertThat(caller.confirm(intent, "c", "pm_card_visa").text("/error/code"))
                .isEqualTo("payment_intent_unexpected_state");
    }

    @Test
    void goesOnWithWhatWasUnderWay() throws Exception {
        var taking = paid("booking/1", "pm_sandbox_processing");
        var declining = paid("booking/2", "pm_sandbox_processingDeclined");
        var refund = refund(paid("booking/3", "pm_sandbox_refundPending"), "a", 110_000);
        stopAndStart();
        await("/v1/payment_intents/" + taking, "/status", "succeeded");
        await("/v1/payment_intents/" + declining, "/status", "requires_payment_method");
        await("/v1/refunds/" + refund, "/status", "succeeded");
    }

    @Test
    void writesWhileItRunsSoThatAKillCostsLittle() throws Exception {
        paid("booking/1", "pm_card_visa");
        var file = folder.resolve("books.json");
        var limit = Instant.now().plus(LIMIT);
        while (!Files.exists(file) || !Files.readString(file).contains("booking/1")) {
            assertThat(Instant.now()).as("written at last").isBefore(limit);
            Thread.sleep(20);
        }
    }

    @Test
    void saysWhatToDoAboutAFileThatIsNoBooks() throws Exception {
        var file = Files.writeString(folder.resolve("torn.json"), "{\"intents\": [");
        assertThatThrownBy(
                        () -> SandboxProvider.start(Settings.forTests(Caller.API_KEY).keptIn(file)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("delete it to begin anew");
    }
}
