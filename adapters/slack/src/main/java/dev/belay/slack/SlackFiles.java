package dev.belay.slack;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import com.slack.api.methods.response.files.FilesCompleteUploadExternalResponse;
import com.slack.api.methods.response.files.FilesGetUploadURLExternalResponse;
import com.slack.api.methods.response.files.FilesInfoResponse;
import com.slack.api.model.File;
import dev.belay.chat.Channel;
import dev.belay.failure.Rejected;
import dev.belay.file.FileBytes;
import dev.belay.file.FileName;
import dev.belay.file.FileRefusal;
import dev.belay.file.Files;
import dev.belay.file.NamedFile;
import dev.belay.file.SharedFile;
import dev.belay.file.Uploaded;
import dev.belay.line.Line;
import dev.belay.slack.block.LineText;
import dev.belay.slack.call.FileStreams;
import dev.belay.slack.call.SlackCalls;
import dev.belay.slack.call.SlackMethod;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Files in Slack: read at their private addresses, uploaded in three steps of which the last one shows them
 * (docs.slack.dev/messaging/working-with-files).
 */
final class SlackFiles implements Files {
    private static final System.Logger LOG = System.getLogger(SlackFiles.class.getName());

    private final SlackCalls calls;
    private final FileStreams streams;

    SlackFiles(SlackCalls calls, FileStreams streams) {
        this.calls = calls;
        this.streams = streams;
    }

    @Override
    public List<SharedFile> of(Channel channel, Optional<String> thread, String message, List<String> ids) {
        return ids.stream().flatMap(id -> file(channel, message, id).stream()).toList();
    }

    private Optional<SharedFile> file(Channel channel, String message, String id) {
        try {
            return info(channel.workspace(), id).map(this::shared);
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.WARNING, "a file is told of by its message alone: {0}", e.getMessage());
            return Optional.of(unseen(channel, message, id));
        }
    }

    /** None of one that was deleted, or whose upload was never completed. */
    private Optional<File> info(String workspace, String id) {
        FilesInfoResponse answer = calls.call(workspace, SlackMethod.FILE, client -> client.filesInfo(r -> r.file(id)));
        return answer.isOk() ? Optional.ofNullable(answer.getFile()) : Optional.empty();
    }

    private SharedFile shared(File file) {
        NamedFile named = new NamedFile(
                FileName.of(text(file.getName())),
                text(file.getMimetype()),
                file.getSize() == null ? -1 : file.getSize());
        String source = text(file.getUrlPrivateDownload());
        boolean here = !file.isExternal() && "hosted".equals(file.getMode()) && streams.isOurs(source);
        return new SharedFile(
                file.getId(),
                named,
                text(file.getPermalink()),
                source,
                here ? Optional.empty() : Optional.of(FileRefusal.ELSEWHERE));
    }

    /** Without the right to read files nothing is known of one but its message. */
    private SharedFile unseen(Channel channel, String message, String id) {
        String link = calls.call(
                        channel,
                        SlackMethod.PERMALINK,
                        client -> client.chatGetPermalink(
                                r -> r.channel(channel.id()).messageTs(message)))
                .getPermalink();
        NamedFile file = new NamedFile(FileName.of("a file"), "", -1);
        return new SharedFile(id, file, text(link), "", Optional.of(FileRefusal.UNREADABLE));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    @Override
    public Uploaded read(Channel channel, SharedFile file, Function<FileBytes, Uploaded> reader) {
        String token = calls.token(channel.workspace());
        return streams.read(file, token, reader);
    }

    @Override
    public Uploaded upload(Channel channel, NamedFile file, FileBytes bytes) {
        FilesGetUploadURLExternalResponse address;
        try {
            address = calls.call(
                    channel.workspace(),
                    SlackMethod.UPLOAD_ADDRESS,
                    client -> client.filesGetUploadURLExternal(r ->
                            r.filename(file.name().withoutReference().value()).length(Math.toIntExact(file.bytes()))));
        } catch (Rejected e) {
            LOG.log(System.Logger.Level.WARNING, "a file is not uploaded: {0}", e.getMessage());
            return new Uploaded.Refused(FileRefusal.REFUSED);
        }
        if (!address.isOk()) {
            return new Uploaded.Refused(refusal(address.getError()));
        }
        return streams.send(address.getUploadUrl(), bytes)
                .<Uploaded>map(Uploaded.Refused::new)
                .orElseGet(() -> new Uploaded.Stored(address.getFileId()));
    }

    @Override
    public Optional<FileRefusal> share(
            Channel channel, Optional<String> thread, Uploaded.Stored uploaded, Line line, String marker) {
        FilesCompleteUploadExternalResponse answer = calls.call(
                channel,
                SlackMethod.COMPLETE_UPLOAD,
                client -> client.filesCompleteUploadExternal(r -> r.channelId(channel.id())
                        .threadTs(thread.orElse(null))
                        .initialComment(LineText.text(List.of(line)))
                        .files(List.of(FileDetails.builder().id(uploaded.id()).build()))));
        return answer.isOk() ? Optional.empty() : Optional.of(refusal(answer.getError()));
    }

    /** A file is there for nobody before its upload was completed, and that is done with the channel in one. */
    @Override
    public boolean isShared(
            Channel channel, Optional<String> thread, Uploaded.Stored uploaded, String marker, Instant since) {
        return info(channel.workspace(), uploaded.id()).isPresent();
    }

    private static FileRefusal refusal(String error) {
        return switch (error) {
            case "file_upload_size_restricted" -> FileRefusal.TOO_LARGE;
            case "file_type_not_allowed", "slack_connect_blocked_file_type" -> FileRefusal.TYPE;
            case "file_uploads_disabled", "file_uploads_except_images_disabled" -> FileRefusal.UPLOADS_DISABLED;
            case "storage_limit_reached" -> FileRefusal.STORAGE_FULL;
            default -> FileRefusal.REFUSED;
        };
    }
}
