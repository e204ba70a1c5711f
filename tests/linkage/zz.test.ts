import { test } from 'node:test';
import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { startPrivateCluster } from '../support/private-cluster.ts';
import { openDatabase } from '#server/database/open-database.ts';
import { migrate } from '#server/database/migrate.ts';
import { silentLog } from '#server/log/log.ts';
import { insertOrganisation } from '#server/database/organisations.ts';
import { insertRound, insertRoundGroups } from '#server/database/rounds.ts';
import { insertInvitations, holdInvitation, markCollected } from '#server/database/invitations.ts';
import { forgetCollecting } from '#server/database/ballot-box.ts';
import { projectMigrations } from '../support/test-database.ts';
import { orderChance } from './statistics.ts';
test('x', async () => {
  const server = await startPrivateCluster([process.env.AV ?? 'autovacuum=off']);
  if (server.kind !== 'started') throw 1;
  const url = await server.cluster.createDatabase();
  const database = await openDatabase({ dataDirectory: '', databaseUrl: url, log: silentLog });
  await migrate(database, projectMigrations);
  const db = database.kysely;
  const all: {x:number,y:number}[][] = []; const allLive: {x:number,y:number}[][] = [];
  for (let run = 0; run < 5; run++) {
    const organisationId = randomUUID(), id = randomUUID(); const key = { organisationId, roundId: id };
    await insertOrganisation(db, { id: organisationId, name: 'x', isDemonstration: false, createdAt: new Date() });
    await insertRound(db, { organisationId, id, name: 'r', source: 'ballots', instrumentId: 'l', instrumentVersion: 1, scopeUnitId: null, minimumInvited: 8, threshold: 5, opensOn: '2026-01-01', closesOn: '2026-01-02', createdAt: new Date(), openedAt: new Date(), remindedAt: null, closedAt: null, releasedAt: null });
    const groups = Array.from({ length: 170 }, (_, g) => ({ id: `group-number-${g}:leaders`, name: 'g', unitId: 'u', path: ['g'], pools: [], invited: 9 }));
    await insertRoundGroups(db, key, { units: [], reportingGroups: groups, leadershipGroups: [] });
    const invitations = groups.flatMap((g, n) => Array.from({ length: 8 + (n % 3) }, (_, i) => ({ leaderId: `l${String(n * 10 + i).padStart(6, '0')}`, groupId: g.id, tokenHash: randomBytes(32) })));
    await insertInvitations(db, key, invitations);
    const order = invitations.filter(() => Math.random() < 0.71).map((v) => ({ v, k: Math.random() })).sort((a, b) => a.k - b.k).map(({ v }) => v);
    for (const one of order) await db.transaction().execute(async (tx) => { const held = await holdInvitation(tx, key, one.tokenHash); await markCollected(tx, key, { ...held!, blindedHash: randomBytes(32) }); });
    const place = new Map(order.map((o, i) => [o.leaderId, i]));
    const measure = async (into: {x:number,y:number}[][]) => {
      const rows = (await sql<{ leader_id: string; group_id: string }>`select leader_id, group_id from invitations where round_id = ${id}::uuid`.execute(db)).rows;
      const cells = new Map<string, {x:number,y:number}[]>();
      rows.forEach((r, i) => { const p = place.get(r.leader_id); if (p === undefined) return; const c = cells.get(r.group_id) ?? []; c.push({ x: i, y: p }); cells.set(r.group_id, c); });
      into.push(...cells.values()); return orderChance([...cells.values()]);
    };
    const live = await measure(allLive);
    await forgetCollecting(db, key);
    const fin = await measure(all);
    console.log(run, 'live', live, 'after close', fin);
  }
  console.log('together live', orderChance(allLive), 'after close', orderChance(all));
  await database.close(); await server.cluster.stop();
});
