package dev.belay.simulator.slack;

import dev.belay.simulator.call.CallLog;
import dev.belay.simulator.call.Failures;
import dev.belay.simulator.control.Browsers;
import dev.belay.simulator.control.Changes;
import dev.belay.simulator.control.Control;
import dev.belay.simulator.http.Exchanges;
import dev.belay.simulator.http.Faults;
import dev.belay.simulator.http.SimulatorServer;
import dev.belay.simulator.slack.app.Administration;
import dev.belay.simulator.slack.app.AppTraffic;
import dev.belay.simulator.slack.app.Delivery;
import dev.belay.simulator.slack.app.MessageDeeds;
import dev.belay.simulator.slack.app.SignedRequest;
import dev.belay.simulator.slack.app.Submission;
import dev.belay.simulator.slack.app.Triggers;
import dev.belay.simulator.slack.call.ApiCall;
import dev.belay.simulator.slack.control.SlackControl;
import dev.belay.simulator.slack.limit.Failure;
import dev.belay.simulator.slack.limit.RateLimits;
import dev.belay.simulator.slack.method.Methods;
import dev.belay.simulator.slack.view.OpenView;
import dev.belay.simulator.slack.view.OpenViews;
import dev.belay.simulator.slack.workspace.Channel;
import dev.belay.simulator.slack.workspace.Grant;
import dev.belay.simulator.slack.workspace.Message;
import dev.belay.simulator.slack.workspace.PrivateMessage;
import dev.belay.simulator.slack.workspace.Workspace;
import java.net.URI;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Slack with one workspace, in memory and over HTTP: what an app calls, what it is sent, and what people do. */
public final class SimulatedSlack implements AutoCloseable {
    private final Workspace workspace;
    private final RateLimits limits;
    private final Failures<Failure> failures = new Failures<>();
    private final CallLog<ApiCall> log = new CallLog<>(call -> call.byApp() ? call.method() : "");
    private final AppTraffic traffic;
    private final Browsers browsers;
    private final SimulatorServer server;

    private SimulatedSlack(int port, Faults faults, Workspace workspace) {
        this.workspace = workspace;
        this.limits = new RateLimits(workspace.clock());
        Triggers triggers = new Triggers(workspace.clock());
        Callers callers = new Callers(List.of(workspace));
        OpenViews views = new OpenViews(workspace);
        this.traffic = new AppTraffic(workspace, triggers, views);
        Methods methods = new Methods(triggers, views);
        WebApi api = new WebApi(callers, methods, limits, failures, log);
        Set<String> names = new HashSet<>(methods.names());
        names.add(OAuthAccess.METHOD.name());
        Exchanges exchanges = new Exchanges();
        Control control = SlackControl.of(workspace, traffic, log, limits, failures, names, exchanges);
        Changes changes = new Changes(new SlackFingerprints(workspace, traffic, failures, log));
        this.browsers = new Browsers(control, changes);
        Routes routes = new Routes(api, callers, new FileServer(workspace, callers, failures), traffic, log, browsers);
        this.server = SimulatorServer.start(port, faults, routes::name, routes::answer, exchanges);
        reachedAt(url(), url());
    }

    /** Starts Slack with Acme's workspace on 127.0.0.1; port 0 takes a free one. */
    public static SimulatedSlack start(int port, Faults faults, Clock clock) {
        return start(port, faults, AcmeWorkspace.open(clock));
    }

    public static SimulatedSlack start(int port, Faults faults, Workspace workspace) {
        return new SimulatedSlack(port, faults, workspace);
    }

    /** Its address, without a slash at the end. */
    public URI url() {
        return server.url();
    }

    /**
     * Says under which addresses the app reaches what it is sent, without a slash at the end.
     *
     * @param hooks what each {@code response_url} begins with
     * @param files what each address of a file begins with
     */
    public void reachedAt(URI hooks, URI files) {
        traffic.hooksAt(hooks + Routes.HOOKS);
        workspace.atomically(() -> {
            workspace.files().at(files.toString());
            return workspace;
        });
    }

    /** What the Web API's methods are appended to. */
    public URI apiUrl() {
        return URI.create(url() + WebApi.PREFIX);
    }

    public Workspace workspace() {
        return workspace;
    }

    /** The counting of calls, which can be switched off. */
    public RateLimits rateLimits() {
        return limits;
    }

    /** Where the app's calls are told to fail. */
    public Failures<Failure> failures() {
        return failures;
    }

    /** The latest calls, whoever made them, in the order in which they were answered. */
    public List<ApiCall> calls() {
        return log.calls();
    }

    /** The app's latest calls of a method, or of {@code response_url}. */
    public List<ApiCall> calls(String method) {
        return calls().stream()
                .filter(call -> call.byApp() && call.method().equals(method))
                .toList();
    }

    public void forgetCalls() {
        log.clear();
    }

    /** Sets the app's request URL; it is used only if it answers a signed challenge. */
    public Delivery requestUrl(URI url) {
        return traffic.requestUrl(url);
    }

    /** The signed request of a press on a message as it stands now, not sent; anybody may be said to have pressed. */
    public SignedRequest prepare(String user, String channel, String ts, String actionId) {
        return traffic.prepare(user, channel, ts, actionId);
    }

    /** A person presses a button on a message that they see, whether everybody does or they alone. */
    public Delivery press(String user, String channel, String ts, String actionId) {
        return traffic.press(user, channel, ts, actionId);
    }

    /** The modals that a person sees, oldest first. */
    public List<OpenView> views(String user) {
        return traffic.views(user);
    }

    /** The signed request of a submission, not sent, whatever was left empty; anybody may be said to have submitted. */
    public SignedRequest prepareSubmission(String user, String viewId, Map<String, List<String>> values) {
        return traffic.prepareSubmission(user, viewId, values);
    }

    /** A person fills in a modal that they see, by {@code block_id}, and submits it. */
    public Submission submit(String user, String viewId, Map<String, List<String>> values) {
        return traffic.submit(user, viewId, values);
    }

    /** A person closes a modal that they see; the app is told where it asked for that. */
    public Optional<Delivery> closeView(String user, String viewId) {
        return traffic.closeView(user, viewId);
    }

    /** The signed request of a slash command, not sent; anybody may be said to have given it. */
    public SignedRequest prepareCommand(String user, String channel, String command, String text) {
        return traffic.prepareCommand(user, channel, command, text);
    }

    /** A person gives a slash command, such as {@code /belay}, in a channel that they are in, and sees what the app answers. */
    public Delivery command(String user, String channel, String command, String text) {
        return traffic.command(user, channel, command, text);
    }

    /** Sends a request to the app, byte for byte, whether for the first time or again. */
    public Delivery send(SignedRequest request) {
        return traffic.send(request);
    }

    /** Sends the same body again, with the time and signature of now. */
    public Delivery sendAfresh(SignedRequest request) {
        return traffic.sendAfresh(request);
    }

    /** All that was sent to the app's request URL, in order, and what became of it. */
    public List<Delivery> deliveries() {
        return traffic.deliveries();
    }

    /** What people do with messages that stand there. */
    public MessageDeeds messageDeeds() {
        return traffic.messages();
    }

    /** A person writes in a channel, or in a thread where {@code thread} is not empty; the app is told if it is there. */
    public Message say(String user, String channel, String text, String thread) {
        return traffic.say(user, channel, text, thread);
    }

    /** A person shares a file in a channel, or in a thread where {@code thread} is not empty; the app is told if it is there. */
    public Message shareFile(String user, String channel, String thread, String name, String type, byte[] bytes) {
        return traffic.shareFile(user, channel, thread, name, type, bytes);
    }

    /** A person shares a file that is kept elsewhere, by its address there. */
    public Message shareLinked(String user, String channel, String name, String address) {
        return traffic.shareFile(user, channel, "", () -> workspace
                .files()
                .add(name, "application/octet-stream", user, Optional.empty(), address));
    }

    /** What people do to channels. */
    public Administration administration() {
        return traffic.administration();
    }

    /** Events of what the app itself does to channels wait from now on until {@link #sendHeld}. */
    public void holdOwn() {
        workspace.atomically(() -> {
            workspace.news().holdOwn();
            return workspace;
        });
    }

    /** Tells the app of what it did itself, which was held back. */
    public List<Delivery> sendHeld() {
        workspace.atomically(() -> {
            workspace.news().release();
            return workspace;
        });
        return traffic.tellNews();
    }

    /** An administrator revokes the app's bot token; Slack tells the app so. */
    public void revokeToken() {
        workspace().botToken(Grant.Standing.REVOKED);
        traffic.tokenRevoked();
    }

    /** An administrator removes the app, and with it its token; Slack tells the app so. */
    public void uninstall() {
        workspace().botToken(Grant.Standing.INACTIVE);
        traffic.uninstalled();
    }

    /** Sends the events again that the app did not take and whose time has come. */
    public List<Delivery> tryAgain() {
        return traffic.tryAgain();
    }

    /** The messages that only this person sees, oldest first. */
    public List<PrivateMessage> ephemerals(String user) {
        return traffic.ephemerals(user);
    }

    /** What the app said to this person in the chat of the two, oldest first, as messages that they alone see. */
    public List<PrivateMessage> directMessages(String user) {
        return workspace.atomically(() -> workspace.channels().stream()
                .filter(Channel::isDirect)
                .filter(chat -> chat.members().contains(user))
                .flatMap(chat -> chat.messages().values().stream()
                        .filter(message -> !message.user().equals(user))
                        .map(message ->
                                new PrivateMessage(message.ts(), chat.id(), user, message.content(), message.thread())))
                .toList());
    }

    /** A channel's messages as they stand, oldest first, answers in threads included. */
    public List<Message> messages(String channel) {
        return workspace.atomically(() -> workspace
                .channel(channel)
                .map(found -> List.copyOf(found.messages().values()))
                .orElseThrow(() -> new IllegalArgumentException("no channel is " + channel)));
    }

    @Override
    public void close() {
        browsers.close();
        server.close();
        traffic.close();
    }
}
