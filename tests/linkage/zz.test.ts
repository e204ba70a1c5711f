import { test } from 'node:test';
import { startPrivateCluster } from '../support/private-cluster.ts';
import { startMailbox } from '../support/mailbox.ts';
import { simulateRound } from './simulate-round.ts';
import { writeFileSync } from 'node:fs';
import { serialize } from 'node:v8';
test('sim', async (t) => {
  const server = await startPrivateCluster(['wal_level=logical','track_commit_timestamp=on','autovacuum=off']);
  if (server.kind !== 'started') throw new Error(server.reason);
  const mailbox = await startMailbox(t);
  try {
  const r = await simulateRound({ databaseUrl: await server.cluster.createDatabase(), mailbox, leaders: Number(process.env.N ?? 1500), seed: 3 });
  writeFileSync('/tmp/sim-'+(process.env.N ?? 1500)+'.bin', serialize(r));
  } finally { await server.cluster.stop(); }
});
