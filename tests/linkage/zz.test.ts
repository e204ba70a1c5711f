import { test } from 'node:test';
import { startPrivateCluster } from '../support/private-cluster.ts';
import { startMailbox } from '../support/mailbox.ts';
import { simulateRound } from './simulate-round-timed.ts';
import { writeFileSync } from 'node:fs';
test('sim', async (t) => {
  const server = await startPrivateCluster(['wal_level=logical','track_commit_timestamp=on','autovacuum=off']);
  if (server.kind !== 'started') throw new Error(server.reason);
  const mailbox = await startMailbox(t);
  const start = performance.now();
  try {
  const r = await simulateRound({ databaseUrl: await server.cluster.createDatabase(), mailbox, leaders: Number(process.env.N ?? 1500), seed: 3 });
  console.log((performance.now()-start)/1000, r.truth.length, r.evidence.wal.length, r.evidence.walRecords.length, r.evidence.log.length, r.evidence.letters.length, r.evidence.oldVersions.length, r.evidence.dumps.map(d=>d.tables.ballot_box.length).join());
  console.log(r.evidence.log.slice(0,5), r.evidence.wal.slice(-5).map(w=>JSON.stringify(w).slice(0,300)), r.evidence.walRecords.slice(-5));
  console.log(r.evidence.oldVersions[5], r.truth[0].collectedOn, r.truth[0].arrivedOn);
  } finally { await server.cluster.stop(); }
});
