package dev.belay.conversationfile;

import dev.belay.chat.Platform;
import dev.belay.credential.CredentialState;
import dev.belay.credential.NeededCredentials;
import dev.belay.delivery.Trace;
import dev.belay.delivery.Trace.Field;
import dev.belay.event.FileEvent;
import dev.belay.events.FileEventCodec;
import dev.belay.file.Files;
import dev.belay.platform.ChatPlatform;
import dev.belay.relay.FileOutcome;
import dev.belay.wiring.dependency.FileDependencies;
import dev.belay.worker.Disposition;
import dev.belay.worker.Disposition.AwaitCredential;
import dev.belay.worker.Disposition.Delete;
import dev.belay.worker.Disposition.RetryFor;
import dev.belay.worker.Disposition.RetryLater;
import dev.belay.worker.MessageProcessor;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings the files over that a message tells of. */
final class FileEventProcessor implements MessageProcessor {
    private static final System.Logger LOG = System.getLogger(FileEventProcessor.class.getName());

    private final Supplier<FileDependencies> dependencies;

    /**
     * @param dependencies asked once for each message, so that the settings do not change within one
     */
    FileEventProcessor(Supplier<FileDependencies> dependencies) {
        this.dependencies = dependencies;
    }

    @Override
    public Disposition process(String body, boolean again) {
        FileEvent event = FileEventCodec.read(body);
        Platform platform = event.platform();
        Trace.tell(Field.PLATFORM, platform.id());
        FileDependencies with = dependencies.get();
        if (with.settings().pauseOutbound()) {
            return new Disposition.Pause();
        }
        ChatPlatform chat = with.chats().get(platform);
        Files files = with.files().get(platform);
        if (chat == null || files == null) {
            return RetryFor.aMinute("the settings name no " + platform.id());
        }
        Optional<CredentialState> awaited =
                with.await().awaited(NeededCredentials.of(event, with.settings()), with.checks());
        if (awaited.isPresent()) {
            return new AwaitCredential(awaited.get().id().toString());
        }
        FileOutcome outcome =
                switch (event) {
                    case FileEvent.Shared shared -> with.toRecord().relay(shared, chat, files, with.settings());
                    case FileEvent.Attached attached -> with.toChat().relay(attached, chat, files, with.settings());
                };
        LOG.log(System.Logger.Level.INFO, "files of {0}: {1}", event.eventId(), outcome.inWords());
        return switch (outcome) {
            case FileOutcome.Brought _, FileOutcome.NotOurs _ -> new Delete();
            case FileOutcome.Later(String _, Optional<Duration> atLeast) ->
                atLeast.map(RetryLater::atLeast).orElse(RetryLater.WITH_BACKOFF);
        };
    }
}
