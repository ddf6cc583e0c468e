package dev.belay.servicenow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.failure.Unavailable;
import dev.belay.file.Attachment;
import dev.belay.file.AttachmentsContract;
import dev.belay.file.FileName;
import dev.belay.file.FileRefusal;
import dev.belay.file.NamedFile;
import dev.belay.file.Uploaded;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.servicenow.credential.ClientCredentials;
import dev.belay.servicenow.table.TableApi;
import dev.belay.settings.ServiceNowSettings;
import dev.belay.simulator.http.RawServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in place of an attachment's bytes is told from them. */
final class AttachmentBytesTest {
    private static final String TOKEN = "{\"access_token\":\"t0k3n\",\"token_type\":\"Bearer\",\"expires_in\":1799}";
    private static final String PAGE = "<html>report</html>";

    /** Its length is not told. */
    @Test
    void a_page_that_is_attached_is_read_and_another_one_may_pass() {
        assertThat(read(chunked("X-Attachment-Metadata: {}\r\n"))).isEqualTo(new Uploaded.Stored(PAGE));
        assertThat(read(chunked(""))).isEqualTo(new Uploaded.Refused(FileRefusal.PAGE));
    }

    @ParameterizedTest
    @CsvSource({"302, UNREADABLE", "400, UNREADABLE", "403, UNREADABLE", "404, UNREADABLE", "410, UNREADABLE"})
    void a_refusal_stays_one(int status, FileRefusal why) {
        assertThat(read(RawServer.json(status, "", "{}"))).isEqualTo(new Uploaded.Refused(why));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void what_may_pass_is_tried_again_when_the_instance_says(int status) {
        assertThatThrownBy(() -> read(RawServer.json(status, "Retry-After: 17\r\n", "{}")))
                .isInstanceOfSatisfying(Unavailable.class, e -> {
                    assertThat(e.retryAfter()).contains(Duration.ofSeconds(17));
                    assertThat(e.isLimited()).isEqualTo(status == 429);
                });
    }

    private static String chunked(String header) {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + header + "Transfer-Encoding: chunked\r\n\r\n"
                + Integer.toHexString(PAGE.length()) + "\r\n" + PAGE + "\r\n0\r\n\r\n";
    }

    private static Uploaded read(String answer) {
        try (RawServer server =
                new RawServer(seen -> seen.line().contains("oauth_token") ? RawServer.json(200, "", TOKEN) : answer)) {
            TableApi api = new TableApi(
                    server.at(""), () -> new ClientCredentials("belay", "s3cret"), (_, _) -> {}, StubInstance.CLOCK);
            ServiceNowSettings settings = new ServiceNowSettings("acme", server.at(""), StubInstance.USER, Map.of());
            return new ServiceNowAttachments(api, settings)
                    .read(
                            attachment(),
                            bytes -> new Uploaded.Stored(
                                    new String(AttachmentsContract.all(bytes), StandardCharsets.UTF_8)));
        }
    }

    private static Attachment attachment() {
        return new Attachment(
                new SysId("a".repeat(32)),
                RecordRef.of("incident", StubInstance.SYS_ID),
                new NamedFile(FileName.of("r.html"), "text/html", PAGE.length()),
                "admin",
                Optional.empty(),
                "");
    }
}
