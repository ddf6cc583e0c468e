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
        return answer.isOk()
                ? Optional.ofNullable(answer.getFile())
                        .filter(file -> !text(file.getMode()).equals("tombstone"))
                : Optional.empty();
    }

    private SharedFile shared(File file) {
        NamedFile named = new NamedFile(
                FileName.of(text(file.getName())),
                text(file.getMimetype()),
                file.getSize() == null ? -1 : file.getSize());
        String source = text(file.getUrlPrivateDownload());
        return new SharedFile(file.getId(), named, text(file.getPermalink()), source, refusal(file, source));
    }

    /**
     * Text is a file of the mode {@code snippet}, whoever uploaded it and how (docs.slack.dev/reference/objects/file-object). What is written
     * in Slack itself has an address that leads to a page.
     */
    private Optional<FileRefusal> refusal(File file, String source) {
        String mode = file.isExternal() ? "external" : text(file.getMode());
        return switch (mode) {
            case "external" -> Optional.of(FileRefusal.ELSEWHERE);
            case "hidden_by_limit" -> Optional.of(FileRefusal.HIDDEN);
            case "post", "space", "docs", "quip", "canvas", "list" -> Optional.of(FileRefusal.NO_FILE);
            default -> streams.isOurs(source) ? Optional.empty() : Optional.of(FileRefusal.NO_FILE);
        };
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
        return streams.read(channel.workspace(), file, token, reader);
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
            return new Uploaded.Refused(FileRefusal.UNWRITABLE);
        }
        if (!address.isOk()) {
            return new Uploaded.Refused(refusal(address.getError()));
        }
        return streams.send(channel.workspace(), address.getUploadUrl(), bytes)
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
        boolean isShared = answer.isOk() || (isGone(answer.getError()) && isThere(channel, uploaded));
        return isShared ? Optional.empty() : Optional.of(refusal(answer.getError()));
    }

    /** Slack keeps an upload that nobody is shown for some hours; of one that is shown already it says the same. */
    private static boolean isGone(String error) {
        return error.equals("file_not_found") || error.equals("file_update_failed");
    }

    private boolean isThere(Channel channel, Uploaded.Stored uploaded) {
        return info(channel.workspace(), uploaded.id()).isPresent();
    }

    /** A file is there for nobody before its upload was completed, and that is done with the channel in one. */
    @Override
    public boolean isShared(
            Channel channel, Optional<String> thread, Uploaded.Stored uploaded, String marker, Instant since) {
        return isThere(channel, uploaded);
    }

    private static FileRefusal refusal(String error) {
        return switch (error) {
            case "file_upload_size_restricted" -> FileRefusal.TOO_LARGE;
            case "file_type_not_allowed", "slack_connect_blocked_file_type" -> FileRefusal.TYPE;
            case "file_uploads_disabled", "file_uploads_except_images_disabled" -> FileRefusal.UPLOADS_DISABLED;
            case "storage_limit_reached" -> FileRefusal.STORAGE_FULL;
            case String gone when isGone(gone) -> FileRefusal.BROKEN_OFF;
            default -> FileRefusal.REFUSED;
        };
    }
}
