'use strict';
// The same work as ingress: the signing secret from Secrets Manager, a click proved and parsed by Bolt, a message to SQS.
const { SecretsManagerClient, GetSecretValueCommand } = require('@aws-sdk/client-secrets-manager');

// Begun before Bolt is loaded, so that the answer arrives meanwhile.
const secret = new SecretsManagerClient({}).send(
  new GetSecretValueCommand({ SecretId: process.env.BELAY_SLACK_SIGNING_SECRET_ARN }),
);

const { SQSClient, SendMessageCommand } = require('@aws-sdk/client-sqs');
const { App, AwsLambdaReceiver } = require('@slack/bolt');
const { createHash } = require('node:crypto');

const queues = new SQSClient({});
const hash = (text) => createHash('sha256').update(text).digest('hex');

function listener(signingSecret) {
  const receiver = new AwsLambdaReceiver({ signingSecret });
  const app = new App({ receiver, authorize: async () => ({}) });
  app.action(/^[a-z-]+$/, async ({ ack, action, body }) => {
    const value = JSON.parse(action.value);
    await queues.send(
      new SendMessageCommand({
        QueueUrl: process.env.BELAY_SLACK_ACTIONS_QUEUE_URL,
        MessageBody: JSON.stringify({ ...value, user: body.user.id, channel: body.container.channel_id }),
        MessageGroupId: hash(`${value.table}:${value.sys_id}`),
        MessageDeduplicationId: hash(`${body.user.id}:${body.container.message_ts}:${action.action_ts}`),
      }),
    );
    await ack();
  });
  return receiver.toHandler();
}

exports.ready = secret.then(({ SecretString }) => listener(JSON.parse(SecretString).signing_secret));
