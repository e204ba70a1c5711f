// The departments of Danish hospitals by name, with their clinics and wards.
import { pair, single, type DepartmentKind } from './department-kind.ts';

/** Those that every hospital has stand first. */
export const hospitalDepartments: readonly DepartmentKind[] = [
	pair('Akutafdelingen', 'A', ['Akutmodtagelsen', 'Skadestuen', 'Visitationen']),
	pair('Medicinsk Afdeling', 'M', ['Medicinsk Ambulatorium', 'Medicinsk Dagafsnit', 'Endoskopien']),
	pair('Kirurgisk Afdeling', 'K', ['Kirurgisk Ambulatorium', 'Operationsgangen K', 'Stomiklinikken']),
	pair('Anæstesi- og Intensivafdelingen', 'V', ['Intensivafsnittet', 'Opvågningen', 'Anæstesien', 'Smerteklinikken']),
	pair('Ortopædkirurgisk Afdeling', 'O', [
		'Ortopædkirurgisk Ambulatorium',
		'Operationsgangen O',
		'Gipsestuen',
		'Håndklinikken'
	]),
	single(
		'Billeddiagnostisk Afdeling',
		'radiograf',
		[
			'CT-afsnittet',
			'MR-afsnittet',
			'Ultralydsafsnittet',
			'Mammografien',
			'Røntgen Vest',
			'Røntgen Øst',
			'Nuklearmedicinsk Afsnit'
		],
		['radiograf', 'radiograf', 'læge']
	),
	pair(
		'Gynækologisk-Obstetrisk Afdeling',
		'D',
		['Fødegangen', 'Svangreambulatoriet', 'Barselsafsnittet', 'Gynækologisk Ambulatorium', 'Fertilitetsklinikken'],
		['jordemoder', 'jordemoder', 'sygeplejerske']
	),
	pair('Børne- og Ungeafdelingen', 'H', ['Neonatalafsnittet', 'Børneambulatoriet', 'Børnemodtagelsen']),
	single(
		'Klinisk Biokemisk Afdeling',
		'bioanalytiker',
		[
			'Blodprøvetagningen',
			'Rutinelaboratoriet',
			'Speciallaboratoriet',
			'Blodbanken',
			'Prøvemodtagelsen',
			'Laboratoriet for Koagulation'
		],
		['bioanalytiker', 'bioanalytiker', 'læge']
	),
	single(
		'Fysio- og Ergoterapien',
		'fysioterapeut',
		['Terapien Medicin', 'Terapien Kirurgi', 'Ergoterapien', 'Genoptræningen', 'Børneterapien', 'Hjælpemidler'],
		['fysioterapeut', 'fysioterapeut', 'ergoterapeut']
	),
	single(
		'Serviceafdelingen',
		'serviceassistent',
		[
			'Rengøring Nord',
			'Rengøring Syd',
			'Portørcentralen',
			'Køkkenet',
			'Sengecentralen',
			'Linneddepotet',
			'Vagt og Parkering'
		],
		['serviceassistent', 'serviceassistent', 'administrativ']
	),
	pair('Neurologisk Afdeling', 'N', ['Apopleksiafsnittet', 'Neurologisk Ambulatorium', 'Skleroseklinikken']),
	pair('Hjertemedicinsk Afdeling', 'B', ['Hjerteambulatoriet', 'Hjertelaboratoriet', 'Hjertesvigtklinikken']),
	pair(
		'Geriatrisk Afdeling',
		'G',
		['Geriatrisk Team', 'Faldklinikken', 'Geriatrisk Ambulatorium'],
		['sygeplejerske', 'sygeplejerske', 'sosu-assistent']
	),
	pair('Lungemedicinsk Afdeling', 'L', ['Lungeambulatoriet', 'Søvnklinikken']),
	pair('Øre-Næse-Halsafdelingen', 'F', ['Høreklinikken', 'Øre-Næse-Halsambulatoriet', 'Operationsgangen F']),
	pair('Nyremedicinsk Afdeling', 'Y', ['Dialyseafsnittet', 'Hjemmedialysen', 'Nyreambulatoriet']),
	pair('Urologisk Afdeling', 'P', ['Urologisk Ambulatorium', 'Stenklinikken', 'Operationsgangen P']),
	pair('Reumatologisk Afdeling', 'C', ['Reumatologisk Ambulatorium', 'Rygcentret', 'Infusionsafsnittet']),
	pair('Onkologisk Afdeling', 'R', ['Stråleterapien', 'Kemoterapien', 'Onkologisk Ambulatorium', 'Palliativt Team']),
	pair('Øjenafdelingen', 'E', ['Øjenambulatoriet', 'Øjenoperation', 'Synscentret']),
	pair('Infektionsmedicinsk Afdeling', 'Q', ['Infektionsambulatoriet', 'Rejseklinikken']),
	single(
		'Klinisk Mikrobiologisk Afdeling',
		'bioanalytiker',
		['Bakteriologisk Laboratorium', 'Virologisk Laboratorium', 'Infektionshygiejnen', 'Substratproduktionen'],
		['bioanalytiker', 'læge']
	),
	single(
		'Patologisk Afdeling',
		'læge',
		['Histologien', 'Cytologien', 'Molekylærpatologien', 'Obduktionsstuen'],
		['bioanalytiker', 'læge']
	),
	pair('Hæmatologisk Afdeling', 'X', ['Hæmatologisk Ambulatorium', 'Transplantationsafsnittet']),
	pair('Endokrinologisk Afdeling', 'S', ['Diabetesklinikken', 'Endokrinologisk Ambulatorium', 'Fodklinikken']),
	pair('Neurokirurgisk Afdeling', 'U', ['Neurointensivt Afsnit', 'Neurokirurgisk Ambulatorium', 'Operationsgangen U']),
	pair('Hjerte-, Lunge- og Karkirurgisk Afdeling', 'T', [
		'Thoraxintensivt Afsnit',
		'Karkirurgisk Ambulatorium',
		'Operationsgangen T'
	]),
	single(
		'Sygehusapoteket',
		'farmaceut',
		['Lægemiddelproduktionen', 'Klinisk Farmaci', 'Medicinservice Nord', 'Medicinservice Syd', 'Lageret'],
		['farmaceut']
	),
	pair('Hud- og Allergiafdelingen', 'I', ['Hudambulatoriet', 'Allergiklinikken', 'Sårcentret']),
	pair('Plastikkirurgisk Afdeling', 'Z', [
		'Brystkirurgisk Klinik',
		'Plastikkirurgisk Ambulatorium',
		'Operationsgangen Z'
	])
];
