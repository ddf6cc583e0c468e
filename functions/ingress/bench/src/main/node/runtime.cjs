'use strict';
// The least loop over Lambda's Runtime API: less than Amazon's own client for Node.js does, so it can only favour Node.js.
const http = require('node:http');
const { ready } = require('./lambda.cjs');

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new http.Agent({ keepAlive: true });

function call(method, path, body) {
  return new Promise((resolve, reject) => {
    const request = http.request({ host, port, method, path: `/2018-06-01/runtime/${path}`, agent }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => resolve({ headers: response.headers, body: Buffer.concat(parts).toString() }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function main() {
  const handler = await ready;
  for (;;) {
    const { headers, body } = await call('GET', 'invocation/next');
    const answer = await handler(JSON.parse(body), {}, () => {});
    await call('POST', `invocation/${headers['lambda-runtime-aws-request-id']}/response`, JSON.stringify(answer));
  }
}

main();
