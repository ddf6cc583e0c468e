package dev.belay.simulator.slack.page;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.page.Html;
import dev.belay.simulator.slack.app.AppTraffic;
import dev.belay.simulator.slack.app.Delivery;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Person;
import dev.belay.simulator.slack.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slack as a person in a browser sees it: channels, messages, buttons to press. */
public final class SlackPage {
    private final Workspace workspace;
    private final AppTraffic traffic;

    public SlackPage(Workspace workspace, AppTraffic traffic) {
        this.workspace = workspace;
        this.traffic = traffic;
    }

    /** Answers {@code GET /} (with {@code as} and {@code channel}) and the posts of its forms. */
    public Response answer(Request request) {
        try {
            return switch (request.method() + " " + request.path()) {
                case "GET /" -> workspace.atomically(() -> drawn(request.query()));
                case "POST /press" -> pressed(request.form());
                case "POST /say" -> said(request.form());
                default -> Response.text(404, "text/plain;charset=UTF-8", "Nothing is here.");
            };
        } catch (IllegalArgumentException | IllegalStateException e) {
            return Response.text(400, "text/plain;charset=UTF-8", String.valueOf(e.getMessage()));
        }
    }

    private Response pressed(Map<String, String> form) {
        Delivery delivery =
                traffic.press(field(form, "as"), field(form, "channel"), field(form, "ts"), field(form, "action_id"));
        return back(form, delivery.accepted() ? "" : "&error=" + Html.query(failure(delivery)));
    }

    private static String failure(Delivery delivery) {
        return delivery.status() == 0 ? delivery.reason() : "HTTP " + delivery.status();
    }

    private Response said(Map<String, String> form) {
        if (!field(form, "text").isBlank()) {
            traffic.say(field(form, "as"), field(form, "channel"), field(form, "text"), field(form, "thread_ts"));
        }
        return back(form, "");
    }

    private static Response back(Map<String, String> form, String more) {
        String to = "/?as=" + Html.query(field(form, "as")) + "&channel=" + Html.query(field(form, "channel")) + more;
        return Response.empty(303).with("Location", to);
    }

    private static String field(Map<String, String> form, String name) {
        return form.getOrDefault(name, "");
    }

    private Response drawn(Map<String, String> query) {
        List<Person> people = workspace.people().stream()
                .filter(person -> !person.deleted() && person.kind() != Person.Kind.BOT)
                .toList();
        Person viewer = people.stream()
                .filter(person -> person.id().equals(field(query, "as")))
                .findFirst()
                .orElseGet(people::getFirst);
        List<Channel> channels = workspace.channels().stream()
                .filter(channel -> workspace.sees(viewer.id(), channel))
                .toList();
        Optional<Channel> shown = channels.stream()
                .filter(channel -> channel.id().equals(field(query, "channel")))
                .findFirst()
                .or(() -> channels.stream().findFirst());
        String nav = navigation(people, viewer, channels, shown.map(Channel::id).orElse(""));
        String main = shown.map(channel -> new ChannelHtml(workspace, viewer, channel).draw(field(query, "error")))
                .orElse("No channel.");
        return Response.html(200, Frame.page(nav, main))
                .with("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
    }

    private String navigation(List<Person> people, Person viewer, List<Channel> channels, String shown) {
        StringBuilder nav =
                new StringBuilder("<strong>" + Html.escape(workspace.domain()) + "</strong><h2>Channels</h2>");
        for (Channel channel : channels) {
            String name =
                    (channel.isPrivate() ? "🔒 " : "# ") + channel.name() + (channel.isArchived() ? " (archived)" : "");
            nav.append(link(viewer.id(), channel.id(), name, channel.id().equals(shown)));
        }
        nav.append("<h2>You are</h2>");
        people.forEach(person ->
                nav.append(link(person.id(), shown, label(person), person.id().equals(viewer.id()))));
        return nav.toString();
    }

    private static String label(Person person) {
        return switch (person.kind()) {
            case GUEST, SINGLE_CHANNEL_GUEST -> person.realName() + " (guest)";
            case STRANGER -> person.realName() + " (connected workspace)";
            case MEMBER, BOT -> person.realName();
        };
    }

    private static String link(String as, String channel, String label, boolean isCurrent) {
        return "<a href=\"/?as=" + Html.query(as) + "&amp;channel=" + Html.query(channel) + "\""
                + (isCurrent ? " aria-current=\"true\"" : "") + ">" + Html.escape(label) + "</a>";
    }
}
