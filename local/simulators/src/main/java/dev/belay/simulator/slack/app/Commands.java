package dev.belay.simulator.slack.app;

import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Grant;
import dev.belay.simulator.slack.workspace.Person;
import dev.belay.simulator.slack.workspace.SlackApp;
import dev.belay.simulator.slack.workspace.Workspace;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Sends slash commands, and shows what the app answers (docs.slack.dev/interactivity/implementing-slash-commands). */
final class Commands {
    private final Workspace workspace;
    private final Triggers triggers;
    private final ResponseUrls responseUrls;
    private final Signer signer;

    Commands(Workspace workspace, Triggers triggers, ResponseUrls responseUrls, Signer signer) {
        this.workspace = workspace;
        this.triggers = triggers;
        this.responseUrls = responseUrls;
        this.signer = signer;
    }

    /** Throws where a person cannot give that command there: only the installing workspace's people can (docs.slack.dev/apis/slack-connect). */
    void demand(Person person, Channel channel, String command) {
        boolean isScoped = workspace
                .grant(workspace.app().botToken())
                .map(Grant::scopes)
                .filter(scopes -> scopes.contains("commands"))
                .isPresent();
        if (!workspace.app().commands().contains(command) || !isScoped) {
            throw new IllegalArgumentException(command + " is not a valid command");
        }
        boolean isOwn = person.team().equals(workspace.id()) && person.kind() != Person.Kind.BOT && !person.deleted();
        if (!isOwn || channel.isArchived() || !channel.members().contains(person.id())) {
            throw new IllegalArgumentException(person.id() + " cannot give commands in " + channel.id());
        }
    }

    /** The signed request of a command, not sent. */
    SignedRequest prepare(Person person, Channel channel, String command, String text) {
        SlackApp app = workspace.app();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", Presses.VERIFICATION_TOKEN);
        form.put("team_id", workspace.id());
        form.put("team_domain", workspace.domain());
        form.put("channel_id", channel.id());
        form.put("channel_name", name(channel));
        form.put("user_id", person.id());
        form.put("user_name", person.name());
        form.put("command", command);
        form.put("text", text);
        form.put("api_app_id", app.id());
        form.put("is_enterprise_install", "false");
        form.put("response_url", responseUrls.issue(origin(person, channel)));
        form.put("trigger_id", triggers.issue(person.id()));
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return signer.sign(Signer.FORM, body, Map.of());
    }

    /** Shows the app's answer to the person, or to all where it says so; an empty one says nothing. */
    Delivery answered(Person person, Channel channel, Delivery delivery) {
        if (!delivery.accepted() || delivery.body().isBlank()) {
            return delivery;
        }
        try {
            responseUrls.say(origin(person, channel), delivery);
            return delivery;
        } catch (Refusal e) {
            return new Delivery(
                    delivery.request(), delivery.status(), delivery.contentType(), delivery.body(), e.error());
        }
    }

    /** There is no message that a command was given on. */
    private static ResponseUrls.Origin origin(Person person, Channel channel) {
        return new ResponseUrls.Origin(channel.id(), person.id(), "", false);
    }

    private static String name(Channel channel) {
        if (channel.isDirect()) {
            return "directmessage";
        }
        return channel.isPrivate() ? "privategroup" : channel.name();
    }
}
