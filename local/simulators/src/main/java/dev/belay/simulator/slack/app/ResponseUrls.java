package dev.belay.simulator.slack.app;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.slack.block.Composition;
import dev.belay.simulator.slack.call.Arguments;
import dev.belay.simulator.slack.call.Refusal;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Content;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import dev.belay.simulator.slack.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The {@code response_url}s of presses and commands: five uses within 30 minutes, seen by the person alone unless said otherwise
 * (docs.slack.dev/interactivity/handling-user-interaction).
 */
final class ResponseUrls {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int USES = 5;

    /**
     * What a URL answers.
     *
     * @param ts the message that was pressed on, empty where it was a command
     */
    record Origin(String channel, String user, String ts, boolean isPrivate) {}

    private record Issued(Origin origin, Instant until, int uses) {}

    private final Workspace workspace;
    private String prefix = "";
    private final Map<String, Issued> issued = new HashMap<>();

    ResponseUrls(Workspace workspace) {
        this.workspace = workspace;
    }

    void beginWith(String start) {
        workspace.atomically(() -> prefix = start);
    }

    String issue(Origin origin) {
        return workspace.atomically(() -> {
            String secret = UUID.randomUUID().toString().replace("-", "");
            issued.put(secret, new Issued(origin, workspace.clock().instant().plus(LIFE), 0));
            return prefix + workspace.id() + "/" + secret;
        });
    }

    /** Takes what the app says to the press. */
    Response answer(String secret, Request request) {
        return workspace.atomically(() -> {
            Issued url = issued.get(secret);
            if (url == null || !"POST".equals(request.method())) {
                return refused(404, "invalid_url");
            }
            if (workspace.clock().instant().isAfter(url.until())) {
                return refused(404, "expired_url");
            }
            if (url.uses() >= USES) {
                return refused(404, "used_url");
            }
            issued.put(secret, new Issued(url.origin(), url.until(), url.uses() + 1));
            return say(url.origin(), request);
        });
    }

    private static Response refused(int status, String error) {
        return Response.json(status, "{\"ok\":false,\"error\":\"" + error + "\"}");
    }

    private Response say(Origin origin, Request request) {
        try {
            Arguments said = Arguments.ofWebhook(request);
            if (said.flag("delete_original")) {
                delete(origin);
            } else {
                say(origin, said);
            }
            return Response.text(200, "text/plain;charset=UTF-8", "ok");
        } catch (Refusal refusal) {
            return refused(400, refusal.error());
        }
    }

    /** Says what was answered to a command at once: text, or JSON; such as has nothing to say says nothing. */
    void say(Origin origin, Delivery answer) {
        Arguments said = answer.isJson() ? Arguments.ofWebhook(answer.body()) : Arguments.ofText(answer.body());
        if (said.text("text").isPresent()
                || said.array("blocks", "invalid_blocks_format").isPresent()) {
            workspace.atomically(() -> {
                say(origin, said);
                return said;
            });
        }
    }

    private void say(Origin origin, Arguments said) {
        Content content = new Composition(said, workspace.identifiers()).written();
        if (said.flag("replace_original") && !origin.ts().isEmpty()) {
            replace(origin, content);
        } else if ("in_channel".equals(said.text("response_type").orElse("ephemeral"))) {
            add(origin, content, said.text("thread_ts").orElse(""));
        } else {
            String ts = workspace.identifiers().timestamp();
            String thread = said.text("thread_ts").orElse("");
            workspace.privateMessages().add(new PrivateMessage(ts, origin.channel(), origin.user(), content, thread));
        }
    }

    private void add(Origin origin, Content content, String thread) {
        String ts = workspace.identifiers().timestamp();
        String bot = workspace.app().botUser();
        channel(origin)
                .messages()
                .put(
                        ts,
                        new Message(
                                ts,
                                bot,
                                workspace.app().botId(),
                                workspace.app().id(),
                                content,
                                thread));
    }

    private void replace(Origin origin, Content content) {
        if (origin.isPrivate()) {
            workspace.privateMessages().replaceAll(old -> isOrigin(origin, old) ? old.saying(content) : old);
        } else {
            channel(origin).messages().computeIfPresent(origin.ts(), (ts, old) -> old.showing(content));
        }
    }

    private void delete(Origin origin) {
        if (origin.isPrivate()) {
            workspace.privateMessages().removeIf(old -> isOrigin(origin, old));
        } else {
            channel(origin).messages().remove(origin.ts());
        }
    }

    private static boolean isOrigin(Origin origin, PrivateMessage message) {
        return message.ts().equals(origin.ts()) && message.user().equals(origin.user());
    }

    private Channel channel(Origin origin) {
        return workspace.channel(origin.channel()).orElseThrow(() -> Refusal.of("channel_not_found"));
    }
}
