package dev.belay.simulator.teams;

import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.control.Browsers;
import dev.belay.simulator.control.Changes;
import dev.belay.simulator.control.Control;
import dev.belay.simulator.http.Exchanges;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.SimulatorServer;
import dev.belay.simulator.teams.app.Administration;
import dev.belay.simulator.teams.app.AppTraffic;
import dev.belay.simulator.teams.app.Button;
import dev.belay.simulator.teams.app.Delivery;
import dev.belay.simulator.teams.app.SignedRequest;
import dev.belay.simulator.teams.app.Submission;
import dev.belay.simulator.teams.call.ApiCall;
import dev.belay.simulator.teams.call.Services;
import dev.belay.simulator.teams.connector.Connector;
import dev.belay.simulator.teams.control.SignInCommands;
import dev.belay.simulator.teams.control.TeamsControl;
import dev.belay.simulator.teams.dialog.Dialog;
import dev.belay.simulator.teams.graph.Graph;
import dev.belay.simulator.teams.limit.Failure;
import dev.belay.simulator.teams.limit.RateLimits;
import dev.belay.simulator.teams.login.AccessTokens;
import dev.belay.simulator.teams.login.Credentials;
import dev.belay.simulator.teams.login.TokenEndpoint;
import dev.belay.simulator.teams.signing.ActivityTokens;
import dev.belay.simulator.teams.signing.OpenIdDocuments;
import dev.belay.simulator.teams.signing.SigningKeys;
import dev.belay.simulator.teams.tenant.Channel;
import dev.belay.simulator.teams.tenant.Message;
import dev.belay.simulator.teams.tenant.PrivateMessage;
import dev.belay.simulator.teams.tenant.Tenant;
import java.net.URI;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Teams with one tenant, in memory and over HTTP: what an app calls, what it is sent, and what people do. */
public final class SimulatedTeams implements AutoCloseable {
    private final Tenant tenant;
    private final SigningKeys keys = new SigningKeys();
    private final Failures<Failure> failures = new Failures<>();
    private final CallLog<ApiCall> log = new CallLog<>(ApiCall::operation);
    private final RateLimits limits;
    private final Credentials credentials;
    private final AccessTokens accessTokens;
    private final ActivityTokens activityTokens;
    private final SimulatorServer server;
    private volatile @Nullable Addresses elsewhere;
    private final AppTraffic traffic;
    private final Browsers browsers;

    private SimulatedTeams(int port, Faults faults, Tenant tenant) {
        this.tenant = tenant;
        this.credentials = new Credentials(tenant.app().secret(), tenant.clock());
        this.accessTokens = new AccessTokens(tenant.clock());
        this.activityTokens = new ActivityTokens(keys, tenant.app().id(), tenant.clock());
        this.limits = new RateLimits(tenant.clock());
        Graph graph = new Graph(
                tenant, accessTokens, credentials, limits, () -> addresses().graph(), () -> addresses()
                        .files());
        Services services = new Services(
                List.of(
                        new TokenEndpoint(tenant, credentials, accessTokens).service(),
                        new OpenIdDocuments(keys, () -> addresses().keys()).service(),
                        new Connector(tenant, accessTokens, limits).service(),
                        graph.service(),
                        graph.files()),
                failures,
                log);
        this.traffic = new AppTraffic(
                tenant, activityTokens, () -> addresses().service().toString());
        Exchanges exchanges = new Exchanges();
        Control control = new TeamsControl(
                        tenant, traffic, keys, new SignInCommands(tenant.app(), credentials, accessTokens))
                .of(log, limits, failures, services.operations(), exchanges);
        Changes changes = new Changes(new TeamsFingerprints(tenant, traffic, failures, log));
        this.browsers = new Browsers(control, changes);
        Routes routes = new Routes(services, browsers);
        this.server = SimulatorServer.start(port, faults, routes::name, routes::answer, exchanges);
    }

    /** Starts Teams with Acme's tenant on 127.0.0.1; port 0 takes a free one. */
    public static SimulatedTeams start(int port, Faults faults, Clock clock) {
        return start(port, faults, AcmeTeams.open(clock));
    }

    public static SimulatedTeams start(int port, Faults faults, Tenant tenant) {
        return new SimulatedTeams(port, faults, tenant);
    }

    /** Its address, without a slash at the end. */
    public URI url() {
        return server.url();
    }

    /**
     * Where the app reaches what it is told of.
     *
     * @param service the service URL of each activity, with a slash at the end
     * @param keys what the address of the published keys begins with
     * @param graph what the address of a list's next page begins with
     * @param files what the addresses of uploads and downloads begin with
     */
    public record Addresses(URI service, URI keys, URI graph, URI files) {}

    /** Says under which addresses the app reaches Teams, where that is not this machine's. */
    public void reachedAt(Addresses outside) {
        elsewhere = outside;
    }

    private Addresses addresses() {
        Addresses said = elsewhere;
        return said == null ? new Addresses(connectorUrl(), url(), url(), url()) : said;
    }

    /** The service URL: what the Bot Connector's paths are appended to, with a slash at the end. */
    public URI connectorUrl() {
        return URI.create(url() + Connector.PREFIX);
    }

    /** What Graph's paths are appended to, with the version and without a slash at the end. */
    public URI graphUrl() {
        return URI.create(url() + Graph.PREFIX.substring(0, Graph.PREFIX.length() - 1));
    }

    /** What stands in place of {@code https://login.microsoftonline.com}, without a slash at the end. */
    public URI loginUrl() {
        return URI.create(url() + TokenEndpoint.PREFIX.substring(0, TokenEndpoint.PREFIX.length() - 1));
    }

    /** The Bot Connector's OpenID metadata document. */
    public URI openIdUrl() {
        return URI.create(url() + OpenIdDocuments.PREFIX + OpenIdDocuments.METADATA);
    }

    public Tenant tenant() {
        return tenant;
    }

    /** The keys that the Bot Connector publishes. */
    public SigningKeys keys() {
        return keys;
    }

    /** The tokens that the Bot Connector sends with activities, and forged ones. */
    public ActivityTokens activityTokens() {
        return activityTokens;
    }

    /** What the app may sign in with. */
    public Credentials credentials() {
        return credentials;
    }

    /** The tokens that the app was given. */
    public AccessTokens accessTokens() {
        return accessTokens;
    }

    /** The counting of calls, which can be switched off. */
    public RateLimits rateLimits() {
        return limits;
    }

    /** Where the app's calls are told to fail. */
    public Failures<Failure> failures() {
        return failures;
    }

    /** The latest calls, in the order in which they were answered. */
    public List<ApiCall> calls() {
        return log.calls();
    }

    /** The latest calls of an operation, such as {@code connector.updateActivity}. */
    public List<ApiCall> calls(String operation) {
        return calls().stream()
                .filter(call -> call.operation().equals(operation))
                .toList();
    }

    public void forgetCalls() {
        log.clear();
    }

    /** Says where the app takes what Teams sends. */
    public void messagingEndpoint(URI url) {
        traffic.messagingEndpoint(url);
    }

    /** What a team's owners do. */
    public Administration administration() {
        return traffic.administration();
    }

    /**
     * The request of a press on a message as it stands now, not sent; anybody may be said to have pressed.
     *
     * @param conversation the id of a channel or of a 1:1 chat
     * @param word the action's word, such as {@code ack}
     */
    public SignedRequest prepare(String person, String conversation, String message, String word, Button how) {
        return traffic.prepare(person, conversation, message, word, how, Map.of());
    }

    /** A person presses a button on a message that they see, whether everybody does or they alone. */
    public Delivery press(String person, String conversation, String message, String word, Button how) {
        return traffic.press(person, conversation, message, word, how, Map.of());
    }

    /** The dialog that a person sees. */
    public Optional<Dialog> dialog(String person) {
        return traffic.dialog(person);
    }

    /** The invoke of a submission of a dialog with one button, not sent, whatever was left empty. */
    public SignedRequest prepareSubmission(String person, String dialog, Map<String, String> inputs) {
        return traffic.prepareSubmission(person, dialog, Optional.empty(), inputs);
    }

    /** A person fills in a dialog that they see, by the inputs' ids, and presses its one button. */
    public Submission submit(String person, String dialog, Map<String, String> inputs) {
        return traffic.submit(person, dialog, Optional.empty(), inputs);
    }

    /** A person fills in a dialog that they see, and presses one of its buttons. */
    public Submission submit(String person, String dialog, String word, Map<String, String> inputs) {
        return traffic.submit(person, dialog, Optional.of(word), inputs);
    }

    /** A person closes a dialog that they see; the app is told nothing. */
    public void closeDialog(String person, String dialog) {
        traffic.closeDialog(person, dialog);
    }

    /** A person writes to the bot in their 1:1 chat with it. */
    public Delivery write(String person, String text) {
        return traffic.write(person, text);
    }

    /** A person changes what they wrote in a channel. */
    public void edit(String person, String channel, String id, String text) {
        traffic.edit(person, channel, id, text);
    }

    /** A person deletes what they wrote in a channel. */
    public void delete(String person, String channel, String id) {
        traffic.delete(person, channel, id);
    }

    /** A person undoes the deletion of what they wrote in a channel. */
    public void undelete(String person, String channel, String id) {
        traffic.undelete(person, channel, id);
    }

    /** A person chooses a command of the app from a message's menu. */
    public Delivery command(String person, String channel, String id, String command) {
        return traffic.command(person, channel, id, command);
    }

    /** A person mentions the bot in a channel, or in a thread where {@code thread} is not empty, and writes a text behind it. */
    public Delivery mention(String person, String channel, String text, String thread) {
        return traffic.mention(person, channel, text, thread);
    }

    /** The same, with a file of the channel's folder. */
    public Delivery mentionWithFile(
            String person, String channel, String text, String thread, String name, byte[] bytes) {
        return traffic.mentionWithFile(person, channel, text, thread, name, bytes);
    }

    /** Sends a request to the app, byte for byte, whether for the first time or again. */
    public Delivery send(SignedRequest request) {
        return traffic.send(request);
    }

    /** Sends the same activity again, under a token of now. */
    public Delivery sendAfresh(SignedRequest request) {
        return traffic.sendAfresh(request);
    }

    /** Sends the same activity again as Teams does after a while: with new times, under a token of now, and under a new id where it brings no message. */
    public Delivery redeliver(SignedRequest request) {
        return traffic.redeliver(request);
    }

    /** Sends what the app did not take again, each as {@link #redeliver}. */
    public List<Delivery> tryAgain() {
        return traffic.tryAgain();
    }

    /** All that was sent to the app, in order, and what became of it. */
    public List<Delivery> deliveries() {
        return traffic.deliveries();
    }

    /** A person writes in a channel, or in a thread where {@code thread} is not empty; the app is told where it may read. */
    public Message say(String person, String channel, String text, String thread) {
        return traffic.say(person, channel, text, thread);
    }

    /** A person shares a file in a channel, or in a thread where {@code thread} is not empty; the app is told where it may read. */
    public Message sendCard(String person, String channel, String type) {
        return traffic.sendCard(person, channel, type);
    }

    public Message shareFile(String person, String channel, String thread, String name, String type, byte[] bytes) {
        return traffic.shareFile(person, channel, thread, name, type, bytes);
    }

    /** A person pastes pictures into a message, in a thread where {@code thread} is not empty; the app is told where it may read. */
    public Message paste(String person, String channel, String text, String thread, List<byte[]> pictures) {
        return traffic.paste(person, channel, text, thread, pictures);
    }

    /** A person shares a file that is kept elsewhere. */
    public Message shareLinked(String person, String channel, String name, String address) {
        return traffic.share(person, channel, "", name, address);
    }

    /** A channel's messages that everybody sees, as they stand, oldest first, answers in threads included. */
    public List<Message> messages(String channel) {
        return tenant.atomically(() -> channel(channel).timeline().open());
    }

    /** The messages in channels that this person alone sees, oldest first. */
    public List<Message> targeted(String person) {
        return tenant.atomically(() -> tenant.timelines().stream()
                .flatMap(timeline -> timeline.privateTo(person).stream())
                .toList());
    }

    /** The messages of the bot's 1:1 chat with a person, oldest first. */
    public List<Message> direct(String person) {
        return tenant.atomically(() -> tenant.chatWith(person).timeline().all());
    }

    /** All that this person alone sees, in channels and in the 1:1 chat with the bot, oldest first. */
    public List<PrivateMessage> privateMessages(String person) {
        return tenant.atomically(() -> Stream.concat(
                        tenant.teams().stream()
                                .flatMap(team -> team.channels().stream())
                                .flatMap(channel -> channel.timeline().privateTo(person).stream()
                                        .map(message -> new PrivateMessage(channel.id(), message))),
                        direct(person).stream()
                                .map(message -> new PrivateMessage(
                                        tenant.chatWith(person).id(), message)))
                .sorted(Comparator.comparing(seen -> seen.message().created()))
                .toList());
    }

    /** A channel, also one that was deleted. */
    public Channel channel(String channel) {
        return tenant.teams().stream()
                .flatMap(team -> team.everyChannel(channel).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no channel is " + channel));
    }

    @Override
    public void close() {
        browsers.close();
        server.close();
        traffic.close();
    }
}
