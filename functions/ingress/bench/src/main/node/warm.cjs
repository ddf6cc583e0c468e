'use strict';
// Bolt's price of a warm click: proved and parsed, acknowledged at once. Prints microseconds per click.
const { createHmac } = require('node:crypto');
const { App, AwsLambdaReceiver } = require('@slack/bolt');

const [body, rounds] = [require('node:fs').readFileSync(process.argv[2], 'utf8'), Number(process.argv[3])];
const signingSecret = 'test-signing-secret';
const receiver = new AwsLambdaReceiver({ signingSecret });
const app = new App({ receiver, authorize: async () => ({}) });
let pressed = 0;
app.action(/^[a-z-]+$/, async ({ ack, action }) => {
  pressed += JSON.parse(action.value).table.length;
  await ack();
});
const handler = receiver.toHandler();

const timestamp = String(Math.floor(Date.now() / 1000));
const signature = 'v0=' + createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
const headers = {
  'content-type': 'application/x-www-form-urlencoded',
  'x-slack-request-timestamp': timestamp,
  'x-slack-signature': signature,
};

async function round(clicks) {
  const start = process.hrtime.bigint();
  for (let i = 0; i < clicks; i++) {
    const { statusCode } = await handler({ body, headers, isBase64Encoded: false }, {}, () => {});
    if (statusCode !== 200) throw new Error(`Bolt answered ${statusCode}`);
  }
  return Number(process.hrtime.bigint() - start) / 1000 / clicks;
}

(async () => {
  await round(2000);
  const times = [];
  for (let i = 0; i < rounds; i++) times.push(await round(500));
  if (pressed === 0) throw new Error('no click arrived');
  console.log(times.sort((a, b) => a - b)[times.length >> 1].toFixed(1));
})();
