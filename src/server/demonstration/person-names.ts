// Names and addresses of people who do not exist.
import type { SeededRandom } from './seeded-random.ts';

export const demonstrationDomain = 'demonstration.example';

const firstNames =
	names(`Anne Mette Kirsten Hanne Lene Susanne Helle Pia Charlotte Marianne Lone Camilla Louise Maria Tina Gitte
	Rikke Karin Bente Dorthe Birgitte Ulla Maja Sofie Line Stine Trine Signe Katrine Heidi Malene Jette Berit Ditte Nanna Sanne
	Fatima Aysel Zainab Leyla Ewa Jolanta Ingrid Solveig Vibeke Tove Merete Annika Cecilie Ida Sara Emma Karen Ellen Liv Rosa
	Peter Lars Jens Michael Henrik Thomas Søren Jan Christian Martin Niels Anders Morten Jesper Hans Jørgen Mads Rasmus Per Ole
	Claus Kim Steen Torben Brian Kasper Mikkel Jakob Simon Carsten Bo Flemming Palle Uffe Troels Esben Frederik Ahmed Mehmet
	Ali Yusuf Piotr Marek Gunnar Asger Villads Emil Kristian Jonas Nikolaj Bjarne Erik Poul Viggo Aksel Sune`);

const lastNames =
	names(`Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen
	Kristensen Olsen Thomsen Poulsen Johansen Møller Mortensen Knudsen Holm Lund Schmidt Eriksen Kjær Bang Vestergaard Bach
	Friis Dahl Juhl Krogh Skov Winther Bruun Toft Ravn Bech Hald Lauridsen Mikkelsen Frandsen Laursen Nygaard Dam Storm Brandt
	Kofoed Munk Thygesen Bonde Ladegaard Overgaard Østergaard Aagaard Damgaard Søndergaard Nørgaard Kirkegaard Bisgaard Højlund
	Kragh Lassen Steffensen Villadsen Iversen Svendsen Gregersen Clausen Simonsen Fischer Henriksen Jacobsen Paulsen Yilmaz Khan
	Hussein Kowalski Nowak Demir Ibrahim Nguyen Petrovic Berg Lind Falk Hedegaard Kruse Bjerre Buch Mogensen Bertelsen Axelsen`);

export type MadePerson = { readonly name: string; readonly email: string };

/** A source of people, each with an address that nobody had before: the second of a name gets a number. */
export function peopleFrom(random: SeededRandom): () => MadePerson {
	const taken = new Map<string, number>();
	return () => {
		const first = random.pick(firstNames);
		const last = random.pick(lastNames);
		const middle = random.chance(0.45) ? random.pick(lastNames) : null;
		const name = middle === null || middle === last ? `${first} ${last}` : `${first} ${middle} ${last}`;
		const address = asciiOf(`${first}.${last}`);
		const count = (taken.get(address) ?? 0) + 1;
		taken.set(address, count);
		return { name, email: `${address}${count === 1 ? '' : count}@${demonstrationDomain}` };
	};
}

function asciiOf(text: string): string {
	return text.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa');
}

function names(text: string): [string, ...string[]] {
	const [first = '', ...others] = text.split(/\s+/);
	return [first, ...others];
}
