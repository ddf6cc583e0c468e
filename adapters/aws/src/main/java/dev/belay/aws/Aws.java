package dev.belay.aws;

import dev.belay.audit.journal.AuditJournal;
import dev.belay.aws.call.SignedPost;
import dev.belay.aws.call.SpanHeaders;
import dev.belay.aws.call.TimeLeft;
import dev.belay.aws.deadletter.DeadLetterQueues;
import dev.belay.aws.deployed.DeployedMetrics;
import dev.belay.aws.deployed.DeployedTables;
import dev.belay.aws.table.action.DynamoDbChronicles;
import dev.belay.aws.table.action.DynamoDbPageOrders;
import dev.belay.aws.table.event.DynamoDbFailureHistory;
import dev.belay.aws.table.event.DynamoDbHandledEvents;
import dev.belay.aws.table.event.DynamoDbReceivedEvents;
import dev.belay.aws.table.identity.DynamoDbCredentialStates;
import dev.belay.aws.table.identity.DynamoDbInstallations;
import dev.belay.aws.table.identity.DynamoDbUserMap;
import dev.belay.aws.table.link.DynamoDbConversationLinks;
import dev.belay.aws.table.link.DynamoDbLinkIndex;
import dev.belay.aws.table.link.DynamoDbUpkeep;
import dev.belay.aws.table.message.DynamoDbFileTransfers;
import dev.belay.aws.table.message.DynamoDbMessageNotes;
import dev.belay.aws.table.run.DynamoDbAuditJournal;
import dev.belay.aws.table.run.DynamoDbLeases;
import dev.belay.aws.table.run.DynamoDbRateLimitStore;
import dev.belay.aws.table.run.DynamoDbWatermarks;
import dev.belay.credential.CredentialStates;
import dev.belay.event.HandledEvents;
import dev.belay.file.FileTransfers;
import dev.belay.health.AlarmTopic;
import dev.belay.health.Counters;
import dev.belay.health.FailureHistory;
import dev.belay.inbound.ReceivedEvents;
import dev.belay.lease.Leases;
import dev.belay.link.ConversationLinks;
import dev.belay.link.LinkIndex;
import dev.belay.link.Upkeep;
import dev.belay.message.MessageNotes;
import dev.belay.pager.PageOrders;
import dev.belay.person.UserMap;
import dev.belay.ratelimit.RateLimitStore;
import dev.belay.reconcile.Watermarks;
import dev.belay.record.Chronicles;
import dev.belay.team.Installations;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Everything of AWS that a worker uses, over one set of clients that give up soon: the queue brings the work again. */
public final class Aws implements AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final Duration ATTEMPT = Duration.ofSeconds(3);
    private static final Duration ALL_ATTEMPTS = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 3;

    private final AwsAccess access;
    private final Clock clock;
    private final AwsCredentialsProvider keys;
    private final SdkHttpClient http;
    private final ScheduledExecutorService timeOuts = timeOuts();
    private final DynamoDbClient dynamoDb;
    private final SecretsManagerClient secrets;
    private final SsmClient parameters;
    private final SqsClient queues;

    public Aws(AwsAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
        this.keys = access.keys().map(Aws::given).orElseGet(() -> DefaultCredentialsProvider.builder()
                .build());
        this.http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(ATTEMPT)
                .build();
        this.dynamoDb = configured(DynamoDbClient.builder()).build();
        this.secrets = configured(SecretsManagerClient.builder()).build();
        this.parameters = configured(SsmClient.builder()).build();
        this.queues = configured(SqsClient.builder()).build();
    }

    /** Loads what the first calls of any of these clients would load, and sends nothing. */
    public static void prime(String region) {
        Priming.run(region);
    }

    public ConversationLinks links(String linkTable, RandomGenerator random) {
        return new DynamoDbConversationLinks(dynamoDb, linkTable, random);
    }

    /** Finds links by how they stand. */
    public LinkIndex linkIndex(String table) {
        return new DynamoDbLinkIndex(dynamoDb, table);
    }

    /** On the links. */
    public Upkeep upkeep(String linkTable, RandomGenerator random) {
        return new DynamoDbUpkeep(dynamoDb, linkTable, random);
    }

    /** Beside the links. */
    public Installations installations(String linkTable) {
        return new DynamoDbInstallations(dynamoDb, linkTable);
    }

    /** Beside the links. */
    public Chronicles chronicles(String linkTable) {
        return new DynamoDbChronicles(dynamoDb, linkTable);
    }

    public UserMap userMap(String userTable) {
        return new DynamoDbUserMap(dynamoDb, userTable, clock);
    }

    public HandledEvents handledEvents(String eventTable, String linkTable) {
        return new DynamoDbHandledEvents(dynamoDb, eventTable, linkTable, clock);
    }

    /** Beside the handled events. */
    public PageOrders pageOrders(String eventTable) {
        return new DynamoDbPageOrders(dynamoDb, eventTable, clock);
    }

    /** Beside the handled events. */
    public MessageNotes messageNotes(String eventTable) {
        return new DynamoDbMessageNotes(dynamoDb, eventTable, clock);
    }

    /** Beside the handled events. */
    public Leases leases(String eventTable) {
        return new DynamoDbLeases(dynamoDb, eventTable, clock);
    }

    /** Beside the handled events. */
    public CredentialStates credentialStates(String eventTable) {
        return new DynamoDbCredentialStates(dynamoDb, eventTable);
    }

    /** Beside the handled events. */
    public ReceivedEvents receivedEvents(String eventTable) {
        return new DynamoDbReceivedEvents(dynamoDb, eventTable, clock);
    }

    /** Beside the handled events. */
    public Watermarks watermarks(String eventTable, String instance) {
        return new DynamoDbWatermarks(dynamoDb, eventTable, instance);
    }

    /** Beside the handled events. */
    public AuditJournal auditJournal(String eventTable, String name) {
        return new DynamoDbAuditJournal(dynamoDb, eventTable, name, clock);
    }

    /** Beside the handled events. */
    public FileTransfers fileTransfers(String eventTable, RandomGenerator random) {
        return new DynamoDbFileTransfers(dynamoDb, eventTable, clock, random);
    }

    public FailureHistory failures(String eventTable) {
        return new DynamoDbFailureHistory(dynamoDb, eventTable, clock);
    }

    public RateLimitStore limits(String eventTable) {
        return new DynamoDbRateLimitStore(dynamoDb, eventTable, clock);
    }

    /** @param counters where it is counted that the store does not answer */
    public Secrets secrets(Counters counters) {
        return new Secrets(secrets, counters, clock);
    }

    /** Where a person stores them. */
    public SecretStore secretStore() {
        return new SecretStore(secrets);
    }

    /** For whoever rotates them. */
    public StagedSecrets stagedSecrets() {
        return new StagedSecrets(secrets);
    }

    /** @param counters where it is counted that the store does not answer */
    public Parameters parameters(Counters counters) {
        return new Parameters(parameters, counters, clock);
    }

    /** @param arn of a topic in the same region */
    public AlarmTopic alarmTopic(String arn) {
        return new SnsAlarmTopic(post(SnsAlarmTopic.SYSTEM), arn);
    }

    private SignedPost post(String service) {
        return new SignedPost(http, keys, Region.of(access.region()), access.endpoint(), service);
    }

    public Queues queues() {
        return new Queues(queues);
    }

    /** For a person at a command line. */
    public DeadLetterQueues deadLetterQueues() {
        return new DeadLetterQueues(queues);
    }

    /** For a person at a command line. */
    public DeployedTables deployedTables() {
        return new DeployedTables(dynamoDb);
    }

    /** For a person at a command line. */
    public ParameterStore parameterStore() {
        return new ParameterStore(parameters);
    }

    /** For a person at a command line. */
    public DeployedMetrics deployedMetrics(String stack) {
        return new DeployedMetrics(post(DeployedMetrics.SERVICE), stack, clock);
    }

    /** The builder of a client of another service, for the same place, keys and patience; whoever builds it closes it. */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B configured(B builder) {
        access.endpoint().ifPresent(builder::endpointOverride);
        return builder.region(Region.of(access.region()))
                .credentialsProvider(keys)
                .httpClient(http)
                .overrideConfiguration(patience());
    }

    /** One thread for all clients, which would start five each: all that it does is to interrupt a call whose time is over. */
    private static ScheduledExecutorService timeOuts() {
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("time-outs of AWS").factory());
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    private ClientOverrideConfiguration patience() {
        return ClientOverrideConfiguration.builder()
                .scheduledExecutorService(timeOuts)
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(ALL_ATTEMPTS)
                .addExecutionInterceptor(new TimeLeft(ALL_ATTEMPTS))
                .addExecutionInterceptor(new SpanHeaders())
                .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .maxAttempts(ATTEMPTS)
                        .retryOnException(TransactionConflictException.class)
                        .build())
                .build();
    }

    private static AwsCredentialsProvider given(AwsAccess.Keys keys) {
        return StaticCredentialsProvider.create(keys.sessionToken()
                .<AwsCredentials>map(
                        token -> AwsSessionCredentials.create(keys.accessKeyId(), keys.secretAccessKey(), token))
                .orElseGet(() -> AwsBasicCredentials.create(keys.accessKeyId(), keys.secretAccessKey())));
    }

    @Override
    public void close() {
        dynamoDb.close();
        secrets.close();
        parameters.close();
        queues.close();
        http.close();
        timeOuts.shutdownNow();
    }
}
