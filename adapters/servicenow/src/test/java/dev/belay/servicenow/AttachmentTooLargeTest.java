package dev.belay.servicenow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.file.FileBytes;
import dev.belay.file.FileName;
import dev.belay.file.FileRefusal;
import dev.belay.file.NamedFile;
import dev.belay.file.Uploaded;
import dev.belay.record.RecordRef;
import dev.belay.servicenow.credential.ClientCredentials;
import dev.belay.servicenow.table.TableApi;
import dev.belay.settings.ServiceNowSettings;
import dev.belay.simulator.http.RawServer;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An instance, or what stands before it, refuses a file by the length that it is told, and takes nothing of it. */
final class AttachmentTooLargeTest {
    private static final String TOKEN = "{\"access_token\":\"t0k3n\",\"token_type\":\"Bearer\",\"expires_in\":1799}";

    /** Which JSON it says is not documented, and a proxy says none. */
    @ParameterizedTest
    @ValueSource(longs = {1 << 20, 1 << 28})
    void what_is_refused_before_it_was_read_is_too_large(long length) {
        try (RawServer server = RawServer.hasty(seen -> seen.line().contains("oauth_token")
                ? RawServer.json(200, "", TOKEN)
                : RawServer.json(413, "Connection: close\r\n", "<html>Request Entity Too Large</html>"))) {
            NamedFile file = new NamedFile(FileName.of("dump.bin"), "application/octet-stream", length);
            RecordRef record = RecordRef.of("incident", StubInstance.SYS_ID);
            assertThat(attachments(server).attach(record, file, new FileBytes(new Zeroes(), length)))
                    .isEqualTo(new Uploaded.Refused(FileRefusal.TOO_LARGE));
        }
    }

    private static ServiceNowAttachments attachments(RawServer server) {
        TableApi api = new TableApi(
                server.at(""), () -> new ClientCredentials("belay", "s3cret"), (_, _) -> {}, StubInstance.CLOCK);
        return new ServiceNowAttachments(
                api, new ServiceNowSettings("acme", server.at(""), StubInstance.USER, Map.of()));
    }

    /** Without end. */
    private static final class Zeroes extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return length;
        }
    }
}
