package dev.belay.simulator.teams.app;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.signing.ActivityTokens;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Identifiers;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.Person;
import dev.belay.simulator.teams.tenant.PersonalChat;
import dev.belay.simulator.teams.tenant.Tenant;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What goes from a tenant to the app when its people press buttons and write. */
public final class AppTraffic implements AutoCloseable {
    private final Tenant tenant;
    private final MessagingEndpoint endpoint = new MessagingEndpoint();
    private final Envelope envelope;
    private final Signer signer;
    private final Presses presses;
    private final List<SignedRequest> undelivered = new ArrayList<>();

    public AppTraffic(Tenant tenant, ActivityTokens tokens, Supplier<String> serviceUrl) {
        this.tenant = tenant;
        this.envelope = new Envelope(tenant, serviceUrl);
        this.signer = new Signer(tenant, tokens);
        this.presses = new Presses(envelope, signer);
    }

    /** Says where the app takes what Teams sends. */
    public void messagingEndpoint(URI url) {
        endpoint.at(url);
    }

    /** Installation and the life of channels. */
    public Administration administration() {
        return new Administration(tenant, new Lifecycle(tenant, envelope, signer), this);
    }

    /**
     * The request of a press, not sent; anybody may be said to have pressed.
     *
     * @param conversation the id of a channel or of a 1:1 chat
     */
    public SignedRequest prepare(
            String person, String conversation, String message, String word, Button how, Map<String, String> inputs) {
        return tenant.atomically(() -> {
            Optional<Channel> channel = tenant.channel(conversation);
            Optional<PersonalChat> chat = tenant.chat(conversation);
            Message pressed = channel.map(Channel::timeline)
                    .or(() -> chat.map(PersonalChat::timeline))
                    .flatMap(timeline -> timeline.message(message))
                    .orElseThrow(
                            () -> new IllegalArgumentException("no message is " + message + " in " + conversation));
            return presses.on(person(person), channel, chat, pressed, word, how, inputs);
        });
    }

    /** A person presses a button on a message that they see. */
    public Delivery press(
            String person, String conversation, String message, String word, Button how, Map<String, String> inputs) {
        SignedRequest request = tenant.atomically(() -> {
            if (!sees(person(person), conversation, message)) {
                throw new IllegalArgumentException(person + " cannot press anything on " + message);
            }
            return prepare(person, conversation, message, word, how, inputs);
        });
        return send(request);
    }

    private boolean sees(Person person, String conversation, String id) {
        boolean within = tenant.channel(conversation)
                .map(channel -> channel.members().contains(person.id())
                        && channel.timeline()
                                .message(id)
                                .flatMap(Message::audience)
                                .map(person.id()::equals)
                                .orElse(true))
                .orElseGet(() -> tenant.chat(conversation)
                        .filter(chat -> chat.person().equals(person.id()))
                        .isPresent());
        return within && person.canPress();
    }

    /** Sends a request, whether new or sent before, byte for byte. */
    public Delivery send(SignedRequest request) {
        Delivery delivery = endpoint.send(request);
        if (!delivery.accepted() && (delivery.status() == 0 || delivery.status() >= 500)) {
            synchronized (this) {
                undelivered.add(request);
            }
        }
        return delivery;
    }

    /** Sends the same bytes again under a token of now. */
    public Delivery sendAfresh(SignedRequest request) {
        return send(signer.signAgain(request));
    }

    /** Sends the same activity again as Teams does after a while: under a new id. */
    public Delivery redeliver(SignedRequest request) {
        return send(signer.signAnew(request));
    }

    /** Sends what the app did not take again, each under a new id. */
    public List<Delivery> tryAgain() {
        List<SignedRequest> due;
        synchronized (this) {
            due = List.copyOf(undelivered);
            undelivered.clear();
        }
        return due.stream().map(this::redeliver).toList();
    }

    /** All that was sent to the app since the beginning, in order. */
    public List<Delivery> deliveries() {
        return endpoint.deliveries();
    }

    /** A person writes in a channel that they are in; the app is told where it may read what people write. */
    public Message say(String person, String channel, String text, String thread) {
        Person author = person(person);
        Message said = tenant.atomically(() -> said(author, channel(channel), text, thread));
        if (tenant.isGranted("ChannelMessage.Read.Group")
                && endpoint.url().isPresent()
                && channel(channel).team().hasApp()) {
            send(heard(author, channel(channel), said));
        }
        return said;
    }

    private Message said(Person author, Channel channel, String text, String thread) {
        if (channel.isArchived() || !channel.members().contains(author.id()) || !author.canPress()) {
            throw new IllegalArgumentException(author.name() + " cannot write in " + channel.name());
        }
        String id = tenant.identifiers().message();
        JsonObject words = Envelope.object("type", "message", "text", text);
        Message said = new Message(
                id,
                thread.isEmpty() ? id : thread,
                author.id(),
                words,
                Identifiers.posted(id),
                Optional.empty(),
                false,
                Optional.empty());
        channel.timeline().put(said);
        return said;
    }

    private SignedRequest heard(Person author, Channel channel, Message said) {
        JsonObject activity = envelope.inChannel("message", author, channel, said.root());
        activity.put("id", said.id());
        activity.put("text", said.text());
        activity.put("textFormat", "plain");
        JsonObject html = Envelope.object("contentType", "text/html", "content", "<p>" + said.text() + "</p>");
        activity.put("attachments", JsonArray.from(html));
        return signer.sign(activity);
    }

    private Person person(String person) {
        return tenant.person(person).orElseThrow(() -> new IllegalArgumentException("nobody is " + person));
    }

    private Channel channel(String channel) {
        return tenant.channel(channel).orElseThrow(() -> new IllegalArgumentException("no channel is " + channel));
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
