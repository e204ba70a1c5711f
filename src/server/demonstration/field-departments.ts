// The departments of a region outside its hospitals. Houses and places are invented.
import { pair, single, type DepartmentKind } from './department-kind.ts';

export const psychiatryDepartments: readonly DepartmentKind[] = [
	pair(
		'Psykiatrisk Afdeling Nord',
		'PN',
		['Lokalpsykiatrien Nord', 'Psykiatrisk Ambulatorium Nord', 'Udgående Team Nord'],
		['sygeplejerske', 'sygeplejerske', 'psykolog']
	),
	pair(
		'Psykiatrisk Afdeling Syd',
		'PS',
		['Lokalpsykiatrien Syd', 'Psykiatrisk Ambulatorium Syd', 'Udgående Team Syd'],
		['sygeplejerske', 'sygeplejerske', 'sosu-assistent']
	),
	pair(
		'Psykiatrisk Afdeling Øst',
		'PØ',
		['Psykiatrisk Akutmodtagelse', 'Lokalpsykiatrien Øst', 'Klinik for Angst og Depression'],
		['sygeplejerske', 'psykolog']
	),
	pair(
		'Børne- og Ungdomspsykiatrisk Afdeling',
		'BU',
		['Børneambulatoriet for Psykiatri', 'Ungdomsambulatoriet', 'Spiseforstyrrelser', 'Autismeteamet'],
		['sygeplejerske', 'psykolog', 'pædagog']
	),
	pair(
		'Retspsykiatrisk Afdeling',
		'RP',
		['Retspsykiatrisk Ambulatorium', 'Retspsykiatrisk Rehabilitering'],
		['sygeplejerske', 'sosu-assistent']
	),
	pair(
		'Ældrepsykiatrisk Afdeling',
		'ÆP',
		['Demensklinikken', 'Ældrepsykiatrisk Team'],
		['sygeplejerske', 'sosu-assistent']
	),
	pair(
		'Psykiatrisk Afdeling Vest',
		'PV',
		['Lokalpsykiatrien Vest', 'OPUS-teamet', 'Klinik for Traumer'],
		['sygeplejerske', 'psykolog']
	)
];

export const prehospitalDepartments: readonly DepartmentKind[] = [
	single(
		'Ambulancetjenesten',
		'paramediciner',
		[
			'Ambulancestation Midt',
			'Ambulancestation Nord',
			'Ambulancestation Syd',
			'Ambulancestation Øst',
			'Akutlægebilerne'
		],
		['paramediciner', 'paramediciner', 'læge']
	),
	single(
		'AMK-vagtcentralen',
		'sygeplejerske',
		['Sundhedsfaglig Visitation', 'Teknisk Disponering', 'Patientbefordringen', 'Beredskabet'],
		['sygeplejerske', 'paramediciner']
	),
	single(
		'Lægevagten',
		'læge',
		['Telefonvisitationen', 'Konsultation Øst', 'Konsultation Vest', 'Kørende Vagt'],
		['sygeplejerske', 'lægesekretær', 'læge']
	)
];

export const socialDepartments: readonly DepartmentKind[] = [
	single(
		'Specialområde Autisme',
		'pædagog',
		['Lyngbakken', 'Rønnehuset', 'Skovkanten', 'Broen', 'Aktivitetshuset'],
		['pædagog', 'pædagog', 'sosu-assistent']
	),
	single(
		'Specialområde Hjerneskade',
		'ergoterapeut',
		['Teglhuset', 'Engbo', 'Rehabiliteringen', 'Dagcentret Engen', 'Åhuset'],
		['pædagog', 'fysioterapeut', 'sosu-assistent']
	),
	single(
		'Specialområde Udviklingshæmning',
		'pædagog',
		['Kornmarken', 'Solgården', 'Møllehuset', 'Bækken', 'Værkstederne', 'Nattevagterne'],
		['pædagog', 'sosu-assistent']
	),
	single(
		'Specialområde Socialpsykiatri',
		'pædagog',
		['Havneparken', 'Parkvænget', 'Bostøtten', 'Lindegården', 'Cafeen'],
		['pædagog', 'sygeplejerske', 'sosu-assistent']
	),
	single(
		'Børn og Unge',
		'pædagog',
		['Bakkehuset', 'Sikret Afdeling', 'Den Interne Skole', 'Familiehuset'],
		['pædagog']
	),
	single(
		'Kommunikation og Hjælpemidler',
		'ergoterapeut',
		['Høreområdet', 'Synsområdet', 'Stemme og Tale', 'Hjælpemiddeldepotet'],
		['ergoterapeut', 'pædagog']
	)
];

export const administrationDepartments: readonly DepartmentKind[] = [
	single(
		'Koncern HR',
		'administrativ',
		['Løn', 'Jura og Forhandling', 'Arbejdsmiljø', 'Uddannelse', 'Rekruttering', 'Ledelsesudvikling'],
		['administrativ']
	),
	single('Koncernøkonomi', 'administrativ', ['Budget', 'Regnskab', 'Controlling', 'Indkøb'], ['administrativ']),
	single(
		'Sundhedsplanlægning',
		'administrativ',
		['Nære Sundhedstilbud', 'Kvalitet og Patientsikkerhed', 'Praksisområdet', 'Hospitalsplanlægning'],
		['administrativ', 'læge', 'administrativ']
	),
	single(
		'Digitalisering og It',
		'ingeniør',
		['Patientjournalen', 'Drift og Netværk', 'Servicedesk', 'Informationssikkerhed', 'Data og Analyse'],
		['ingeniør', 'administrativ']
	),
	single(
		'Ejendomme og Byggeri',
		'ingeniør',
		['Drift af Bygninger', 'Nybyggeri', 'Energi og Klima', 'Medicoteknik'],
		['ingeniør']
	),
	single(
		'Regional Udvikling',
		'administrativ',
		['Trafik', 'Miljø og Jord', 'Uddannelse og Kultur'],
		['administrativ', 'ingeniør']
	),
	single(
		'Direktionssekretariatet',
		'administrativ',
		['Politisk Betjening', 'Kommunikation', 'Patientvejledningen'],
		['administrativ']
	)
];
