/** A figure of sickness absence as the step shows it. */
export type AbsenceEntry = {
	readonly id: string;
	readonly setName: string;
	readonly counted: number;
	readonly from: string;
	readonly to: string;
	readonly daysPerLeader: number;
};
