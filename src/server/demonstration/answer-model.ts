// What the simulation assumes of each scale: how high it lies, and which common causes move it. The figures are chosen so
// that a picture looks plausible (strain goes with exhaustion, support with staying); they are no norm and measure nobody.
import type { Instrument, Scale } from '#domain/instrument/instrument.ts';

/** The common causes: demands, resources, and how worn a person is. */
export type Cause = 'demands' | 'resources' | 'wear';

export type ScaleModel = {
	/** Mean of the scale, 0-100. */
	readonly mean: number;
	readonly loadings: Readonly<Record<Cause, number>>;
};

/** Demands and resources are drawn with this correlation, for persons and for groups. */
export const correlationOfCauses = -0.3;

const models: Readonly<Record<string, ScaleModel>> = {
	workload: model(57, { demands: 0.7, wear: 0.15 }),
	'role-conflict': model(44, { demands: 0.6, resources: -0.2 }),
	'performance-pressure': model(51, { demands: 0.65 }),
	isolation: model(42, { demands: 0.25, resources: -0.5 }),
	'emotional-demands': model(50, { demands: 0.55, wear: 0.1 }),
	'work-life-balance': model(46, { demands: 0.65, wear: 0.25 }),
	'role-clarity': model(66, { demands: -0.2, resources: 0.55 }),
	support: model(60, { resources: 0.7 }),
	influence: model(56, { demands: -0.15, resources: 0.55 }),
	development: model(57, { resources: 0.55 }),
	coping: model(63, { demands: -0.25, resources: 0.3, wear: -0.3 }),
	flexibility: model(55, { demands: -0.35, resources: 0.4 }),
	'psychological-safety': model(65, { resources: 0.7 }),
	'job-satisfaction': model(67, { demands: -0.3, resources: 0.6, wear: -0.15 }),
	'wish-to-stay': model(66, { demands: -0.3, resources: 0.5, wear: -0.2 }),
	'well-being': model(61, { demands: -0.35, resources: 0.35, wear: -0.45 }),
	stress: model(42, { demands: 0.6, resources: -0.2, wear: 0.45 }),
	exhaustion: model(45, { demands: 0.55, resources: -0.2, wear: 0.5 }),
	recovery: model(53, { demands: -0.5, resources: 0.15, wear: -0.45 })
};

const unknownScales: Readonly<Record<Scale['direction'], ScaleModel>> = {
	strain: model(48, { demands: 0.5, resources: -0.2 }),
	resource: model(60, { demands: -0.2, resources: 0.5 }),
	neutral: model(50, {})
};

/** By what the scale measures; a scale of another instrument gets the model of its direction. */
export function modelOf(scale: Scale): ScaleModel {
	return models[scale.factor ?? scale.outcome ?? scale.id] ?? unknownScales[scale.direction];
}

/** Something that happened to a part of the organisation: scale → shift, in standard deviations. */
export type Strain = Readonly<Record<string, number>>;

/** What may have happened to a whole hospital. A reorganisation, too few hands, and a place where things go well. */
export const strainsOfAreas: readonly Strain[] = [
	{
		'role-clarity': -0.75,
		influence: -0.65,
		'role-conflict': 0.55,
		'psychological-safety': -0.4,
		stress: 0.35,
		'wish-to-stay': -0.35
	},
	{},
	{ workload: 0.65, 'performance-pressure': 0.6, 'emotional-demands': 0.4, recovery: -0.4, exhaustion: 0.35 },
	{ support: 0.5, 'psychological-safety': 0.45, development: 0.4, 'job-satisfaction': 0.35 },
	{},
	{ isolation: 0.5, support: -0.45, development: -0.4 }
];

/** What may have happened to a single group. */
export const strainsOfGroups: readonly Strain[] = [
	{ workload: 1.1, 'work-life-balance': 0.8, recovery: -0.6, exhaustion: 0.6 },
	{ 'role-conflict': 1.1, 'role-clarity': -0.9, stress: 0.5 },
	{ 'performance-pressure': 1.2, flexibility: -0.6, stress: 0.5 },
	{ isolation: 1.1, support: -1, 'job-satisfaction': -0.5 },
	{ 'emotional-demands': 1.2, coping: -0.5, exhaustion: 0.5 },
	{ influence: -1.1, development: -0.8, 'wish-to-stay': -0.7 },
	{ 'psychological-safety': -1.2, support: -0.7, 'wish-to-stay': -0.6 },
	{ support: 0.9, 'role-clarity': 0.8, 'job-satisfaction': 0.7 },
	{ flexibility: 1, workload: -0.8, 'well-being': 0.6 }
];

/** The shift of each scale of the instrument, in its order. */
export function shiftsOf(instrument: Instrument, strain: Strain): Float64Array {
	return Float64Array.from(instrument.scales, (scale) => strain[scale.factor ?? scale.outcome ?? scale.id] ?? 0);
}

function model(mean: number, loadings: Partial<Record<Cause, number>>): ScaleModel {
	return { mean, loadings: { demands: 0, resources: 0, wear: 0, ...loadings } };
}
