// Attacks releases in a thread of its own. What is published of a round passes here before it is stored.
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AuditInput, AuditOutcome } from '#domain/disclosure/audit-releases.ts';
import { projectRoot } from '#server/project-root.ts';
import type { AuditTask } from './audit-task.ts';

// Never bundled: Node runs its source, as it does the database's worker.
const workerFile = join(projectRoot, 'src/server/release-audit/audit-worker.ts');
const secondsPerProgramme = 30;

/** `auditReleases` with the solver at hand. Throws where the worker fails, so that nothing unaudited is ever stored. */
export function auditInWorker(input: Omit<AuditInput, 'solve'>): Promise<AuditOutcome> {
	const task: AuditTask = { releases: input.releases, views: input.views ?? [], secondsPerProgramme };
	return new Promise((resolve, reject) => {
		const worker = new Worker(workerFile, { workerData: task, name: 'release-audit' });
		worker.once('message', (outcome: AuditOutcome) => {
			resolve(outcome);
			void worker.terminate();
		});
		worker.once('error', (cause) => reject(new Error('the audit of a release failed', { cause })));
		worker.once('exit', () => reject(new Error('the audit of a release ended without a result')));
	});
}
