package dev.belay.simulator.slack.app;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.slack.view.OpenView;
import dev.belay.simulator.slack.view.OpenViews;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Content;
import dev.belay.simulator.slack.workspace.Escaped;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.Person;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import dev.belay.simulator.slack.workspace.Workspace;
import dev.belay.simulator.slack.workspace.WorkspaceFile;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What goes between one workspace and the app when its people press buttons and write. */
public final class AppTraffic implements AutoCloseable {
    private final Workspace workspace;
    private final RequestUrl requestUrl;
    private final Signer signer;
    private final ResponseUrls responseUrls;
    private final Presses presses;
    private final Events events;
    private final OpenViews views;
    private final Submissions submissions;
    private final Commands commands;
    private final Triggers triggers;

    public AppTraffic(Workspace workspace, Triggers triggers, OpenViews views) {
        this.workspace = workspace;
        this.signer = new Signer(workspace.app().signingSecret(), workspace.clock());
        this.requestUrl = new RequestUrl(signer);
        this.responseUrls = new ResponseUrls(workspace);
        this.presses = new Presses(workspace, triggers, responseUrls, signer);
        this.events = new Events(workspace, signer, requestUrl);
        this.views = views;
        this.triggers = triggers;
        this.submissions = new Submissions(workspace, triggers, views, signer, requestUrl);
        this.commands = new Commands(workspace, triggers, responseUrls, signer);
    }

    /** Says what every {@code response_url} begins with. */
    public void hooksAt(String prefix) {
        responseUrls.beginWith(prefix);
    }

    /** Sets the app's request URL, if it answers a signed challenge. */
    public Delivery requestUrl(URI url) {
        return requestUrl.verify(url);
    }

    /** The signed request of a press, not sent; anybody may be said to have pressed. */
    public SignedRequest prepare(String user, String channel, String ts, String actionId) {
        return workspace.atomically(() -> {
            Channel where = channel(channel);
            return where.message(ts)
                    .map(message -> presses.on(person(user), where, message, actionId))
                    .orElseGet(() -> presses.on(person(user), where, privateMessage(user, ts), actionId));
        });
    }

    /** A person presses a button on a message that they see, their own private ones included. */
    public Delivery press(String user, String channel, String ts, String actionId) {
        SignedRequest request = workspace.atomically(() -> {
            Person person = person(user);
            if (person.deleted() || person.kind() == Person.Kind.BOT || !workspace.sees(user, channel(channel))) {
                throw new IllegalArgumentException(user + " cannot press anything in " + channel);
            }
            return prepare(user, channel, ts, actionId);
        });
        return send(request);
    }

    /** The modals that a person sees, oldest first. */
    public List<OpenView> views(String user) {
        return views.of(user);
    }

    /** The signed request of a submission, not sent, whatever was left empty; anybody may be said to have submitted. */
    public SignedRequest prepareSubmission(String user, String viewId, Map<String, List<String>> values) {
        return submissions.prepare(person(user), viewId, values);
    }

    /**
     * A person fills in a modal that they see, and submits it.
     *
     * @param values texts, ids of people or values of options, by {@code block_id}; what is not named stays as it was
     */
    public Submission submit(String user, String viewId, Map<String, List<String>> values) {
        return submissions.submit(person(user), viewId, values);
    }

    /** A person closes a modal that they see; the app is told where it asked for that. */
    public Optional<Delivery> closeView(String user, String viewId) {
        return submissions.close(person(user), viewId);
    }

    /** The signed request of a slash command, not sent; anybody may be said to have given it. */
    public SignedRequest prepareCommand(String user, String channel, String command, String text) {
        return workspace.atomically(() -> commands.prepare(person(user), channel(channel), command, text));
    }

    /**
     * A person gives a slash command in a channel that they are in, and sees what the app answers.
     *
     * @param command with its slash
     * @param text the rest, as Slack sends it: people and channels by id where the manifest says {@code should_escape}
     */
    public Delivery command(String user, String channel, String command, String text) {
        SignedRequest request = workspace.atomically(() -> {
            commands.demand(person(user), channel(channel), command);
            return prepareCommand(user, channel, command, text);
        });
        return commands.answered(person(user), channel(channel), send(request));
    }

    /** Sends a request, whether new or sent before, byte for byte. */
    public Delivery send(SignedRequest request) {
        return requestUrl.send(request);
    }

    /** Sends the same bytes again with the time and signature of now. */
    public Delivery sendAfresh(SignedRequest request) {
        return requestUrl.send(signer.signAgain(request));
    }

    /** All that was sent to the app since the beginning, in order. */
    public List<Delivery> deliveries() {
        return requestUrl.deliveries();
    }

    /** A person writes in a channel that they are in; the app is told if it is in there too. */
    public Message say(String user, String channel, String text, String thread) {
        Channel where = channel(channel);
        Message message = workspace.atomically(() -> said(user, where, text, thread));
        events.tell(where, message);
        return message;
    }

    /** A person shares a file. */
    public Message shareFile(String user, String channel, String thread, Supplier<WorkspaceFile> file) {
        Channel where = channel(channel);
        Message message = workspace.atomically(() -> {
            Message said = said(user, where, "", thread);
            workspace.files().share(file.get(), where, said);
            return said;
        });
        events.tell(where, message);
        return message;
    }

    /** A person shares a file of these bytes. */
    public Message shareFile(String user, String channel, String thread, String name, String type, byte[] bytes) {
        return shareFile(user, channel, thread, () -> workspace.files().add(name, type, user, Optional.of(bytes), ""));
    }

    private Message said(String user, Channel where, String text, String thread) {
        if (where.isArchived() || !where.members().contains(user)) {
            throw new IllegalArgumentException(user + " cannot write in " + where.id());
        }
        String ts = workspace.identifiers().timestamp();
        Message said = new Message(ts, user, "", "", Content.text(Escaped.typed(text)), thread);
        where.messages().put(ts, said);
        return said;
    }

    /** What people do with messages that stand there. */
    public MessageDeeds messages() {
        return new MessageDeeds(workspace, events, requestUrl, triggers, responseUrls, signer);
    }

    /** What people do to channels. */
    public Administration administration() {
        return new Administration(workspace, events);
    }

    /** Tells the app what happened to channels since it was told last. */
    public List<Delivery> tellNews() {
        return events.tellNews();
    }

    /** The app's bot token was revoked, which the app is told. */
    public void tokenRevoked() {
        events.tellRevoked();
    }

    /** The app was removed, which it is told. */
    public void uninstalled() {
        events.tellUninstalled();
    }

    /** Sends the events again that the app did not take and whose time has come. */
    public List<Delivery> tryAgain() {
        return events.tryAgain();
    }

    /** The messages that only this person sees, oldest first. */
    public List<PrivateMessage> ephemerals(String user) {
        return workspace.atomically(() -> workspace.privateMessages().stream()
                .filter(message -> message.user().equals(user))
                .toList());
    }

    /** Takes what the app posts to a {@code response_url}. */
    public Response answer(String secret, Request request) {
        return responseUrls.answer(secret, request);
    }

    private Person person(String user) {
        return workspace.person(user).orElseThrow(() -> new IllegalArgumentException("nobody is " + user));
    }

    private Channel channel(String channel) {
        return workspace.channel(channel).orElseThrow(() -> new IllegalArgumentException("no channel is " + channel));
    }

    private PrivateMessage privateMessage(String user, String ts) {
        return ephemerals(user).stream()
                .filter(message -> message.ts().equals(ts))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(user + " sees no message " + ts));
    }

    @Override
    public void close() {
        requestUrl.close();
    }
}
