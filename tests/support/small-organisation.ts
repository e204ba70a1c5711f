// A made-up organisation of 46 leaders: a hospital, five departments with leaders of wards, each department's head under the director.
import type { Leader, Organisation, Unit } from '#domain/organisation/organisation.ts';

const wardsOf = [9, 8, 10, 4, 9];

export const smallOrganisation: Organisation = build();

function build(): Organisation {
	const units: Unit[] = [{ id: 'hospital', code: 'H', name: 'Hospitalet', parentId: null }];
	const leaders: Leader[] = [leader('director', 'hospital', null)];
	wardsOf.forEach((wards, index) => {
		const department = `department-${index + 1}`;
		units.push({ id: department, code: department, name: `Afdeling ${index + 1}`, parentId: 'hospital' });
		leaders.push(leader(department, department, 'director'));
		for (let ward = 1; ward <= wards; ward++) {
			const unit = `${department}-ward-${ward}`;
			units.push({ id: unit, code: unit, name: `Afsnit ${index + 1}.${ward}`, parentId: department });
			leaders.push(leader(unit, unit, department));
		}
	});
	return { units, leaders };
}

function leader(id: string, unitId: string, managerId: string | null): Leader {
	return {
		id,
		key: id,
		name: `Leder ${id}`,
		email: `${id}@example.org`,
		unitId,
		managerId,
		level: null,
		profession: null,
		span: null
	};
}
