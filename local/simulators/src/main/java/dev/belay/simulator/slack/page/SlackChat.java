package dev.belay.simulator.slack.page;

import com.grack.nanojson.JsonArray;
import dev.belay.simulator.page.Chat;
import dev.belay.simulator.page.Entry;
import dev.belay.simulator.page.Frame;
import dev.belay.simulator.page.Html;
import dev.belay.simulator.page.Sandbox;
import dev.belay.simulator.page.View;
import dev.belay.simulator.slack.app.AppTraffic;
import dev.belay.simulator.slack.app.Delivery;
import dev.belay.simulator.slack.view.OpenView;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.Person;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import dev.belay.simulator.slack.workspace.SystemMessage;
import dev.belay.simulator.slack.workspace.Workspace;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Slack as its pages need it: channels, messages with their threads, and what only the viewer sees. */
public final class SlackChat implements Chat {
    private static final Frame FRAME = new Frame("Slack", """
            :root{--accent:#007a5a;--nav:#3f0e40;--danger:#c6164b;--ink:#1d1c1d}nav a[aria-current]{background:#1164a3}
            .header{font-weight:700;font-size:1.1rem}.context{color:#616061;font-size:.85rem}
            .fields{display:grid;grid-template-columns:1fr 1fr;gap:.3rem}article form{display:inline}
            """);

    private final Workspace workspace;
    private final AppTraffic traffic;

    public SlackChat(Workspace workspace, AppTraffic traffic) {
        this.workspace = workspace;
        this.traffic = traffic;
    }

    @Override
    public Frame frame() {
        return FRAME;
    }

    @Override
    public String placeParameter() {
        return "channel";
    }

    @Override
    public <T> T atomically(Supplier<T> what) {
        return workspace.atomically(what);
    }

    @Override
    public List<Member> people() {
        return workspace.people().stream()
                .filter(person -> !person.deleted() && person.kind() != Person.Kind.BOT)
                .map(person -> new Member(
                        person.id(),
                        person.realName(),
                        kind(person),
                        person.email().orElse("")))
                .toList();
    }

    private static String kind(Person person) {
        return switch (person.kind()) {
            case GUEST, SINGLE_CHANNEL_GUEST -> "guest: may not act";
            case STRANGER -> "of a connected workspace: may not act";
            case MEMBER, BOT -> "";
        };
    }

    @Override
    public List<Group> places(String person) {
        return List.of(new Group(
                workspace.domain(),
                workspace.channels().stream()
                        .filter(channel -> workspace.sees(person, channel))
                        .map(channel -> new Place(channel.id(), label(channel)))
                        .toList()));
    }

    private static String label(Channel channel) {
        if (channel.isDirect()) {
            return "@ direct messages";
        }
        return (channel.isPrivate() ? "🔒 " : "# ") + channel.name() + (channel.isArchived() ? " (archived)" : "");
    }

    @Override
    public Conversation conversation(View view, String pressFields, Sandbox sandbox) {
        Channel channel = workspace.channel(view.place()).orElseThrow();
        BodyHtml bodies = new BodyHtml(pressFields, sandbox);
        NavigableMap<String, List<Entry>> lines = new TreeMap<>();
        channel.messages().values().stream()
                .filter(message -> !message.isReply())
                .forEach(message -> lines.put(
                        message.ts(),
                        channel.thread(message.ts()).stream()
                                .map(each -> entry(channel, each, bodies))
                                .toList()));
        channel.annals().values().forEach(line -> lines.put(line.ts(), List.of(entry(line, bodies))));
        List<Entry> entries = new ArrayList<>();
        lines.values().forEach(entries::addAll);
        workspace.privateMessages().stream()
                .filter(message -> message.user().equals(view.person()))
                .filter(message -> message.channel().equals(channel.id()))
                .forEach(message -> entries.add(entry(message, bodies)));
        return new Conversation(
                channel.isDirect() ? "direct messages" : "# " + channel.name(),
                channel.topic(),
                channel.bookmarks().stream()
                        .map(bookmark -> sandbox.link(bookmark.link(), bookmark.title()))
                        .collect(Collectors.joining(" ")),
                entries,
                channel.members().contains(view.person()) && !channel.isArchived());
    }

    private Entry entry(Channel channel, Message message, BodyHtml bodies) {
        String author = workspace.person(message.user()).map(Person::realName).orElse(message.user());
        List<String> marks = Stream.of(
                        channel.pins().containsKey(message.ts()) ? "pinned" : "",
                        message.editor().isEmpty() ? "" : "edited")
                .filter(mark -> !mark.isEmpty())
                .toList();
        JsonArray blocks = message.content().blocks();
        return new Entry(
                author,
                time(message.ts()),
                marks,
                message.isReply() ? Entry.Kind.REPLY : Entry.Kind.OPEN,
                bodies.draw(message.ts(), message.content().text(), blocks));
    }

    /** A line of Slack's own says who did what, and begins with a mention of them. */
    private Entry entry(SystemMessage line, BodyHtml bodies) {
        String author = workspace.person(line.user()).map(Person::realName).orElse(line.user());
        String said = line.text().replace("<@" + line.user() + "> ", "");
        return new Entry(
                author, time(line.ts()), List.of(), Entry.Kind.OPEN, bodies.draw(line.ts(), said, new JsonArray()));
    }

    private Entry entry(PrivateMessage message, BodyHtml bodies) {
        return new Entry(
                workspace.app().name(),
                time(message.ts()),
                List.of("Only visible to you"),
                Entry.Kind.PRIVATE,
                bodies.draw(message.ts(), message.text(), message.blocks()));
    }

    private static String time(String ts) {
        return Instant.ofEpochSecond(Long.parseLong(ts.substring(0, ts.indexOf('.'))))
                .toString();
    }

    /** Draws what a message says, with its blocks where it has any. */
    private record BodyHtml(String pressFields, Sandbox sandbox) {
        String draw(String ts, String text, JsonArray blocks) {
            BlocksHtml html = new BlocksHtml(pressFields + Html.hidden("ts", ts), sandbox);
            return blocks.isEmpty() ? Html.element("div", "text", html.mrkdwn(text)) : html.draw(blocks);
        }
    }

    @Override
    public Optional<Notice> press(View view, Map<String, String> form) {
        Delivery delivery = traffic.press(
                view.person(), view.place(), form.getOrDefault("ts", ""), form.getOrDefault("action_id", ""));
        return delivery.accepted() ? Optional.empty() : Optional.of(new Notice(true, failure(delivery)));
    }

    private static String failure(Delivery delivery) {
        return delivery.status() == 0 || delivery.status() == 200 ? delivery.reason() : "HTTP " + delivery.status();
    }

    /** A text that begins with a slash is a command. */
    @Override
    public Optional<Notice> say(View view, String text) {
        if (!text.startsWith("/")) {
            traffic.say(view.person(), view.place(), text, "");
            return Optional.empty();
        }
        String[] parts = text.split("\\s+", 2);
        Delivery delivery = traffic.command(view.person(), view.place(), parts[0], parts.length > 1 ? parts[1] : "");
        return delivery.accepted() ? Optional.empty() : Optional.of(new Notice(true, failure(delivery)));
    }

    @Override
    public Optional<String> dialog(View view, String fields, Sandbox sandbox) {
        return traffic.views(view.person()).reversed().stream()
                .findFirst()
                .map(open -> new ModalHtml(open, workspace.people(), sandbox).draw(fields));
    }

    /** What the app said stands in the modal, or the modal is gone. */
    @Override
    public Optional<Notice> submit(View view, Map<String, List<String>> form) {
        OpenView open = open(view, form);
        traffic.submit(view.person(), open.id(), new ModalHtml(open, workspace.people(), Sandbox.ALONE).filled(form));
        return Optional.empty();
    }

    @Override
    public void close(View view, Map<String, List<String>> form) {
        traffic.closeView(view.person(), open(view, form).id());
    }

    private OpenView open(View view, Map<String, List<String>> form) {
        String id = String.join("", form.getOrDefault(ModalHtml.VIEW, List.of()));
        return traffic.views(view.person()).stream()
                .filter(open -> open.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("This dialog is closed."));
    }

    @Override
    public String failed(String why) {
        return "This action did not succeed: " + why;
    }
}
