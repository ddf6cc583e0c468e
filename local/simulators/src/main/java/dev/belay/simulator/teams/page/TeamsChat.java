package dev.belay.simulator.teams.page;

import com.grack.nanojson.JsonObject;
import dev.belay.simulator.page.Chat;
import dev.belay.simulator.page.Entry;
import dev.belay.simulator.page.Frame;
import dev.belay.simulator.page.Html;
import dev.belay.simulator.page.Sandbox;
import dev.belay.simulator.page.View;
import dev.belay.simulator.teams.app.AppTraffic;
import dev.belay.simulator.teams.app.Button;
import dev.belay.simulator.teams.app.Delivery;
import dev.belay.simulator.teams.app.Submission;
import dev.belay.simulator.teams.dialog.Dialog;
import dev.belay.simulator.teams.dialog.TaskAnswer;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.Team;
import dev.belay.simulator.teams.tenant.Tenant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Teams as its pages need it: teams, channels, cards with their buttons and inputs, the 1:1 chat with the bot. */
public final class TeamsChat implements Chat {
    private static final String CLIENT = "client";
    private static final Frame FRAME = new Frame("Teams", """
            :root{--accent:#5b5fc7;--nav:#33344a;--ground:#f5f5f5;--ink:#242424}
            article{margin:.4rem 0;background:#fff;border:0;border-radius:6px}
            .card{border:1px solid #e0e0e0;border-radius:6px;padding:.6rem;margin:.3rem 0}.bolder{font-weight:700}.large{font-size:1.15rem}
            .columns{display:flex;gap:1rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem;margin:.3rem 0}
            dt{font-weight:600}dd{margin:0}label{display:block}
            """);

    private final Tenant tenant;
    private final AppTraffic traffic;

    public TeamsChat(Tenant tenant, AppTraffic traffic) {
        this.tenant = tenant;
        this.traffic = traffic;
    }

    @Override
    public Frame frame() {
        return FRAME;
    }

    @Override
    public String placeParameter() {
        return "conversation";
    }

    @Override
    public <T> T atomically(Supplier<T> what) {
        return tenant.atomically(what);
    }

    @Override
    public List<Member> people() {
        return tenant.people().stream()
                .filter(Person::canPress)
                .map(person -> new Member(
                        person.id(), person.name(), kind(person), person.email().orElse("")))
                .toList();
    }

    private static String kind(Person person) {
        return switch (person.kind()) {
            case GUEST -> "guest: may not act";
            case STRANGER -> "of another tenant: may not act";
            case MEMBER, BOT -> "";
        };
    }

    @Override
    public List<Group> places(String person) {
        Place chat = new Place(tenant.chatWith(person).id(), tenant.app().name());
        return Stream.concat(
                        tenant.teams().stream().map(team -> new Group(team.name(), channels(team, person))),
                        Stream.of(new Group("Chat", List.of(chat))))
                .toList();
    }

    private static List<Place> channels(Team team, String person) {
        return team.channels().stream()
                .filter(channel -> channel.members().contains(person))
                .map(channel -> new Place(channel.id(), channel.name() + (channel.isArchived() ? " (archived)" : "")))
                .toList();
    }

    /** Which kind of button the viewer's client presses: an old one knows no Execute. */
    @Override
    public Map<String, Group> choices() {
        return Map.of(
                CLIENT,
                new Group(
                        "Your client",
                        List.of(
                                new Place(Button.EXECUTE.name(), "Up to date (Execute)"),
                                new Place(Button.SUBMIT.name(), "Old (Submit)"))));
    }

    @Override
    public Conversation conversation(View view, String pressFields, Sandbox sandbox) {
        Function<Message, Entry> draw = message -> entry(message, pressFields, sandbox);
        return tenant.channel(view.place())
                .map(channel -> channel(channel, view.person(), draw, sandbox))
                .orElseGet(() -> new Conversation(
                        tenant.app().name(),
                        "",
                        "",
                        tenant.chat(view.place()).orElseThrow().timeline().all().stream()
                                .map(draw)
                                .toList(),
                        tenant.hasPersonalApp(view.person())));
    }

    private static Conversation channel(
            Channel channel, String person, Function<Message, Entry> draw, Sandbox sandbox) {
        List<Message> seen = channel.timeline().all().stream()
                .filter(message -> message.audience().map(person::equals).orElse(true))
                .toList();
        List<Entry> entries = new ArrayList<>();
        seen.stream().filter(message -> !message.isReply()).forEach(root -> {
            entries.add(draw.apply(root));
            seen.stream()
                    .filter(message -> message.isReply() && message.root().equals(root.id()))
                    .forEach(reply -> entries.add(draw.apply(reply)));
        });
        String tabs = channel.tabs().stream()
                .map(tab -> sandbox.link(tab.websiteUrl(), tab.displayName()))
                .collect(Collectors.joining(" "));
        return new Conversation(channel.name(), channel.description(), tabs, entries, !channel.isArchived());
    }

    private Entry entry(Message message, String pressFields, Sandbox sandbox) {
        boolean isPrivate = message.audience().isPresent();
        List<String> marks = new ArrayList<>();
        message.edited().ifPresent(_ -> marks.add("edited"));
        if (isPrivate) {
            marks.add("Only you can see this message");
        }
        return new Entry(
                author(message),
                message.created().truncatedTo(ChronoUnit.SECONDS).toString(),
                marks,
                isPrivate ? Entry.Kind.PRIVATE : message.isReply() ? Entry.Kind.REPLY : Entry.Kind.OPEN,
                body(message, CardHtml.inMessage(pressFields + Html.hidden("message", message.id()), sandbox)));
    }

    private static String body(Message message, CardHtml html) {
        StringBuilder body = new StringBuilder();
        if (!message.text().isEmpty()) {
            body.append(Html.element("div", "text", Html.escape(message.text().replaceAll("</?at>", ""))));
        }
        for (JsonObject card : message.cards()) {
            body.append(html.draw(card));
        }
        return body.toString();
    }

    private String author(Message message) {
        return message.author().equals(tenant.app().mri())
                ? tenant.app().name()
                : tenant.person(message.author()).map(Person::name).orElse(message.author());
    }

    @Override
    public Optional<Notice> press(View view, Map<String, String> form) {
        Map<String, String> inputs = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(CardHtml.INPUT)) {
                inputs.put(name.substring(CardHtml.INPUT.length()), value);
            }
        });
        String message = form.getOrDefault("message", "");
        String word = form.getOrDefault("action", "");
        Button client = Button.valueOf(view.choice(CLIENT, Button.EXECUTE.name()));
        Button how = traffic.shown(view.place(), message, word, client);
        return told(traffic.press(view.person(), view.place(), message, word, how, inputs));
    }

    private static Optional<Notice> told(Delivery delivery) {
        if (!delivery.accepted()) {
            boolean isAnswered = delivery.status() != 0 && delivery.status() != 200;
            return Optional.of(new Notice(true, isAnswered ? "HTTP " + delivery.status() : delivery.reason()));
        }
        return delivery.invoke()
                .map(answer -> new Notice(!answer.isShown(), answer.sentence()))
                .or(() -> delivery.task().flatMap(TeamsChat::said));
    }

    private static Optional<Notice> said(TaskAnswer answer) {
        return answer instanceof TaskAnswer.Said said ? Optional.of(new Notice(false, said.text())) : Optional.empty();
    }

    /** In a 1:1 chat one writes to the bot; in a channel one does so by beginning with its name after an at sign. */
    @Override
    public Optional<Notice> say(View view, String text) {
        if (tenant.chat(view.place()).isPresent()) {
            return told(traffic.write(view.person(), text));
        }
        String mention = "@" + tenant.app().name();
        if (text.regionMatches(true, 0, mention, 0, mention.length())) {
            String rest = text.substring(mention.length()).strip();
            return told(traffic.mention(view.person(), view.place(), rest, ""));
        }
        traffic.say(view.person(), view.place(), text, "");
        return Optional.empty();
    }

    @Override
    public Optional<String> dialog(View view, String fields, Sandbox sandbox) {
        return traffic.dialog(view.person())
                .map(dialog -> new DialogHtml(dialog, traffic::offered, sandbox).draw(fields));
    }

    /** An error stands in the dialog. */
    @Override
    public Optional<Notice> submit(View view, Map<String, List<String>> form) {
        Dialog dialog = open(view, form);
        Map<String, String> inputs = new DialogHtml(dialog, traffic::offered, Sandbox.ALONE).filled(form);
        Optional<String> word = Optional.of(String.join("", form.getOrDefault("action", List.of())));
        Submission submission = traffic.submit(view.person(), dialog.id(), word, inputs);
        return submission.open() || submission.said().isEmpty()
                ? Optional.empty()
                : Optional.of(new Notice(false, submission.said()));
    }

    @Override
    public void close(View view, Map<String, List<String>> form) {
        traffic.closeDialog(view.person(), open(view, form).id());
    }

    private Dialog open(View view, Map<String, List<String>> form) {
        String id = String.join("", form.getOrDefault(DialogHtml.DIALOG, List.of()));
        return traffic.dialog(view.person())
                .filter(dialog -> dialog.id().equals(id))
                .orElseThrow(() -> new IllegalArgumentException("This dialog is closed."));
    }

    @Override
    public String failed(String why) {
        return "Something went wrong: " + why;
    }
}
