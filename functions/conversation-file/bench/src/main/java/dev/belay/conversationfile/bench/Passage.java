package dev.belay.conversationfile.bench;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.file.Attachment;
import dev.belay.file.FileBytes;
import dev.belay.file.FileName;
import dev.belay.file.Files;
import dev.belay.file.NamedFile;
import dev.belay.file.SharedFile;
import dev.belay.file.Uploaded;
import dev.belay.record.RecordRef;
import dev.belay.record.SysId;
import dev.belay.servicenow.ServiceNowAttachments;
import dev.belay.servicenow.credential.ClientCredentials;
import dev.belay.servicenow.table.TableApi;
import dev.belay.settings.ServiceNowSettings;
import dev.belay.slack.SlackPlatform;
import dev.belay.slack.call.SlackClient;
import dev.belay.slack.call.SlackTokens;
import dev.belay.teams.call.FileParts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One file's passage in a process of its own, whose memory is bounded, after a small one that warms it: prints how many nanoseconds it took. */
final class Passage {
    private static final int BUFFER = 1 << 16;

    private final URI hops;
    private final NamedFile file;
    private final ServiceNowAttachments serviceNow;
    private final Files slack;
    private final FileParts teams;

    private Passage(URI hops, long bytes) {
        this.hops = hops;
        this.file = new NamedFile(FileName.of("dump.bin"), "application/octet-stream", bytes);
        Clock clock = Clock.systemUTC();
        this.serviceNow = new ServiceNowAttachments(
                new TableApi(hops, () -> new ClientCredentials("id", "secret"), (_, _) -> {}, clock),
                new ServiceNowSettings("acme", hops, "belay", Map.of()));
        this.slack = SlackPlatform.files(
                new SlackClient(URI.create(hops + "/api/"), clock), tokens(), new Unlimited(), (_, _) -> {}, clock);
        this.teams = new FileParts(hops);
    }

    public static void main(String[] arguments) throws IOException {
        Way way = Way.valueOf(arguments[0]);
        new Passage(URI.create(arguments[1]), Long.parseLong(arguments[2])).pass(way);
        Passage passage = new Passage(URI.create(arguments[3]), Long.parseLong(arguments[4]));
        long begun = System.nanoTime();
        passage.pass(way);
        System.out.println(System.nanoTime() - begun);
        System.exit(0);
    }

    private void pass(Way way) throws IOException {
        switch (way) {
            case PLAIN -> plain();
            case SLACK_TO_SERVICENOW -> demand(slack.read(channel(), shared(), this::attach));
            case TEAMS_TO_SERVICENOW -> demand(teams.read(shared(), this::attach));
            case SERVICENOW_TO_SLACK ->
                demand(serviceNow.read(attachment(), bytes -> slack.upload(channel(), file, bytes)));
            case SERVICENOW_TO_TEAMS ->
                demand(serviceNow.read(attachment(), passed(bytes -> teams.send(hops + "/parts", bytes))));
        }
    }

    private static Function<FileBytes, Uploaded> passed(Function<FileBytes, FileParts.Sent> send) {
        return bytes -> switch (send.apply(bytes)) {
            case FileParts.Sent.Whole _ -> new Uploaded.Stored("item");
            case FileParts.Sent.Refused refused -> new Uploaded.Refused(refused.why());
        };
    }

    private Uploaded attach(FileBytes bytes) {
        return serviceNow.attach(RecordRef.ofNone("incident"), file, bytes);
    }

    private static void demand(Uploaded done) {
        if (!(done instanceof Uploaded.Stored)) {
            throw new IllegalStateException("the file did not pass: " + done);
        }
    }

    private void plain() throws IOException {
        HttpURLConnection from =
                (HttpURLConnection) URI.create(hops + "/source").toURL().openConnection();
        HttpURLConnection to =
                (HttpURLConnection) URI.create(hops + "/upload").toURL().openConnection();
        to.setRequestMethod("POST");
        to.setDoOutput(true);
        to.setFixedLengthStreamingMode(file.bytes());
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                out.write(buffer, 0, got);
            }
        }
        if (to.getResponseCode() != 200) {
            throw new IOException("the plain relay was refused");
        }
    }

    private static Channel channel() {
        return new Channel(Platform.SLACK, "T1", Optional.empty(), "C1", "");
    }

    private SharedFile shared() {
        return new SharedFile("F1", file, "https://acme.slack.com/F1", hops + "/source", Optional.empty());
    }

    private Attachment attachment() {
        return new Attachment(
                new SysId("a".repeat(32)), RecordRef.ofNone("incident"), file, "alice", Optional.empty(), "");
    }

    private static SlackTokens tokens() {
        return new SlackTokens() {
            @Override
            public Optional<String> token(String workspace) {
                return Optional.of("xoxb-bench");
            }

            @Override
            public Optional<String> reread(String workspace) {
                return token(workspace);
            }

            @Override
            public void refused(String workspace, String said) {
                throw new IllegalStateException(said);
            }
        };
    }
}
