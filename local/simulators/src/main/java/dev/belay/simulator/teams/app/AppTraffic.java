package dev.belay.simulator.teams.app;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import dev.belay.simulator.teams.dialog.Dialog;
import dev.belay.simulator.teams.dialog.Field;
import dev.belay.simulator.teams.signing.ActivityTokens;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Folder;
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
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** What goes from a tenant to the app when its people press buttons and write. */
public final class AppTraffic implements AutoCloseable {
    private final Tenant tenant;
    private final MessagingEndpoint endpoint;
    private final Envelope envelope;
    private final Signer signer;
    private final Presses presses;
    private final DialogTraffic dialogs;
    private final Words words;
    private final List<SignedRequest> undelivered = new ArrayList<>();

    public AppTraffic(Tenant tenant, ActivityTokens tokens, Supplier<String> serviceUrl) {
        this.tenant = tenant;
        this.endpoint = new MessagingEndpoint(tenant);
        this.envelope = new Envelope(tenant, serviceUrl);
        this.signer = new Signer(tenant, tokens);
        this.presses = new Presses(envelope, signer);
        this.dialogs = new DialogTraffic(tenant, envelope, signer);
        this.words = new Words(tenant, signer);
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
            return presses.on(person(person), channel, chat, message(conversation, message), word, how, inputs);
        });
    }

    /** Which kind of button of that word a client shows: an {@code Action.Execute} only where the card has one and the client knows it. */
    public Button shown(String conversation, String message, String word, Button known) {
        return tenant.atomically(() -> message(conversation, message).cards().stream()
                        .flatMap(card -> Buttons.of(card, known).stream())
                        .anyMatch(button -> Buttons.word(button).equals(word))
                ? known
                : Button.SUBMIT);
    }

    private Message message(String conversation, String message) {
        return tenant.channel(conversation)
                .map(Channel::timeline)
                .or(() -> tenant.chat(conversation).map(PersonalChat::timeline))
                .flatMap(timeline -> timeline.message(message))
                .orElseThrow(() -> new IllegalArgumentException("no message is " + message + " in " + conversation));
    }

    /** A person presses a button on a message that they see; where the app answers with a dialog, they see that. */
    public Delivery press(
            String person, String conversation, String message, String word, Button how, Map<String, String> inputs) {
        SignedRequest request = tenant.atomically(() -> {
            if (!sees(person(person), conversation, message)) {
                throw new IllegalArgumentException(person + " cannot press anything on " + message);
            }
            return prepare(person, conversation, message, word, how, inputs);
        });
        String root = tenant.atomically(() -> message(conversation, message).root());
        Delivery delivery = send(request);
        dialogs.opened(person(person).id(), conversation, root, delivery);
        return delivery;
    }

    /** The dialog that a person sees. */
    public Optional<Dialog> dialog(String person) {
        return dialogs.of(person(person).id());
    }

    /** Whom one may choose in a people picker of a dialog. */
    public List<Person> offered(Dialog dialog, Field field) {
        return tenant.atomically(() -> tenant.people().stream()
                .filter(person -> dialogs.offers(dialog, field, person))
                .toList());
    }

    /**
     * The invoke of a submission, not sent, whatever was left empty.
     *
     * @param word the button's word, if there are several
     */
    public SignedRequest prepareSubmission(
            String person, String dialog, Optional<String> word, Map<String, String> inputs) {
        return dialogs.prepare(person(person), dialog, word, inputs);
    }

    /**
     * A person fills in a dialog that they see, and presses its button.
     *
     * @param word the button's word, if there are several
     * @param inputs by their ids, several choices with commas between; what is not named stays as it was
     */
    public Submission submit(String person, String dialog, Optional<String> word, Map<String, String> inputs) {
        return dialogs.submit(person(person), dialog, word, inputs, this::send);
    }

    /** A person closes a dialog; the app is told nothing. */
    public void closeDialog(String person, String dialog) {
        dialogs.close(person(person), dialog);
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

    /** Sends the same activity again as Teams does after a while: with new times, and under a new id where it brings no message. */
    public Delivery redeliver(SignedRequest request) {
        return send(signer.signAnew(request));
    }

    /** Sends what the app did not take again, each as {@link #redeliver}. */
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
        tell(author, channel, said);
        return said;
    }

    private void tell(Person author, String channel, Message said) {
        if (tenant.isGranted("ChannelMessage.Read.Group")
                && endpoint.url().isPresent()
                && channel(channel).team().hasApp()) {
            Channel where = channel(channel);
            send(words.sign(envelope.inChannel("message", author, where, said.root()), said));
        }
    }

    /** A person shares a file, which lies in the channel's folder by then. */
    public Message shareFile(String person, String channel, String thread, String name, String type, byte[] bytes) {
        return share(person, channel, thread, name, stored(channel, name, type, bytes));
    }

    private String stored(String channel, String name, String type, byte[] bytes) {
        return tenant.atomically(() -> {
            Folder folder = tenant.library().of(channel(channel));
            return folder.webUrl(folder.add(name, type, bytes).name());
        });
    }

    /** A person shares a file that is at this address; the app is told of a message, and nothing of the file. */
    public Message share(String person, String channel, String thread, String name, String address) {
        Person author = person(person);
        Message said = tenant.atomically(() -> {
            Channel where = channel(channel);
            return referring(where, said(author, where, "", thread), name, address);
        });
        tell(author, channel, said);
        return said;
    }

    /** A person sends what is an attachment of this type and no file, such as a snippet of code. */
    public Message sendCard(String person, String channel, String type) {
        Person author = person(person);
        Message said = tenant.atomically(() -> {
            Channel where = channel(channel);
            return attached(where, said(author, where, "", ""), Envelope.object("contentType", type, "content", "{}"));
        });
        tell(author, channel, said);
        return said;
    }

    private static Message referring(Channel channel, Message written, String name, String address) {
        return attached(
                channel, written, Envelope.object("contentType", "reference", "contentUrl", address, "name", name));
    }

    private static Message attached(Channel channel, Message written, JsonObject attachment) {
        JsonObject activity = Envelope.object("type", "message", "text", written.text());
        attachment.put("id", UUID.randomUUID().toString());
        activity.put("attachments", JsonArray.from(attachment));
        Message shared = new Message(
                written.id(),
                written.root(),
                written.author(),
                activity,
                written.created(),
                Optional.empty(),
                false,
                Optional.empty());
        channel.timeline().put(shared);
        return shared;
    }

    /** A person pastes pictures into a message; the app is told of the message. */
    public Message paste(String person, String channel, String text, String thread, List<byte[]> pictures) {
        Person author = person(person);
        Message said = tenant.atomically(() -> {
            Message written = said(author, channel(channel), text, thread);
            pictures.forEach(bytes -> tenant.library().paste(written.id(), "image/png", bytes, true));
            return written;
        });
        tell(author, channel, said);
        return said;
    }

    /** A person changes what they wrote in a channel; the app is told where it may read what people write. */
    public void edit(String person, String channel, String id, String text) {
        Channel where = channel(channel);
        Message after = tenant.atomically(() -> {
            Message changed = own(person, where, id)
                    .saying(
                            Envelope.object("type", "message", "text", text),
                            tenant.clock().instant());
            where.timeline().put(changed);
            return changed;
        });
        tellChanged(person, where, after, "messageUpdate", "editMessage");
    }

    /** A person deletes what they wrote in a channel. */
    public void delete(String person, String channel, String id) {
        Channel where = channel(channel);
        Message gone = tenant.atomically(() -> {
            Message own = own(person, where, id);
            return where.timeline().delete(own, tenant.clock().instant());
        });
        tellChanged(person, where, gone, "messageDelete", "softDeleteMessage");
    }

    /** A person undoes the deletion of what they wrote in a channel. */
    public void undelete(String person, String channel, String id) {
        Channel where = channel(channel);
        Message back = tenant.atomically(() -> where.timeline()
                .undelete(person, id, tenant.clock().instant())
                .orElseThrow(() -> new IllegalArgumentException(person + " deleted no message " + id)));
        tellChanged(person, where, back, "messageUpdate", "undeleteMessage");
    }

    private void tellChanged(String person, Channel where, Message message, String type, String what) {
        if (tenant.isGranted("ChannelMessage.Read.Group")
                && endpoint.url().isPresent()
                && where.team().hasApp()) {
            JsonObject activity = envelope.inChannel(type, person(person), where, message.root());
            activity.getObject("channelData").put("eventType", what);
            send(words.sign(activity, message));
        }
    }

    private static Message own(String person, Channel channel, String id) {
        return channel.timeline()
                .message(id)
                .filter(message -> message.author().equals(person))
                .orElseThrow(() -> new IllegalArgumentException(person + " wrote no message " + id));
    }

    /** A person chooses a command of the app from a message's menu (…/messaging-extensions/how-to/action-commands/define-action-command). */
    public Delivery command(String person, String channel, String id, String command) {
        Person chooser = person(person);
        SignedRequest request = tenant.atomically(() -> {
            Channel where = channel(channel);
            if (!where.members().contains(chooser.id())
                    || !chooser.canPress()
                    || !where.team().hasApp()) {
                throw new IllegalArgumentException(chooser.name() + " cannot do that in " + where.name());
            }
            Message message =
                    where.timeline().message(id).orElseThrow(() -> new IllegalArgumentException("no message is " + id));
            JsonObject activity = envelope.inChannel("invoke", chooser, where, message.root());
            activity.put("name", "composeExtension/fetchTask");
            Optional<Person> author = message.byBot() ? Optional.empty() : Optional.of(person(message.author()));
            activity.put("value", Commands.value(message, author, command));
            return signer.sign(activity);
        });
        return send(request);
    }

    /** A person writes to the bot in their 1:1 chat with it, which needs the app installed for them. */
    public Delivery write(String person, String text) {
        Person author = person(person);
        SignedRequest request = tenant.atomically(() -> {
            if (!author.canPress() || !tenant.hasPersonalApp(author.id())) {
                throw new IllegalArgumentException(author.name() + " cannot write to the bot");
            }
            PersonalChat chat = tenant.chatWith(author.id());
            Message message = written(author, text, "");
            chat.timeline().put(message);
            return words.sign(envelope.inChat("message", author, chat), message);
        });
        return send(request);
    }

    /**
     * A person mentions the bot in a channel that they are in: the app is told, whatever it may read there.
     *
     * @param text what stands behind the mention
     */
    public Delivery mention(String person, String channel, String text, String thread) {
        return mentioned(person, channel, text, thread, (_, message) -> message);
    }

    /** The same, with a file of the channel's folder. */
    public Delivery mentionWithFile(
            String person, String channel, String text, String thread, String name, byte[] bytes) {
        String address = stored(channel, name, "application/octet-stream", bytes);
        return mentioned(person, channel, text, thread, (where, message) -> referring(where, message, name, address));
    }

    private Delivery mentioned(
            String person, String channel, String text, String thread, BiFunction<Channel, Message, Message> with) {
        Person author = person(person);
        SignedRequest request = tenant.atomically(() -> {
            Channel where = channel(channel);
            if (!where.team().hasApp()) {
                throw new IllegalArgumentException(
                        "the app is not in " + where.team().name());
            }
            Message message = with.apply(where, said(author, where, words.mention() + " " + text, thread));
            return words.sign(envelope.inChannel("message", author, where, message.root()), message);
        });
        return send(request);
    }

    private Message said(Person author, Channel channel, String text, String thread) {
        if (channel.isArchived() || !channel.members().contains(author.id()) || !author.canPress()) {
            throw new IllegalArgumentException(author.name() + " cannot write in " + channel.name());
        }
        Message said = written(author, text, thread);
        channel.timeline().put(said);
        return said;
    }

    private Message written(Person author, String text, String thread) {
        String id = tenant.identifiers().message();
        return new Message(
                id,
                thread.isEmpty() ? id : thread,
                author.id(),
                Envelope.object("type", "message", "text", text),
                Identifiers.posted(id),
                Optional.empty(),
                false,
                Optional.empty());
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
