package dev.belay.ingress;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.belay.aws.protocol.MetricSource;
import dev.belay.aws.protocol.QueueSender;
import dev.belay.aws.protocol.SecretReader;
import dev.belay.coldhttp.Tls;
import dev.belay.failure.Rejected;
import dev.belay.failure.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers API Gateway. What it acknowledges is durable in a queue; everything else is refused with a status and one word. The
 * order of its checks is fixed: route, size, signature or token, form; then the queue.
 */
public final class IngressHandler implements RequestStreamHandler {
    private static final int LARGEST_BODY = 256 * 1024;

    private final IngressSettings settings;
    private final Tls tls;
    private final QueueSender queues;
    private final Clock clock;
    private final @Nullable SlackDoor slack;
    private final ServiceNowDoor serviceNow;
    private final RequestLog log;
    private volatile @Nullable TeamsDoor teams;

    /** Lambda calls it. What the first click needs is begun at once, while the runtime is still starting. */
    public IngressHandler() {
        this(warmTls(), IngressSettings.process(), Clock.systemUTC(), System.out);
        TeamsDoorSettings known = settings.teams();
        if (slack != null) {
            slack.readAhead();
        } else if (known != null) {
            teams(known).fetchAhead();
        }
        queues.connectAhead();
    }

    /**
     * For a process that is not Lambda's.
     *
     * @param environment the variables that the template and AWS set
     * @param out takes one line of JSON for each request
     * @throws IllegalStateException when a variable is missing or wrong; the message names it
     */
    public IngressHandler(Function<String, @Nullable String> environment, Clock clock, PrintStream out) {
        this(new Tls(), environment, clock, out);
    }

    private IngressHandler(Tls tls, Function<String, @Nullable String> environment, Clock clock, PrintStream out) {
        this.settings = IngressSettings.of(environment);
        this.tls = tls;
        this.clock = clock;
        this.queues = new QueueSender(environment, clock, tls);
        SecretReader secrets = new SecretReader(environment, clock, tls);
        MetricSource source = new MetricSource(settings.stack(), RequestLog.FUNCTION);
        LastGoodMetric metrics = new LastGoodMetric(out, source, clock);
        String slackArn = settings.slackSecretArn();
        String tokensArn = settings.slackTokensArn();
        this.slack = slackArn == null || tokensArn == null
                ? null
                : new SlackDoor(
                        slackArn,
                        settings,
                        secrets,
                        new SlackDialogs(tokensArn, settings.slackApi(), secrets, tls, metrics, clock),
                        metrics,
                        clock);
        this.serviceNow =
                new ServiceNowDoor(settings, secrets, metrics, new HeartbeatMetric(out, source, clock), clock);
        this.log = new RequestLog(out, source, clock);
    }

    private static Tls warmTls() {
        Tls tls = new Tls();
        tls.warmUp();
        return tls;
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, @Nullable Context context) throws IOException {
        output.write(answer(input).bytes());
    }

    private Answer answer(InputStream input) throws IOException {
        RequestLog.Line line = log.begin();
        Answer answer;
        try {
            answer = answer(HttpRequest.of(input), line);
        } catch (HttpRequest.NotARequest e) {
            answer = Answer.malformed(e.getMessage());
        } catch (RuntimeException e) {
            answer = new Answer(500, "{\"error\":\"internal\"}", "failed", RequestLog.origin(e));
        }
        line.end(answer);
        return answer;
    }

    private Answer answer(HttpRequest request, RequestLog.Line line) {
        line.request(request.id());
        Door door = door(request.path());
        if (door == null) {
            return Answer.refused(404, "not found", "no such route");
        }
        line.route(door.name());
        if (!request.method().equals("POST")) {
            return Answer.refused(405, "method not allowed", "not a POST");
        }
        if (request.body().length > LARGEST_BODY) {
            return Answer.refused(413, "too large", "the body is over 256 KB");
        }
        try {
            return door.answer(request, new Outbox(queues, request.id()));
        } catch (Unavailable | Rejected e) {
            return Answer.unavailable(e.getMessage());
        } catch (NotSetUp e) {
            return Answer.notSetUp(e.sentence());
        }
    }

    private @Nullable Door door(String path) {
        if (path.equals(SlackDoor.PATH)) {
            return slack;
        }
        if (ServiceNowDoor.isAt(path)) {
            return serviceNow;
        }
        TeamsDoorSettings known = settings.teams();
        return known != null && TeamsDoor.isAt(path) ? teams(known) : null;
    }

    /** Not made before the first activity comes: a cold function would pay for it on a click in Slack. */
    private TeamsDoor teams(TeamsDoorSettings known) {
        TeamsDoor made = teams;
        if (made == null) {
            synchronized (this) {
                made = teams;
                if (made == null) {
                    made = new TeamsDoor(known, settings, tls, clock);
                    teams = made;
                }
            }
        }
        return made;
    }
}
