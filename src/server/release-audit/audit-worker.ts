// The thread in which a release is attacked: linear programmes and row reductions would stop every page meanwhile.
import { parentPort, workerData } from 'node:worker_threads';
import { auditReleases, type AuditInput } from '#domain/disclosure/audit-releases.ts';
import type { SolveLinearProgramme } from '#domain/disclosure/solve-linear-programme.ts';
import { createSolver, type Solver } from '#server/solver/create-solver.ts';
import type { AuditTask } from './audit-task.ts';

const task = workerData as AuditTask;
const input: AuditInput = { releases: task.releases, views: task.views };
const first = auditReleases(input);
// Nested groups need no solver, and loading one takes longer than the attack on an ordinary round.
const needsSolver = first.kind === 'breach' && first.breaches.some(({ kind }) => kind === 'overlap');
parentPort?.postMessage(needsSolver ? auditReleases({ ...input, solve: solveWith(await createSolver()) }) : first);

/** A programme that has no solution, or none in the time, counts as a contradiction: the release is stopped. */
function solveWith({ openProgramme }: Solver): SolveLinearProgramme {
	return ({ costs, rows }) => {
		const programme = openProgramme({ costs, isWhole: false, rows });
		try {
			const { kind, values } = programme.solve({ seconds: task.secondsPerProgramme });
			return kind === 'optimal' ? values : null;
		} catch {
			return null;
		} finally {
			programme.close();
		}
	};
}
