package dev.belay.local.doctor;

import dev.belay.chat.Channel;
import dev.belay.chat.Platform;
import dev.belay.platform.ChannelView;
import dev.belay.platform.ChatPlatform;
import dev.belay.settings.Route;
import dev.belay.settings.Settings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the app is in every channel that the settings name. */
final class ChannelCheck {
    private static final String AREA = "channels";

    private final Map<Platform, ChatPlatform> chats;

    ChannelCheck(Map<Platform, ChatPlatform> chats) {
        this.chats = chats;
    }

    List<Result> results(Settings settings) {
        Map<String, Channel> named = new LinkedHashMap<>();
        Stream.concat(
                        settings.routes().stream().flatMap(route -> shared(route).stream()),
                        settings.operations().stream())
                .forEach(channel -> named.putIfAbsent(subject(channel), channel));
        return named.entrySet().stream()
                .map(each -> Result.of(AREA, each.getKey(), () -> look(each.getKey(), each.getValue())))
                .toList();
    }

    private static Optional<Channel> shared(Route route) {
        return route.sharedChannel()
                .map(id -> new Channel(
                        route.platform(),
                        route.workspace(),
                        route.teams().stream().findFirst(),
                        id,
                        ""));
    }

    private static String subject(Channel channel) {
        return channel.platform().label() + " " + channel.id();
    }

    private Result look(String subject, Channel channel) {
        ChatPlatform chat = chats.get(channel.platform());
        if (chat == null) {
            return Result.wrong(
                    AREA,
                    subject,
                    "the settings have no section of its platform",
                    "add the section, or name no channel");
        }
        ChannelView view = chat.channels().look(channel);
        return switch (view.state()) {
            case LIVE ->
                Result.good(AREA, subject, "the app is in it" + (view.name().isEmpty() ? "" : ": " + view.name()));
            case ARCHIVED ->
                Result.wrong(AREA, subject, "it is archived", "take it out of the archive, or name another channel");
            case DELETED ->
                Result.wrong(
                        AREA,
                        subject,
                        channel.platform() == Platform.SLACK
                                ? "there is none, or it is a private one that the app is not in"
                                : "there is none",
                        channel.platform() == Platform.SLACK
                                ? "see that its id is right, and invite the app there with /invite @Belay"
                                : "see that its id and its team's are right");
            case APP_REMOVED ->
                Result.wrong(
                        AREA,
                        subject,
                        "the app is not in it",
                        channel.platform() == Platform.SLACK
                                ? "invite it there with /invite @Belay"
                                : "install the app in its team");
        };
    }
}
