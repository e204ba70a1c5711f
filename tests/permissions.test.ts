// Every use case × role. A use case that is not listed here fails, and so does one that lets the wrong person in.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import type { Actor, Person, Role } from '#server/actor.ts';
import { roles } from '#server/actor.ts';
import { insertOrganisation } from '#server/database/organisations.ts';
import { projectRoot } from '#server/project-root.ts';
import { isAllowed, permissions, type UseCaseName } from '#server/use-cases/permissions.ts';
import { answerFit } from '#server/use-cases/results/answer-fit.ts';
import { noNotes } from '#domain/dialogue/notes.ts';
import { assignFacilitator } from '#server/use-cases/dialogues/assign-facilitator.ts';
import { callOffDialogue } from '#server/use-cases/dialogues/call-off-dialogue.ts';
import { holdDialogue } from '#server/use-cases/dialogues/hold-dialogue.ts';
import { makeDialogueSlides } from '#server/use-cases/dialogues/make-dialogue-slides.ts';
import { planDialogue } from '#server/use-cases/dialogues/plan-dialogue.ts';
import { printDialogueHandout } from '#server/use-cases/dialogues/print-dialogue-handout.ts';
import { readDialogueCalendar } from '#server/use-cases/dialogues/read-dialogue-calendar.ts';
import { readDialogue } from '#server/use-cases/dialogues/read-dialogue.ts';
import { readDialogues } from '#server/use-cases/dialogues/read-dialogues.ts';
import { readOwnDialogues } from '#server/use-cases/dialogues/read-own-dialogues.ts';
import { removeFacilitator } from '#server/use-cases/dialogues/remove-facilitator.ts';
import { saveDialogueNotes } from '#server/use-cases/dialogues/save-dialogue-notes.ts';
import { sendDialogueReminders } from '#server/use-cases/dialogues/send-dialogue-reminders.ts';
import { addPasskey } from '#server/use-cases/accounts/add-passkey.ts';
import { askForPasskey } from '#server/use-cases/accounts/ask-for-passkey.ts';
import { askForPasskeySignIn } from '#server/use-cases/accounts/ask-for-passkey-sign-in.ts';
import { beginSingleSignOn } from '#server/use-cases/accounts/begin-single-sign-on.ts';
import { confirmPasskeySignIn } from '#server/use-cases/accounts/confirm-passkey-sign-in.ts';
import { confirmSecondStep } from '#server/use-cases/accounts/confirm-second-step.ts';
import { finishSingleSignOn } from '#server/use-cases/accounts/finish-single-sign-on.ts';
import { grantRole } from '#server/use-cases/accounts/grant-role.ts';
import { readAccess } from '#server/use-cases/accounts/read-access.ts';
import { readAccount } from '#server/use-cases/accounts/read-account.ts';
import { readEvents } from '#server/use-cases/operation/read-events.ts';
import { readSecondStep } from '#server/use-cases/accounts/read-second-step.ts';
import { removePasskey } from '#server/use-cases/accounts/remove-passkey.ts';
import { removeSecondFactor } from '#server/use-cases/accounts/remove-second-factor.ts';
import { renamePasskey } from '#server/use-cases/accounts/rename-passkey.ts';
import { requireSecondFactor } from '#server/use-cases/accounts/require-second-factor.ts';
import { resetSecondFactor } from '#server/use-cases/accounts/reset-second-factor.ts';
import { setUpSecondStep } from '#server/use-cases/accounts/set-up-second-step.ts';
import { takeRole } from '#server/use-cases/accounts/take-role.ts';
import { applyOrganisationImport } from '#server/use-cases/organisation/apply-organisation-import.ts';
import { auditPublishedRelease } from '#server/use-cases/releases/audit-published-release.ts';
import { changeThreshold } from '#server/use-cases/rounds/change-threshold.ts';
import { checkRoundKeys } from '#server/use-cases/rounds/check-round-keys.ts';
import { confirmKeyHalf } from '#server/use-cases/rounds/confirm-key-half.ts';
import { continueOpening } from '#server/use-cases/rounds/continue-opening.ts';
import { openBallotBox } from '#server/use-cases/rounds/open-ballot-box.ts';
import { readRoundKey } from '#server/use-cases/rounds/read-round-key.ts';
import { restoreRoundKey } from '#server/use-cases/rounds/restore-round-key.ts';
import { closeRound } from '#server/use-cases/rounds/close-round.ts';
import { collectBallot } from '#server/use-cases/ballots/collect-ballot.ts';
import { completePlanStep } from '#server/use-cases/plans/complete-plan-step.ts';
import { confirmSignIn } from '#server/use-cases/accounts/confirm-sign-in.ts';
import { createPlan } from '#server/use-cases/plans/create-plan.ts';
import { createRound } from '#server/use-cases/rounds/create-round.ts';
import { importResponses } from '#server/use-cases/releases/import-responses.ts';
import { editEvidenceRecord } from '#server/use-cases/evidence/edit-evidence-record.ts';
import { exportEvidence } from '#server/use-cases/evidence/export-evidence.ts';
import { exportEvidenceDrafts } from '#server/use-cases/evidence/export-evidence-drafts.ts';
import { exportReferences } from '#server/use-cases/evidence/export-references.ts';
import { findCode } from '#server/use-cases/ballots/find-code.ts';
import { fetchSealedProfile } from '#server/use-cases/profiles/fetch-sealed-profile.ts';
import { grantEvidenceEditor } from '#server/use-cases/evidence/grant-evidence-editor.ts';
import { listEvidenceDrafts } from '#server/use-cases/evidence/list-evidence-drafts.ts';
import { listEvidenceEditors } from '#server/use-cases/evidence/list-evidence-editors.ts';
import { listEvidenceRecords } from '#server/use-cases/evidence/list-evidence-records.ts';
import { prepareEvidenceEdit } from '#server/use-cases/evidence/prepare-evidence-edit.ts';
import { previewEvidenceEdit } from '#server/use-cases/evidence/preview-evidence-edit.ts';
import { publishEvidence } from '#server/use-cases/evidence/publish-evidence.ts';
import { readEvidenceHistory } from '#server/use-cases/evidence/read-evidence-history.ts';
import { removeEvidenceEditor } from '#server/use-cases/evidence/remove-evidence-editor.ts';
import { settleEvidenceConflict } from '#server/use-cases/evidence/settle-evidence-conflict.ts';
import { undoEvidenceEdit } from '#server/use-cases/evidence/undo-evidence-edit.ts';
import { listRounds } from '#server/use-cases/rounds/list-rounds.ts';
import { openRound } from '#server/use-cases/rounds/open-round.ts';
import { preparePlan } from '#server/use-cases/plans/prepare-plan.ts';
import { prepareRound } from '#server/use-cases/rounds/prepare-round.ts';
import { readChangeBasis } from '#server/use-cases/profiles/read-change-basis.ts';
import { readAudit } from '#server/use-cases/releases/read-audit.ts';
import { readEvidenceStatus } from '#server/use-cases/evidence/read-evidence-status.ts';
import { explainRecommendation } from '#server/use-cases/evidence/explain-recommendation.ts';
import { markAlreadyDone } from '#server/use-cases/results/mark-already-done.ts';
import { readFit } from '#server/use-cases/results/read-fit.ts';
import { readFactor } from '#server/use-cases/evidence/read-factor.ts';
import { readFinding } from '#server/use-cases/evidence/read-finding.ts';
import { readGroupResult } from '#server/use-cases/results/read-group-result.ts';
import { readInvitation } from '#server/use-cases/ballots/read-invitation.ts';
import { serveManifest } from '#server/use-cases/ballots/serve-manifest.ts';
import { readManifest } from '#server/use-cases/ballots/read-manifest.ts';
import { readIntervention } from '#server/use-cases/evidence/read-intervention.ts';
import { printCodes } from '#server/use-cases/rounds/print-codes.ts';
import { printKnowledgeOverview } from '#server/use-cases/evidence/print-knowledge-overview.ts';
import { readKnowledge } from '#server/use-cases/evidence/read-knowledge.ts';
import { readKnowledgeOverview } from '#server/use-cases/evidence/read-knowledge-overview.ts';
import { applyRetention } from '#server/use-cases/privacy/apply-retention.ts';
import { changeRetention } from '#server/use-cases/privacy/change-retention.ts';
import { deletePerson } from '#server/use-cases/privacy/delete-person.ts';
import { exportPersonalData } from '#server/use-cases/privacy/export-personal-data.ts';
import { findPersonMentions } from '#server/use-cases/privacy/find-person-mentions.ts';
import { exportRelease } from '#server/use-cases/releases/export-release.ts';
import { readHealth } from '#server/use-cases/operation/read-health.ts';
import { readMetrics } from '#server/use-cases/operation/read-metrics.ts';
import { readOwnData } from '#server/use-cases/privacy/read-own-data.ts';
import { readPrivacyDraft } from '#server/use-cases/privacy/read-privacy-draft.ts';
import { readRetention } from '#server/use-cases/privacy/read-retention.ts';
import { readOperation } from '#server/use-cases/operation/read-operation.ts';
import { readOrganisationImport } from '#server/use-cases/organisation/read-organisation-import.ts';
import { readOrganisationToday } from '#server/use-cases/organisation/read-organisation.ts';
import { readOutcome } from '#server/use-cases/evidence/read-outcome.ts';
import { readOutboxMail } from '#server/use-cases/mail/read-outbox-mail.ts';
import { readOutbox } from '#server/use-cases/mail/read-outbox.ts';
import { readOverview } from '#server/use-cases/results/read-overview.ts';
import { readEffects } from '#server/use-cases/plans/read-effects.ts';
import { readPlans } from '#server/use-cases/plans/read-plans.ts';
import { createFollowUpRound } from '#server/use-cases/rounds/create-follow-up-round.ts';
import { sendBoosters } from '#server/use-cases/plans/send-boosters.ts';
import { answerProposal } from '#server/use-cases/plans/answer-proposal.ts';
import { editPlan } from '#server/use-cases/plans/edit-plan.ts';
import { endPlan } from '#server/use-cases/plans/end-plan.ts';
import { forwardProposal } from '#server/use-cases/plans/forward-proposal.ts';
import { prepareProposal } from '#server/use-cases/plans/prepare-proposal.ts';
import { previewPlanMoves } from '#server/use-cases/plans/preview-plan-moves.ts';
import { readCheckIn } from '#server/use-cases/plans/read-check-in.ts';
import { readPlan } from '#server/use-cases/plans/read-plan.ts';
import { readProposals } from '#server/use-cases/plans/read-proposals.ts';
import { recordCheckIn } from '#server/use-cases/plans/record-check-in.ts';
import { remindProposals } from '#server/use-cases/plans/remind-proposals.ts';
import { replyToProposal } from '#server/use-cases/plans/reply-to-proposal.ts';
import { sendCheckIns } from '#server/use-cases/plans/send-check-ins.ts';
import { sendProposal } from '#server/use-cases/plans/send-proposal.ts';
import { takeOverPlan } from '#server/use-cases/plans/take-over-plan.ts';
import { readProfileMaterial } from '#server/use-cases/profiles/read-profile-material.ts';
import { readRelease } from '#server/use-cases/releases/read-release.ts';
import { readRoundGroups } from '#server/use-cases/rounds/read-round-groups.ts';
import { readRound } from '#server/use-cases/rounds/read-round.ts';
import { mergeRoundGroups } from '#server/use-cases/rounds/merge-round-groups.ts';
import { undoRoundMerge } from '#server/use-cases/rounds/undo-round-merge.ts';
import { chooseAlikeAttribute } from '#server/use-cases/rounds/choose-alike-attribute.ts';
import { readSetUp } from '#server/use-cases/organisation/read-set-up.ts';
import { readStudy } from '#server/use-cases/evidence/read-study.ts';
import { readSurvey } from '#server/use-cases/ballots/read-survey.ts';
import { readVisibility } from '#server/use-cases/rounds/read-visibility.ts';
import { releaseRound } from '#server/use-cases/releases/release-round.ts';
import { remindRound } from '#server/use-cases/rounds/remind-round.ts';
import { requestSignIn } from '#server/use-cases/accounts/request-sign-in.ts';
import { removeSealedProfile } from '#server/use-cases/profiles/remove-sealed-profile.ts';
import { changeMailChoices } from '#server/use-cases/mail/change-mail-choices.ts';
import { changeRoundClock } from '#server/use-cases/rounds/change-round-clock.ts';
import { keepRoundClocks } from '#server/use-cases/rounds/keep-round-clocks.ts';
import { listJobStates } from '#server/use-cases/operation/list-job-states.ts';
import { readMailChoices } from '#server/use-cases/mail/read-mail-choices.ts';
import { readRoundClock } from '#server/use-cases/rounds/read-round-clock.ts';
import { recordBounce } from '#server/use-cases/mail/record-bounce.ts';
import { resendMails } from '#server/use-cases/mail/resend-mails.ts';
import { searchLibrary } from '#server/use-cases/evidence/search-library.ts';
import { sendMails } from '#server/use-cases/mail/send-mails.ts';
import { setUpOrganisation } from '#server/use-cases/organisation/set-up-organisation.ts';
import { signOut } from '#server/use-cases/accounts/sign-out.ts';
import { startDemonstration } from '#server/use-cases/organisation/start-demonstration.ts';
import { storeSealedProfile } from '#server/use-cases/profiles/store-sealed-profile.ts';
import { submitResponse } from '#server/use-cases/ballots/submit-response.ts';
import { uploadOrganisation } from '#server/use-cases/organisation/upload-organisation.ts';
import { createTestContext, type TestContext } from './support/test-context.ts';
import { createTestDatabase } from './support/test-database.ts';
import { readAssessments } from '#server/use-cases/assessments/read-assessments.ts';
import { readAssessment } from '#server/use-cases/assessments/read-assessment.ts';
import { beginAssessment } from '#server/use-cases/assessments/begin-assessment.ts';
import { chooseAssessmentRound } from '#server/use-cases/assessments/choose-assessment-round.ts';
import { saveAssessmentPart } from '#server/use-cases/assessments/save-assessment-part.ts';
import { remarkOnAssessment } from '#server/use-cases/assessments/remark-on-assessment.ts';
import { logParticipation } from '#server/use-cases/assessments/log-participation.ts';
import { enterAbsence } from '#server/use-cases/assessments/enter-absence.ts';
import { withdrawAbsence } from '#server/use-cases/assessments/withdraw-absence.ts';
import { finaliseAssessment } from '#server/use-cases/assessments/finalise-assessment.ts';
import { printAssessment } from '#server/use-cases/assessments/print-assessment.ts';
import { noteEarlierAssessment } from '#server/use-cases/assessments/note-earlier-assessment.ts';
import { sendAssessmentWarnings } from '#server/use-cases/assessments/send-assessment-warnings.ts';
import { readProgramme } from '#server/use-cases/programme/read-programme.ts';
import { printProgramme } from '#server/use-cases/programme/print-programme.ts';

/** Every file of the room's folders, by the name that it has in the table; no two may have one name. */
const useCaseFiles = new Map(
	globSync('src/server/use-cases/**/*.ts', { cwd: projectRoot })
		.filter((file) => !file.endsWith('.test.ts'))
		.map((file) => [basename(file, '.ts'), file])
);

/** What stands beside the use cases and is none: what several of them share. */
const shared = [
	'asked-again',
	'plan-readers',
	'proposal-letters',
	'demonstration-plans',
	'worded-dialogue',
	'release-readers',
	'queue-reminders',
	'read-returned-mail',
	'released-mails',
	'reminder-ids',
	'round-clock',
	'absence-rules',
	'assessment-facts',
	'document-hash',
	'groups-of-latest-round',
	'programme-sources',
	'account-events',
	'close-access',
	'who-is-signed-in',
	'begin-opening',
	'each-round',
	'grace-of',
	'released-before',
	'what-browsers-refuse',
	'read-evidence-form',
	'published-evidence',
	'evidence-editor',
	'evidence-drafts',
	'calendar-day',
	'check-in-token',
	'check-in-reader',
	'newer-round',
	'find-lasting-groups',
	'release-facilitator',
	'choice-token',
	'message-key',
	'edited-text',
	'move-plans',
	'plan-content',
	'accepted-proposal',
	'plan-letters',
	'plan-world',
	'dialogue-mails',
	'dialogue-place',
	'change-round-groups',
	'create-setup-link',
	'earlier-rounds',
	'describe-finding',
	'describe-intervention',
	'describe-map',
	'find-instrument',
	'fit-group',
	'follow-up-choices',
	'frozen-manifest',
	'group-ranking',
	'invitation-mails',
	'invitation-token',
	'is-uuid',
	'permissions',
	'plan-round-groups',
	'readable-groups',
	'release-candidate',
	'released-memberships',
	'sealed-profile-place'
];

const everyone = ['visitor', ...roles] as const;
type Everyone = (typeof everyone)[number];

/** Written out by hand, not computed from the code under test: l programme lead, m manager, c committee, e editor, o operator, f facilitator, v visitor. */
const expected: Readonly<Record<UseCaseName, string>> = {
	'set-up-organisation': 'vlmceof',
	'start-demonstration': 'vlmceof',
	'request-sign-in': 'vlmceof',
	'confirm-sign-in': 'vlmceof',
	'sign-out': 'vlmceof',
	'ask-for-passkey-sign-in': 'vlmceof',
	'confirm-passkey-sign-in': 'vlmceof',
	'read-second-step': 'vlmceof',
	'confirm-second-step': 'vlmceof',
	'set-up-second-step': 'vlmceof',
	'begin-single-sign-on': 'vlmceof',
	'finish-single-sign-on': 'vlmceof',
	'read-account': 'lmceof',
	'ask-for-passkey': 'lmceof',
	'add-passkey': 'lmceof',
	'rename-passkey': 'lmceof',
	'remove-passkey': 'lmceof',
	'remove-second-factor': 'lmceof',
	'reset-second-factor': 'l',
	'read-access': 'l',
	'grant-role': 'l',
	'take-role': 'l',
	'require-second-factor': 'l',
	'read-events': 'lo',
	'read-set-up': 'vlmceof',
	'read-knowledge': 'vlmceof',
	'read-factor': 'vlmceof',
	'read-finding': 'vlmceof',
	'read-outcome': 'vlmceof',
	'explain-recommendation': 'vlmceof',
	'read-intervention': 'vlmceof',
	'read-study': 'vlmceof',
	'search-library': 'vlmceof',
	'export-references': 'vlmceof',
	'export-evidence': 'vlmceof',
	'read-knowledge-overview': 'vlmceof',
	'print-knowledge-overview': 'vlmceof',
	'read-survey': 'vlmceof',
	'read-manifest': 'vlmceof',
	'serve-manifest': 'vlmceof',
	'read-invitation': 'vlmceof',
	'find-code': 'vlmceof',
	'collect-ballot': 'vlmceof',
	'submit-response': 'vlmceof',
	'read-visibility': 'vlmceof',
	'read-profile-material': 'vlmceof',
	'read-change-basis': 'vlmceof',
	'store-sealed-profile': 'vlmceof',
	'fetch-sealed-profile': 'vlmceof',
	'remove-sealed-profile': 'vlmceof',
	'upload-organisation': 'l',
	'read-organisation-import': 'l',
	'read-organisation': 'l',
	'apply-organisation-import': 'l',
	'prepare-round': 'l',
	'create-round': 'l',
	'list-rounds': 'lmc',
	'read-round': 'l',
	'read-round-groups': 'l',
	'merge-round-groups': 'l',
	'undo-round-merge': 'l',
	'choose-alike-attribute': 'l',
	'open-round': 'l',
	'print-codes': 'l',
	'remind-round': 'l',
	'close-round': 'l',
	'open-ballot-box': 'l',
	'continue-opening': '',
	'check-round-keys': '',
	'read-round-key': 'lc',
	'confirm-key-half': 'lc',
	'restore-round-key': 'l',
	'release-round': 'l',
	'change-threshold': 'l',
	'read-release': 'l',
	'audit-published-release': 'l',
	'read-audit': 'l',
	'import-responses': 'l',
	'read-overview': 'lmc',
	'read-group-result': 'lmcf',
	'prepare-plan': 'lm',
	'create-plan': 'lm',
	'complete-plan-step': 'lm',
	'edit-plan': 'lm',
	'end-plan': 'lm',
	'take-over-plan': 'm',
	'read-plan': 'lmc',
	'prepare-proposal': 'lm',
	'send-proposal': 'lm',
	'answer-proposal': 'lmc',
	'reply-to-proposal': 'lm',
	'forward-proposal': 'l',
	'read-proposals': 'lmc',
	'remind-proposals': '',
	'send-check-ins': '',
	'read-check-in': 'vlmceof',
	'record-check-in': 'vlmceof',
	'preview-plan-moves': 'l',
	'read-fit': 'lmcf',
	'answer-fit': 'lmf',
	'mark-already-done': 'lmf',
	'read-dialogue': 'lmcf',
	'read-dialogues': 'lmcf',
	'read-own-dialogues': 'f',
	'print-dialogue-handout': 'lmcf',
	'make-dialogue-slides': 'lmcf',
	'read-dialogue-calendar': 'lmcf',
	'plan-dialogue': 'lmf',
	'call-off-dialogue': 'lmf',
	'save-dialogue-notes': 'lmf',
	'hold-dialogue': 'lmf',
	'assign-facilitator': 'lm',
	'remove-facilitator': 'lm',
	'send-dialogue-reminders': '',
	'read-plans': 'lmc',
	'read-effects': 'lmc',
	'create-follow-up-round': 'l',
	'send-boosters': '',
	'read-assessments': 'lc',
	'read-assessment': 'lc',
	'begin-assessment': 'l',
	'choose-assessment-round': 'l',
	'save-assessment-part': 'l',
	'remark-on-assessment': 'lc',
	'log-participation': 'lc',
	'enter-absence': 'l',
	'withdraw-absence': 'l',
	'finalise-assessment': 'l',
	'print-assessment': 'lc',
	'note-earlier-assessment': 'l',
	'send-assessment-warnings': '',
	'read-programme': 'lc',
	'print-programme': 'lc',
	'read-outbox': 'lo',
	'read-outbox-mail': 'lo',
	'read-round-clock': 'l',
	'change-round-clock': 'l',
	'keep-round-clocks': '',
	'read-mail-choices': 'vlmceof',
	'change-mail-choices': 'vlmceof',
	'record-bounce': '',
	'list-job-states': 'o',
	'resend-mails': 'lo',
	'send-mails': 'lo',
	'read-operation': 'o',
	'read-retention': 'l',
	'change-retention': 'l',
	'apply-retention': '',
	'read-own-data': 'vlmceof',
	'export-personal-data': 'l',
	'find-person-mentions': 'l',
	'delete-person': 'l',
	'read-privacy-draft': 'lco',
	'export-release': 'lc',
	'read-health': 'vlmceof',
	'read-metrics': 'vlmceof',
	'read-evidence-status': 'e',
	'list-evidence-records': 'e',
	'prepare-evidence-edit': 'e',
	'preview-evidence-edit': 'e',
	'edit-evidence-record': 'e',
	'undo-evidence-edit': 'e',
	'settle-evidence-conflict': 'e',
	'list-evidence-drafts': 'e',
	'publish-evidence': 'e',
	'read-evidence-history': 'e',
	'export-evidence-drafts': 'e',
	'list-evidence-editors': 'l',
	'grant-evidence-editor': 'l',
	'remove-evidence-editor': 'l'
};

const letterOf: Readonly<Record<Everyone, string>> = {
	visitor: 'v',
	'programme-lead': 'l',
	manager: 'm',
	committee: 'c',
	'evidence-editor': 'e',
	operator: 'o',
	facilitator: 'f'
};

const nowhere = '00000000-0000-4000-8000-000000000000';
const steps = [{ description: 'x', level: 'organisation', owner: 'x', dueOn: '2026-05-01', interventionId: '' }];

/** Each use case, started with an input that finds nothing: what matters is whether it answers "forbidden". */
const start: Readonly<
	Record<
		UseCaseName,
		(context: TestContext, actor: Actor) => Promise<{ readonly kind: string }> | { readonly kind: string }
	>
> = {
	'set-up-organisation': (context, actor) =>
		setUpOrganisation(context, actor, { token: 'x', organisationName: '', name: '', email: '', client: 'x' }),
	'start-demonstration': (context, actor) => startDemonstration(context, actor, { role: 'committee' }),
	'request-sign-in': (context, actor) =>
		requestSignIn(context, actor, { email: 'nobody@example.org', language: 'da', client: 'x' }),
	'confirm-sign-in': (context, actor) => confirmSignIn(context, actor, { token: 'x', client: 'x' }),
	'sign-out': (context, actor) => signOut(context, actor, { headers: new Headers() }),
	'ask-for-passkey-sign-in': (context, actor) => askForPasskeySignIn(context, actor, { client: 'x' }),
	'confirm-passkey-sign-in': (context, actor) =>
		confirmPasskeySignIn(context, actor, { headers: new Headers(), answer: {}, client: 'x' }),
	'read-second-step': (context, actor) => readSecondStep(context, actor, { headers: new Headers() }),
	'confirm-second-step': (context, actor) => confirmSecondStep(context, actor, { headers: new Headers(), code: '' }),
	'set-up-second-step': (context, actor) =>
		setUpSecondStep(context, actor, { headers: new Headers(), code: '', language: 'da' }),
	'begin-single-sign-on': (context, actor) => beginSingleSignOn(context, actor, { client: 'x' }),
	'finish-single-sign-on': (context, actor) =>
		finishSingleSignOn(context, actor, { url: new URL('http://localhost/'), cookie: null }),
	'read-account': (context, actor) => readAccount(context, actor, { pageUrl: new URL('http://localhost/') }),
	'ask-for-passkey': (context, actor) => askForPasskey(context, actor, { headers: new Headers() }),
	'add-passkey': (context, actor) =>
		addPasskey(context, actor, { headers: new Headers(), answer: {}, name: '', language: 'da' }),
	'rename-passkey': (context, actor) => renamePasskey(context, actor, { passkeyId: 'x', name: 'x' }),
	'remove-passkey': (context, actor) => removePasskey(context, actor, { passkeyId: 'x', language: 'da' }),
	'remove-second-factor': (context, actor) => removeSecondFactor(context, actor, { code: '', language: 'da' }),
	'reset-second-factor': (context, actor) => resetSecondFactor(context, actor, { email: '', language: 'da' }),
	'read-access': (context, actor) => readAccess(context, actor),
	'grant-role': (context, actor) => grantRole(context, actor, { email: '', role: '' }),
	'take-role': (context, actor) => takeRole(context, actor, { email: '', role: '' }),
	'require-second-factor': (context, actor) => requireSecondFactor(context, actor, { roles: [] }),
	'read-events': (context, actor) => readEvents(context, actor, { person: '', day: '', subjectId: '', page: 1 }),
	'read-set-up': (context, actor) => readSetUp(context, actor, { token: 'x' }),
	'read-knowledge': (context, actor) => readKnowledge(context, actor),
	'read-factor': (context, actor) => readFactor(context, actor, { factorId: 'x' }),
	'read-finding': (context, actor) => readFinding(context, actor, { findingId: 'x', language: 'da' }),
	'read-outcome': (context, actor) => readOutcome(context, actor, { outcomeId: 'x' }),
	'explain-recommendation': (context, actor) =>
		explainRecommendation(context, actor, { interventionId: 'x', factorId: null }),
	'read-intervention': (context, actor) => readIntervention(context, actor, { interventionId: 'x', language: 'da' }),
	'read-study': (context, actor) => readStudy(context, actor, { studyId: 'x', language: 'da' }),
	'search-library': (context, actor) =>
		searchLibrary(context, actor, { question: 'x', language: 'da', filters: {}, page: 1 }),
	'export-references': (context, actor) => exportReferences(context, actor, { studyIds: [], format: 'ris' }),
	'export-evidence': (context, actor) => exportEvidence(context, actor),
	'read-knowledge-overview': (context, actor) => readKnowledgeOverview(context, actor, { language: 'da' }),
	'print-knowledge-overview': (context, actor) => printKnowledgeOverview(context, actor, { language: 'x' }),
	'read-survey': (context, actor) => readSurvey(context, actor, { roundId: nowhere }),
	'serve-manifest': (context, actor) => serveManifest(context, actor, { roundId: nowhere }),
	'read-manifest': (context, actor) => readManifest(context, actor, { roundId: nowhere }),
	'read-invitation': (context, actor) => readInvitation(context, actor, { roundId: nowhere, token: 'x' }),
	'find-code': (context, actor) => findCode(context, actor, { typed: 'x', client: 'x' }),
	'collect-ballot': (context, actor) => collectBallot(context, actor, { roundId: nowhere, token: 'x', blinded: 'AA' }),
	'submit-response': (context, actor) =>
		submitResponse(context, actor, {
			roundId: nowhere,
			manifest: '',
			group: '',
			ballot: '',
			signature: '',
			sealed: ''
		}),
	'read-visibility': (context, actor) => readVisibility(context, actor, { roundId: nowhere }),
	'read-profile-material': (context, actor) => readProfileMaterial(context, actor, { roundId: nowhere }),
	'read-change-basis': (context, actor) => readChangeBasis(context, actor, { roundId: nowhere }),
	'store-sealed-profile': (context, actor) =>
		storeSealedProfile(context, actor, { roundId: nowhere, profileId: 'x', writer: 'x', sealed: 'x' }),
	'fetch-sealed-profile': (context, actor) => fetchSealedProfile(context, actor, { roundId: nowhere, profileId: 'x' }),
	'remove-sealed-profile': (context, actor) =>
		removeSealedProfile(context, actor, { roundId: nowhere, profileId: 'x', writer: 'x' }),
	'upload-organisation': (context, actor) =>
		uploadOrganisation(context, actor, { fileName: 'x.csv', bytes: new Uint8Array(), mode: 'additions' }),
	'read-organisation-import': (context, actor) => readOrganisationImport(context, actor, { importId: nowhere }),
	'read-organisation': (context, actor) => readOrganisationToday(context, actor),
	'apply-organisation-import': (context, actor) => applyOrganisationImport(context, actor, { importId: nowhere }),
	'prepare-round': (context, actor) => prepareRound(context, actor),
	'create-round': (context, actor) =>
		createRound(context, actor, { name: '', instrumentId: '', scopeUnitId: null, opensOn: '', closesOn: '' }),
	'list-rounds': (context, actor) => listRounds(context, actor),
	'read-round': (context, actor) => readRound(context, actor, { roundId: nowhere }),
	'read-round-groups': (context, actor) => readRoundGroups(context, actor, { roundId: nowhere, unitId: null }),
	'merge-round-groups': (context, actor) => mergeRoundGroups(context, actor, { roundId: nowhere, groupIds: [] }),
	'undo-round-merge': (context, actor) => undoRoundMerge(context, actor, { roundId: nowhere, groupId: null }),
	'choose-alike-attribute': (context, actor) =>
		chooseAlikeAttribute(context, actor, { roundId: nowhere, attribute: '' }),
	'open-round': (context, actor) => openRound(context, actor, { roundId: nowhere }),
	'print-codes': (context, actor) => printCodes(context, actor, { roundId: nowhere, printedFor: null }),
	'remind-round': (context, actor) => remindRound(context, actor, { roundId: nowhere }),
	'close-round': (context, actor) => closeRound(context, actor, { roundId: nowhere }),
	'open-ballot-box': (context, actor) => openBallotBox(context, actor, { roundId: nowhere }),
	'continue-opening': (context, actor) => continueOpening(context, actor, { roundId: nowhere, milliseconds: 0 }),
	'check-round-keys': (context, actor) => checkRoundKeys(context, actor),
	'read-round-key': (context, actor) => readRoundKey(context, actor, { roundId: nowhere }),
	'confirm-key-half': (context, actor) => confirmKeyHalf(context, actor, { roundId: nowhere, words: '' }),
	'restore-round-key': (context, actor) => restoreRoundKey(context, actor, { roundId: nowhere, words: '' }),
	'release-round': (context, actor) => releaseRound(context, actor, { roundId: nowhere }),
	'change-threshold': (context, actor) => changeThreshold(context, actor, { roundId: nowhere, threshold: 5 }),
	'read-release': (context, actor) => readRelease(context, actor, { roundId: nowhere }),
	'audit-published-release': (context, actor) => auditPublishedRelease(context, actor, { roundId: nowhere }),
	'read-audit': (context, actor) => readAudit(context, actor, { roundId: nowhere }),
	'import-responses': (context, actor) =>
		importResponses(context, actor, {
			name: '',
			instrument: {},
			table: { rows: [], firstLine: 1, mayEndEarly: false },
			unitColumns: [],
			where: []
		}),
	'read-overview': (context, actor) => readOverview(context, actor, { roundId: null }),
	'read-group-result': (context, actor) => readGroupResult(context, actor, { roundId: nowhere, groupId: 'x' }),
	'prepare-plan': (context, actor) => preparePlan(context, actor, { roundId: nowhere, groupId: 'x' }),
	'create-plan': (context, actor) =>
		createPlan(context, actor, { roundId: nowhere, groupId: 'x', title: 'x', targetFactor: 'x', steps }),
	'complete-plan-step': (context, actor) =>
		completePlanStep(context, actor, { planId: nowhere, stepId: nowhere, isDone: true }),
	'read-fit': (context, actor) =>
		readFit(context, actor, { roundId: nowhere, groupId: 'x', interventionId: null, part: 1 }),
	'answer-fit': (context, actor) =>
		answerFit(context, actor, { roundId: nowhere, groupId: 'x', answers: [], isForAll: false }),
	'mark-already-done': (context, actor) =>
		markAlreadyDone(context, actor, { roundId: nowhere, groupId: 'x', interventionId: 'x', isDone: true }),
	'read-dialogue': (context, actor) => readDialogue(context, actor, { roundId: nowhere, groupId: 'x' }),
	'read-dialogues': (context, actor) => readDialogues(context, actor, { roundId: nowhere }),
	'read-own-dialogues': (context, actor) => readOwnDialogues(context, actor),
	'print-dialogue-handout': (context, actor) =>
		printDialogueHandout(context, actor, { roundId: nowhere, groupId: 'x', language: 'da' }),
	'make-dialogue-slides': (context, actor) =>
		makeDialogueSlides(context, actor, { roundId: nowhere, groupId: 'x', language: 'da' }),
	'read-dialogue-calendar': (context, actor) =>
		readDialogueCalendar(context, actor, { roundId: nowhere, groupId: 'x', language: 'da' }),
	'plan-dialogue': (context, actor) =>
		planDialogue(context, actor, {
			...{ roundId: nowhere, groupId: 'x', day: '2026-05-01', time: '13:00' },
			...{ minutes: 60, place: '', basedOn: 0 }
		}),
	'call-off-dialogue': (context, actor) => callOffDialogue(context, actor, { roundId: nowhere, groupId: 'x' }),
	'save-dialogue-notes': (context, actor) =>
		saveDialogueNotes(context, actor, { roundId: nowhere, groupId: 'x', notes: noNotes, basedOn: 0 }),
	'hold-dialogue': (context, actor) =>
		holdDialogue(context, actor, {
			...{ roundId: nowhere, groupId: 'x', isHeld: true, heldOn: '2026-03-01' },
			...{ tookPart: '8', roles: '', representative: 'yes' }
		}),
	'assign-facilitator': (context, actor) =>
		assignFacilitator(context, actor, { roundId: nowhere, groupId: 'x', email: 'a@example.org' }),
	'remove-facilitator': (context, actor) =>
		removeFacilitator(context, actor, { roundId: nowhere, groupId: 'x', email: 'a@example.org' }),
	'send-dialogue-reminders': (context, actor) => sendDialogueReminders(context, actor),
	'read-plans': (context, actor) => readPlans(context, actor),
	'read-effects': (context, actor) => readEffects(context, actor),
	'create-follow-up-round': (context, actor) =>
		createFollowUpRound(context, actor, { name: '', followsRoundId: nowhere, factors: [], opensOn: '', closesOn: '' }),
	'send-boosters': (context, actor) => sendBoosters(context, actor),
	'edit-plan': (context, actor) =>
		editPlan(context, actor, { planId: nowhere, version: 1, title: 'x', targetFactor: 'x', steps }),
	'end-plan': (context, actor) => endPlan(context, actor, { planId: nowhere, reason: 'x' }),
	'take-over-plan': (context, actor) => takeOverPlan(context, actor, { planId: nowhere }),
	'read-plan': (context, actor) => readPlan(context, actor, { planId: nowhere }),
	'prepare-proposal': (context, actor) => prepareProposal(context, actor, { planId: nowhere }),
	'send-proposal': (context, actor) =>
		sendProposal(context, actor, { planId: nowhere, title: 'x', reason: 'x', receiver: 'committee' }),
	'answer-proposal': (context, actor) =>
		answerProposal(context, actor, { proposalId: nowhere, answer: 'decline', text: 'x' }),
	'reply-to-proposal': (context, actor) => replyToProposal(context, actor, { proposalId: nowhere, text: 'x' }),
	'forward-proposal': (context, actor) =>
		forwardProposal(context, actor, { proposalId: nowhere, receiver: 'committee' }),
	'read-proposals': (context, actor) => readProposals(context, actor),
	'remind-proposals': (context, actor) => remindProposals(context, actor),
	'send-check-ins': (context, actor) => sendCheckIns(context, actor),
	'read-check-in': (context, actor) => readCheckIn(context, actor, { organisationId: nowhere, token: 'x' }),
	'record-check-in': (context, actor) =>
		recordCheckIn(context, actor, { organisationId: nowhere, token: 'x', answer: 'done' }),
	'preview-plan-moves': (context, actor) => previewPlanMoves(context, actor, { importId: nowhere }),
	'read-assessments': (context, actor) => readAssessments(context, actor),
	'read-assessment': (context, actor) => readAssessment(context, actor, { assessmentId: nowhere, unitId: '' }),
	'begin-assessment': (context, actor) => beginAssessment(context, actor, { title: '', roundId: '', basedOn: '' }),
	'choose-assessment-round': (context, actor) =>
		chooseAssessmentRound(context, actor, { assessmentId: nowhere, roundId: '' }),
	'save-assessment-part': (context, actor) =>
		saveAssessmentPart(context, actor, { assessmentId: nowhere, part: 'mapping', values: {}, revision: 0 }),
	'remark-on-assessment': (context, actor) =>
		remarkOnAssessment(context, actor, { assessmentId: nowhere, part: 'mapping', remark: 'x' }),
	'log-participation': (context, actor) =>
		logParticipation(context, actor, { heldOn: '', what: '', who: '', corrects: '' }),
	'enter-absence': (context, actor) =>
		enterAbsence(context, actor, { setKeys: [], days: '', from: '', to: '', corrects: '' }),
	'withdraw-absence': (context, actor) => withdrawAbsence(context, actor, { entryId: nowhere }),
	'finalise-assessment': (context, actor) => finaliseAssessment(context, actor, { assessmentId: nowhere }),
	'print-assessment': (context, actor) =>
		printAssessment(context, actor, { assessmentId: nowhere, format: 'pdf', language: 'da' }),
	'note-earlier-assessment': (context, actor) => noteEarlierAssessment(context, actor, { madeOn: '' }),
	'send-assessment-warnings': (context, actor) => sendAssessmentWarnings(context, actor),
	'read-programme': (context, actor) => readProgramme(context, actor, { roundId: null }),
	'print-programme': (context, actor) => printProgramme(context, actor, { roundId: null, language: 'da' }),
	'read-outbox': (context, actor) => readOutbox(context, actor, { search: '' }),
	'read-outbox-mail': (context, actor) => readOutboxMail(context, actor, { mailId: 'x' }),
	'read-round-clock': (context, actor) => readRoundClock(context, actor, { roundId: nowhere }),
	'change-round-clock': (context, actor) =>
		changeRoundClock(context, actor, {
			roundId: nowhere,
			...{ reminderDays: [], closesByItself: true, closesAfter: '2026-03-16' }
		}),
	'keep-round-clocks': (context, actor) => keepRoundClocks(context, actor),
	'read-mail-choices': (context, actor) => readMailChoices(context, actor, { token: 'x' }),
	'change-mail-choices': (context, actor) =>
		changeMailChoices(context, actor, { token: 'x', choices: { language: 'da', refuses: [] } }),
	'record-bounce': (context, actor) => recordBounce(context, actor, { message: new Uint8Array() }),
	'list-job-states': (context, actor) => listJobStates(context, actor),
	'resend-mails': (context, actor) => resendMails(context, actor, { state: 'failed' }),
	'send-mails': (context, actor) => sendMails(context, actor),
	'read-operation': (context, actor) => readOperation(context, actor),
	'read-retention': (context, actor) => readRetention(context, actor),
	'change-retention': (context, actor) =>
		changeRetention(context, actor, {
			months: { responses: 'x', mails: '', imports: '', events: '', 'left-leaders': '' }
		}),
	'apply-retention': (context, actor) => applyRetention(context, actor),
	'read-own-data': (context, actor) => readOwnData(context, actor),
	'export-personal-data': (context, actor) => exportPersonalData(context, actor, { person: 'x' }),
	'find-person-mentions': (context, actor) => findPersonMentions(context, actor, { person: 'x' }),
	'delete-person': (context, actor) => deletePerson(context, actor, { person: 'x', isConfirmed: false }),
	'read-privacy-draft': (context, actor) => readPrivacyDraft(context, actor, { draft: 'x', language: 'da' }),
	'export-release': (context, actor) =>
		exportRelease(context, actor, { roundId: nowhere, format: 'csv', language: 'da' }),
	'read-health': (context, actor) => readHealth(context, actor),
	'read-metrics': (context, actor) => readMetrics(context, actor, { token: null }),
	'list-evidence-records': (context, actor) => listEvidenceRecords(context, actor, { kind: 'finding' }),
	'prepare-evidence-edit': (context, actor) => prepareEvidenceEdit(context, actor, { kind: 'finding', recordId: 'x' }),
	'preview-evidence-edit': (context, actor) =>
		previewEvidenceEdit(context, actor, { kind: 'finding', recordId: 'x', values: {} }),
	'edit-evidence-record': (context, actor) =>
		editEvidenceRecord(context, actor, {
			...{ kind: 'finding', recordId: 'x', values: {}, reason: 'x' },
			...{ basedOn: 0, shippedVersion: 0, openedValues: null }
		}),
	'undo-evidence-edit': (context, actor) =>
		undoEvidenceEdit(context, actor, { kind: 'finding', recordId: 'x', revision: null, basedOn: 0, reason: 'x' }),
	'settle-evidence-conflict': (context, actor) =>
		settleEvidenceConflict(context, actor, { kind: 'finding', recordId: 'x', choices: {}, basedOn: 0, reason: 'x' }),
	'list-evidence-drafts': (context, actor) => listEvidenceDrafts(context, actor),
	'publish-evidence': (context, actor) => publishEvidence(context, actor, { note: 'x', seen: '' }),
	'read-evidence-history': (context, actor) => readEvidenceHistory(context, actor, { record: null }),
	'export-evidence-drafts': (context, actor) => exportEvidenceDrafts(context, actor),
	'list-evidence-editors': (context, actor) => listEvidenceEditors(context, actor),
	'grant-evidence-editor': (context, actor) => grantEvidenceEditor(context, actor, { email: '' }),
	'remove-evidence-editor': (context, actor) => removeEvidenceEditor(context, actor, { email: '' }),
	'read-evidence-status': (context, actor) => readEvidenceStatus(context, actor)
};

const { kysely } = await createTestDatabase();
const context = createTestContext(kysely);
const organisationId = context.randomId();
await insertOrganisation(kysely, {
	id: organisationId,
	name: 'Region Prøve',
	isDemonstration: false,
	createdAt: context.now()
});

test('every use case stands in the table, and nothing else does', () => {
	const names = [...useCaseFiles.keys()].filter((name) => !shared.includes(name));
	assert.deepEqual(names.sort(), Object.keys(permissions).sort());
	assert.deepEqual(
		shared.filter((name) => !useCaseFiles.has(name)),
		[]
	);
	assert.deepEqual(Object.keys(expected).sort(), Object.keys(permissions).sort());
});

for (const useCase of Object.keys(expected) as UseCaseName[]) {
	test(`${useCase} answers "forbidden" to exactly those who may not`, async () => {
		for (const who of everyone) {
			const actor = actorOf(who);
			const mayStart = expected[useCase].includes(letterOf[who]);
			assert.equal(isAllowed(useCase, actor), mayStart, who);
			const outcome = await start[useCase](context, actor);
			assert.equal(outcome.kind !== 'forbidden', mayStart, `${who}: ${outcome.kind}`);
		}
	});
}

test('every use case that is not for everybody asks by its own name whether the actor may', () => {
	const asks = (name: string, text: string) => new RegExp(`isAllowed\\(\\s*'${name}'`).test(text);
	const restricted = Object.entries(permissions).flatMap(([name, rule]) => (rule === 'anyone' ? [] : [name]));
	assert.ok(restricted.length > 80);
	assert.ok(asks('open-round', "if (!isAllowed('open-round', actor))") && !asks('open-round', "isAllowed('x', actor)"));
	assert.deepEqual(
		restricted.filter((name) => !asks(name, readFileSync(join(projectRoot, useCaseFiles.get(name) ?? ''), 'utf8'))),
		[]
	);
});

test('every page and every file that the server makes comes from a use case', () => {
	/** Says only where somebody begins, or whether an account is needed at all. */
	const without = ['src/routes/+page.server.ts', 'src/routes/privacy/+page.server.ts'];
	const files = globSync('src/routes/**/{+page.server.ts,+server.ts}', { cwd: projectRoot });
	assert.ok(files.length > 50);
	const usesOne = (text: string) =>
		Object.keys(permissions).some((name) => new RegExp(`'#server/use-cases/[a-z]+/${name}\\.ts'`).test(text));
	assert.deepEqual(
		files.filter((file) => !without.includes(file) && !usesOne(readFileSync(join(projectRoot, file), 'utf8'))),
		[]
	);
});

test('a person with several roles may do what any of them may', () => {
	const both = person(['committee', 'operator']);
	assert.equal(isAllowed('read-overview', both), true);
	assert.equal(isAllowed('read-operation', both), true);
	assert.equal(isAllowed('open-round', both), false);
});

test('a person without a role may only do what anyone may', () => {
	const nobody = person([]);
	for (const useCase of Object.keys(expected) as UseCaseName[]) {
		assert.equal(isAllowed(useCase, nobody), expected[useCase].includes('v'), useCase);
	}
});

function actorOf(who: Everyone): Actor {
	return who === 'visitor' ? { kind: 'visitor' } : person([who]);
}

function person(own: readonly Role[]): Person {
	return {
		kind: 'person',
		organisationId,
		email: 'a@example.org',
		name: 'A',
		roles: own,
		leaderId: null,
		isDemonstration: false
	};
}
