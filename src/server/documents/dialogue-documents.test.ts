// The handout and the slides of a dialogue, read back from their own files: what they say is what the pack says.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { agendaOf } from '#domain/dialogue/agenda.ts';
import type { MeetingPack } from '#domain/dialogue/meeting-pack.ts';
import type { Factor } from '#domain/evidence/evidence.ts';
import type { Language } from '#domain/language/localised.ts';
import type { ScalePoints } from '#domain/recommendation/scale-points.ts';
import { projectRoot } from '#server/project-root.ts';
import { formatDate } from '#texts/format.ts';
import { textsFor } from '#texts/texts.ts';
import { wordDialogue, type WordedPack } from '#texts/word-dialogue.ts';
import { dialogueHandout } from './dialogue-handout.ts';
import { dialogueSlides } from './dialogue-slides.ts';

const factors: readonly Factor[] = JSON.parse(readFileSync(join(projectRoot, 'evidence/factors.json'), 'utf8'));
const languages: readonly Language[] = ['da', 'en'];
const releasedAt = new Date('2026-03-02T09:00:00Z');

for (const language of languages) {
	const worded = wordDialogue(fullPack(), language, 'Øre-næse-hals & <Øst>');
	const slides = await dialogueSlides({ worded, roundName: 'Efterår', releasedAt });
	const files = unzipSync(slides);
	const xmlOf = (name: string) => strFromU8(files[name] ?? assert.fail(name));
	const slideNames = Object.keys(files)
		.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
		.toSorted((a, b) => numberIn(a) - numberIn(b));

	test(`${language}: there are ten slides, each with a title of its own and no placeholder left empty`, () => {
		assert.equal(slideNames.length, 10);
		const titles = slideNames.map((name) => {
			const shapes = shapesIn(xmlOf(name)).filter((shape) => shape.includes('<p:ph'));
			const titled = shapes.filter((shape) => /type="title"/.test(shape));
			assert.equal(titled.length, 1, name);
			for (const shape of shapes) assert.notEqual(textIn(shape).trim(), '', `${name}: ${shape.slice(0, 200)}`);
			return textIn(titled[0] ?? '');
		});
		assert.equal(new Set(titles).size, titles.length, titles.join('\n'));
		assert.equal(titles[0], worded.title);
	});

	test(`${language}: the slides say the words of the pack, and the notes those of whoever leads`, () => {
		const shown = slideNames.map((name) => textIn(xmlOf(name))).join('\n');
		const spoken = slideNames.map((_name, place) => textIn(xmlOf(`ppt/notesSlides/notesSlide${place + 1}.xml`)));
		assert.ok(spoken.every((notes) => notes.trim() !== ''));
		for (const step of worded.steps) {
			if (step.id !== 'answered') for (const line of step.lines) assert.ok(shown.includes(line), line);
			for (const line of step.facilitator) assert.ok(spoken.join('\n').includes(line), line);
		}
		const [chartNotes = ''] = spoken.filter((notes) => notes.includes(worded.strains[0]?.text ?? '?'));
		for (const caution of worded.cautions) assert.ok(chartNotes.includes(caution.text), caution.title);
	});

	test(`${language}: whose result it is stands on every slide, and the first says when it was released and what it hides`, () => {
		const texts = textsFor(language).dialogue;
		const front = textIn(xmlOf(slideNames[0] ?? ''));
		assert.ok(front.includes(texts.safe), front);
		assert.ok(front.includes(texts.sourceOf(formatDate(language, releasedAt))), front);
		for (const [place] of slideNames.entries()) {
			if (place === 0) continue;
			const rels = xmlOf(`ppt/slides/_rels/slide${place + 1}.xml.rels`);
			const layout = /slideLayouts\/(slideLayout\d+\.xml)/.exec(rels)?.[1] ?? assert.fail(rels);
			assert.ok(textIn(xmlOf(`ppt/slideLayouts/${layout}`)).includes('Øre-næse-hals & <Øst> · Efterår'), layout);
		}
	});

	test(`${language}: titles stand to the left, where the text begins`, () => {
		for (const name of Object.keys(files).filter((one) => /slideLayouts\/slideLayout\d+\.xml$/.test(one)))
			for (const shape of shapesIn(xmlOf(name)).filter((one) => one.includes('type="title"')))
				assert.match(shape, /algn="l"/, name);
	});

	test(`${language}: what research points at is said to be that, and the last slide names both of its parts`, () => {
		const texts = textsFor(language).dialogue;
		const choose = slideNames.map((name) => textIn(xmlOf(name))).find((text) => text.includes(texts.step.choose.title));
		assert.ok(
			slideNames.some((name) => textIn(xmlOf(name)).includes(`${texts.suggestionsTitle}:`)),
			choose
		);
		assert.ok(textIn(xmlOf(slideNames.at(-1) ?? '')).startsWith(texts.slide.decide));
	});

	test(`${language}: the charts are native, have a text for those who do not see them, and hold the figures of the pack`, () => {
		const frames = slideNames.flatMap((name) => [...xmlOf(name).matchAll(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs)]);
		assert.equal(frames.length, 2);
		for (const [place, rows] of [worded.strains, worded.carries].entries()) {
			const told = /descr="([^"]*)"/.exec(frames[place]?.[0] ?? '')?.[1] ?? '';
			for (const row of rows) assert.ok(unescaped(told).includes(row.text), row.text);
			const chart = xmlOf(`ppt/charts/chart${place + 1}.xml`);
			const series = [...chart.matchAll(/<c:ser>.*?<\/c:ser>/gs)].map(([one]) => ({
				names: valuesIn(one, 'c:cat'),
				values: valuesIn(one, 'c:val').map(Number)
			}));
			const shown = rows.filter((row) => row.points !== null);
			const own = series.at(-1);
			assert.deepEqual(
				own?.values.toReversed(),
				shown.map((row) => Math.round(row.points ?? 0))
			);
			assert.deepEqual(
				series[0]?.values.toReversed(),
				shown.map((row) => Math.round(row.organisationPoints ?? 0))
			);
			for (const [index, row] of shown.entries()) {
				const label = unescaped(own?.names.toReversed()[index] ?? '');
				assert.equal(label, row.bound === null ? row.name : `${row.name} (${row.figure})`);
			}
			for (const row of rows)
				if (row.points === null) assert.ok(!chart.includes(row.name), 'a hidden figure is no bar');
		}
	});

	test(`${language}: every text says its language, letters are readable, and every part that is listed is there`, () => {
		const region = { da: 'da-DK', en: 'en-GB' }[language];
		for (const [name, content] of Object.entries(files)) {
			if (!name.endsWith('.xml')) continue;
			const xml = strFromU8(content);
			assert.ok(!xml.includes('lang="en-US"'), name);
			assert.doesNotMatch(xml, /undefined|NaN|\[object/, name);
		}
		for (const name of slideNames) {
			assert.match(xmlOf(name), new RegExp(`<a:rPr[^>]* lang="${region}"`));
			const sizes = [...xmlOf(name).matchAll(/<a:rPr[^>]* sz="(\d+)"/g)].map(([, size]) => Number(size));
			assert.ok(Math.min(...sizes) >= 1600, `${name}: ${Math.min(...sizes)}`);
		}
		const listed = [...xmlOf('[Content_Types].xml').matchAll(/PartName="\/([^"]+)"/g)].map(([, part]) => part ?? '');
		assert.deepEqual(
			listed.filter((part) => files[part] === undefined),
			[]
		);
		assert.match(xmlOf('docProps/core.xml'), new RegExp(`<dc:language>${region}</dc:language>`));
	});

	test(`${language}: the handout is PDF/UA-1, at most two pages however much there is to say, and its picture has a text`, () => {
		const bytes = dialogueHandout({ worded, roundName: 'Efterår', releasedAt });
		const file = Buffer.from(bytes).toString('latin1');
		assert.match(file, /<pdfuaid:part>1<\/pdfuaid:part>/);
		assert.match(file, /\/Marked true/);
		assert.match(file, new RegExp(`/Lang \\(${language}`));
		assert.match(file, /\/Type \/Pages[^>]*\/Count 2\b/);
		assert.match(file, /\/S ?\/Figure/);
		assert.match(file, /\/Alt ?[(<]/);
	});
}

test('the same pack gives the same files', async () => {
	const worded = wordDialogue(fullPack(), 'da', 'Øst');
	const [one, other] = [
		await dialogueSlides({ worded, roundName: 'R', releasedAt }),
		await dialogueSlides({ worded: structuredClone(worded), roundName: 'R', releasedAt })
	];
	const [first, second] = [unzipSync(one), unzipSync(other)];
	assert.deepEqual(Object.keys(first), Object.keys(second));
	assert.ok(first['ppt/charts/chart1.xml'], 'charts are counted within the file');
	const relations = strFromU8(first['ppt/slides/_rels/slide4.xml.rels'] ?? assert.fail());
	assert.match(relations, /charts\/chart1\.xml/);
	assert.match(
		strFromU8(first['ppt/charts/_rels/chart1.xml.rels'] ?? assert.fail()),
		/Microsoft_Excel_Worksheet1\.xlsx/
	);
	// The workbooks inside the charts carry the time at which they were made.
	for (const name of Object.keys(first)) if (!name.endsWith('.xlsx')) assert.deepEqual(first[name], second[name], name);
});

test('the day of the handout is the day of the release in Denmark', () => {
	const bytes = dialogueHandout({
		worded: wordDialogue(fullPack(), 'da', 'Øst'),
		roundName: 'R',
		releasedAt: new Date('2026-06-30T22:30:00Z')
	});
	assert.match(Buffer.from(bytes).toString('latin1'), /\/CreationDate ?\(D:20260701/);
});

test('a group of which nothing is shown gets slides and a handout without a chart', async () => {
	const pack = fullPack();
	const hidden = (scale: ScalePoints): ScalePoints => ({ ...scale, points: null, interval: null, bound: null });
	const worded: WordedPack = wordDialogue(
		{
			...pack,
			themes: pack.themes.map(({ factor, scale }) => ({ factor, scale: hidden(scale) })),
			...{ surprises: [], weighs: [], carries: [], suggestions: [] },
			cautions: [{ kind: 'withheld', count: 12, all: 12 }]
		},
		'da',
		'Øst'
	);
	const files = unzipSync(await dialogueSlides({ worded, roundName: 'R', releasedAt }));
	assert.deepEqual(
		Object.keys(files).filter((name) => name.startsWith('ppt/charts/')),
		[]
	);
	const shown = Object.keys(files)
		.filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
		.map((name) => textIn(strFromU8(files[name] ?? assert.fail())));
	const { withheldAll, nothingWeighs, noSurprises } = textsFor('da').dialogue;
	assert.equal(shown.filter((text) => text.includes(withheldAll)).length, 2, 'where the charts would stand');
	for (const claim of [nothingWeighs, noSurprises])
		assert.ok(!shown.some((text) => text.includes(claim)), `nothing is known, so this is not said: ${claim}`);
	assert.match(
		Buffer.from(dialogueHandout({ worded, roundName: 'R', releasedAt })).toString('latin1'),
		/\/Type \/Pages[^>]*\/Count 2\b/
	);
});

/** As much as a pack can ever hold: three that weigh, four surprises, all cautions, a bound and a hidden figure. */
function fullPack(): MeetingPack {
	const themes = factors
		.filter((factor) => factor.kind !== 'context')
		.map((factor, place) => ({ factor, scale: scaleOf(factor, place) }));
	const [first, second, third] = themes;
	assert.ok(first && second && third);
	return {
		group: {
			...{ id: 'g', name: 'Øst', path: ['Øst'], pools: ['Øst', 'Vest'], invited: 9, responses: 7 },
			...{ kind: 'leaf', parent: 'p', units: [], reportingGroups: ['g'] }
		},
		parentName: 'Afdelingen',
		minutes: 60,
		agenda: agendaOf(60),
		themes,
		surprises: [
			{ kind: 'far', scale: first.scale, from: 'parent', referencePoints: 41, side: 'heavier' },
			{ kind: 'far', scale: second.scale, from: 'organisation', referencePoints: 42, side: 'heavier' },
			{
				kind: 'far',
				scale: themes.at(-1)?.scale ?? first.scale,
				from: 'organisation',
				referencePoints: 43,
				side: 'lighter'
			},
			{ kind: 'answers-apart', scale: third.scale }
		],
		weighs: [first, second, third],
		carries: themes.slice(-2),
		isOrderUnsure: true,
		cautions: [
			{ kind: 'pooled', names: ['Øre-næse-hals', 'Anæstesi og intensiv', 'Billeddiagnostik', 'Klinisk Biokemi'] },
			{ kind: 'estimated', responses: 7, isFew: true },
			{ kind: 'withheld', count: 2, all: 12 }
		],
		suggestions: [first, second, third].flatMap(({ factor }, place) =>
			(['organisation', 'group'] as const).map((level) => ({
				level,
				factor: factor.id,
				intervention: {
					id: `i${place}`,
					name: {
						da: `Et langt navn på et tiltag, som fylder mere end én linje, nummer ${place}`,
						en: `A long name of an intervention that takes more than one line, number ${place}`
					}
				}
			}))
		)
	};
}

function scaleOf(factor: Factor, place: number): ScalePoints {
	const points = place === 4 ? null : 70.4 - 3 * place;
	return {
		scale: factor.id,
		name: factor.name,
		direction: factor.kind === 'risk' ? 'strain' : 'resource',
		factor: factor.id,
		outcome: null,
		points,
		bound: place === 5 ? 'at-least' : null,
		interval: points === null || place === 5 ? null : [points - 8, points + 8],
		measuredPoints: points,
		weightOfGroup: null,
		parentPoints: 50,
		organisationPoints: 51.6,
		n: 7
	};
}

function shapesIn(xml: string): readonly string[] {
	return [...xml.matchAll(/<p:sp>.*?<\/p:sp>/gs)].map(([shape]) => shape);
}

function textIn(xml: string): string {
	return unescaped([...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text ?? '').join('\n'));
}

function valuesIn(xml: string, tag: string): readonly string[] {
	const part = new RegExp(`<${tag}>.*?</${tag}>`, 's').exec(xml)?.[0] ?? '';
	return [...part.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => value ?? '');
}

function unescaped(text: string): string {
	const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
	return text.replaceAll(/&(lt|gt|quot|apos|amp);/g, (_whole, name: string) => signs[name] ?? '');
}

function numberIn(name: string): number {
	return Number(/\d+/.exec(name)?.[0]);
}
