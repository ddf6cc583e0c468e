'use strict';
// The same work as ingress: the signing secret and the bot token from Secrets Manager, a click proved and parsed by Bolt, then a
// message to SQS, or a dialog.
const { SecretsManagerClient, GetSecretValueCommand } = require('@aws-sdk/client-secrets-manager');

const secrets = new SecretsManagerClient({});
const read = (id) => secrets.send(new GetSecretValueCommand({ SecretId: id })).then((got) => JSON.parse(got.SecretString));

// Begun before Bolt is loaded, so that the answers arrive meanwhile.
const both = Promise.all([
  read(process.env.BELAY_SLACK_SIGNING_SECRET_ARN),
  read(process.env.BELAY_SLACK_TOKENS_SECRET_ARN),
]);

const { SQSClient, SendMessageCommand } = require('@aws-sdk/client-sqs');
const { App, AwsLambdaReceiver } = require('@slack/bolt');
const { createHash } = require('node:crypto');

const queues = new SQSClient({});
const hash = (text) => createHash('sha256').update(text).digest('hex');

const dialog = (value) => ({
  type: 'modal',
  callback_id: 'hand-over',
  private_metadata: value,
  title: { type: 'plain_text', text: 'Hand over' },
  submit: { type: 'plain_text', text: 'Hand over' },
  blocks: [
    {
      type: 'input',
      block_id: 'to',
      label: { type: 'plain_text', text: 'Who takes it over?' },
      element: { type: 'multi_users_select', action_id: 'to', max_selected_items: 1 },
    },
  ],
});

function listener({ signing_secret: signingSecret }, tokens) {
  const receiver = new AwsLambdaReceiver({ signingSecret });
  const app = new App({
    receiver,
    authorize: async ({ teamId }) => ({ botToken: tokens[teamId] }),
    clientOptions: { slackApiUrl: process.env.BELAY_SLACK_API_URL },
  });
  app.action('hand-over', async ({ ack, action, body, client }) => {
    await client.views.open({ trigger_id: body.trigger_id, view: dialog(action.value) });
    await ack();
  });
  app.action('ack', async ({ ack, action, body }) => {
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

exports.ready = both.then(([signing, tokens]) => listener(signing, tokens));
