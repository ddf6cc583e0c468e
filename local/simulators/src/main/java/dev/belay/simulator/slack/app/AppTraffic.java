package dev.belay.simulator.slack.app;

import dev.belay.simulator.http.Request;
import dev.belay.simulator.http.Response;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Content;
import dev.belay.simulator.slack.workspace.Escaped;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.Person;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import dev.belay.simulator.slack.workspace.Workspace;
import java.net.URI;
import java.util.List;

/** What goes between one workspace and the app when its people press buttons and write. */
public final class AppTraffic implements AutoCloseable {
    private final Workspace workspace;
    private final RequestUrl requestUrl;
    private final Signer signer;
    private final ResponseUrls responseUrls;
    private final Presses presses;
    private final Events events;

    public AppTraffic(Workspace workspace, Triggers triggers) {
        this.workspace = workspace;
        this.signer = new Signer(workspace.app().signingSecret(), workspace.clock());
        this.requestUrl = new RequestUrl(signer);
        this.responseUrls = new ResponseUrls(workspace);
        this.presses = new Presses(workspace, triggers, responseUrls, signer);
        this.events = new Events(workspace, signer, requestUrl);
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
        Message message = workspace.atomically(() -> {
            if (where.isArchived() || !where.members().contains(user)) {
                throw new IllegalArgumentException(user + " cannot write in " + channel);
            }
            String ts = workspace.identifiers().timestamp();
            Message said = new Message(ts, user, "", "", Content.text(Escaped.of(text)), thread, "");
            where.messages().put(ts, said);
            return said;
        });
        events.tell(where, message);
        return message;
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
